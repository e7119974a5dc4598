//! Work that came back too late. `PUT /lapangan/unit/{lokus}/titipan/{id}` hands it to the organiser, also by somebody who is no
//! evaluator of the unit any more; `GET /lokus/{lokus}/titipan` is where the organiser reads it.

use askama::Template;
use axum::{Json, body::Bytes, extract::State, http::StatusCode, response::IntoResponse as _};
use serde::Deserialize;
use serde_json::{Value, json};
use store::{
    StoreError, hak,
    id::{LokusId, TitipanId},
    lapangan::{self, ISI_MAKS},
    lokus::Lokus,
};

use super::tolak;
use crate::{
    Error,
    app::AppState,
    error::Hasil,
    jalur::Jalur,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.put_besar("/lapangan/unit/{lokus}/titipan/{id}", Akses::Masuk, ISI_MAKS + 4096, titip);
    d.get("/lokus/{lokus}/titipan", crate::periode::PENYELENGGARA, lihat);
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Kiriman {
    alasan: String,
    isi: Vec<Butir>,
}

/// One thing that was typed, as the phone keeps it.
#[derive(Debug, serde::Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Butir {
    pub jenis: String,
    pub indikator: String,
    /// Label and text of each field.
    pub isi: Vec<(String, String)>,
    /// The device's clock, milliseconds.
    pub perangkat: Option<i64>,
}

async fn titip(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((lokus, id)): Jalur<(LokusId, TitipanId)>,
    isi: Bytes,
) -> Hasil {
    let hak = hak::pernah_evaluator(&app.store, &pelaku, lokus).await?;
    let kiriman: Kiriman = serde_json::from_slice(&isi).map_err(|e| Error::Rusak(e.to_string()))?;
    let teks = serde_json::to_string(&kiriman.isi).map_err(|e| Error::Dalam(e.to_string()))?;
    match lapangan::titipkan(&app.store, &hak, id, &kiriman.alasan, &teks).await {
        Ok(()) => Ok(Json(json!({ "id": id })).into_response()),
        Err(StoreError::Keadaan(kunci)) => Ok(tolak(StatusCode::CONFLICT, "keadaan", k.s(kunci), None::<Value>)),
        Err(StoreError::OperasiLain) => Ok(tolak(StatusCode::CONFLICT, "operasi", k.s("umum-409-operasi"), None)),
        Err(e) => Err(e.into()),
    }
}

struct Satu {
    nama: String,
    pada: store::Waktu,
    alasan: String,
    butir: Vec<Butir>,
}

#[derive(Template)]
#[template(path = "lapangan/titipan.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    lokus: &'a Lokus,
    titipan: Vec<Satu>,
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>) -> Hasil {
    let hak = hak::lokus(&app.store, &pelaku, id).await?.penyelenggara()?;
    let k = k.ilustrasi(hak.lokus.ilustrasi == 1).zona(&hak.lokus.zona).bantuan("lapangan");
    let satu = |t: lapangan::Titipan| Satu {
        nama: t.nama,
        pada: t.pada,
        alasan: t.alasan,
        butir: serde_json::from_str(&t.isi).unwrap_or_default(),
    };
    let titipan = lapangan::titipan(&app.store, &hak).await?.into_iter().map(satu).collect();
    tampil(&Halaman { k: &k, lokus: &hak.lokus, titipan })
}

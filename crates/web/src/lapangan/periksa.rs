//! `PUT /lapangan/unit/{lokus}/periksa/{jenis}/{kode}`: the checklist of one indicator as JSON. Idempotent by `op`; a stale
//! `versi_dasar` gets 409 with the stored list.

use std::collections::BTreeSet;

use axum::{Json, body::Bytes, extract::State, http::StatusCode, response::IntoResponse as _};
use serde::Deserialize;
use serde_json::json;
use store::{
    StoreError, hak,
    id::{LokusId, OperasiId},
    lapangan::{self, CATATAN_MAKS, JenisPeriksa, Tulis},
    peran::Peran,
};

use super::{perangkat, tolak};
use crate::{
    Error,
    app::AppState,
    error::Hasil,
    jalur::Jalur,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
};

pub fn rute(d: &mut Daftar) {
    d.put_besar("/lapangan/unit/{lokus}/periksa/{jenis}/{kode}", Akses::Peran(&[Peran::Evaluator]), 32 * 1024, simpan);
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Kiriman {
    op: OperasiId,
    versi_dasar: i64,
    centang: BTreeSet<usize>,
    #[serde(default)]
    catatan: String,
    perangkat: Option<i64>,
}

async fn simpan(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((id, jenis, kode)): Jalur<(LokusId, String, String)>,
    isi: Bytes,
) -> Hasil {
    let hak = match hak::lokus(&app.store, &pelaku, id).await?.evaluator() {
        Err(StoreError::Keadaan(kunci)) => return Ok(tolak(StatusCode::CONFLICT, "keadaan", k.s(kunci), None)),
        hak => hak?,
    };
    let k = k.zona(&hak.lokus.zona);
    let jenis = JenisPeriksa::dari_kunci(&jenis).ok_or(Error::TidakAda)?;
    let kiriman: Kiriman = serde_json::from_slice(&isi).map_err(|e| Error::Rusak(e.to_string()))?;
    if kiriman.catatan.chars().count() > CATATAN_MAKS {
        return Ok(tolak(StatusCode::UNPROCESSABLE_ENTITY, "isi", k.s("f02-isi-tak-sah"), None));
    }
    let t = Tulis {
        op: kiriman.op,
        jenis,
        indikator: kode.clone(),
        versi_dasar: kiriman.versi_dasar,
        centang: kiriman.centang,
        catatan: crate::lokus::f02::sel::bersih(&kiriman.catatan),
        perangkat: perangkat(kiriman.perangkat),
    };
    match lapangan::simpan(&app.store, &hak, &t).await {
        Ok(t) => Ok(Json(json!({ "versi": t.versi, "pada": k.waktu(&t.pada) })).into_response()),
        Err(StoreError::Bentrok { pada, .. }) => {
            let semua = lapangan::daftar(&app.store, &hak).await?;
            let kini = semua.iter().find(|d| d.jenis == jenis.kunci() && d.indikator == kode);
            let kini = kini.map(|d| json!({ "versi": d.versi, "centang": d.centang, "catatan": d.catatan }));
            Ok(tolak(StatusCode::CONFLICT, "bentrok", k.n("f02-bentrok-isi", "pada", k.waktu(&pada)), kini))
        }
        Err(StoreError::Keadaan(kunci)) => Ok(tolak(StatusCode::CONFLICT, "keadaan", k.s(kunci), None)),
        Err(StoreError::OperasiLain) => Ok(tolak(StatusCode::CONFLICT, "operasi", k.s("umum-409-operasi"), None)),
        Err(e) => Err(e.into()),
    }
}

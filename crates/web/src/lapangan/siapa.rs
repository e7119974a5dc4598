//! `GET /lapangan/siapa?lokus=…,…`: who is signed in, what the server's clock says, and for each unit whether this person still
//! scores it. A phone asks it before it sends anything; the answer also proves that the line leads to us.

use axum::{
    Json,
    extract::{Query, State},
    response::IntoResponse as _,
};
use serde::Deserialize;
use serde_json::{Map, Value, json};
use store::{
    StoreError,
    f02::{self, Keterbukaan},
    hak,
    id::LokusId,
};

use crate::{
    app::AppState,
    error::Hasil,
    konteks::Konteks,
    rute::{Akses, Daftar},
};

/// Units one question may be about.
const MAKS: usize = 50;

pub fn rute(d: &mut Daftar) {
    d.get("/lapangan/siapa", Akses::Publik, lihat);
}

#[derive(Deserialize)]
struct Kueri {
    #[serde(default)]
    lokus: String,
}

async fn lihat(State(app): State<AppState>, k: Konteks, Query(kueri): Query<Kueri>) -> Hasil {
    let mut lokus = Map::new();
    if let Some(p) = &k.pelaku {
        for id in kueri.lokus.split(',').filter_map(|s| s.parse::<LokusId>().ok()).take(MAKS) {
            let akses = match hak::lokus(&app.store, p, id).await {
                Ok(a) => a.ditugaskan().ok(),
                Err(StoreError::TidakDitemukan) => None,
                Err(e) => return Err(e.into()),
            };
            let Some(hak) = akses else {
                lokus.insert(id.to_string(), json!({ "boleh": false, "alasan": "lapangan-tolak-penugasan" }));
                continue;
            };
            let alasan = match f02::keterbukaan(app.store.baca(), &hak.lokus, app.store.sekarang()).await? {
                Keterbukaan::Terbuka => "",
                Keterbukaan::BelumDikirim => "f02-tutup-belum-dikirim",
                Keterbukaan::FaseTertutup => "fase-pelaksanaan-ditutup",
                Keterbukaan::Dibekukan => "f02-tutup-dibekukan",
            };
            lokus.insert(id.to_string(), json!({ "boleh": true, "alasan": alasan }));
        }
    }
    let siapa = k.pelaku.as_ref().map(|p| json!({ "akun": p.akun, "nama": p.nama }));
    Ok(Json(json!({
        "prima": "lapangan", "siapa": siapa, "waktu": app.store.sekarang().0 / 1000, "lokus": Value::Object(lokus),
    }))
    .into_response())
}

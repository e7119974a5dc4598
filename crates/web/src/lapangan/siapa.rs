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
        let id: Vec<LokusId> = kueri.lokus.split(',').filter_map(|s| s.parse().ok()).take(MAKS).collect();
        let milik = hak::ditugaskan_di(&app.store, p, &id).await?;
        let siap = f02::kesiapan(&app.store, p.akun, &milik, app.store.sekarang()).await?;
        for id in id {
            let isi = match siap.get(&id).map(|s| s.buka) {
                None => json!({ "boleh": false, "alasan": "lapangan-tolak-penugasan" }),
                Some(Keterbukaan::Terbuka) => json!({ "boleh": true, "alasan": "" }),
                Some(Keterbukaan::BelumDikirim) => json!({ "boleh": true, "alasan": "f02-tutup-belum-dikirim" }),
                Some(Keterbukaan::FaseTertutup) => json!({ "boleh": true, "alasan": "fase-pelaksanaan-ditutup" }),
                Some(Keterbukaan::Dibekukan) => json!({ "boleh": true, "alasan": "f02-tutup-dibekukan" }),
            };
            lokus.insert(id.to_string(), isi);
        }
    }
    let siapa = k.pelaku.as_ref().map(|p| json!({ "akun": p.akun, "nama": p.nama }));
    Ok(Json(json!({
        "prima": "lapangan", "siapa": siapa, "waktu": app.store.sekarang().0 / 1000, "lokus": Value::Object(lokus),
    }))
    .into_response())
}

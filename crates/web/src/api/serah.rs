//! `POST /api/v1/serah`: a region's program hands in a signed publication with a token of its instansi.

use axum::{
    Json,
    body::Body,
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use serde_json::json;
use store::{
    StoreError,
    diterima::{self, Gagal, Penyerah},
    token_api,
};

use super::galat;
use crate::{
    AppState, Error,
    bahasa::Bahasa,
    diterima::muat,
    error::Hasil,
    rute::{Akses, Daftar},
};

pub(super) fn rute(d: &mut Daftar) {
    d.post_besar("/api/v1/serah", Akses::Publik, muat::BATAS_KIRIMAN, serah);
}

async fn serah(State(app): State<AppState>, headers: HeaderMap, badan: Body) -> Hasil {
    let rahasia = headers.get(header::AUTHORIZATION).and_then(|v| v.to_str().ok()?.strip_prefix("Bearer "));
    let hak = match rahasia {
        Some(r) => token_api::serah(&app.store, r.trim()).await?,
        None => None,
    };
    let kata = |kunci: &'static str| Bahasa::default().s(kunci);
    let Some(hak) = hak else {
        let mut r = galat(StatusCode::UNAUTHORIZED, "token-salah", &kata("token-salah"));
        r.headers_mut().insert(header::WWW_AUTHENTICATE, header::HeaderValue::from_static("Bearer"));
        return Ok(r);
    };
    let panjang = headers.get(header::CONTENT_LENGTH).and_then(|v| v.to_str().ok()?.parse::<usize>().ok());
    if panjang.is_some_and(|n| n > muat::BATAS) {
        // Refused before a byte of it is awaited.
        return Err(Error::TerlaluBesar);
    }
    let Some(berkas) = muat::dari_badan(&app, badan).await? else {
        return Ok(galat(StatusCode::UNPROCESSABLE_ENTITY, "diterima-pilih", &kata("diterima-pilih")));
    };
    match diterima::terima(&app.store, &Penyerah::Program(&hak), berkas).await {
        Ok(id) => {
            let keadaan = diterima::keadaan(&app.store, &hak, id).await?;
            Ok((StatusCode::CREATED, Json(json!({ "id": id, "keadaan": keadaan }))).into_response())
        }
        Err(Gagal::Bukan(e)) => Ok(galat(StatusCode::UNPROCESSABLE_ENTITY, "diterima-bukan", &e.to_string())),
        Err(Gagal::TidakSah(semua)) => Ok(tidak_sah(&kata("diterima-tidak-sah"), &semua)),
        Err(Gagal::Store(StoreError::Keadaan(kunci))) => Ok(galat(StatusCode::CONFLICT, kunci, &kata(kunci))),
        Err(Gagal::Store(e)) => Err(e.into()),
    }
}

/// Every fault by its code and in words.
fn tidak_sah(isi: &str, semua: &[store::hasil::Temuan]) -> Response {
    let temuan: Vec<_> = semua.iter().map(|t| json!({ "kode": t.kode, "pesan": t.pesan })).collect();
    (StatusCode::UNPROCESSABLE_ENTITY, Json(json!({ "galat": "diterima-tidak-sah", "isi": isi, "temuan": temuan }))).into_response()
}

//! `Idempotency-Key`: a write that comes twice is done once, and answered the same. The key is the program's, up to 200 visible
//! characters; it stands for way, address and body, and is kept a day (`store::ulang`).

use axum::{
    body::{Body, to_bytes},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse as _, Response},
};
use store::ulang::{self, Mulai};
use uuid::Uuid;

use super::masalah::{masalah, nanti};
use crate::{AppState, Error, error::Hasil};

const KEPALA: &str = "idempotency-key";
const KUNCI_MAKS: usize = 200;
/// When to ask again after the first one that is under way.
const BERJALAN_DETIK: u64 = 2;
/// Bytes of an answer that is kept.
const JAWABAN: usize = 1024 * 1024;

/// Does `kerja` unless the same write of this token was done; `sidik` is the hash of the body.
pub(super) async fn sekali(
    app: &AppState,
    token: Uuid,
    h: &HeaderMap,
    alamat: &Uri,
    sidik: &str,
    kerja: impl Future<Output = Hasil>,
) -> Hasil {
    let Some(kunci) = h.get(KEPALA) else { return kerja.await };
    let Some(kunci) = kunci.to_str().ok().filter(|k| (1..=KUNCI_MAKS).contains(&k.len())) else {
        return Ok(masalah(StatusCode::BAD_REQUEST, "api-kunci-ulang-bentuk"));
    };
    let sidik = store::sidik_hex(format!("{alamat}\n{sidik}").as_bytes());
    match ulang::mulai(&app.store, token, kunci, &sidik).await? {
        Mulai::Baru => {}
        Mulai::Berjalan => return Ok(nanti(StatusCode::CONFLICT, "api-kunci-ulang-berjalan", BERJALAN_DETIK)),
        Mulai::Lain => return Ok(masalah(StatusCode::UNPROCESSABLE_ENTITY, "api-kunci-ulang-lain")),
        Mulai::Sudah { status, isi } => return Ok(lagi(status, isi)),
    }
    match kerja.await {
        // What was refused or failed did nothing: it is not remembered, and the key is free again.
        Ok(r) if r.status().is_success() => simpan(app, token, kunci, r).await,
        lain => {
            ulang::lepas(&app.store, token, kunci).await?;
            lain
        }
    }
}

async fn simpan(app: &AppState, token: Uuid, kunci: &str, r: Response) -> Hasil {
    let (kepala, isi) = r.into_parts();
    let isi = to_bytes(isi, JAWABAN).await.map_err(|e| Error::Dalam(format!("answer: {e}")))?;
    ulang::usai(&app.store, token, kunci, kepala.status.as_u16(), &String::from_utf8_lossy(&isi)).await?;
    Ok(Response::from_parts(kepala, Body::from(isi)))
}

fn lagi(status: u16, isi: String) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::OK);
    let jenis = if status.is_success() { "application/json" } else { "application/problem+json" };
    let mut r = (status, isi).into_response();
    r.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(jenis));
    r.headers_mut().insert(HeaderName::from_static("idempotency-replayed"), HeaderValue::from_static("true"));
    r
}

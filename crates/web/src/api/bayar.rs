//! `POST /api/v1/bayar/qris`: the payment provider says that a bill was paid. Believed only with a signature that holds; the same call
//! again gets the same answer.

use axum::{
    Json,
    body::Bytes,
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use serde_json::json;
use store::tagihan::qris::{self, Jawaban, Kepala};

use crate::{
    AppState,
    bahasa::Bahasa,
    error::Hasil,
    rute::{Akses, Daftar},
};

pub(super) fn rute(d: &mut Daftar) {
    d.post("/api/v1/bayar/qris", Akses::Publik, terima);
}

async fn terima(State(app): State<AppState>, headers: HeaderMap, badan: Bytes) -> Hasil {
    let kepala = |nama| headers.get(nama).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let k = Kepala { mpp: kepala("x-prima-mpp"), waktu: kepala("x-prima-waktu"), tanda: kepala("x-prima-tanda") };
    Ok(match qris::panggilan(&app.store, k, &badan).await? {
        Jawaban::Dicatat { tagihan } => Json(json!({ "tagihan": store::kode::tampil(&tagihan), "keadaan": "lunas" })).into_response(),
        Jawaban::TidakSesuai { alasan, .. } => masalah(StatusCode::UNPROCESSABLE_ENTITY, alasan),
        Jawaban::TidakSah => masalah(StatusCode::UNAUTHORIZED, "bayar-panggilan-tidak-sah"),
        Jawaban::Rusak => masalah(StatusCode::BAD_REQUEST, "bayar-panggilan-rusak"),
    })
}

/// A problem document (RFC 9457) with the key and the sentence that every fault of this interface has.
fn masalah(status: StatusCode, kunci: &'static str) -> Response {
    let isi = Bahasa::default().s(kunci);
    let v = json!({ "type": "about:blank", "title": kunci, "status": status.as_u16(), "detail": isi, "galat": kunci, "isi": isi });
    let mut r = (status, Json(v)).into_response();
    r.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    r
}

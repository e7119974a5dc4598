//! Faults for programs: problem documents (RFC 9457) with a key that stays, the sentence a person reads, and the request's id.

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use serde_json::{Value, json};

use crate::{bahasa::Bahasa, middleware::permintaan::Permintaan};

/// A fault under a catalogue key.
pub(crate) fn masalah(status: StatusCode, kunci: &str) -> Response {
    dengan(status, kunci, &Bahasa::default().s(kunci), Value::Null)
}

/// A fault with a sentence of its own, and further fields.
pub(crate) fn dengan(status: StatusCode, kunci: &str, isi: &str, lain: Value) -> Response {
    let mut v = json!({ "type": format!("urn:prima:masalah:{kunci}"), "title": kunci, "status": status.as_u16(), "detail": isi, "galat": kunci, "isi": isi });
    if let (Some(v), Value::Object(lain)) = (v.as_object_mut(), lain) {
        v.extend(lain);
    }
    let mut r = (status, v.to_string()).into_response();
    r.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    r
}

/// What the error layer says of a fault under `/api`.
pub(crate) fn dari_galat(p: &Permintaan, status: StatusCode, judul: &str, isi: &str) -> Response {
    // The sentences of pages speak of forms and buttons; the keys stay the same for both.
    let kalimat = match isi {
        "umum-400-isi" => "api-400",
        "umum-404-isi" => "api-404",
        "umum-405-isi" => "api-405",
        lain => lain,
    };
    let mut r = dengan(status, isi, &Bahasa::default().s(kalimat), json!({ "title": Bahasa::default().s(judul), "id": p.id() }));
    if status == StatusCode::TOO_MANY_REQUESTS {
        r.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("10"));
    }
    r
}

/// No token, or one that is unknown, expired or revoked.
pub(crate) fn tanpa_hak() -> Response {
    let mut r = masalah(StatusCode::UNAUTHORIZED, "token-salah");
    r.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    r
}

/// Too many; to be tried again later.
pub(crate) fn terlalu_sering(detik: u64) -> Response {
    let mut r = masalah(StatusCode::TOO_MANY_REQUESTS, "umum-429-isi");
    r.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(detik));
    r
}

//! Faults for programs: problem documents (RFC 9457) with a key that stays, the sentence a person reads, and the request's id.

use axum::{
    body::{Body, HttpBody as _},
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
    let judul = Bahasa::default().s(judul(status));
    let mut v = json!({ "type": format!("urn:prima:masalah:{kunci}"), "title": judul, "status": status.as_u16(), "detail": isi, "galat": kunci, "isi": isi });
    if let (Some(v), Value::Object(lain)) = (v.as_object_mut(), lain) {
        v.extend(lain);
    }
    let mut r = (status, v.to_string()).into_response();
    r.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    r.extensions_mut().insert(Dokumen(v));
    r
}

/// The document of a fault, for the error layer, which knows the request.
#[derive(Clone)]
struct Dokumen(Value);

/// The same fault with the id of its request, by which somebody who is asked for help finds it in the log.
pub(crate) fn bernomor(p: &Permintaan, mut r: Response) -> Response {
    let Some(Dokumen(mut v)) = r.extensions_mut().remove::<Dokumen>() else { return r };
    // Whoever asks for the head alone gets no content.
    if r.body().size_hint().exact() == Some(0) {
        return r;
    }
    if let Some(v) = v.as_object_mut() {
        v.entry("id").or_insert_with(|| json!(p.id()));
    }
    r.headers_mut().remove(header::CONTENT_LENGTH);
    *r.body_mut() = Body::from(v.to_string());
    r
}

/// The key of what a status is called, the same for every fault with it (RFC 9457, 3.1.3).
fn judul(status: StatusCode) -> &'static str {
    match status {
        StatusCode::BAD_REQUEST => "umum-400-judul",
        StatusCode::UNAUTHORIZED => "api-401-judul",
        StatusCode::FORBIDDEN => "api-403-judul",
        StatusCode::NOT_FOUND => "api-404-judul",
        StatusCode::CONFLICT => "api-409-judul",
        StatusCode::UNSUPPORTED_MEDIA_TYPE => "api-415-judul",
        StatusCode::UNPROCESSABLE_ENTITY => "api-422-judul",
        StatusCode::TOO_MANY_REQUESTS => "umum-429-judul",
        s if s.is_server_error() => "umum-503-judul",
        _ => "umum-400-judul",
    }
}

/// What the error layer says of a fault under `/api`.
pub(crate) fn dari_galat(p: &Permintaan, status: StatusCode, judul: &str, isi: &str) -> Response {
    // The sentences of pages speak of forms and buttons; the keys stay the same for both.
    let kalimat = match isi {
        "umum-400-isi" => "api-400",
        "umum-404-isi" => "api-404",
        "umum-405-isi" => "api-405",
        "umum-429-isi" => "api-429",
        lain => lain,
    };
    dengan(status, isi, &Bahasa::default().s(kalimat), json!({ "title": Bahasa::default().s(judul), "id": p.id() }))
}

/// No token, or one that is unknown, expired or revoked.
pub(crate) fn tanpa_hak() -> Response {
    let mut r = masalah(StatusCode::UNAUTHORIZED, "token-salah");
    r.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    r
}

/// Too many; after so many seconds the next call is taken. The key is that of pages, the sentence is for who writes programs.
pub(crate) fn terlalu_sering(detik: u64) -> Response {
    tunda(dengan(StatusCode::TOO_MANY_REQUESTS, "umum-429-isi", &Bahasa::default().s("api-429"), Value::Null), detik)
}

/// A fault that is over after so many seconds: the same call is right then.
pub(crate) fn nanti(status: StatusCode, kunci: &str, detik: u64) -> Response {
    tunda(masalah(status, kunci), detik)
}

fn tunda(mut r: Response, detik: u64) -> Response {
    r.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(detik));
    r
}

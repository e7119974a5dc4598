//! A form that could not be saved because the disk is full, locked or read-only comes back on the error page with all that
//! was typed, to be sent once more. Private pages are not kept by browsers, so going back would show an empty form.
//! Only ordinary forms: one with files is too large to keep, and its files have to be chosen again anyway.

use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{Request, State},
    http::{Method, header},
    middleware::Next,
    response::{IntoResponse as _, Response},
};

use crate::{Error, app::AppState, error::Galat};

/// The body of the form; travels in the response's extensions to the error layer.
#[derive(Clone)]
pub struct Terkirim(pub Bytes);

pub async fn ingat(State(app): State<AppState>, req: Request, next: Next) -> Response {
    if !formulir_biasa(&req, app.konfig.batas_isi) {
        return next.run(req).await;
    }
    let (kepala, body) = req.into_parts();
    let Ok(isi) = to_bytes(body, app.konfig.batas_isi).await else { return Error::TerlaluBesar.into_response() };
    let mut response = next.run(Request::from_parts(kepala, Body::from(isi.clone()))).await;
    if response.extensions().get::<Galat>().is_some_and(Galat::tidak_tersimpan) {
        response.extensions_mut().insert(Terkirim(isi));
    }
    response
}

/// Sent by a page (a script keeps its text itself), and not larger than a form may be.
fn formulir_biasa(req: &Request, batas: usize) -> bool {
    let kepala = |nama| req.headers().get(nama).and_then(|v| v.to_str().ok()).unwrap_or_default();
    req.method() == Method::POST
        && kepala(header::ACCEPT).contains("text/html")
        && kepala(header::CONTENT_TYPE).starts_with("application/x-www-form-urlencoded")
        && kepala(header::CONTENT_LENGTH).parse::<usize>().is_ok_and(|n| n <= batas)
}

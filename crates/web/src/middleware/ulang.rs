//! A form that could not be saved because the disk is full, locked or read-only, the object store away, or because the state changed while it
//! was typed, comes back on the error page with all that was typed, to be copied or sent once more. Private pages are not kept by browsers, so going back would show an empty form.
//! Of a form with files the text fields come back: files are too large to keep, and have to be chosen again anyway.

use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{Request, State},
    http::{Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse as _, Response},
};

use super::bagian;
use crate::{Error, app::AppState, error::Galat};

/// What was typed; travels in the response's extensions to the error layer.
#[derive(Clone)]
pub(crate) enum Terkirim {
    /// The body of the form.
    Biasa(Bytes),
    /// Of a form with files.
    Berkas(bagian::Isian),
}

pub async fn ingat(State(app): State<AppState>, req: Request, next: Next) -> Response {
    if dari_halaman(&req, "multipart/form-data") {
        return ingat_berkas(req, next, app.konfig.batas_isi).await;
    }
    if !formulir_biasa(&req, app.konfig.batas_isi) {
        return next.run(req).await;
    }
    let (kepala, body) = req.into_parts();
    let Ok(isi) = to_bytes(body, app.konfig.batas_isi).await else { return Error::TerlaluBesar.into_response() };
    let mut response = next.run(Request::from_parts(kepala, Body::from(isi.clone()))).await;
    if tidak_tersimpan(&response) {
        response.extensions_mut().insert(Terkirim::Biasa(isi));
    }
    response
}

async fn ingat_berkas(req: Request, next: Next, batas: usize) -> Response {
    let (kutipan, req) = bagian::terkutip(req, batas);
    let mut response = next.run(req).await;
    if let (true, Some(k)) = (tidak_tersimpan(&response), kutipan)
        && let Some(isian) = k.selesai().await
    {
        response.extensions_mut().insert(Terkirim::Berkas(isian));
    }
    response
}

/// Nothing of it was saved: the storage is away, or the state changed while it was typed (a phase closed, somebody was first).
fn tidak_tersimpan(response: &Response) -> bool {
    response.extensions().get::<Galat>().is_some_and(|g| g.tidak_tersimpan() || g.status == StatusCode::CONFLICT)
}

/// Sent by a page (a script keeps its text itself), and not larger than a form may be.
fn formulir_biasa(req: &Request, batas: usize) -> bool {
    let panjang = req.headers().get(header::CONTENT_LENGTH).and_then(|v| v.to_str().ok()).and_then(|v| v.parse::<usize>().ok());
    dari_halaman(req, "application/x-www-form-urlencoded") && panjang.is_some_and(|n| n <= batas)
}

fn dari_halaman(req: &Request, jenis: &str) -> bool {
    let kepala = |nama| req.headers().get(nama).and_then(|v| v.to_str().ok()).unwrap_or_default();
    req.method() == Method::POST && kepala(header::ACCEPT).contains("text/html") && kepala(header::CONTENT_TYPE).starts_with(jenis)
}

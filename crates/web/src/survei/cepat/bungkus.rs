//! What is around every request of the public surveys, in one layer: no NUL, no answer from another site, a time limit,
//! a page for a panic or an error, and the headers that `middleware::keamanan` sets. No session, no log line for a success.

use std::{
    panic::AssertUnwindSafe,
    time::{Duration, Instant},
};

use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, header},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use futures_util::FutureExt as _;

use super::minta::Minta;
use crate::{
    Error,
    app::AppState,
    metrik::Kelas,
    middleware::{alamat, galat, keamanan, pemeliharaan},
};

pub async fn bungkus(State(app): State<AppState>, req: Request, next: Next) -> Response {
    let mulai = Instant::now();
    let (parts, body) = req.into_parts();
    let jalur = parts.uri.clone();
    let minta = Minta::dari(&app, &parts);
    let (bahasa, json) = (minta.bahasa, minta.json);
    let hasil = if alamat::ber_nul(&parts.uri) {
        Err(Error::TidakAda)
    } else if parts.method == Method::POST && lintas_situs(&app, &parts.headers) {
        Err(Error::LintasSitus)
    } else if !pemeliharaan::boleh(&app, &parts.method) {
        Err(Error::Pemeliharaan)
    } else {
        let mut req = Request::from_parts(parts, body);
        req.extensions_mut().insert(std::sync::Arc::new(minta));
        jalankan(&app, req, next).await
    };
    let mut response = hasil.unwrap_or_else(axum::response::IntoResponse::into_response);
    if response.status().as_u16() >= 400 && !galat::sudah_jadi(&response) {
        response = crate::survei::galat::lukis(jalur.path(), bahasa, json, &response);
    }
    keamanan::pasang(&app, response.headers_mut());
    app.metrik.catat(Kelas::Survei, response.status(), mulai.elapsed());
    response
}

async fn jalankan(app: &AppState, req: Request, next: Next) -> Result<Response, Error> {
    let kerja = AssertUnwindSafe(next.run(req)).catch_unwind();
    match tokio::time::timeout(Duration::from_secs(app.konfig.batas_waktu), kerja).await {
        Ok(Ok(response)) => Ok(response),
        Ok(Err(_)) => Ok(Error::Panik.into_response()),
        Err(_) => Err(Error::Lama),
    }
}

/// No cookie is at stake here, but a page elsewhere could make its visitors vote: each from an address of his own.
fn lintas_situs(app: &AppState, headers: &HeaderMap) -> bool {
    let teks = |v: Option<&HeaderValue>| v.and_then(|v| v.to_str().ok()).map(str::to_owned);
    match headers.get("sec-fetch-site").map(HeaderValue::as_bytes) {
        Some(b"same-origin" | b"none") => return false,
        None if !headers.contains_key(header::ORIGIN) => return false,
        _ => {}
    }
    // A proxy may pass another host on, so the address that people use counts as well; older browsers send no Sec-Fetch-Site.
    let Some(asal) = teks(headers.get(header::ORIGIN)) else { return true };
    let host = teks(headers.get(header::HOST));
    let sama_host = asal.split_once("://").map(|(_, h)| h) == host.as_deref() && !headers.contains_key("sec-fetch-site");
    !(asal == app.konfig.alamat || sama_host)
}

//! Finds out who asks, from the session cookie. The store decides whether the session still holds and which roles it
//! brings; a request without one goes on as a visitor.

use std::sync::Arc;

use axum::{
    extract::{Request, State},
    http::{HeaderMap, header},
    middleware::Next,
    response::Response,
};

use super::permintaan::Permintaan;
use crate::{Error, app::AppState, kuki};

/// The name of the cookie; with https it is bound to this very host.
#[must_use]
pub fn nama_kuki(https: bool) -> &'static str {
    if https { "__Host-sesi" } else { "sesi" }
}

/// The browser's description of itself, for the list of sessions.
#[must_use]
pub fn agen(headers: &HeaderMap) -> &str {
    headers.get(header::USER_AGENT).and_then(|v| v.to_str().ok()).unwrap_or_default()
}

pub async fn muat(State(app): State<AppState>, req: Request, next: Next) -> Result<Response, Error> {
    let token = kuki::baca(req.headers(), nama_kuki(app.https()));
    if let Some(token) = token.filter(|_| !req.uri().path().starts_with("/aset/")) {
        let permintaan = Permintaan::dari(req.extensions());
        let alamat = permintaan.alamat().to_string();
        if let Some(pelaku) = store::sesi::pelaku(&app.store, &token, &alamat, agen(req.headers())).await? {
            permintaan.kenali(Arc::new(pelaku));
        }
    }
    Ok(next.run(req).await)
}

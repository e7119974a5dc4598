//! `GET /metrics`: on an address of its own, or on the pages' address for whoever knows the word. Otherwise it is not there.

use axum::{
    Router,
    extract::State,
    http::{HeaderMap, header},
    response::{IntoResponse as _, Response},
    routing::get,
};
use hmac::digest::Digest as _;
use sha2::Sha256;
use tokio::net::TcpListener;

use super::tulis;
use crate::{
    AppState, Error,
    error::Hasil,
    rute::{Akses, Daftar},
};

const JENIS: &str = "text/plain; version=0.0.4; charset=utf-8";

pub fn rute(d: &mut Daftar) {
    d.get("/metrics", Akses::Publik, dengan_kata);
}

/// Serves `/metrics` alone, for a monitoring system beside the pages, until `berhenti` is ready.
///
/// # Errors
/// When the listener cannot be used.
pub async fn layani(listener: TcpListener, app: AppState, berhenti: impl Future<Output = ()> + Send + 'static) -> std::io::Result<()> {
    let router = Router::new().route("/metrics", get(apa_adanya)).with_state(app);
    axum::serve(listener, router).with_graceful_shutdown(berhenti).await
}

async fn apa_adanya(State(app): State<AppState>) -> Response {
    jawab(tulis::semua(&app).await)
}

async fn dengan_kata(State(app): State<AppState>, kepala: HeaderMap) -> Hasil {
    let kata = kepala.get(header::AUTHORIZATION).and_then(|v| v.to_str().ok()?.strip_prefix("Bearer "));
    let token = &app.konfig.metrik.token;
    // Hashes, so that the time of comparing tells nothing.
    let sama = kata.is_some_and(|k| Sha256::digest(k.as_bytes()) == Sha256::digest(token.as_bytes()));
    if token.is_empty() || !sama {
        return Err(Error::TidakAda);
    }
    Ok(jawab(tulis::semua(&app).await))
}

fn jawab(isi: String) -> Response {
    ([(header::CONTENT_TYPE, JENIS)], isi).into_response()
}

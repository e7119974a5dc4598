//! What happens around every request, from outside to inside: request id and trace, security headers, compression,
//! error page, panic, time limit, body limit, cross-site check, session, rate limit. No page logic here.

pub mod alamat;
pub mod bagian;
pub mod galat;
pub mod keamanan;
pub mod kelas;
pub mod laju;
pub mod pemeliharaan;
pub mod permintaan;
pub(crate) mod replika;
pub mod sesi;
pub(crate) mod ulang;
pub mod waktu;

use axum::{
    Router,
    extract::DefaultBodyLimit,
    middleware::{from_fn, from_fn_with_state},
    response::IntoResponse as _,
};
use tower::ServiceBuilder;
use tower_http::{
    CompressionLevel,
    catch_panic::CatchPanicLayer,
    compression::CompressionLayer,
    csrf::{CsrfLayer, ProtectionError},
};

use crate::{Error, app::AppState, survei::cepat::bungkus};

/// Puts all layers around the routes.
pub fn pasang(router: Router<AppState>, app: AppState) -> Router {
    let inner = ServiceBuilder::new()
        .layer(from_fn(alamat::tanpa_nul))
        .layer(CatchPanicLayer::custom(|_| Error::Panik.into_response()))
        .layer(from_fn_with_state(app.clone(), waktu::batasi))
        .layer(DefaultBodyLimit::max(app.konfig.batas_isi))
        .layer(lintas_situs(&app).with_rejection_response(|_: ProtectionError| Error::LintasSitus.into_response()))
        .layer(from_fn_with_state(app.clone(), sesi::muat))
        .layer(from_fn_with_state(app.clone(), laju::batasi))
        .layer(from_fn_with_state(app.clone(), ulang::ingat))
        .layer(from_fn_with_state(app.clone(), pemeliharaan::jaga));
    let compression = CompressionLayer::new().quality(CompressionLevel::Precise(4)).compress_when(keamanan::HanyaHtml);
    let outer = ServiceBuilder::new()
        .layer(from_fn_with_state(app.clone(), permintaan::buka))
        .layer(from_fn_with_state(app.clone(), keamanan::kepala))
        .layer(compression)
        .layer(from_fn_with_state(app.clone(), galat::hias))
        // The session layer asks the database, whose driver may panic while it gives up a connection that was cut: nothing is lost by
        // asking again.
        .layer(CatchPanicLayer::custom(|_| Error::TidakTersimpan("panic outside a handler".into()).into_response()));
    router
        .fallback(async || Error::TidakAda)
        .method_not_allowed_fallback(async || Error::CaraSalah)
        .layer(inner)
        .layer(outer)
        .with_state(app)
}

/// Puts the one layer of the public surveys around theirs.
pub fn pasang_cepat(router: Router<AppState>, app: AppState) -> Router {
    router.method_not_allowed_fallback(async || Error::CaraSalah).layer(from_fn_with_state(app.clone(), bungkus::bungkus)).with_state(app)
}

/// Where the browser says nothing about the site (older ones do not), its `Origin` must be the host asked for, or the
/// address that people use: a proxy may pass another host on.
fn lintas_situs(app: &AppState) -> CsrfLayer {
    CsrfLayer::new().add_trusted_origin(&app.konfig.alamat).unwrap_or_else(|e| {
        tracing::warn!(error = %e, "alamat is no origin that browsers name");
        CsrfLayer::new()
    })
}

//! A public page that browsers and proxies may keep for a minute; for who is signed in it is made anew.

use askama::Template;
use axum::{
    http::{HeaderValue, header},
    response::{Html, IntoResponse as _, Response},
};

use crate::{error::Hasil, konteks::Konteks};

/// # Errors
/// When the template fails, which is a fault of the program.
pub(crate) fn segar(k: &Konteks, halaman: &impl Template) -> Hasil {
    let mut response = Html(halaman.render()?).into_response();
    simpan(k, &mut response);
    Ok(response)
}

/// The language stands in a cookie or in the browser's wish, so both tell copies apart.
pub(crate) fn simpan(k: &Konteks, response: &mut Response) {
    if k.pelaku.is_none() && k.permintaan.pesan().is_none() {
        let kepala = response.headers_mut();
        kepala.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=60"));
        kepala.insert(header::VARY, HeaderValue::from_static("Cookie, Accept-Language"));
    }
}

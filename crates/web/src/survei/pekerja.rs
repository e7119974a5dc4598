//! `/survei-sw.js`: the service worker that keeps survey pages on the phone. It lives at the root so that it can have the
//! scopes `/f03/` and `/skm/`; officers' pages are outside both and never pass through it.

use axum::{
    http::header,
    response::{IntoResponse as _, Response},
};

use crate::{
    aset,
    rute::{Akses, Daftar},
};

pub fn rute(d: &mut Daftar) {
    d.get("/survei-sw.js", Akses::Publik, lihat);
}

/// Never kept by the browser unasked: a new program brings a new worker at the next visit.
async fn lihat() -> Response {
    let kepala = [(header::CONTENT_TYPE, "text/javascript; charset=utf-8"), (header::CACHE_CONTROL, "no-cache")];
    (kepala, aset::isi("survei-sw.js").unwrap_or_default()).into_response()
}

//! `/survei-sw.js`: the service worker that keeps survey pages on the phone. It lives at the root so that it can have the
//! scopes `/f03/` and `/skm/`; officers' pages are outside both and never pass through it.

use axum::http::HeaderMap;

use crate::{
    aset,
    error::Hasil,
    rute::{Akses, Daftar},
};

pub fn rute(d: &mut Daftar) {
    d.get("/survei-sw.js", Akses::Publik, lihat);
}

/// Never kept by the browser unasked: a new program brings a new worker at the next visit.
async fn lihat(headers: HeaderMap) -> Hasil {
    aset::tanpa_sidik("survei-sw.js", &headers)
}

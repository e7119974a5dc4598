//! `/lapangan/sw.js`: the service worker that keeps the page of field work on the phone. Its scope is the folder it lies in, so no
//! other page of an officer passes through it.

use axum::http::HeaderMap;

use crate::{
    aset,
    error::Hasil,
    rute::{Akses, Daftar},
};

pub fn rute(d: &mut Daftar) {
    d.get("/lapangan/sw.js", Akses::Publik, lihat);
}

/// Never kept by the browser unasked: a new program brings a new worker at the next visit.
async fn lihat(headers: HeaderMap) -> Hasil {
    aset::tanpa_sidik("lapangan-sw.js", &headers)
}

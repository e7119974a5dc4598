//! `/bantuan/gambar/{sidik}/{nama}`: the guide's pictures, kept by browsers for ever under their content hash.

use axum::{
    http::header,
    response::{IntoResponse as _, Response},
};

use super::buku::Gambar;
use crate::{
    Error,
    jalur::Jalur,
    rute::{Akses, Daftar},
};

pub fn rute(d: &mut Daftar) {
    d.get("/bantuan/gambar/{sidik}/{nama}", Akses::Publik, lihat);
}

async fn lihat(Jalur((sidik, nama)): Jalur<(String, String)>) -> Result<Response, Error> {
    let gambar = Gambar::cari(&nama).filter(|g| g.sidik == sidik).ok_or(Error::TidakAda)?;
    let kepala = [(header::CONTENT_TYPE, "image/png"), (header::CACHE_CONTROL, "public, max-age=31536000, immutable")];
    Ok((kepala, gambar.isi).into_response())
}

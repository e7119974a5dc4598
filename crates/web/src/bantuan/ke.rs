//! `/bantuan/ke/{jangkar}`: from the anchor that a page names (`Konteks::bantuan`) to its place in the guide.

use axum::response::{IntoResponse as _, Redirect, Response};

use super::buku::buku;
use crate::{
    jalur::Jalur,
    rute::{Akses, Daftar},
};

pub fn rute(d: &mut Daftar) {
    d.get("/bantuan/ke/{jangkar}", Akses::Publik, lihat);
}

/// An anchor that the guide does not know leads to its contents: help is never a dead end.
async fn lihat(Jalur(jangkar): Jalur<String>) -> Response {
    let ke = buku().alamat(&jangkar);
    Redirect::to(ke.as_deref().unwrap_or("/bantuan")).into_response()
}

//! `/verifikasi`: a code is typed here, or the QR code leads past it. With a code that no document has: why that may be.

use askama::Template;
use axum::{
    extract::Query,
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use serde::Deserialize;
use store::verifikasi::rapikan;

use crate::{
    error::Hasil,
    formulir::Formulir,
    konteks::Konteks,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil},
};

pub fn rute(d: &mut Daftar) {
    d.get("/verifikasi", Akses::Publik, lihat);
}

#[derive(Template)]
#[template(path = "verifikasi/cari.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    /// The code that was asked for and that nothing has.
    asing: bool,
}

#[derive(Deserialize)]
struct Kueri {
    #[serde(default)]
    kode: String,
}

async fn lihat(k: Konteks, Query(kueri): Query<Kueri>) -> Hasil {
    let kode = rapikan(&kueri.kode);
    if !kode.is_empty() {
        return Alih::ke(format!("/verifikasi/{kode}")).into();
    }
    tampil(&Halaman { k: &k, f: Formulir::kosong(), asing: false })
}

/// The same page for an unknown code, with what to do.
pub fn tidak_ada(k: &Konteks, kode: &str) -> Hasil<Response> {
    let halaman = Halaman { k, f: Formulir::isi([("kode", kode)]), asing: true };
    Ok((StatusCode::NOT_FOUND, tampil(&halaman)?).into_response())
}

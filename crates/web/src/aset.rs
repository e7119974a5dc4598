//! Style sheet, scripts and icons, compiled into the program by `build.rs`.
//! Every address carries the content hash, so a browser may keep a file for ever; relative imports between scripts keep
//! working because the hash is a folder. Nothing here depends on who asks.

use axum::{
    extract::Path,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};

use crate::{
    Error,
    rute::{Akses, Daftar},
};

/// One file of `assets/`.
pub struct Berkas {
    nama: &'static str,
    isi: &'static [u8],
    gzip: &'static [u8],
}

include!(concat!(env!("OUT_DIR"), "/aset.rs"));

pub fn rute(d: &mut Daftar) {
    d.get("/aset/{sidik}/{nama}", Akses::Publik, berkas);
    d.get("/favicon.ico", Akses::Publik, favicon);
}

/// The address of an asset for templates: `aset("app.css")` -> `/aset/3f…/app.css`.
#[must_use]
pub fn aset(nama: &str) -> String {
    debug_assert!(BERKAS.iter().any(|b| b.nama == nama), "no such asset: {nama}");
    format!("/aset/{SIDIK}/{nama}")
}

/// The text of an asset, for a page that must stand alone in one file.
#[must_use]
pub(crate) fn teks(nama: &str) -> &'static str {
    cari(nama).and_then(|b| std::str::from_utf8(b.isi).ok()).unwrap_or_default()
}

/// The length of an asset as it travels (gzip), in bytes; for the page weight test.
#[must_use]
pub fn panjang_gzip(nama: &str) -> Option<usize> {
    cari(nama).map(|b| b.gzip.len())
}

/// An asset under an address of its own, asked for anew at each visit.
pub(crate) fn tanpa_sidik(nama: &str, headers: &HeaderMap) -> Result<Response, Error> {
    cari(nama).map(|berkas| kirim(berkas, headers, "no-cache")).ok_or(Error::TidakAda)
}

async fn berkas(Path((sidik, nama)): Path<(String, String)>, headers: HeaderMap) -> Result<Response, Error> {
    let berkas = cari(&nama).ok_or(Error::TidakAda)?;
    let cache = if sidik == SIDIK { "public, max-age=31536000, immutable" } else { "no-cache" };
    Ok(kirim(berkas, &headers, cache))
}

async fn favicon(headers: HeaderMap) -> Result<Response, Error> {
    let berkas = cari("ikon.svg").ok_or(Error::TidakAda)?;
    Ok(kirim(berkas, &headers, "public, max-age=86400"))
}

fn cari(nama: &str) -> Option<&'static Berkas> {
    BERKAS.iter().find(|b| b.nama == nama)
}

fn kirim(berkas: &'static Berkas, headers: &HeaderMap, cache: &'static str) -> Response {
    let head = [(header::CONTENT_TYPE, jenis(berkas.nama)), (header::CACHE_CONTROL, cache), (header::VARY, "accept-encoding")];
    let gzip = headers.get(header::ACCEPT_ENCODING).and_then(|v| v.to_str().ok()).is_some_and(|v| v.contains("gzip"));
    if gzip {
        (StatusCode::OK, head, [(header::CONTENT_ENCODING, "gzip")], berkas.gzip).into_response()
    } else {
        (StatusCode::OK, head, berkas.isi).into_response()
    }
}

fn jenis(nama: &str) -> &'static str {
    match nama.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml; charset=utf-8",
        Some("png") => "image/png",
        Some("mp3") => "audio/mpeg",
        _ => "application/octet-stream",
    }
}

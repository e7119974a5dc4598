//! Signing out: the session ends in the store, not only in the browser.

use axum::{
    extract::State,
    http::{HeaderMap, header},
    response::{AppendHeaders, IntoResponse as _},
};

use crate::{
    AppState, Error,
    error::Hasil,
    kuki,
    middleware::sesi::nama_kuki,
    rute::{Akses, Daftar},
    tampil::Alih,
};

pub fn rute(d: &mut Daftar) {
    d.post("/keluar", Akses::Publik, keluar);
}

async fn keluar(State(app): State<AppState>, headers: HeaderMap) -> Hasil {
    let nama = nama_kuki(app.https());
    if let Some(token) = kuki::baca(&headers, nama) {
        store::sesi::tutup(&app.store, &token).await?;
    }
    let hapus = kuki::tulis(nama, "", Some(0), app.https()).ok_or_else(|| Error::Dalam("session cookie".into()))?;
    let bersihkan = (header::HeaderName::from_static("clear-site-data"), header::HeaderValue::from_static("\"cache\""));
    Ok((AppendHeaders([(header::SET_COOKIE, hapus), bersihkan]), Alih::ke("/").pesan("masuk-sudah-keluar")).into_response())
}

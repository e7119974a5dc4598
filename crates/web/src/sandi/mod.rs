//! Passwords that were forgotten or never set: asking for a link by mail, and what pages behind a one-time link share.
//! The link of the first administrator has its own page (`crate::mulai`).

mod lupa;
mod setel;
pub mod tautan;

use store::sandi::{self, Lemah, PANJANG_MAKS};

use crate::{AppState, error::Hasil, formulir::Formulir, rute::Daftar};

pub fn rute(d: &mut Daftar) {
    lupa::rute(d);
    setel::rute(d);
}

pub use store::sandi::PANJANG_MIN;

/// A new password typed twice (`sandi`, `ulangi`). `milik`: names and addresses of the person.
///
/// # Errors
/// When the list of leaked passwords cannot be read.
pub async fn urai_baru(app: &AppState, f: &mut Formulir, milik: &[&str]) -> Hasil<Option<String>> {
    let sandi = f.nilai("sandi").to_owned();
    match sandi::boleh(&app.store, &sandi, milik).await? {
        Err(Lemah::Pendek) => f.salahkan_dengan("sandi", "akun-sandi-pendek", vec![("min", PANJANG_MIN.to_string())]),
        Err(Lemah::Panjang) => f.salahkan_dengan("sandi", "umum-terlalu-panjang", vec![("maks", PANJANG_MAKS.to_string())]),
        Err(Lemah::Angka) => f.salahkan("sandi", "akun-sandi-angka"),
        Err(Lemah::Pola) => f.salahkan("sandi", "akun-sandi-pola"),
        Err(Lemah::Milik) => f.salahkan("sandi", "akun-sandi-milik"),
        Err(Lemah::Umum) => f.salahkan("sandi", "akun-sandi-umum"),
        Err(Lemah::Bocor) => f.salahkan("sandi", "akun-sandi-bocor"),
        Ok(()) if f.nilai("ulangi") != sandi => f.salahkan("ulangi", "akun-sandi-beda"),
        Ok(()) => return Ok(Some(sandi)),
    }
    Ok(None)
}

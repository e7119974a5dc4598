//! One box for references: the code of a document, of a survey report or publication, of a service.
//!
//! Tickets, cases and complaints join here when they exist. Only whether a page exists is asked; the page itself decides what
//! it shows.

use store::{StoreError, kode, konsultasi, layanan, pengaduan, skm::terbit, verifikasi};

use crate::{AppState, Error};

/// Most letters of a code.
const MAKS: usize = 80;

/// The page that a reference leads to; `None` for what is no reference. Codes have a digit, so plain words cost nothing.
pub async fn alamat(app: &AppState, tanya: &str) -> Result<Option<String>, Error> {
    let tanya = tanya.trim();
    if tanya.len() > MAKS || !tanya.bytes().any(|b| b.is_ascii_digit()) {
        return Ok(None);
    }
    match kode::rapikan(tanya) {
        Some((kode::Jenis::Aduan, kode)) if ada(pengaduan::dari_kode(app.store.baca(), &kode).await)? => {
            return Ok(Some(format!("/pengaduan/{kode}")));
        }
        Some((kode::Jenis::Konsultasi, kode)) if ada(konsultasi::dari_kode(app.store.baca(), &kode).await)? => {
            return Ok(Some(format!("/konsultasi/{kode}")));
        }
        _ => {}
    }
    let kode = verifikasi::rapikan(tanya);
    if kode.len() >= 8 && (ada(verifikasi::cari(&app.store, &kode).await)? || ada(verifikasi::cari_skm(&app.store, &kode).await)?) {
        return Ok(Some(format!("/verifikasi/{kode}")));
    }
    let kecil = tanya.to_lowercase();
    if kecil.contains(char::is_whitespace) {
        return Ok(None);
    }
    if ada(terbit::publik(&app.store, &kecil).await)? {
        return Ok(Some(format!("/hasil-skm/{kecil}")));
    }
    if ada(layanan::dari_kode(&app.store, &kecil).await)? {
        return Ok(Some(format!("/pelayanan/{kecil}")));
    }
    Ok(None)
}

fn ada<T>(hasil: Result<T, StoreError>) -> Result<bool, Error> {
    match hasil {
        Ok(_) => Ok(true),
        Err(StoreError::TidakDitemukan) => Ok(false),
        Err(e) => Err(e.into()),
    }
}

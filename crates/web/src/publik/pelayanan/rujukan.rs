//! One box for references: the code of a document, of a survey report or publication, of a service, of a booking.
//!
//! Tickets, cases and complaints join here when they exist. Only whether a page exists is asked; the page itself decides what
//! it shows.

use store::{
    StoreError, antrean,
    kode::{self, Jenis},
    layanan, pesanan,
    skm::terbit,
    verifikasi,
};

use crate::{AppState, Error};

/// Most letters of a code.
const MAKS: usize = 80;

/// The page that a reference leads to; `None` for what is no reference. Codes have a digit, so plain words cost nothing.
pub async fn alamat(app: &AppState, tanya: &str) -> Result<Option<String>, Error> {
    let tanya = tanya.trim();
    if tanya.len() > MAKS || !tanya.bytes().any(|b| b.is_ascii_digit()) {
        return Ok(None);
    }
    let bukti = verifikasi::rapikan(tanya);
    if bukti.len() >= 8 && (ada(verifikasi::cari(&app.store, &bukti).await)? || ada(verifikasi::cari_skm(&app.store, &bukti).await)?) {
        return Ok(Some(format!("/verifikasi/{bukti}")));
    }
    if let Some((jenis, kode)) = kode::rapikan(tanya)
        && let Some(ke) = pegangan(app, jenis, &kode).await?
    {
        return Ok(Some(ke));
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

/// The page of what a citizen holds a code of.
async fn pegangan(app: &AppState, jenis: Jenis, kode: &str) -> Result<Option<String>, Error> {
    let (ada, jalur) = match jenis {
        Jenis::Tiket => (ada(antrean::dari_kode(app.store.baca(), kode).await)?, "tiket"),
        Jenis::Janji => (ada(pesanan::dari_kode(&app.store, kode).await)?, "pesanan"),
        _ => (false, ""),
    };
    Ok(ada.then(|| format!("/{jalur}/{kode}")))
}

fn ada<T>(hasil: Result<T, StoreError>) -> Result<bool, Error> {
    match hasil {
        Ok(_) => Ok(true),
        Err(StoreError::TidakDitemukan) => Ok(false),
        Err(e) => Err(e.into()),
    }
}

//! One box for references: the code of a document, of a survey report or publication, of a service.
//!
//! Tickets and complaints join here when they exist; cases and bills have. Only whether a page exists is asked; the page itself decides what
//! it shows.

use store::{
    StoreError,
    kode::{self, Jenis},
    layanan, permohonan,
    skm::terbit,
    tagihan, verifikasi,
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
    if let Some((jenis, kode)) = kode::rapikan(tanya) {
        let ke = match jenis {
            Jenis::Permohonan if ada(permohonan::dari_kode(app.store.baca(), &kode).await)? => Some("permohonan"),
            Jenis::Tagihan if ada(tagihan::dari_kode(app.store.baca(), &kode).await)? => Some("bayar"),
            _ => None,
        };
        if let Some(ke) = ke {
            return Ok(Some(format!("/{ke}/{kode}")));
        }
    }
    let kode = verifikasi::rapikan(tanya);
    let dikenal = async || -> Result<bool, Error> {
        Ok(ada(verifikasi::cari(&app.store, &kode).await)?
            || ada(verifikasi::cari_skm(&app.store, &kode).await)?
            || ada(permohonan::dokumen::dari_kode(app.store.baca(), &kode).await)?)
    };
    if kode.len() >= 8 && dikenal().await? {
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

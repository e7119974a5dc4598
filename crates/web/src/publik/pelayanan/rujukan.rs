//! One box for references: the code of a document, of a survey report or publication, of a service, and of what a citizen
//! holds: a ticket, a booking, a case, a bill, a complaint, a consultation.
//!
//! Only whether a page exists is asked; the page itself decides what it shows.

use store::{
    StoreError, antrean,
    kode::{self, Jenis},
    konsultasi, layanan, pengaduan, permohonan, pesanan,
    skm::terbit,
    tagihan, verifikasi,
};

use crate::{AppState, Error};

/// Most letters of a code.
const MAKS: usize = 80;

/// The page that a reference leads to; `None` for what is no reference. Codes have a digit, so plain words cost nothing.
pub async fn alamat(app: &AppState, tanya: &str) -> Result<Option<String>, Error> {
    // Copied with the end of its sentence.
    let tanya = tanya.trim().trim_end_matches(['.', ',', ';']);
    if tanya.len() > MAKS || !tanya.bytes().any(|b| b.is_ascii_digit()) {
        return Ok(None);
    }
    let bukti = verifikasi::rapikan(tanya);
    let terbukti = async || -> Result<bool, Error> {
        Ok(ada(verifikasi::cari(&app.store, &bukti).await)?
            || ada(verifikasi::cari_skm(&app.store, &bukti).await)?
            || ada(permohonan::dokumen::dari_kode(app.store.baca(), &bukti).await)?)
    };
    if bukti.len() >= 8 && terbukti().await? {
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
        Jenis::Permohonan => (ada(permohonan::dari_kode(app.store.baca(), kode).await)?, "permohonan"),
        Jenis::Tagihan => (ada(tagihan::dari_kode(app.store.baca(), kode).await)?, "bayar"),
        Jenis::Janji => (ada(pesanan::dari_kode(&app.store, kode).await)?, "pesanan"),
        Jenis::Aduan => (ada(pengaduan::dari_kode(app.store.baca(), kode).await)?, "pengaduan"),
        Jenis::Konsultasi => (ada(konsultasi::dari_kode(app.store.baca(), kode).await)?, "konsultasi"),
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

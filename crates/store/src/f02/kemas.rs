//! The packed sheet: one byte an indicator in edition order (`Edisi::semua_indikator`), 0..5, 255 = not scored.
//!
//! Only the bytes; rows are read and written elsewhere.

use crate::{Hasil, StoreError};
use pekppp::Edisi;

const KOSONG: u8 = 255;

/// A sheet without any score.
pub(super) fn kosong(edisi: &Edisi) -> Vec<u8> {
    vec![KOSONG; edisi.semua_indikator().count()]
}

/// Puts one score into its place.
///
/// # Errors
/// `TidakDitemukan` if the edition has no such indicator, `Rusak` if the sheet has another length.
pub(super) fn taruh(edisi: &Edisi, lembar: &mut [u8], kode: &str, skor: Option<u8>) -> Hasil<()> {
    let letak = edisi.semua_indikator().position(|i| i.kode == kode).ok_or(StoreError::TidakDitemukan)?;
    if lembar.len() != edisi.semua_indikator().count() {
        return Err(StoreError::Rusak(format!("f02_lembar has {} bytes, edition {} another number", lembar.len(), edisi.id)));
    }
    lembar[letak] = skor.unwrap_or(KOSONG);
    Ok(())
}

/// # Errors
/// `Rusak` for a byte that is neither 0..5 nor 255.
pub(crate) fn buka(lembar: &[u8]) -> Hasil<Vec<Option<u8>>> {
    lembar
        .iter()
        .map(|b| match *b {
            KOSONG => Ok(None),
            n @ 0..=5 => Ok(Some(n)),
            n => Err(StoreError::Rusak(format!("f02_lembar holds the byte {n}"))),
        })
        .collect()
}

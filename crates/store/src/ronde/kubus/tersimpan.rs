//! A counter as it lies in its table.

use super::Sel;
use crate::{Hasil, StoreError, ronde::masukan::KOSONG};
use sea_orm::FromQueryResult;

/// What [`Baris`] is read from.
pub(crate) const KOLOM: &str = "tingkat, keadaan, kelompok, sel, n, jumlah, kuadrat, hitung";

/// One counter: its level, state, group and cell, and what it counts.
#[derive(FromQueryResult)]
pub(crate) struct Baris {
    pub tingkat: i64,
    pub keadaan: String,
    pub kelompok: String,
    pub sel: String,
    pub n: i64,
    jumlah: i64,
    kuadrat: i64,
    hitung: Vec<u8>,
}

impl Baris {
    /// What it counts.
    ///
    /// # Errors
    /// `Rusak` when a number is negative, or the counts were cut off.
    pub fn isi(&self) -> Hasil<Sel> {
        Sel::dari(self.n, self.jumlah, self.kuadrat, &self.hitung)
    }
}

/// The answer that a cell of one dimension is named by; 255 for "not said".
///
/// # Errors
/// `Rusak` for another name.
pub(crate) fn angka(sel: &str) -> Hasil<u8> {
    let rusak = |_| StoreError::Rusak(format!("a survey counter is called {sel}"));
    if sel == "-" { Ok(KOSONG) } else { sel.parse().map_err(rusak) }
}

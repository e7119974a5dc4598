//! Counters over the answers of a round, kept in the transaction of the answers: what pages and reports read instead of
//! scanning. `lipat` folds answers, `tulis` stores cells, `kemas` is how a cell lies in its column, `tersimpan` its
//! row, `ulang` recounts everything to prove them.

mod baca;
mod kemas;
pub(crate) mod lipat;
mod tersimpan;
pub(crate) mod tulis;
mod ulang;

pub use baca::{per_dimensi, per_kelompok, seluruh, silang, tanda};
pub(crate) use tersimpan::{Baris, KOLOM, angka};
pub use ulang::hitung_ulang;
pub(crate) use ulang::periksa;

use crate::{Hasil, StoreError};

/// What a count is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Keadaan {
    /// Complete, and in the figures.
    Pakai,
    /// With a gap: discarded, shown, never a zero.
    Kurang,
    /// Complete, but left out by an analyst with a reason.
    Kecuali,
}

impl Keadaan {
    pub const SEMUA: [Self; 3] = [Self::Pakai, Self::Kurang, Self::Kecuali];

    #[must_use]
    pub fn kunci(self) -> &'static str {
        match self {
            Self::Pakai => "pakai",
            Self::Kurang => "kurang",
            Self::Kecuali => "kecuali",
        }
    }
}

/// One cell. `jumlah`, `kuadrat`: sum and sum of squares of the respondents' totals (of complete answers).
/// `hitung`: how often each question got each value, by question, then value from the lowest; answered ones only.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sel {
    pub n: u64,
    pub jumlah: u64,
    pub kuadrat: u64,
    pub hitung: Vec<u32>,
}

impl Sel {
    /// Adds another cell of the same round.
    ///
    /// # Errors
    /// `Rusak` if they differ in shape.
    pub fn gabung(&mut self, lain: &Self) -> Hasil<()> {
        if self.hitung.is_empty() {
            self.hitung = vec![0; lain.hitung.len()];
        }
        if !lain.hitung.is_empty() && self.hitung.len() != lain.hitung.len() {
            return Err(StoreError::Rusak("survey counters of one round differ in shape".into()));
        }
        self.n += lain.n;
        self.jumlah += lain.jumlah;
        self.kuadrat += lain.kuadrat;
        self.hitung.iter_mut().zip(&lain.hitung).for_each(|(a, b)| *a += b);
        Ok(())
    }

    pub(crate) fn dari(n: i64, jumlah: i64, kuadrat: i64, hitung: &[u8]) -> Hasil<Self> {
        let rusak = |_| StoreError::Rusak("a survey counter is negative".into());
        Ok(Self {
            n: u64::try_from(n).map_err(rusak)?,
            jumlah: u64::try_from(jumlah).map_err(rusak)?,
            kuadrat: u64::try_from(kuadrat).map_err(rusak)?,
            hitung: kemas::buka(hitung).ok_or_else(|| StoreError::Rusak("a survey counter was cut off".into()))?,
        })
    }

    pub(crate) fn byte(&self) -> Vec<u8> {
        kemas::tutup(&self.hitung)
    }
}

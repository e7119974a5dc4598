//! Versions of a standard and which holds on a day. A version is never changed; a new decree makes a new one.

use jiff::civil::Date;

use super::isi::Isi;
use crate::{Batas, Kalender, SalahTenggat, Tenggat};

/// One version by its decree (SK).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Versi {
    pub sk: String,
    pub ditetapkan: Date,
    /// First day it holds.
    pub sejak: Date,
    /// Last day it holds, where it was withdrawn or limited; otherwise it holds until the next one.
    pub sampai: Option<Date>,
    /// When it was reviewed (monev) since; in any order.
    pub ditinjau: Vec<Date>,
    /// The forum konsultasi publik in which the public took part, where there was one (PermenPANRB 16/2017).
    pub forum: Option<Date>,
    pub isi: Isi,
}

impl Versi {
    #[must_use]
    pub fn baru(sk: &str, ditetapkan: Date, sejak: Date, isi: Isi) -> Self {
        Self { sk: sk.to_owned(), ditetapkan, sejak, sampai: None, ditinjau: Vec::new(), forum: None, isi }
    }

    /// The last day to review: after the latest review, or the decree. How often is the office's rule; no regulation was
    /// found.
    ///
    /// # Errors
    /// See [`SalahTenggat`].
    pub fn tinjauan_jatuh(&self, setiap: Batas, kalender: &Kalender) -> Result<Tenggat, SalahTenggat> {
        let terakhir = self.ditinjau.iter().copied().fold(self.ditetapkan, Date::max);
        setiap.jatuh(terakhir, kalender)
    }
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SalahRiwayat {
    #[error("\"{sk}\": ditetapkan {ditetapkan}, sesudah mulai berlaku {sejak}")]
    BerlakuSurut { sk: String, ditetapkan: Date, sejak: Date },
    #[error("\"{sk}\": berakhir {sampai}, sebelum mulai berlaku {sejak}")]
    Terbalik { sk: String, sejak: Date, sampai: Date },
    #[error("\"{a}\" dan \"{b}\" mulai berlaku pada hari yang sama, {sejak}")]
    MulaiSama { a: String, b: String, sejak: Date },
    #[error("versi tanpa nomor SK")]
    TanpaSk,
}

/// The versions of one standard in order of the day they begin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Riwayat(Vec<Versi>);

impl Riwayat {
    /// # Errors
    /// The first [`SalahRiwayat`].
    pub fn baru(mut versi: Vec<Versi>) -> Result<Self, SalahRiwayat> {
        versi.sort_by_key(|v| v.sejak);
        for v in &versi {
            let (sk, sejak) = (v.sk.clone(), v.sejak);
            if sk.trim().is_empty() {
                return Err(SalahRiwayat::TanpaSk);
            }
            if v.ditetapkan > sejak {
                return Err(SalahRiwayat::BerlakuSurut { sk, ditetapkan: v.ditetapkan, sejak });
            }
            if let Some(sampai) = v.sampai.filter(|s| *s < sejak) {
                return Err(SalahRiwayat::Terbalik { sk, sejak, sampai });
            }
        }
        let sama = versi.iter().zip(versi.iter().skip(1)).find(|(a, b)| a.sejak == b.sejak);
        if let Some((a, b)) = sama {
            return Err(SalahRiwayat::MulaiSama { a: a.sk.clone(), b: b.sk.clone(), sejak: a.sejak });
        }
        Ok(Self(versi))
    }

    /// The version in force: the last one that began, unless its end is past. An older one does not come back.
    #[must_use]
    pub fn berlaku(&self, pada: Date) -> Option<&Versi> {
        self.0.iter().rev().find(|v| v.sejak <= pada).filter(|v| v.sampai.is_none_or(|s| pada <= s))
    }

    /// Decreed, not yet in force.
    #[must_use]
    pub fn akan_berlaku(&self, pada: Date) -> Vec<&Versi> {
        self.0.iter().filter(|v| v.sejak > pada).collect()
    }

    #[must_use]
    pub fn semua(&self) -> &[Versi] {
        &self.0
    }

    /// When the standard was changed or reviewed up to a day: the dates freshness is measured from, in order.
    #[must_use]
    pub fn perubahan(&self, pada: Date) -> Vec<Date> {
        let semua = self.0.iter().flat_map(|v| std::iter::once(v.ditetapkan).chain(v.ditinjau.iter().copied()));
        let mut hari: Vec<Date> = semua.filter(|h| *h <= pada).collect();
        hari.sort_unstable();
        hari.dedup();
        hari
    }
}

/// The signed public promise to keep the standard (maklumat pelayanan).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Maklumat {
    pub ditandatangani: Date,
    pub penanda_tangan: String,
    pub sampai: Option<Date>,
}

impl Maklumat {
    #[must_use]
    pub fn berlaku(&self, pada: Date) -> bool {
        self.ditandatangani <= pada && self.sampai.is_none_or(|s| pada <= s)
    }
}

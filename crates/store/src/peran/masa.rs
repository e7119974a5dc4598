//! How long a role holds, and in whose place: days, and the acting official (Pelaksana Tugas, Pelaksana Harian) who signs with
//! the office written as the decision writes it.

use super::Peran;
use crate::{Hasil, StoreError};
use jiff::civil::Date;

/// Days of a role, both included; without one it is open on that side.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Masa {
    pub mulai: Option<Date>,
    pub sampai: Option<Date>,
    pub pengganti: Option<Pengganti>,
}

/// In whose place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pengganti {
    pub jenis: JenisPengganti,
    /// The office that is acted for, without `Plt.`: `Kepala Dinas Sosial`.
    pub jabatan: String,
    /// Number and date of the decision or order.
    pub dasar: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JenisPengganti {
    /// Pelaksana Tugas: the office is vacant.
    Plt,
    /// Pelaksana Harian: its holder is away.
    Plh,
}

impl JenisPengganti {
    #[must_use]
    pub fn kunci(self) -> &'static str {
        match self {
            Self::Plt => "plt",
            Self::Plh => "plh",
        }
    }

    #[must_use]
    pub fn dari_kunci(kunci: &str) -> Option<Self> {
        [Self::Plt, Self::Plh].into_iter().find(|j| j.kunci() == kunci)
    }
}

/// Roles of officials who sign, whom somebody acts for.
const BERTANDA: [Peran; 3] = [Peran::UnitKepala, Peran::Penanggungjawab, Peran::MppKepala];

impl Peran {
    /// Whether somebody can act for the holder.
    #[must_use]
    pub fn dapat_diganti(self) -> bool {
        BERTANDA.contains(&self)
    }
}

impl Masa {
    /// # Errors
    /// `Keadaan`: `peran-masa-terbalik`; `peran-admin-tanpa-masa`, for the last administrator must not end by the calendar;
    /// `peran-pengganti-jenis` for a role that nobody acts for, `peran-pengganti-akhir` without a last day,
    /// `peran-pengganti-dasar` without office or decision.
    pub(super) fn periksa(&self, peran: Peran) -> Hasil<()> {
        let salah = |kunci| Err(StoreError::Keadaan(kunci));
        if self.mulai.zip(self.sampai).is_some_and(|(m, s)| s < m) {
            return salah("peran-masa-terbalik");
        }
        if peran == Peran::Admin && (self.mulai.is_some() || self.sampai.is_some()) {
            return salah("peran-admin-tanpa-masa");
        }
        let Some(g) = &self.pengganti else { return Ok(()) };
        if !peran.dapat_diganti() {
            return salah("peran-pengganti-jenis");
        }
        if self.sampai.is_none() {
            return salah("peran-pengganti-akhir");
        }
        if g.jabatan.trim().is_empty() || g.dasar.trim().is_empty() { salah("peran-pengganti-dasar") } else { Ok(()) }
    }
}

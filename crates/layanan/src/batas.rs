//! A limit: an amount with its unit, since regulations say `hari`, `hari kerja` and `bulan` and mean different things
//! (Perpres 76/2013 says hari, PermenPANRB 62/2018 hari kerja).

use jiff::{ToSpan, civil::Date};

use crate::{HARI_MAKS, Kalender, SalahTenggat, Tenggat, kunci::berkunci, tambah_hari, tambah_hari_kerja};

berkunci! {
    /// Unit of a limit.
    pub enum Satuan {
        Hari = "hari",
        HariKerja = "hari-kerja",
        /// To the same day of a later month; the last day where the month is shorter.
        Bulan = "bulan",
    }
}

/// So many of a unit. The day after the start is day 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Batas {
    pub jumlah: u32,
    pub satuan: Satuan,
}

impl Batas {
    #[must_use]
    pub const fn hari(jumlah: u32) -> Self {
        Self { jumlah, satuan: Satuan::Hari }
    }

    #[must_use]
    pub const fn hari_kerja(jumlah: u32) -> Self {
        Self { jumlah, satuan: Satuan::HariKerja }
    }

    #[must_use]
    pub const fn bulan(jumlah: u32) -> Self {
        Self { jumlah, satuan: Satuan::Bulan }
    }

    /// The last day that is still in time. For working days the answer names years without a list or with an estimate.
    ///
    /// # Errors
    /// See [`SalahTenggat`].
    pub fn jatuh(self, mulai: Date, kalender: &Kalender) -> Result<Tenggat, SalahTenggat> {
        let pasti = |jatuh| Tenggat { jatuh, tanpa_daftar: Vec::new(), perkiraan: Vec::new() };
        match self.satuan {
            Satuan::HariKerja => tambah_hari_kerja(mulai, self.jumlah, kalender),
            Satuan::Hari => tambah_hari(mulai, self.jumlah).map(pasti),
            Satuan::Bulan if self.jumlah > HARI_MAKS / 30 => Err(SalahTenggat::TerlaluBanyak(self.jumlah.saturating_mul(30))),
            Satuan::Bulan => mulai.checked_add(i64::from(self.jumlah).months()).map(pasti).map_err(|_| SalahTenggat::DiLuarKalender),
        }
    }
}

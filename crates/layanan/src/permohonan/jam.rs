//! The clock of the promise: working days of the office's calendar, without those on which the applicant was to correct.
//!
//! A decision of this program, since no regulation that we could read says so (the standard of an office may say otherwise): counting begins
//! on the working day after the case came; days after a demand for correction up to the day it comes back do not count; the clock stops when
//! the product is ready or the case is refused.

use jiff::civil::Date;

use super::alur::Permohonan;
use crate::{HARI_MAKS, Kalender, Kepastian, SalahTenggat, Tenggat};

/// The clock of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Jam {
    /// The standard names no working days.
    TanpaJanji,
    /// To be done by this day.
    Berjalan(Tenggat),
    /// The applicant has the case; so many working days are left once he gives it back. 0: it was late before.
    Berhenti { sisa: u32 },
    /// Done on `pada`; it was to be done by `tenggat`.
    Tuntas { pada: Date, tenggat: Tenggat },
}

impl Jam {
    /// Whether the promise is broken on a local day.
    #[must_use]
    pub fn lewat(&self, hari: Date) -> bool {
        match self {
            Self::Berjalan(t) => t.jatuh < hari,
            Self::Tuntas { pada, tenggat } => tenggat.jatuh < *pada,
            Self::Berhenti { .. } | Self::TanpaJanji => false,
        }
    }
}

impl Permohonan {
    /// The clock by a calendar.
    ///
    /// # Errors
    /// See [`SalahTenggat`].
    pub fn jam(&self, kalender: &Kalender) -> Result<Jam, SalahTenggat> {
        let Some(n) = self.hari_kerja else { return Ok(Jam::TanpaJanji) };
        if n > HARI_MAKS {
            return Err(SalahTenggat::TerlaluBanyak(n));
        }
        // Nothing is left of the pause of a case that ended in it.
        let akhir = |sampai: Option<Date>| sampai.or(self.tuntas);
        let (mut hari, mut sisa) = (self.diterima, n);
        let mut tahun = vec![hari.year()];
        while sisa > 0 {
            if self.tuntas.is_none()
                && let Some((mulai, None)) = self.jeda.last()
                && hari >= *mulai
            {
                return Ok(Jam::Berhenti { sisa });
            }
            hari = hari.tomorrow().map_err(|_| SalahTenggat::DiLuarKalender)?;
            if tahun.last() != Some(&hari.year()) {
                tahun.push(hari.year());
            }
            let jeda = self.jeda.iter().any(|(mulai, sampai)| *mulai < hari && akhir(*sampai).is_some_and(|s| hari <= s));
            sisa -= u32::from(!jeda && kalender.hari_kerja(hari));
        }
        if self.tuntas.is_none() && self.jeda.last().is_some_and(|(_, sampai)| sampai.is_none()) {
            return Ok(Jam::Berhenti { sisa: 0 });
        }
        let dengan = |k: Option<Kepastian>| tahun.iter().copied().filter(|t| kalender.kepastian(*t) == k).collect();
        let t = Tenggat { jatuh: hari, tanpa_daftar: dengan(None), perkiraan: dengan(Some(Kepastian::Perkiraan)) };
        Ok(match self.tuntas {
            Some(pada) => Jam::Tuntas { pada, tenggat: t },
            None => Jam::Berjalan(t),
        })
    }
}

//! When a number of days is over. The day after the start is day 1.

use jiff::{ToSpan, civil::Date};

use crate::{kalender::Kalender, libur::Kepastian};

/// More days than this are taken for a slip of the hand.
pub const HARI_MAKS: u32 = 3660;

/// The last day, and how sure it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tenggat {
    pub jatuh: Date,
    /// Years on the way whose holidays are not listed: only weekends and the office's own days were left out.
    pub tanpa_daftar: Vec<i16>,
    /// Years on the way whose list is an estimate.
    pub perkiraan: Vec<i16>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SalahTenggat {
    #[error("{0} hari; diharapkan paling banyak {HARI_MAKS}")]
    TerlaluBanyak(u32),
    #[error("tanggal jatuh tempo di luar kalender")]
    DiLuarKalender,
}

/// The day on which `n` working days after `mulai` are over; `n` = 0 gives `mulai` itself.
///
/// # Errors
/// See [`SalahTenggat`].
pub fn tambah_hari_kerja(mulai: Date, n: u32, kalender: &Kalender) -> Result<Tenggat, SalahTenggat> {
    if n > HARI_MAKS {
        return Err(SalahTenggat::TerlaluBanyak(n));
    }
    let (mut hari, mut sisa) = (mulai, n);
    let mut tahun = vec![mulai.year()];
    while sisa > 0 {
        hari = hari.tomorrow().map_err(|_| SalahTenggat::DiLuarKalender)?;
        if tahun.last() != Some(&hari.year()) {
            tahun.push(hari.year());
        }
        if kalender.hari_kerja(hari) {
            sisa -= 1;
        }
    }
    let dengan = |k: Option<Kepastian>| tahun.iter().copied().filter(|t| kalender.kepastian(*t) == k).collect();
    Ok(Tenggat { jatuh: hari, tanpa_daftar: dengan(None), perkiraan: dengan(Some(Kepastian::Perkiraan)) })
}

/// The day on which `n` days after `mulai` are over, every day counted.
///
/// # Errors
/// See [`SalahTenggat`].
pub fn tambah_hari(mulai: Date, n: u32) -> Result<Date, SalahTenggat> {
    if n > HARI_MAKS {
        return Err(SalahTenggat::TerlaluBanyak(n));
    }
    mulai.checked_add(i64::from(n).days()).map_err(|_| SalahTenggat::DiLuarKalender)
}

/// Working days after `dari` up to and including `sampai`: how many are left. 0 when it is over.
#[must_use]
pub fn hari_kerja_antara(dari: Date, sampai: Date, kalender: &Kalender) -> u32 {
    let mut banyak = 0;
    let mut hari = dari;
    while hari < sampai && banyak < HARI_MAKS {
        let Ok(besok) = hari.tomorrow() else { break };
        hari = besok;
        banyak += u32::from(kalender.hari_kerja(hari));
    }
    banyak
}

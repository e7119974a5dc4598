//! Phases and the follow-up deadline (`PermenPANRB` 29/2022).
//!
//! Lives here: the names of the regulation and its one deadline. Must not live here: the dates of a
//! period, which are the organiser's (store).

mod tahun;

pub use tahun::{di_luar_tahun, setahun_kemudian};

use jiff::{ToSpan, civil::Date};
use serde::{Deserialize, Serialize};

/// The four phases of PEKPPP, in order (`PermenPANRB` 29/2022).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fase {
    Persiapan,
    Pelaksanaan,
    /// Delivery of the result and follow-up.
    Penyampaian,
    /// Ranking and awards.
    Pemeringkatan,
}

impl Fase {
    pub const SEMUA: [Fase; 4] = [Self::Persiapan, Self::Pelaksanaan, Self::Penyampaian, Self::Pemeringkatan];

    /// Stable key for databases and catalogues.
    #[must_use]
    pub fn kunci(self) -> &'static str {
        match self {
            Self::Persiapan => "persiapan",
            Self::Pelaksanaan => "pelaksanaan",
            Self::Penyampaian => "penyampaian",
            Self::Pemeringkatan => "pemeringkatan",
        }
    }

    #[must_use]
    pub fn dari_kunci(kunci: &str) -> Option<Self> {
        Self::SEMUA.into_iter().find(|f| f.kunci() == kunci)
    }

    #[must_use]
    pub fn berikut(self) -> Option<Self> {
        Self::SEMUA.into_iter().find(|f| *f > self)
    }
}

/// The last day on which a unit may report its follow-up: three months before the next period
/// starts (`PermenPANRB` 29/2022). The 31st becomes the last day of a shorter month.
/// `None` only at the far end of the calendar.
#[must_use]
pub fn batas_tindak_lanjut(mulai_periode_berikut: Date) -> Option<Date> {
    mulai_periode_berikut.checked_sub(3.months()).ok()
}

/// Where the start of the unit's next period comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DasarBatas {
    /// A later period is registered.
    Terdaftar,
    /// None is: it is taken to start a year after this one, and whoever shows the deadline says so.
    Anggapan,
    /// The deadline before the next period was over when the unit got its report, so the one of the year after counts: our reading, no
    /// regulation says it, and whoever shows the deadline says so.
    Lewat,
}

/// The follow-up deadline of one unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct BatasTindakLanjut {
    /// Last day for the report.
    pub batas: Date,
    pub mulai_berikut: Date,
    pub dasar: DasarBatas,
}

/// The follow-up deadline of a unit whose period began on `mulai`. `berikut` are the first days of later registered
/// periods (any order; days up to `mulai` are ignored); the earliest counts. Without one the next period is assumed to
/// start a year after `mulai` (29 February becomes the 28th). `sampai` is the day on which the unit got its evaluation report, if it has it:
/// nobody can be late before, so where the deadline is not after it, the next later one counts. `None` only at the far end of the calendar.
#[must_use]
pub fn batas_unit(mulai: Date, berikut: &[Date], sampai: Option<Date>) -> Option<BatasTindakLanjut> {
    let mut terdaftar: Vec<Date> = berikut.iter().copied().filter(|b| *b > mulai).collect();
    terdaftar.sort_unstable();
    let satu = |mulai_berikut, dasar| Some(BatasTindakLanjut { batas: batas_tindak_lanjut(mulai_berikut)?, mulai_berikut, dasar });
    let cukup = |b: &BatasTindakLanjut| sampai.is_none_or(|s| b.batas > s);
    let pertama = match terdaftar.first() {
        Some(b) => satu(*b, DasarBatas::Terdaftar)?,
        None => satu(mulai.checked_add(1.year()).ok()?, DasarBatas::Anggapan)?,
    };
    if cukup(&pertama) {
        return Some(pertama);
    }
    let kemudian = terdaftar.into_iter().skip(1).filter_map(|b| satu(b, DasarBatas::Lewat)).find(cukup);
    kemudian
        .or_else(|| (1..100).find_map(|n: i64| satu(pertama.mulai_berikut.checked_add(n.years()).ok()?, DasarBatas::Lewat).filter(cukup)))
}

#[cfg(test)]
mod tests;

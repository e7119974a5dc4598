//! Phases and the follow-up deadline (`PermenPANRB` 29/2022).
//!
//! Lives here: the names of the regulation and its one deadline. Must not live here: the dates of a
//! period, which are the organiser's (store).

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

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn deadline_is_three_calendar_months_before() {
        assert_eq!(batas_tindak_lanjut(date(2024, 9, 1)), Some(date(2024, 6, 1)));
        assert_eq!(batas_tindak_lanjut(date(2024, 5, 31)), Some(date(2024, 2, 29)));
        assert_eq!(batas_tindak_lanjut(date(2023, 5, 31)), Some(date(2023, 2, 28)));
        assert_eq!(batas_tindak_lanjut(Date::MIN), None);
    }

    #[test]
    fn keys_read_back_and_phases_follow_each_other() {
        for fase in Fase::SEMUA {
            assert_eq!(Fase::dari_kunci(fase.kunci()), Some(fase));
        }
        assert_eq!(Fase::Persiapan.berikut(), Some(Fase::Pelaksanaan));
        assert_eq!(Fase::Pemeringkatan.berikut(), None);
    }
}

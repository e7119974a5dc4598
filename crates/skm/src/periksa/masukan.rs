//! A published result as a person copies it from a report.

use pecahan::Pecahan;
use serde::{Deserialize, Serialize};

use super::AngkaTercetak;
use crate::edisi::Edisi;

/// What a report prints; whatever it leaves out is `None`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Terbitan {
    /// One value an unsur, in the order of the report (the check does not depend on it).
    pub unsur: Vec<AngkaTercetak>,
    pub jenis: JenisNilai,
    /// Respondents; needed for `Jumlah`.
    pub n: Option<i64>,
    pub indeks: Option<AngkaTercetak>,
    pub ikm: Option<AngkaTercetak>,
    /// `"A"`, `"B (Baik)"`, `"Sangat Baik"`.
    pub mutu: Option<String>,
    /// The weight the report says it used.
    pub bobot: Option<AngkaTercetak>,
}

/// What the values of the unsur are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum JenisNilai {
    /// Means on the scale of the answers (3.868).
    #[default]
    Nrr,
    /// Sums of answers over n respondents (105).
    Jumlah,
    /// Means times the factor (85.94).
    Konversi,
}

impl Terbitan {
    /// The NRR behind the printed values, unrounded; `None` without values, or sums without n.
    pub(super) fn nrr(&self, edisi: &Edisi) -> Option<Vec<Pecahan>> {
        let pembagi = self.pembagi(edisi)?;
        (!self.unsur.is_empty()).then(|| self.unsur.iter().map(|u| &u.nilai / &pembagi).collect())
    }

    /// How far the mean NRR can be from the printed one, because the values were printed rounded. Sums are exact.
    pub(super) fn kelonggaran(&self, edisi: &Edisi) -> Pecahan {
        let setengah: Vec<Pecahan> = self.unsur.iter().map(AngkaTercetak::setengah).collect();
        match (self.jenis, self.pembagi(edisi), Pecahan::rata_rata(&setengah)) {
            (JenisNilai::Nrr | JenisNilai::Konversi, Some(pembagi), Some(rata)) => &rata / &pembagi,
            _ => Pecahan::nol(),
        }
    }

    fn pembagi(&self, edisi: &Edisi) -> Option<Pecahan> {
        match self.jenis {
            JenisNilai::Nrr => Some(Pecahan::bulat(1)),
            JenisNilai::Jumlah => self.n.filter(|n| *n > 0).map(Pecahan::bulat),
            JenisNilai::Konversi => Some(edisi.penilaian.faktor.clone()),
        }
    }
}

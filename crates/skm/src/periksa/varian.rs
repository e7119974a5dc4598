//! Recomputing a table of unsur under a way of computing: the rule, or one of the variants met in old reports.
//!
//! Lives here: the ways and what each gives. Must not live here: which one a report followed (`periksa`).

use pecahan::Pecahan;
use serde::{Deserialize, Serialize};

use crate::{edisi::Penilaian, hasil::Bobot};

/// How a report computed. [`Cara::ATURAN`] is the rule of the edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cara {
    pub bobot: Bobot,
    /// NRR times weight rounded for each unsur before it is summed (V07).
    pub tertimbang_desimal: Option<u32>,
    /// Index rounded before it is converted (V13).
    pub indeks_desimal: Option<u32>,
    /// NRR not rounded before it is weighted.
    pub nrr_utuh: bool,
}

impl Cara {
    pub const ATURAN: Self = Self { bobot: Bobot::Persis, tertimbang_desimal: None, indeks_desimal: None, nrr_utuh: false };

    /// The variants, those that stray least from the rule first.
    pub(super) fn varian() -> Vec<Self> {
        let mut semua = Vec::new();
        for bobot in [Bobot::Persis, Bobot::Desimal(3), Bobot::Desimal(2)] {
            for tertimbang_desimal in [None, Some(3)] {
                for indeks_desimal in [None, Some(3)] {
                    for nrr_utuh in [false, true] {
                        semua.push(Self { bobot, tertimbang_desimal, indeks_desimal, nrr_utuh });
                    }
                }
            }
        }
        semua.retain(|c| *c != Self::ATURAN);
        semua.sort_by_key(Self::jarak);
        semua
    }

    fn jarak(&self) -> usize {
        let beda = [self.bobot != Bobot::Persis, self.tertimbang_desimal.is_some(), self.indeks_desimal.is_some(), self.nrr_utuh];
        beda.into_iter().filter(|b| *b).count()
    }

    /// Index as this way has it, from unrounded NRR.
    pub(super) fn indeks(&self, p: &Penilaian, nrr: &[Pecahan]) -> Pecahan {
        let k = i64::try_from(nrr.len()).unwrap_or(i64::MAX);
        let w = self.bobot.nilai(k);
        let satu = |nrr: &Pecahan| {
            let nrr = if self.nrr_utuh { nrr.clone() } else { nrr.dibulatkan(p.nrr_desimal) };
            let tertimbang = &nrr * &w;
            self.tertimbang_desimal.map_or_else(|| tertimbang.clone(), |d| tertimbang.dibulatkan(d))
        };
        let indeks: Pecahan = nrr.iter().map(satu).sum();
        self.indeks_desimal.map_or_else(|| indeks.clone(), |d| indeks.dibulatkan(d))
    }
}

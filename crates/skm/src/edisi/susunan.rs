//! What one round asks: the edition without the unsur it leaves out, and the scale of a respondent's total.
//!
//! Lives here: choice of unsur, order of questions, the whole-number total of an answer. Must not live here: scores.

use super::{Edisi, Pertanyaan, Unsur, Urutan};

/// The unsur in use, in the order of the regulation. k is their number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Susunan<'a> {
    edisi: &'a Edisi,
    unsur: Vec<&'a Unsur>,
    /// Questions in the order of the questionnaire, each with the place of its unsur in `unsur`.
    pertanyaan: Vec<(usize, &'a Pertanyaan)>,
    /// Least common multiple of the numbers of questions.
    kelipatan: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SalahSusunan {
    #[error("unsur \"{0}\" tidak ada dalam edisi ini")]
    TidakDikenal(String),
    #[error("unsur \"{0}\" tidak boleh ditiadakan menurut edisi ini")]
    TidakBolehDitiadakan(String),
    #[error("tidak ada unsur yang tersisa")]
    Kosong,
}

impl<'a> Susunan<'a> {
    pub(super) fn baru(edisi: &'a Edisi, ditiadakan: &[&str]) -> Result<Self, SalahSusunan> {
        for kunci in ditiadakan {
            let unsur = edisi.cari_unsur(kunci).ok_or_else(|| SalahSusunan::TidakDikenal((*kunci).to_owned()))?;
            if unsur.boleh_ditiadakan.is_none() {
                return Err(SalahSusunan::TidakBolehDitiadakan((*kunci).to_owned()));
            }
        }
        let unsur: Vec<&Unsur> =
            edisi.unsur_urut(Urutan::Peraturan).into_iter().filter(|u| !ditiadakan.contains(&u.kunci.as_str())).collect();
        if unsur.is_empty() { Err(SalahSusunan::Kosong) } else { Ok(Self::dari(edisi, unsur)) }
    }

    pub(super) fn lengkap(edisi: &'a Edisi) -> Self {
        Self::dari(edisi, edisi.unsur_urut(Urutan::Peraturan))
    }

    fn dari(edisi: &'a Edisi, unsur: Vec<&'a Unsur>) -> Self {
        let kelipatan = unsur.iter().map(|u| u.banyak()).fold(1, |a: i64, b| (a / fpb(a, b)).saturating_mul(b));
        let mut urut: Vec<usize> = (0..unsur.len()).collect();
        urut.sort_by_key(|&i| unsur[i].urutan_kuesioner);
        let pertanyaan = urut.into_iter().flat_map(|i| unsur[i].pertanyaan.iter().map(move |p| (i, p))).collect();
        Self { edisi, unsur, pertanyaan, kelipatan }
    }

    #[must_use]
    pub fn edisi(&self) -> &'a Edisi {
        self.edisi
    }

    /// In the order of the regulation.
    #[must_use]
    pub fn unsur(&self) -> &[&'a Unsur] {
        &self.unsur
    }

    /// Number of unsur in use; the weight of each is exactly `1 / k`.
    #[must_use]
    pub fn k(&self) -> i64 {
        i64::try_from(self.unsur.len()).unwrap_or(i64::MAX)
    }

    /// The questions as the form asks them (unsur in the order of the questionnaire), each with the place of its unsur
    /// in [`Susunan::unsur`]. Answers are lists in this order.
    #[must_use]
    pub fn pertanyaan(&self) -> &[(usize, &'a Pertanyaan)] {
        &self.pertanyaan
    }

    /// What one answer of the unsur adds to the respondent's total, so that every unsur counts alike:
    /// 1 for all when each unsur has one question.
    #[must_use]
    pub fn kali(&self, unsur: &Unsur) -> i64 {
        self.kelipatan / unsur.banyak()
    }

    /// The respondent's total divided by this is his mean on the scale of the answers (9 for nine questions).
    #[must_use]
    pub fn penyebut(&self) -> i64 {
        self.kelipatan.saturating_mul(self.k())
    }
}

impl Unsur {
    /// Number of its questions.
    #[must_use]
    pub fn banyak(&self) -> i64 {
        i64::try_from(self.pertanyaan.len()).unwrap_or(i64::MAX).max(1)
    }
}

fn fpb(a: i64, b: i64) -> i64 {
    if b == 0 { a } else { fpb(b, a % b) }
}

//! The trace of one computation, serialisable: every number a derivation page or a bundle shows.
//!
//! Lives here: shapes. Must not live here: arithmetic.

use serde::{Deserialize, Serialize};

use crate::{
    edisi::{AgregasiF03, CaraPenilai, Edisi},
    nilai::{Bobot, Ipp, Nilai},
    pecahan::Pecahan,
};

/// Result of [`super::hitung`]. Fractions are exact strings (see [`Pecahan`]).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HasilIpp {
    pub edisi: String,
    pub status: Status,
    pub cara_penilai: CaraPenilai,
    pub agregasi_f03: AgregasiF03,
    pub porsi_f02: Pecahan,
    pub porsi_f03: Pecahan,
    pub f02: HasilF02,
    pub f03: HasilF03,
    /// `None` unless `status` is `Lengkap`.
    pub ipp: Option<HasilAkhir>,
    pub peringatan: Vec<Peringatan>,
}

/// `f02-kurang` comes before `f03-kurang`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    #[serde(rename = "complete")]
    Lengkap,
    F02Kurang,
    F03Kurang,
}

impl Status {
    /// `complete`, `f02-kurang`, `f03-kurang`.
    #[must_use]
    pub fn kunci(self) -> &'static str {
        match self {
            Self::Lengkap => "complete",
            Self::F02Kurang => "f02-kurang",
            Self::F03Kurang => "f03-kurang",
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HasilF02 {
    /// Sum of the aspects' contributions; `None` while a score is missing.
    pub nilai: Option<Pecahan>,
    pub aspek: Vec<HasilAspek>,
    /// Codes without a settled score, in form order.
    pub kurang: Vec<String>,
    /// Scores given to unweighted indicators; shown, never computed with.
    pub tambahan: Vec<HasilIndikator>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HasilAspek {
    pub kunci: String,
    pub nama: String,
    pub bobot: Bobot,
    /// 0..=5; `None` while one of its scores is missing.
    pub nilai: Option<Pecahan>,
    /// `bobot / 100 * nilai`: what the aspect adds to F02.
    pub sumbangan: Option<Pecahan>,
    pub indikator: Vec<HasilIndikator>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HasilIndikator {
    pub kode: String,
    /// `None` for an unweighted indicator.
    pub bobot: Option<Bobot>,
    pub penilai: Vec<NilaiPenilai>,
    /// The consensus score, where evaluators differed and settled it.
    pub konsensus: Option<Nilai>,
    /// The settled score (mean or consensus); `None` while missing.
    pub nilai: Option<Pecahan>,
    /// `bobot / 100 * nilai`: what the indicator adds to the aspect.
    pub sumbangan: Option<Pecahan>,
}

/// Score of one evaluator; `nilai` is `None` when the evaluator left it out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NilaiPenilai {
    pub evaluator: String,
    pub nilai: Option<Nilai>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HasilF03 {
    /// `None` when nobody's answers can be used.
    pub nilai: Option<Pecahan>,
    pub responden: u64,
    pub dipakai: u64,
    /// Respondents with an answer missing.
    pub dibuang: u64,
    pub pernyataan: Vec<PernyataanF03>,
    pub aspek: Vec<AspekF03>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PernyataanF03 {
    pub id: String,
    pub aspek: String,
    pub jumlah: u64,
    pub rata_rata: Option<Pecahan>,
}

/// Mean of an aspect's statements over the used respondents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AspekF03 {
    pub kunci: String,
    pub rata_rata: Option<Pecahan>,
}

/// The index with its written forms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HasilAkhir {
    pub ipp: Ipp,
    /// Two decimals, half-up.
    pub tampil: String,
    /// Code of the category (`"A-"`).
    pub kategori: String,
    pub nama_kategori: String,
}

impl HasilAkhir {
    pub(crate) fn dari(edisi: &Edisi, ipp: Ipp) -> Option<Self> {
        let kategori = edisi.kategori(&ipp)?;
        Some(Self { tampil: ipp.tampil(), kategori: kategori.kode.clone(), nama_kategori: kategori.nama.clone(), ipp })
    }
}

/// Nothing wrong, but to be told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(tag = "peringatan", rename_all = "kebab-case")]
pub enum Peringatan {
    #[error("{dipakai} responden F03 dipakai, melebihi batas {maks} dari edisi; semuanya dihitung")]
    RespondenMelebihi { dipakai: u64, maks: u32 },
}

//! Ranking of a period, per category of service, as a workbook: what it says once, and a row. Rows are handed over one by one, so that a
//! long ranking is never held a second time.

use serde::{Deserialize, Serialize};

use super::Angka;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TabelPeringkat {
    /// e.g. `Peringkat PEKPPP Mandiri Kabupaten Kutai Timur 2023`.
    pub judul: String,
    /// Scheme, edition, source and certainty, one line each.
    pub keterangan: Vec<String>,
    pub ilustrasi: bool,
}

/// A few rows of one category, for a document that names the best.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KelompokPeringkat {
    pub nama: String,
    pub baris: Vec<BarisPeringkat>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BarisPeringkat {
    /// Ties share a rank.
    pub peringkat: u32,
    pub nama: String,
    pub instansi: String,
    pub f02: Option<Angka>,
    pub f03: Option<Angka>,
    /// Unrounded value in `eksak`: ranks come from it.
    pub ipp: Angka,
    pub kategori: String,
}

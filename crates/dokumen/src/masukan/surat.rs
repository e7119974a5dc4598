//! The product of a case: a letter that an office wrote, with the code that proves it.

use serde::{Deserialize, Serialize};

use super::Kepala;

/// One letter. `kepala.nomor` is its number, `kepala.verifikasi` where it is proven.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SuratLayanan {
    pub kepala: Kepala,
    /// e.g. `Akta kelahiran`.
    pub judul: String,
    /// Paragraphs; a line of a paragraph stays a line.
    pub paragraf: Vec<Vec<String>>,
    /// e.g. `Sangatta, 5 Desember 2026`; empty leaves no gap.
    pub tempat_tanggal: String,
    /// Who signs, as the office writes it; empty leaves no gap.
    pub penanda: String,
}

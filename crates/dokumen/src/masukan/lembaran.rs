//! A sheet of headings, paragraphs and tables of texts that are ready to print: the proof file that a complainant takes to the Ombudsman,
//! measures as evidence for F01, the report of a mall. A document with a form of its own has a struct of its own.

use serde::{Deserialize, Serialize};

use super::Kepala;

/// A table of texts; the first column is the widest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TabelLembaran {
    pub kolom: Vec<String>,
    pub baris: Vec<Vec<String>>,
}

/// A heading with what stands under it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BagianLembaran {
    pub judul: String,
    pub paragraf: Vec<String>,
    pub tabel: Option<TabelLembaran>,
}

/// The document: title, names with values, one remark that must not be missed, sections.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Lembaran {
    pub kepala: Kepala,
    pub judul: String,
    /// Name and value.
    pub ringkas: Vec<(String, String)>,
    pub penting: Option<String>,
    pub bagian: Vec<BagianLembaran>,
    /// Small print at the end.
    pub penutup: Vec<String>,
}

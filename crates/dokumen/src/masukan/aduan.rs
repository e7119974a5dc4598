//! Reports of citizens on paper: the proof file that a complainant takes to the Ombudsman, and the measures of a unit as evidence.
//! Both are headings, paragraphs and tables of texts that are ready to print.

use serde::{Deserialize, Serialize};

use super::Kepala;

/// A table of texts; the first column is the widest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TabelAduan {
    pub kolom: Vec<String>,
    pub baris: Vec<Vec<String>>,
}

/// A heading with what stands under it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BagianAduan {
    pub judul: String,
    pub paragraf: Vec<String>,
    pub tabel: Option<TabelAduan>,
}

/// The document: title, names with values, one remark that must not be missed, sections.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LembarAduan {
    pub kepala: Kepala,
    pub judul: String,
    /// Name and value.
    pub ringkas: Vec<(String, String)>,
    pub penting: Option<String>,
    pub bagian: Vec<BagianAduan>,
    /// Small print at the end.
    pub penutup: Vec<String>,
}

//! Papers of a mall: a text of headings, paragraphs, items and tables (minutes, study, agreements), and the poster that leads
//! to the mall's page.

use serde::{Deserialize, Serialize};

use super::Kepala;

/// One thing of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "jenis", content = "isi", rename_all = "kebab-case")]
pub enum BarisNaskah {
    Judul(String),
    Alinea(String),
    Butir(String),
    Tabel { kolom: Vec<String>, baris: Vec<Vec<String>> },
}

/// A text to be signed or kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NaskahMpp {
    pub kepala: Kepala,
    pub judul: String,
    /// Said in a box at the top, e.g. that the text is an example and no official annex.
    pub catatan: Option<String>,
    pub isi: Vec<BarisNaskah>,
    /// Who signs, each with a line to write on.
    pub tanda_tangan: Vec<String>,
}

/// A4 poster of a mall.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PosterMal {
    pub kepala: Kepala,
    pub nama: String,
    pub alamat: String,
    /// Address of the page, content of the QR code.
    pub url: String,
    pub url_pendek: String,
    /// e.g. `Senin–Kamis 08.00–15.00`.
    pub jam: String,
    /// e.g. `8 gerai`.
    pub gerai: String,
    /// e.g. `25 layanan`.
    pub layanan: String,
}

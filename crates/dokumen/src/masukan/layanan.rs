//! A service for citizens on paper: the publication sheet of its standard, and the poster that leads to its page.

use serde::{Deserialize, Serialize};

use super::Kepala;

/// One component as printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BagianLayanan {
    /// e.g. `Persyaratan`.
    pub judul: String,
    /// One line each; a single one is printed as a sentence.
    pub butir: Vec<String>,
}

/// The published components of a standard in force, to be hung up. The QR of `kepala` leads to its page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LembarLayanan {
    pub kepala: Kepala,
    pub nama: String,
    pub ringkas: String,
    /// The decree and the days, as one sentence.
    pub dasar: String,
    pub bagian: Vec<BagianLayanan>,
}

/// A4 poster of one service.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PosterLayanan {
    pub kepala: Kepala,
    pub nama: String,
    pub unit: String,
    /// Address of the page, content of the QR code.
    pub url: String,
    pub url_pendek: String,
    /// e.g. `3 hari kerja`.
    pub waktu: String,
    /// e.g. `Gratis`.
    pub biaya: String,
    /// e.g. `Senin–Kamis 08.00–15.00`.
    pub jam: String,
}

/// A4 poster of a unit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PosterUnit {
    pub kepala: Kepala,
    pub nama: String,
    /// Address of the unit; may be empty.
    pub alamat: String,
    /// Address of the page, content of the QR code.
    pub url: String,
    pub url_pendek: String,
    /// e.g. `25 layanan`.
    pub layanan: String,
}

//! SKM on paper: the poster that leads to the survey, the form for those without a phone, and the sheet of one-use links.

use serde::{Deserialize, Serialize};

use super::Kepala;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Ukuran {
    A4,
    A5,
}

/// Poster. The QR leads to `url`, not to the verification page of `kepala`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PosterSkm {
    pub kepala: Kepala,
    pub ukuran: Ukuran,
    /// Name of the unit, e.g. `Dinas Sosial`.
    pub unit: String,
    /// Name of the round, e.g. `SKM Semester II 2023`.
    pub ronde: String,
    /// Address of the survey, content of the QR code.
    pub url: String,
    /// The address as a person types it.
    pub url_pendek: String,
    /// How long it takes, e.g. `kurang dari 1 menit`.
    pub lama: String,
    /// e.g. `9`.
    pub jumlah_pertanyaan: String,
    /// First and last day, e.g. `1 Juli 2023`.
    pub mulai: String,
    pub sampai: String,
}

/// The form for those without a phone. Its QR leads to `url`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KuesionerSkm {
    pub kepala: Kepala,
    pub unit: String,
    pub ronde: String,
    /// Last day, e.g. `31 Desember 2023`.
    pub sampai: String,
    /// In the order of the form, which is the order of the columns that an officer types.
    pub pertanyaan: Vec<PertanyaanSkm>,
    pub profil: Vec<BidangSkm>,
    pub url: String,
    pub url_pendek: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PertanyaanSkm {
    pub teks: String,
    /// Lowest value first.
    pub jawaban: Vec<JawabanSkm>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JawabanSkm {
    /// What is typed for it, e.g. `4`.
    pub nilai: String,
    pub teks: String,
}

/// What the form asks about the respondent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BidangSkm {
    pub label: String,
    pub wajib: bool,
    pub opsi: Vec<String>,
}

/// Cards to cut apart, ten a page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LembarTautan {
    pub kepala: Kepala,
    pub unit: String,
    pub ronde: String,
    pub lama: String,
    /// Last day on which the links are good.
    pub sampai: String,
    pub tautan: Vec<TautanCetak>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TautanCetak {
    pub url: String,
    /// The address as a person types it.
    pub url_pendek: String,
}

//! F03 on paper: the poster that leads to the survey, and the form for those without a phone.

use serde::{Deserialize, Serialize};

use super::{Kepala, Periode, UnitLokus};

/// A4 poster. The QR leads to `url`, not to the verification page of `kepala`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PosterF03 {
    pub kepala: Kepala,
    pub periode: Periode,
    pub unit: UnitLokus,
    /// Address of the survey, content of the QR code.
    pub url: String,
    /// The address as a person types it, e.g. `prima.kutim.example/s/k7m2`.
    pub url_pendek: String,
    /// How long it takes, e.g. `3 menit`.
    pub lama: String,
    /// How many statements, e.g. `14`.
    pub jumlah_pernyataan: String,
    /// Last day, e.g. `31 Juli 2023`.
    pub sampai: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KuesionerF03 {
    pub kepala: Kepala,
    pub periode: Periode,
    pub unit: UnitLokus,
    /// In questionnaire order.
    pub pernyataan: Vec<PernyataanF03>,
    /// Address of the online survey, printed with a QR.
    pub url: Option<String>,
    pub url_pendek: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PernyataanF03 {
    /// e.g. `A1`.
    pub kode: String,
    /// Heading under which it stands, e.g. `Kebijakan Pelayanan`.
    pub kelompok: String,
    pub teks: String,
}

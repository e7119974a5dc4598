//! Profile fields of the respondent form: options as data, age as bands.
//!
//! Lives here: the types and the banding of an age. Must not live here: breakdowns (`pecahan_sel`), texts of pages.

use serde::Serialize;

/// One field about the respondent. The form asks no name, NIK or phone, and an edition cannot add them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BidangProfil {
    /// `jenis_kelamin`, `usia`, `pendidikan`, `pekerjaan`, `layanan`, …
    pub kunci: String,
    pub label: String,
    pub wajib: bool,
    pub jenis: JenisProfil,
    /// In order of display; empty for `Layanan`, whose options are the services of the round.
    pub opsi: Vec<OpsiProfil>,
    pub catatan: Option<String>,
    pub kepastian: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum JenisProfil {
    /// One of `opsi`.
    Pilihan,
    /// One of `opsi`, which are age bands; a form may ask the band or the age in years.
    Usia,
    /// One of the services of the round.
    Layanan,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OpsiProfil {
    pub kunci: String,
    pub label: String,
    /// Ours, not on the form of the annex (Diploma, Pelajar).
    pub tambahan: bool,
    /// Youngest and oldest age of a band; `None` where it is open or no band.
    pub dari: Option<u32>,
    pub sampai: Option<u32>,
    /// Label by language, ours.
    pub terjemahan: Vec<(String, String)>,
}

impl BidangProfil {
    /// The band of an age in years; `None` for a field of another kind or an age outside all bands.
    #[must_use]
    pub fn kelompok_usia(&self, tahun: u32) -> Option<&OpsiProfil> {
        if self.jenis != JenisProfil::Usia {
            return None;
        }
        self.opsi.iter().find(|o| o.dari.is_none_or(|d| d <= tahun) && o.sampai.is_none_or(|s| tahun <= s))
    }
}

impl OpsiProfil {
    #[must_use]
    pub fn dalam(&self, bahasa: &str) -> &str {
        self.terjemahan.iter().find(|(b, _)| b == bahasa).map_or(&self.label, |(_, t)| t)
    }
}

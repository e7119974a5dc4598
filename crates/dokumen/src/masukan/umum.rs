//! What every document shares: who issues it, when, for which unit and period, and how it is verified.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Head of a document and its metadata. Same input, same bytes: `dibuat` is the only clock a document knows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Kepala {
    /// Issuing instansi as printed at the top, e.g. `Pemerintah Kabupaten Kutai Timur`.
    pub instansi: String,
    /// Office below it, e.g. `Sekretariat Daerah, Bagian Organisasi`.
    pub perangkat: Option<String>,
    /// Document number; `None` prints a dotted line to write on.
    pub nomor: Option<String>,
    /// Creation date in the PDF metadata. Take it from the record, not from the clock.
    pub dibuat: Timestamp,
    /// The same instant as printed, e.g. `12 Juli 2023 pukul 10.15 WITA`.
    pub dibuat_teks: String,
    /// Marks every page as ILUSTRASI: invented example data or demo keys.
    pub ilustrasi: bool,
    /// Where a reader checks the document; printed as QR and as text.
    pub verifikasi: Option<Verifikasi>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verifikasi {
    /// Content of the QR code: the full address.
    pub url: String,
    /// The address as a person types it; `None` prints `url`.
    pub url_pendek: Option<String>,
    /// Code to type on the verification page, if there is one.
    pub kode: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Periode {
    /// e.g. `PEKPPP Mandiri Kabupaten Kutai Timur 2023`.
    pub nama: String,
    pub tahun: String,
    /// e.g. `Mandiri`.
    pub skema: String,
    /// Edition of the instrument, name and id, e.g. `PEKPPP 2022 formulir A (pekppp-2022-a)`.
    pub edisi: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitLokus {
    pub nama: String,
    /// Stable public code.
    pub kode: String,
    pub alamat: Option<String>,
    /// e.g. `A (luring)`.
    pub formulir: String,
    /// e.g. `Jasa`.
    pub lingkup: Option<String>,
    /// Ranking category, e.g. `RSUD`.
    pub kategori_pemeringkatan: Option<String>,
}

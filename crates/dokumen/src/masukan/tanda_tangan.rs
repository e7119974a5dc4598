//! Signatures: the boxes printed on a minutes, and the separate sheet that reports them afterwards.

use serde::{Deserialize, Serialize};

use super::{Kepala, UnitLokus};

/// The three parties of PermenPANRB 29/2022 who sign the minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PeranTandaTangan {
    Evaluator,
    WakilUnitLokus,
    WakilPenanggungjawab,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PenandaTangan {
    pub peran: PeranTandaTangan,
    pub nama: String,
    pub jabatan: String,
    pub nip: Option<String>,
}

/// One page beside a signed PDF, whose bytes stay as they were: who approved exactly which file, and the seal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LembarTandaTangan {
    pub kepala: Kepala,
    /// Title of the signed document, e.g. `Berita Acara Hasil PEKPPP`.
    pub judul_dokumen: String,
    pub unit: UnitLokus,
    /// SHA-256 of the signed PDF, hex.
    pub hash_pdf: String,
    /// Size of the signed PDF as printed, e.g. `143.210 bita`.
    pub ukuran_pdf: Option<String>,
    pub tanda_tangan: Vec<TandaTanganTercatat>,
    /// `None` while signatures are still missing.
    pub segel: Option<Segel>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TandaTanganTercatat {
    pub penanda_tangan: PenandaTangan,
    /// e.g. `12 Juli 2023 pukul 10.15.07 WITA`.
    pub pada: String,
    /// From where, e.g. network prefix or office.
    pub dari: String,
    /// How the person proved to be it, e.g. `kata sandi dan kode TOTP`.
    pub cara: Option<String>,
}

/// The institution's seal over the hash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Segel {
    pub kunci_id: String,
    /// Ed25519 signature, hex (128 characters).
    pub tanda: String,
    /// What exactly was signed, in words, e.g. `SHA-256 berkas PDF`.
    pub atas: String,
    pub pada: String,
}

//! What is announced and what is given: the ranking of a published period, and the certificate of an award.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{KelompokPeringkat, Kepala, Periode};

/// Announcement of published results: every ranking category, then who has no index and why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Pengumuman {
    pub kepala: Kepala,
    pub periode: Periode,
    /// e.g. `Terbitan ke-2, 3 Desember 2023 pukul 09.00 WITA`.
    pub terbitan: String,
    /// Why there is a new version; `None` for the first.
    pub alasan: Option<String>,
    /// What a reader must know of the figures, one sentence each.
    pub catatan: Vec<String>,
    pub kelompok: Vec<KelompokPeringkat>,
    /// Unit and why it has no index.
    pub tanpa_ipp: Vec<(String, String)>,
}

/// One certificate, A4 across.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Piagam {
    pub kepala: Kepala,
    /// Printed above the name of the issuing instansi; `None` leaves no gap.
    pub logo: Option<Logo>,
    /// e.g. `Piagam Penghargaan`.
    pub judul: String,
    /// Who receives it.
    pub penerima: String,
    /// Below the name, e.g. the instansi of a unit.
    pub penerima_di: Option<String>,
    /// What it is given for, e.g. `Unit Pelayanan Publik Terbaik I, kategori Rumah Sakit`.
    pub atas: String,
    /// Period, scheme and figure in one or two sentences.
    pub uraian: String,
    /// The decree, e.g. `Keputusan Bupati Nomor 12 Tahun 2023 tanggal 1 Desember 2023`.
    pub dasar: Option<String>,
    /// e.g. `Sangatta, 5 Desember 2023`.
    pub tempat_tanggal: String,
    pub penanda_jabatan: String,
    pub penanda_nama: String,
    /// Second line under the name, e.g. a rank.
    pub penanda_pangkat: Option<String>,
}

/// A picture that is drawn as it is. The caller has checked what it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Logo {
    /// `png` or `jpg`.
    pub jenis: String,
    #[serde(serialize_with = "tulis", deserialize_with = "baca")]
    pub isi: Vec<u8>,
}

fn tulis<S: Serializer>(isi: &[u8], s: S) -> Result<S::Ok, S::Error> {
    s.serialize_str(&STANDARD.encode(isi))
}

fn baca<'de, D: Deserializer<'de>>(d: D) -> Result<Vec<u8>, D::Error> {
    STANDARD.decode(String::deserialize(d)?).map_err(de::Error::custom)
}

//! Preparing an evaluation on paper: the draft of a decree with its attachment, and the attendance list of a session.

use serde::{Deserialize, Serialize};

use super::{Kepala, PenandaTangan};

/// Draft of a decree (surat keputusan). Printed as a draft on every page: the decree is what is signed on paper.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SuratKeputusan {
    pub kepala: Kepala,
    /// Who decides, as in the title, e.g. `SEKRETARIS DAERAH KABUPATEN KUTAI TIMUR`.
    pub pejabat: String,
    /// e.g. `Unit Lokus PEKPPP Mandiri 2026`.
    pub tentang: String,
    pub menimbang: Vec<String>,
    pub mengingat: Vec<String>,
    pub menetapkan: Vec<String>,
    /// e.g. `Sangatta`; `None` prints a dotted line.
    pub tempat: Option<String>,
    pub tanggal: Option<String>,
    pub penanda_tangan: PenandaTangan,
    pub lampiran: LampiranSk,
}

/// The table behind the decree. Every row has as many cells as there are headings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LampiranSk {
    pub judul: String,
    pub kolom: Vec<String>,
    pub baris: Vec<Vec<String>>,
}

/// Who came to a session.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DaftarHadir {
    pub kepala: Kepala,
    /// Name of the session.
    pub kegiatan: String,
    pub periode: String,
    /// When, in words.
    pub waktu: String,
    pub tempat: Option<String>,
    pub agenda: Vec<String>,
    pub hadir: Vec<BarisHadir>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BarisHadir {
    pub nama: String,
    pub jabatan: String,
    pub unit: String,
    /// When he was recorded, and whether by his own account.
    pub cara: String,
}

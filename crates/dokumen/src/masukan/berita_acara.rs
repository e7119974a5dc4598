//! The two minutes (berita acara) of PermenPANRB 29/2022. The hash of the PDF made from these is what is signed.

use serde::{Deserialize, Serialize};

use super::{AspekNilai, IndikatorNilai, Kepala, NilaiAkhir, PenandaTangan, Periode, UnitLokus};

/// Minutes of the evaluation day: presence, F01 and its documents. May be signed before observation and F02.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BeritaAcaraPelaksanaan {
    pub kepala: Kepala,
    pub periode: Periode,
    pub unit: UnitLokus,
    /// With the weekday, e.g. `Rabu, 12 Juli 2023`.
    pub tanggal: String,
    pub tempat: String,
    pub hadir: Vec<Hadir>,
    pub f01: StatusF01,
    pub bukti: Vec<BuktiTercatat>,
    pub catatan: Vec<String>,
    /// One or more evaluators, then one for the unit and one for the Penanggungjawab.
    pub penanda_tangan: Vec<PenandaTangan>,
    /// `None` while nothing of the office is sealed yet.
    pub kepala_audit: Option<KepalaAudit>,
}

/// Minutes bound to frozen scores.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BeritaAcaraHasil {
    pub pelaksanaan: BeritaAcaraPelaksanaan,
    pub nilai: NilaiAkhir,
    pub aspek: Vec<AspekNilai>,
    pub indikator: Vec<IndikatorNilai>,
    /// SHA-256 of the frozen result bundle, hex.
    pub hash_hasil: String,
    /// Prints that the result is provisional until validated (scheme mandiri).
    pub sementara: bool,
    /// `None` where the period gives no right of reply.
    #[serde(default)]
    pub hak_jawab: Option<HakJawabTercatat>,
}

/// What the unit was shown before the freezing, its objections and the answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HakJawabTercatat {
    /// One sentence an opening: who showed the draft, until when, and how it ended.
    pub bukaan: Vec<String>,
    pub sanggahan: Vec<SanggahanTercatat>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SanggahanTercatat {
    /// Code of the indicator.
    pub indikator: String,
    /// The unit's reason, with who and when.
    pub sanggahan: String,
    pub oleh: String,
    /// Names of the evidence, comma-separated; empty for none.
    pub bukti: String,
    /// e.g. `Nilai tetap 4`, `4 menjadi 5`, `Ditarik unit`.
    pub putusan: String,
    /// The evaluator's reason; empty when the objection was withdrawn.
    pub jawaban: String,
    pub penjawab: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hadir {
    pub nama: String,
    pub jabatan: String,
    /// e.g. `Evaluator`, `Unit Lokus`, `Penyelenggara`.
    pub mewakili: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatusF01 {
    /// e.g. `Diajukan`.
    pub status: String,
    /// e.g. `30 dari 31 indikator terisi`.
    pub kelengkapan: String,
    pub versi: Option<String>,
    /// e.g. `dr. Contoh, Direktur, 3 Juli 2023 pukul 09.12 WITA`.
    pub diajukan: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BuktiTercatat {
    /// Code of the indicator.
    pub indikator: String,
    /// File name or caption.
    pub nama: String,
    /// e.g. `PDF, 1,2 MB`.
    pub rincian: String,
    /// SHA-256 hex in full; printed shortened to 16 characters. `None` for links outside Prima.
    pub hash: Option<String>,
}

/// Head of the sealed audit chain when the document was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KepalaAudit {
    /// Hex.
    pub hash: String,
    /// Sequence number of the head event.
    pub urutan: String,
    pub disegel_pada: Option<String>,
}

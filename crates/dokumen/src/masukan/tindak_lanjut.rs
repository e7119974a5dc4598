//! The follow-up report of a unit: each recommendation with its plan, its last report and the last finding.

use serde::{Deserialize, Serialize};

use super::{Kepala, PenandaTangan, Periode, UnitLokus};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LaporanTindakLanjut {
    pub kepala: Kepala,
    pub periode: Periode,
    pub unit: UnitLokus,
    /// The deadline and what it rests on, in a sentence.
    pub batas: Option<String>,
    /// How much is done, in a sentence.
    pub kemajuan: String,
    /// In form order.
    pub baris: Vec<BarisTindakLanjut>,
    /// Who signs for the unit.
    pub penanda_tangan: Vec<PenandaTangan>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BarisTindakLanjut {
    pub kode: String,
    pub indikator: String,
    pub rekomendasi: String,
    pub rencana: Option<String>,
    pub target: Option<String>,
    pub keluaran: Option<String>,
    pub tenggat: Option<String>,
    pub penanggung_jawab: Option<String>,
    pub keadaan: String,
    /// Day and words of the last report.
    pub kemajuan: Option<String>,
    /// Day, verdict and reason of the last finding.
    pub verifikasi: Option<String>,
}

//! Laporan Hasil Evaluasi: the report to the unit and the Penanggungjawab. Feeds the PDF and the workbook alike.

use serde::{Deserialize, Serialize};

use super::{Angka, AspekNilai, Hadir, IndikatorNilai, Kepala, NilaiAkhir, PenandaTangan, Periode, SeriAspek, TitikTahun, UnitLokus};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Lhe {
    pub kepala: Kepala,
    pub periode: Periode,
    pub unit: UnitLokus,
    /// Place and date of the report, e.g. `Sangatta, 31 Juli 2023`.
    pub tempat_tanggal: String,
    pub nilai: NilaiAkhir,
    /// The six aspects in the edition's order.
    pub aspek: Vec<AspekNilai>,
    /// Further polygons on the radar (last year, mean of the instansi); at most two read well.
    pub pembanding: Vec<SeriAspek>,
    /// All indicators, grouped by the order of `aspek`.
    pub indikator: Vec<IndikatorNilai>,
    /// Strengths: the highest indicators, from a score of 4 on.
    pub kekuatan: Vec<Sorotan>,
    /// Weaknesses: the lowest, below 4.
    pub kelemahan: Vec<Sorotan>,
    pub rekomendasi: Vec<Rekomendasi>,
    pub f03: RingkasanF03,
    /// Rank as printed, e.g. `2 dari 14 pada kategori RSUD`.
    pub peringkat: Option<String>,
    /// IPP over the years, oldest first; a chart is drawn from two points on.
    pub riwayat: Vec<TitikTahun>,
    pub tim: Vec<Hadir>,
    pub metode: Vec<ButirMetode>,
    pub sumber: Vec<Sumber>,
    /// When the follow-up report is due and what that rests on: whole sentences, printed as they are.
    pub batas_tindak_lanjut: Option<String>,
    /// SHA-256 of the frozen result bundle, hex.
    pub hash_hasil: String,
    /// Result provisional until validated (scheme mandiri).
    pub sementara: bool,
    /// Who signs the report (usually the Sekda); a box is printed for each.
    pub penanda_tangan: Vec<PenandaTangan>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sorotan {
    pub kode: String,
    pub nama: String,
    /// 0..5 as printed; a mean with its decimals.
    pub skor: String,
    pub uraian: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rekomendasi {
    /// Indicator code and name.
    pub kode: String,
    pub nama: String,
    pub isi: String,
    /// Expected proof or output, if the evaluator gave one.
    pub keluaran: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RingkasanF03 {
    pub responden: u32,
    /// Counted in the mean.
    pub digunakan: u32,
    /// Left out, e.g. incomplete.
    pub dibuang: u32,
    /// Typed in from paper, among those used.
    pub kertas: u32,
    /// Required by the edition, e.g. `10 sampai 20 responden`.
    pub ketentuan: Option<String>,
    /// How the statements become the value of F03; absent in reports written before it was recorded.
    #[serde(default)]
    pub agregasi: Option<AgregasiF03>,
    pub pernyataan: Vec<RerataPernyataan>,
}

/// The edition's way from statements to one value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AgregasiF03 {
    /// Mean of the aspects, each the mean of its statements.
    Aspek,
    /// Mean of all statements.
    Pernyataan,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RerataPernyataan {
    /// Key of its aspect, e.g. `I`.
    #[serde(default)]
    pub aspek: String,
    /// e.g. `A1`.
    pub kode: String,
    pub teks: String,
    pub rerata: Option<Angka>,
}

/// One paragraph of the method chapter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ButirMetode {
    pub judul: String,
    pub isi: String,
}

/// A rule or reconstruction that the report stands on, and how sure it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sumber {
    pub butir: String,
    pub sumber: String,
    pub kepastian: Kepastian,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kepastian {
    /// Several independent sources or an official document.
    Tinggi,
    /// One good source, or indirectly.
    Sedang,
    /// Inferred or reconstructed.
    Rendah,
    /// No source found; a choice of this program.
    TidakDitemukan,
}

//! What leaves about a finished SKM round: the report, the follow-up plan on a sheet of its own, the announcement sheet.
//! Feeds PDF and workbook alike. Texts are ready to print; figures come from the caller.

use serde::{Deserialize, Serialize};

use super::{Angka, ButirMetode, Kepala, PenandaTangan, Sumber};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LaporanSkm {
    pub kepala: Kepala,
    pub ronde: RondeCetak,
    /// Place and date of the report; empty: not typed.
    pub tempat_tanggal: String,
    pub dasar_hukum: Vec<String>,
    /// Chapter "Pendahuluan": background, aim.
    pub pendahuluan: Vec<ButirMetode>,
    /// Chapter "Metode": who, how, sample, weights, rounding, interval.
    pub metode: Vec<ButirMetode>,
    pub sumber: Vec<Sumber>,
    pub layanan: Vec<String>,
    /// How the answers came: label, number, share.
    pub saluran: Vec<BarisHitung>,
    pub hasil: HasilCetak,
    pub kategori: Vec<KategoriCetak>,
    /// In the order of the regulation.
    pub unsur: Vec<UnsurCetak>,
    pub profil: Vec<BidangCetak>,
    /// Sentences of the chapter "Analisis".
    pub analisis: Vec<ButirMetode>,
    /// Rounds of the unit, oldest first; a chart is drawn from two points on.
    pub riwayat: Vec<TitikCetak>,
    pub kualitas: Vec<BarisHitung>,
    /// Remarks that the analyst chose, and how many there are in all.
    pub saran: Vec<String>,
    pub saran_semua: String,
    pub rtl: Vec<RtlCetak>,
    pub rtl_sebelum: Option<RtlSebelum>,
    pub kesimpulan: Vec<String>,
    pub penanda_tangan: Vec<PenandaTangan>,
    /// SHA-256 of the counters, hex.
    pub hash_sumber: String,
}

/// The round as every sheet about it names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RondeCetak {
    pub unit: String,
    pub unit_kode: String,
    pub nama: String,
    /// e.g. `1 Januari 2026 – 30 Juni 2026`.
    pub kurun: String,
    /// Name and id of the edition.
    pub edisi: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HasilCetak {
    pub ikm: Angka,
    pub mutu: String,
    pub kinerja: String,
    /// Unrounded index, printed with 4 decimals.
    pub indeks: Angka,
    pub responden: Angka,
    pub target: Angka,
    /// Users served, where known.
    pub populasi: Option<Angka>,
    /// Sentences below the figure: interval, certainty of the class, warnings.
    pub kalimat: Vec<String>,
    /// Rules that the workbook's formulas follow.
    pub aturan: AturanCetak,
}

/// Numbers of the edition that recomputing needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AturanCetak {
    /// Ends of the scale of the answers.
    pub min: u8,
    pub maks: u8,
    /// The factor from index to IKM as a fraction.
    pub faktor: (u32, u32),
    pub nrr_desimal: u32,
    pub ikm_desimal: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KategoriCetak {
    pub mutu: String,
    pub kinerja: String,
    /// As printed, e.g. `3,5324 – 4,00`.
    pub interval: String,
    pub konversi: String,
    /// Lower bound of the converted value: what decides.
    pub dari: Angka,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnsurCetak {
    /// `U1` in the numbering of the regulation.
    pub kode: String,
    pub nama: String,
    pub nrr: Angka,
    pub tertimbang: Angka,
    pub konversi: Angka,
    pub mutu: String,
    pub kinerja: String,
    /// 95% interval on the scale of the IKM.
    pub rentang: Option<(Angka, Angka)>,
    /// Among the lowest.
    pub terendah: bool,
    /// At least one.
    pub pertanyaan: Vec<PertanyaanCetak>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PertanyaanCetak {
    pub teks: String,
    /// Lowest value first, with how often it was given.
    pub jawaban: Vec<(String, u64)>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BidangCetak {
    pub judul: String,
    pub baris: Vec<BarisProfilCetak>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BarisProfilCetak {
    pub label: String,
    pub n: Angka,
    /// Share without the sign.
    pub persen: Angka,
    /// IKM and class; `None` where it is hidden.
    pub ikm: Option<(Angka, String)>,
    /// What stands in its place.
    pub tutup: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BarisHitung {
    pub label: String,
    pub n: Angka,
    /// Share or remark, as printed.
    pub catatan: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TitikCetak {
    pub label: String,
    pub kurun: String,
    pub ikm: Angka,
    pub mutu: String,
    pub n: Angka,
    pub rentang: Option<(Angka, Angka)>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RtlCetak {
    pub unsur: String,
    pub kegiatan: String,
    pub keluaran: String,
    pub tenggat: String,
    /// Horizon of the regulation.
    pub jangka: String,
    pub penanggung_jawab: String,
    pub keadaan: String,
    /// How it was finished: day and note.
    pub penyelesaian: Option<String>,
}

/// The plan of the round before, with what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RtlSebelum {
    pub ronde: String,
    pub kalimat: String,
    pub baris: Vec<RtlCetak>,
}

/// The follow-up plan as a document of its own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RencanaSkm {
    pub kepala: Kepala,
    pub ronde: RondeCetak,
    /// Sentence on the figure that it answers, e.g. `IKM 82,10 (B) dari 215 responden`.
    pub dasar: String,
    pub kemajuan: String,
    pub rtl: Vec<RtlCetak>,
    pub sebelum: Option<RtlSebelum>,
    pub kepastian: String,
    pub penanda_tangan: Vec<PenandaTangan>,
}

/// What hangs in the service room: the fields that the regulation asks for, and thanks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LembarSkm {
    pub kepala: Kepala,
    pub ronde: RondeCetak,
    pub ikm: Angka,
    pub mutu: String,
    pub kinerja: String,
    pub responden: Angka,
    pub layanan: Vec<String>,
    /// Sex, education and the rest, numbers only.
    pub profil: Vec<BidangCetak>,
    pub kalimat: Vec<String>,
}

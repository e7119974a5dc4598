//! Laporan Nasional kepada Menteri: the year of one scheme over the whole nation. Feeds the PDF and the workbook alike.
//!
//! Figures of different editions stand in [`EdisiNasional`]s of their own and are never added or averaged together.

use serde::{Deserialize, Serialize};

use super::{Angka, ButirMetode, Kepala, PenandaTangan, Sumber};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LaporanNasional {
    pub kepala: Kepala,
    pub tahun: String,
    /// e.g. `Nasional`.
    pub skema: String,
    /// From 1.
    pub versi: u32,
    /// Why there is another version.
    pub alasan: Option<String>,
    pub tempat_tanggal: String,
    /// The ministry's own words, a paragraph each.
    pub pendahuluan: Vec<String>,
    pub simpulan: Vec<String>,
    pub saran: Vec<String>,
    /// The figures at the top: what, how many, a line below.
    pub angka: Vec<AngkaKunci>,
    /// Most units first.
    pub edisi: Vec<EdisiNasional>,
    /// Provinces with recommendations; the last line is their sum.
    pub tindak_lanjut: Vec<BarisTindakLanjutNasional>,
    /// Validated publications of other installations, beside the chapters and never part of their means. Reports made before they
    /// were shown have none.
    #[serde(default)]
    pub dari_lain: Vec<DariLain>,
    /// What is not there, each in a sentence with its number.
    pub kurang: Vec<Kekurangan>,
    pub belum_terbit: Vec<BelumTerbit>,
    /// How to read it, and what is uncertain.
    pub metode: Vec<ButirMetode>,
    pub sumber: Vec<Sumber>,
    /// Some values wait for the ministry's validation.
    pub sementara: Option<String>,
    pub penanda_tangan: Vec<PenandaTangan>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AngkaKunci {
    pub label: String,
    pub nilai: String,
    pub bawah: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EdisiNasional {
    pub nama: String,
    /// SHA-256 of the edition's text.
    pub hash: String,
    /// Units with a published value.
    pub unit: u64,
    /// Mean of their unrounded values, its category and the category's name.
    pub rata: Option<Rata>,
    pub kategori: Vec<BarisKategori>,
    /// By group of instansi.
    pub kelompok: Vec<BarisKelompok>,
    /// By province and scope.
    pub wilayah: Vec<BarisWilayah>,
    /// The grid of provinces: means of the units in each.
    pub petak: Vec<PetakProvinsi>,
    /// Against the year before; says itself when there is nothing to compare.
    pub gerak: String,
    pub gerak_angka: Vec<AngkaKunci>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rata {
    pub nilai: Angka,
    pub kategori: String,
    pub nama: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BarisKategori {
    pub kategori: String,
    pub nama: String,
    /// e.g. `4,51–5,00`.
    pub rentang: String,
    pub unit: u64,
    /// Percent of all units of the edition.
    pub persen: Angka,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BarisKelompok {
    pub nama: String,
    pub instansi: u64,
    pub unit: u64,
    pub tertinggi: Option<Angka>,
    pub terendah: Option<Angka>,
}

/// Units of one province: evaluated by scope, frozen, published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BarisWilayah {
    pub nama: String,
    pub instansi: u64,
    pub administratif: u64,
    pub barang: u64,
    pub jasa: u64,
    pub beku: u64,
    pub terbit: u64,
    pub rata: Option<Rata>,
}

/// One province in the grid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PetakProvinsi {
    pub nama: String,
    pub kolom: u32,
    pub baris: u32,
    pub rata: Option<Rata>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BarisTindakLanjutNasional {
    pub nama: String,
    pub rekomendasi: u64,
    pub direncanakan: u64,
    pub diterima: u64,
    pub lewat: u64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kekurangan {
    pub perihal: String,
    pub jumlah: u64,
    pub arti: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BelumTerbit {
    pub instansi: String,
    pub periode: String,
    pub unit: u64,
    pub beku: u64,
    pub keadaan: String,
}

/// A publication that another installation handed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DariLain {
    pub instansi: String,
    pub periode: String,
    pub versi: u64,
    pub unit: u64,
    /// With an IPP.
    pub dinilai: u64,
    /// Units of each category, highest first: `A 1, B 2`.
    pub kategori: String,
    pub tertinggi: Option<Angka>,
    pub terendah: Option<Angka>,
    /// SHA-256 of the publication's list.
    pub sidik: String,
}

/// Proof that the report was handed over, to be printed and signed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TandaTerima {
    pub kepala: Kepala,
    pub judul: String,
    /// What was handed over, in names and values.
    pub butir: Vec<(String, String)>,
    /// SHA-256 of the PDF, of the workbook, of the figures.
    pub hash: Vec<(String, String)>,
    pub tempat_tanggal: String,
    pub penanda_tangan: Vec<PenandaTangan>,
}

//! The board of one year and scheme: every published unit in the exact order of its IPP, small enough to be kept in memory.
//!
//! Exact fractions decide the order once, when the board is made; after that equal values share a `tingkat`, so that any
//! selection can be ranked by whole numbers alone.

use crate::id::{InstansiId, TerimaId, UnitId};
use pekppp::{HasilInstansi, Ipp};

/// Groups of instansi that are ranked apart, in the order of pages.
pub const JENIS_KELOMPOK: [&str; 6] = ["kl", "provinsi", "kabupaten", "kota", "bumn-bumd", "lain"];

/// The group of a kind of instansi (`instansi.jenis`).
#[must_use]
pub fn jenis_kelompok(jenis: &str) -> &'static str {
    match jenis {
        "kementerian" | "lembaga" => "kl",
        "provinsi" => "provinsi",
        "kabupaten" => "kabupaten",
        "kota" => "kota",
        "bumn" | "bumd" => "bumn-bumd",
        _ => "lain",
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EdisiPapan {
    /// SHA-256 of its text.
    pub sidik: String,
    pub kode: String,
    pub nama: String,
    /// Codes of its categories, highest first.
    pub kategori: Vec<String>,
    /// Ranked units of this edition.
    pub unit: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InstansiPapan {
    pub id: InstansiId,
    pub kode: String,
    pub nama: String,
    /// In small letters, for the search.
    pub cari: String,
    /// One of [`JENIS_KELOMPOK`].
    pub jenis: &'static str,
    pub wilayah: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeriodePapan {
    pub kode: String,
    pub nama: String,
    pub ilustrasi: bool,
    /// Received from another installation as this signed publication; its pages are those of the file.
    pub diterima: Option<TerimaId>,
}

impl InstansiPapan {
    /// A regional government, and not a company or office that only lies in the region.
    #[must_use]
    pub fn daerah(&self) -> bool {
        matches!(self.jenis, "provinsi" | "kabupaten" | "kota")
    }

    /// Code of its province.
    #[must_use]
    pub fn provinsi(&self) -> Option<&str> {
        self.wilayah.as_deref().and_then(|w| w.split('.').next())
    }
}

/// One ranked unit. `u32` point into the lists of the board.
#[derive(Debug, Clone)]
pub struct Baris {
    pub unit_id: UnitId,
    pub unit: Box<str>,
    /// The same in small letters, for the search.
    pub cari: Box<str>,
    pub lokus: Box<str>,
    pub instansi: u32,
    pub periode: u32,
    pub kategori: u32,
    pub edisi: u32,
    /// Of the edition's categories.
    pub mutu: u32,
    /// Hundredths, as shown.
    pub tampil: u16,
    /// Value times 1e10, for the decimals that tell neighbours apart.
    pub skala: i64,
    /// 0 for the highest value of the board; equal exact values share it.
    pub tingkat: u32,
    /// Ten-thousandths between which the IPP lies; `None` where it cannot be said.
    pub rentang: Option<(u16, u16)>,
}

/// Mean of the unrounded values of an instansi's units in one edition.
#[derive(Debug, Clone)]
pub struct RataInstansi {
    pub instansi: u32,
    pub edisi: u32,
    pub hasil: HasilInstansi,
}

/// Mean of the unrounded values of all units in a province, whichever instansi of the region they belong to.
#[derive(Debug, Clone)]
pub struct RataWilayah {
    /// Code of a province; `None` for all units of the board, those without a region too.
    pub provinsi: Option<String>,
    pub edisi: u32,
    pub hasil: HasilInstansi,
}

#[derive(Debug, Clone, Default)]
pub struct Papan {
    pub tahun: i64,
    pub skema: String,
    /// Most units first.
    pub edisi: Vec<EdisiPapan>,
    pub instansi: Vec<InstansiPapan>,
    pub periode: Vec<PeriodePapan>,
    /// Ranking categories of services.
    pub kategori: Vec<String>,
    /// Highest first.
    pub baris: Vec<Baris>,
    /// Highest first.
    pub rata: Vec<RataInstansi>,
    pub wilayah: Vec<RataWilayah>,
    /// Published without an IPP.
    pub tanpa_ipp: usize,
    /// Published, but stored with other figures than were signed: in no place, in no mean.
    pub tak_cocok: usize,
    /// Published results that the ministry has not validated.
    pub belum_divalidasi: i64,
    /// Of the ranked units those that came as files of other installations.
    pub diterima: usize,
    /// Of these, the ones whose file was signed with a key that was revoked after it was validated.
    pub dicabut: usize,
    /// Results in files that wait for the ministry: in no place, in no mean.
    pub menunggu: i64,
}

impl Papan {
    #[must_use]
    pub fn ilustrasi(&self) -> bool {
        self.periode.iter().any(|p| p.ilustrasi)
    }

    /// Whether the ministry validated every result.
    #[must_use]
    pub fn divalidasi(&self) -> bool {
        self.belum_divalidasi == 0
    }

    /// Mean of the units of a province, or of all (`None`), in one edition.
    #[must_use]
    pub fn rata_wilayah(&self, edisi: usize, provinsi: Option<&str>) -> Option<&HasilInstansi> {
        let cocok = |r: &&RataWilayah| r.edisi as usize == edisi && r.provinsi.as_deref() == provinsi;
        self.wilayah.iter().find(cocok).map(|r| &r.hasil)
    }

    /// Mean of the government of a region itself: of the instansi that has exactly this code.
    #[must_use]
    pub fn rata_pemerintah(&self, edisi: usize, kode: &str) -> Option<&RataInstansi> {
        let milik =
            |r: &RataInstansi| self.instansi.get(r.instansi as usize).is_some_and(|i| i.wilayah.as_deref() == Some(kode) && i.daerah());
        self.rata.iter().find(|r| r.edisi as usize == edisi && milik(r))
    }
}

/// A unit before the board has its order.
pub(super) struct Mentah {
    pub baris: Baris,
    pub ipp: Ipp,
}

/// Orders by exact value, then by name and code, and gives equal values one `tingkat`.
pub(super) fn urutkan(mut semua: Vec<Mentah>) -> Vec<Mentah> {
    // Ten decimals tell nearly all apart; the fractions decide the rest, so the order stays exact.
    semua.sort_unstable_by(|a, b| {
        b.baris
            .skala
            .cmp(&a.baris.skala)
            .then_with(|| b.ipp.cmp(&a.ipp))
            .then_with(|| a.baris.unit.cmp(&b.baris.unit))
            .then_with(|| a.baris.lokus.cmp(&b.baris.lokus))
    });
    let mut tingkat = 0;
    for n in 1..semua.len() {
        if semua[n].ipp != semua[n - 1].ipp {
            tingkat += 1;
        }
        semua[n].baris.tingkat = tingkat;
    }
    semua
}

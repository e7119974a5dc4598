//! An edition of the survey instrument as data: unsur, questions, scale, categories, profile, sample table, report.
//!
//! Lives here: the types and the questions one asks them. Reading a file is `baca`, the embedded editions are
//! `bawaan`, what a round leaves out is `susunan`. Must not live here: arithmetic of scores.

mod baca;
mod bawaan;
mod bidang;
mod susunan;

use pecahan::Pecahan;
use serde::{Deserialize, Serialize};

pub use baca::adalah_edisi_skm;
pub use bawaan::{bawaan, bawaan_tahun, semua_bawaan};
pub use bidang::{BidangProfil, JenisProfil, OpsiProfil};
pub use naskah::Kesalahan;
pub use susunan::{SalahSusunan, Susunan};

/// One edition. Immutable once read; a round keeps the text it was opened with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edisi {
    pub id: String,
    pub nama: String,
    pub keterangan: String,
    /// What is certain about the edition as a whole, in words for the page.
    pub kepastian: String,
    /// Made up to show a shape of instrument; pages label it ILUSTRASI.
    pub ilustrasi: bool,
    /// Kept to read old reports; new rounds are not opened with it.
    pub lama: bool,
    /// First and last year the rule was in force; a published year is matched to an edition by it.
    pub berlaku: Berlaku,
    pub dasar_hukum: Vec<String>,
    pub sumber: Vec<Sumber>,
    pub skala: Skala,
    pub penilaian: Penilaian,
    /// Best first.
    pub kategori: Vec<Kategori>,
    /// In the order of the regulation.
    pub unsur: Vec<Unsur>,
    /// In the order of the form.
    pub profil: Vec<BidangProfil>,
    pub sampel: TabelSampel,
    pub laporan: Laporan,
    pub publikasi: Publikasi,
    pub tindak_lanjut: TindakLanjut,
}

/// Years in force, both inclusive; an open end is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Berlaku {
    pub dari: i64,
    pub sampai: Option<i64>,
}

/// A document the edition was put together from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sumber {
    pub id: String,
    pub rujukan: String,
    pub isi: String,
    pub kepastian: String,
}

/// The values of an answer, both inclusive (1 to 4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Skala {
    pub min: u8,
    pub maks: u8,
}

/// How NRR become an index; rounding is an inference and says so in `kepastian`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Penilaian {
    /// NRR is rounded half-up to this many decimals before it is aggregated.
    pub nrr_desimal: u32,
    pub ikm_desimal: u32,
    /// Index times this is the IKM: `100 / scale max` (25 on a scale of 4).
    pub faktor: Pecahan,
    pub kepastian: String,
    /// Ways of old reports to weigh, never the default.
    pub varian: Vec<Varian>,
}

/// A weight met in old reports: `1/k` cut to a few decimals.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Varian {
    /// As people say it for k = 9 (`"0.111"`).
    pub kunci: String,
    /// Decimals to which `1/k` is rounded.
    pub desimal: u32,
    pub keterangan: String,
    pub kepastian: String,
}

/// A class of quality. Only `konversi_dari` decides; the other bounds are printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Kategori {
    /// `"A"` to `"D"`.
    pub mutu: String,
    /// `"Sangat Baik"`.
    pub kinerja: String,
    pub interval_dari: Pecahan,
    pub interval_sampai: Pecahan,
    pub konversi_dari: Pecahan,
    pub konversi_sampai: Pecahan,
    pub kepastian: String,
}

/// One unsur: what is measured. Known by key, because two numberings are in use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unsur {
    pub kunci: String,
    pub nama: String,
    /// Place in the list of the regulation, from 1.
    pub urutan_peraturan: u32,
    /// Place in the questionnaire, from 1.
    pub urutan_kuesioner: u32,
    pub arti: String,
    /// When a round may leave the unsur out (k becomes smaller); `None`: never.
    pub boleh_ditiadakan: Option<String>,
    pub catatan: Option<String>,
    pub kepastian: String,
    /// At least one.
    pub pertanyaan: Vec<Pertanyaan>,
}

/// One question with an answer text for each value of the scale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Pertanyaan {
    /// Unique in the edition; the unsur's key when it is the only one.
    pub kunci: String,
    pub teks: String,
    /// Lowest value first.
    pub jawaban: Vec<String>,
    pub terjemahan: Vec<Terjemahan>,
}

/// The question in another language, ours and not official.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Terjemahan {
    /// `"en"`, `"jv"`, `"su"`.
    pub bahasa: String,
    pub teks: String,
    pub jawaban: Vec<String>,
    pub kepastian: String,
}

/// Constants and table of the sample size; see `sampel`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TabelSampel {
    pub nama: String,
    /// Chi-square of one degree of freedom.
    pub lambda2: Pecahan,
    pub p: Pecahan,
    pub d: Pecahan,
    /// Rows as printed: population, sample. They win over the formula.
    pub tabel: Vec<(i64, i64)>,
    /// The fixed minimum of an older rule, for information (150).
    pub minimum_lama: Option<i64>,
    pub kepastian: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Laporan {
    pub kepastian: String,
    pub bagian: Vec<BagianLaporan>,
}

/// A chapter of the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BagianLaporan {
    pub kunci: String,
    pub judul: String,
    pub isi: Vec<String>,
}

/// What a published result shows at least, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Publikasi {
    /// Keys: `nama_unit`, `ikm`, `layanan`, `jumlah_responden`, `jenis_kelamin`, `pendidikan`, `periode`.
    pub isi: Vec<String>,
    pub saluran: Vec<String>,
    pub kepastian: String,
}

/// The matrix of the follow-up plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TindakLanjut {
    /// How many of the lowest unsur a plan covers at least.
    pub unsur_terendah: u32,
    pub kolom: Vec<String>,
    pub jangka: Vec<Jangka>,
    pub kepastian: String,
}

/// A horizon of the plan in months from the end of the round; `sampai_bulan` is `None` for the last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Jangka {
    pub kunci: String,
    pub nama: String,
    pub dari_bulan: u32,
    pub sampai_bulan: Option<u32>,
}

/// Which of the two numberings `u1` to `u9` follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Urutan {
    Peraturan,
    Kuesioner,
}

impl Edisi {
    /// Reads and checks an edition file. Every fault is listed, not only the first.
    ///
    /// # Errors
    /// All faults found, ordered by line.
    pub fn baca(teks: &str) -> Result<Self, Vec<Kesalahan>> {
        baca::baca(teks)
    }

    #[must_use]
    pub fn cari_unsur(&self, kunci: &str) -> Option<&Unsur> {
        self.unsur.iter().find(|u| u.kunci == kunci)
    }

    #[must_use]
    pub fn cari_profil(&self, kunci: &str) -> Option<&BidangProfil> {
        self.profil.iter().find(|b| b.kunci == kunci)
    }

    /// The unsur in one of the two numberings.
    #[must_use]
    pub fn unsur_urut(&self, urutan: Urutan) -> Vec<&Unsur> {
        let mut unsur: Vec<&Unsur> = self.unsur.iter().collect();
        unsur.sort_by_key(|u| match urutan {
            Urutan::Peraturan => u.urutan_peraturan,
            Urutan::Kuesioner => u.urutan_kuesioner,
        });
        unsur
    }

    /// The unsur of a round, all but the ones left out.
    ///
    /// # Errors
    /// An unknown key, one that the edition does not let go, or nothing left.
    pub fn susunan(&self, ditiadakan: &[&str]) -> Result<Susunan<'_>, SalahSusunan> {
        Susunan::baru(self, ditiadakan)
    }

    /// All unsur in use.
    #[must_use]
    pub fn lengkap(&self) -> Susunan<'_> {
        Susunan::lengkap(self)
    }

    /// The class of an IKM: rounded half-up first, then the highest class whose lower bound is reached. The printed
    /// upper bounds leave holes (88,30 to 88,31) and are not looked at. `None` below the lowest class.
    #[must_use]
    pub fn kategori(&self, ikm: &Pecahan) -> Option<&Kategori> {
        let bulat = ikm.dibulatkan(self.penilaian.ikm_desimal);
        self.kategori.iter().find(|k| k.konversi_dari <= bulat)
    }

    #[must_use]
    pub fn varian(&self, kunci: &str) -> Option<&Varian> {
        self.penilaian.varian.iter().find(|v| v.kunci == kunci)
    }
}

impl Skala {
    #[must_use]
    pub fn memuat(self, nilai: i64) -> bool {
        i64::from(self.min) <= nilai && nilai <= i64::from(self.maks)
    }

    pub fn nilai(self) -> impl Iterator<Item = u8> {
        self.min..=self.maks
    }
}

impl Pertanyaan {
    /// Text and answers in a language; Indonesian where there is no translation.
    #[must_use]
    pub fn dalam(&self, bahasa: &str) -> (&str, &[String]) {
        self.terjemahan.iter().find(|t| t.bahasa == bahasa).map_or((&self.teks, &self.jawaban), |t| (&t.teks, &t.jawaban))
    }
}

//! An edition of the instrument as data: aspects, indicators, rubric, F01 fields, F03, categories.
//!
//! Lives here: the types and the questions one asks them. Reading a file is `baca`, the embedded
//! editions are `bawaan`. Must not live here: arithmetic of scores, or anything an edition decides.

mod baca;
pub mod banding;
mod bawaan;
mod isian;
pub mod turunan;

use serde::{Deserialize, Serialize};

pub use baca::Kesalahan;
pub use bawaan::{bawaan, semua_bawaan};
pub use isian::{Bidang, JenisBidang, OPSI_KOSONG, Opsi};
pub use naskah::Sintaks;

use crate::{
    nilai::{Bobot, Ipp},
    pecahan::Pecahan,
    rubrik::{Aturan, Celah},
};

/// One edition. Immutable once read; a period keeps the text it was opened with.
#[derive(Debug, Clone, PartialEq)]
pub struct Edisi {
    pub id: String,
    pub nama: String,
    pub bentuk: Bentuk,
    pub keterangan: String,
    /// What is certain about the edition as a whole, in words for the page.
    pub kepastian: String,
    pub dasar_hukum: Vec<String>,
    pub sumber: Vec<Sumber>,
    pub rumus: Rumus,
    pub f03: F03Edisi,
    /// Highest category first.
    pub kategori: Vec<KategoriEdisi>,
    pub aspek: Vec<Aspek>,
    /// Indicators that are asked but carry no weight (number 31, queueing).
    pub tambahan: Vec<Indikator>,
}

/// Form of the instrument: A for services at a counter (luring), B for purely online ones (daring).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Bentuk {
    A,
    B,
}

/// A document the edition was put together from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sumber {
    pub id: String,
    pub rujukan: String,
    pub isi: String,
    pub kepastian: String,
}

/// Decisions on the formula; each with its certainty, because no official text was seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Rumus {
    /// Share of F02 in the IPP, of 1 (`0.75`).
    pub porsi_f02: Pecahan,
    pub porsi_f03: Pecahan,
    pub kepastian_porsi: String,
    pub agregasi_f03: AgregasiF03,
    pub kepastian_agregasi: String,
    pub cara_penilai: CaraPenilai,
    pub kepastian_cara_penilai: String,
}

/// How F03 answers become one value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AgregasiF03 {
    /// Mean over respondents of the mean of the respondent's aspect means.
    #[default]
    AspectMean,
    /// Mean of all answers.
    PlainMean,
}

/// How the scores of several evaluators become one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CaraPenilai {
    #[default]
    RataRata,
    Konsensus,
}

/// F03 of the edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct F03Edisi {
    pub responden_min: u32,
    pub responden_maks: u32,
    pub kepastian: String,
    /// In questionnaire order; empty for an edition of which F03 is not known.
    pub pernyataan: Vec<Pernyataan>,
}

/// One statement of F03, answered 0..5.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Pernyataan {
    pub id: String,
    /// Key of the aspect it belongs to (`"I"`).
    pub aspek: String,
    pub kode: String,
    pub teks: String,
}

/// A category with its bounds on two decimals, both inclusive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct KategoriEdisi {
    pub kode: String,
    pub dari: Pecahan,
    pub sampai: Pecahan,
    pub nama: String,
    /// The name in older documents, where it differs.
    pub nama_lama: Option<String>,
    /// Colour zone of one local app; not official.
    pub zona: Option<String>,
    pub kepastian: String,
}

/// One aspect with its indicators.
#[derive(Debug, Clone, PartialEq)]
pub struct Aspek {
    /// Roman numeral.
    pub kunci: String,
    pub huruf: String,
    pub nama: String,
    pub bobot: Bobot,
    pub kepastian_bobot: String,
    /// Declared when the printed weights do not sum to 100 (`weights_as_printed`); the expected sum.
    pub jumlah_bobot_tercetak: Option<Pecahan>,
    pub indikator: Vec<Indikator>,
}

/// One indicator: declared in F01, scored in F02.
#[derive(Debug, Clone, PartialEq)]
pub struct Indikator {
    pub nomor: u32,
    /// Unique in the edition (`"1.a.Ak"`).
    pub kode: String,
    /// Said when the code is ours because the official one is unknown.
    pub kepastian_kode: Option<String>,
    pub prinsip: String,
    pub nama: String,
    /// Weight inside the aspect; `None` when unknown, and for `tambahan`.
    pub bobot: Option<Bobot>,
    pub kepastian_bobot: String,
    /// Why it is asked and where the rule stands.
    pub mengapa: String,
    /// Six levels, index is the score; `None` when the rubric was not collected.
    pub rubrik: Option<[String; 6]>,
    pub kepastian_rubrik: String,
    /// Examples of evidence.
    pub bukti: Vec<String>,
    pub kepastian_bukti: String,
    /// F03 statements on the same theme; a link made by us, not official.
    pub f03_terkait: Vec<String>,
    pub catatan: Option<String>,
    /// F01 fields in form order.
    pub isian: Vec<Bidang>,
    /// Documented holes of the rubric, looked at before the rule.
    pub celah: Vec<Celah>,
    /// Conditions that make answers look wrong together; hints, never refusals. `uraian` is the fallback text.
    pub janggal: Vec<Celah>,
    pub aturan: Aturan,
}

/// Why an edition cannot be used for a period.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Halangan {
    #[error("bobot {} indikator belum diketahui: {}", .kode.len(), .kode.join(", "))]
    BobotBelumDiketahui { kode: Vec<String> },
    #[error("pernyataan F03 edisi ini tidak dikumpulkan")]
    TanpaF03,
    #[error("rubrik {} indikator tidak dikumpulkan: {}", .kode.len(), .kode.join(", "))]
    TanpaRubrik { kode: Vec<String> },
}

impl Edisi {
    /// Reads and checks an edition file. Every fault is listed, not only the first.
    ///
    /// # Errors
    /// All faults found, ordered by line.
    pub fn baca(teks: &str) -> Result<Self, Vec<Kesalahan>> {
        baca::baca(teks)
    }

    /// The weighted indicators in form order.
    pub fn indikator(&self) -> impl Iterator<Item = &Indikator> {
        self.aspek.iter().flat_map(|a| &a.indikator)
    }

    /// The weighted indicators, then the unweighted ones.
    pub fn semua_indikator(&self) -> impl Iterator<Item = &Indikator> {
        self.indikator().chain(&self.tambahan)
    }

    #[must_use]
    pub fn cari_indikator(&self, kode: &str) -> Option<&Indikator> {
        self.semua_indikator().find(|i| i.kode == kode)
    }

    /// The aspect that holds a weighted indicator.
    #[must_use]
    pub fn aspek_indikator(&self, kode: &str) -> Option<&Aspek> {
        self.aspek.iter().find(|a| a.indikator.iter().any(|i| i.kode == kode))
    }

    /// Whether a period may be opened with this edition.
    ///
    /// # Errors
    /// Everything that stands in the way.
    pub fn dapat_dipakai(&self) -> Result<(), Vec<Halangan>> {
        let kode = |pilih: fn(&&Indikator) -> bool| -> Vec<String> { self.indikator().filter(pilih).map(|i| i.kode.clone()).collect() };
        let mut halangan = Vec::new();
        let tanpa_bobot = kode(|i| i.bobot.is_none());
        if !tanpa_bobot.is_empty() {
            halangan.push(Halangan::BobotBelumDiketahui { kode: tanpa_bobot });
        }
        let tanpa_rubrik = kode(|i| i.rubrik.is_none());
        if !tanpa_rubrik.is_empty() {
            halangan.push(Halangan::TanpaRubrik { kode: tanpa_rubrik });
        }
        if self.f03.pernyataan.is_empty() {
            halangan.push(Halangan::TanpaF03);
        }
        if halangan.is_empty() { Ok(()) } else { Err(halangan) }
    }

    /// The category of an index: rounded half-up to two decimals first, then looked up.
    /// `None` only for an edition whose categories do not cover 0.00 to 5.00, which `baca` refuses.
    #[must_use]
    pub fn kategori(&self, ipp: &Ipp) -> Option<&KategoriEdisi> {
        let ratusan = ipp.pecahan().skala(2)?;
        let nilai = Pecahan::baru(ratusan, 100)?;
        self.kategori.iter().find(|k| k.dari <= nilai && nilai <= k.sampai)
    }

    #[must_use]
    pub fn cari_kategori(&self, kode: &str) -> Option<&KategoriEdisi> {
        self.kategori.iter().find(|k| k.kode == kode)
    }
}

impl Indikator {
    #[must_use]
    pub fn bidang(&self, kunci: &str) -> Option<&Bidang> {
        self.isian.iter().find(|b| b.kunci == kunci)
    }
}

//! One answer as it comes in, whatever brought it: page, kiosk, one-use link, paper, import. What is stored of it is all
//! here; no name and no time finer than the local day.

use crate::{
    Hasil, StoreError,
    id::{BundelId, RondeId},
};
use jiff::civil::Date;
use std::fmt;
use uuid::Uuid;

/// Packed byte for "not answered" and "not said".
pub const KOSONG: u8 = 255;

/// Shape of an answer: number of questions, and the scale of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Bentuk {
    pub pertanyaan: u16,
    pub min: u8,
    pub maks: u8,
}

impl Bentuk {
    /// Number of values on the scale.
    #[must_use]
    pub fn lebar(self) -> usize {
        usize::from(self.maks.saturating_sub(self.min)) + 1
    }

    /// Number of counters in a cell.
    #[must_use]
    pub fn hitungan(self) -> usize {
        usize::from(self.pertanyaan) * self.lebar()
    }
}

/// Where an answer came from; the counters are kept apart by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kelompok {
    Daring,
    Kios,
    Tautan,
    Bundel(BundelId),
    /// Id of the import.
    Impor(Uuid),
}

impl fmt::Display for Kelompok {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Daring => f.write_str("daring"),
            Self::Kios => f.write_str("kios"),
            Self::Tautan => f.write_str("tautan"),
            Self::Bundel(id) => id.fmt(f),
            Self::Impor(id) => id.fmt(f),
        }
    }
}

/// Layanan, jenis kelamin, usia, pendidikan, pekerjaan: each an index in the options of the edition, [`KOSONG`] not said.
/// A round of F03 asks none, and none is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Profil(pub [u8; 5]);

impl Profil {
    pub const KOSONG: Self = Self([KOSONG; 5]);
}

#[derive(Debug, Clone)]
pub struct Masukan {
    pub ronde: RondeId,
    pub bentuk: Bentuk,
    /// Random, made by the client: the same id twice is the same answer.
    pub id: Uuid,
    pub kelompok: Kelompok,
    /// Local day of the office.
    pub hari: Date,
    /// One byte a question, in questionnaire order.
    pub nilai: Box<[u8]>,
    pub profil: Profil,
    /// Bits of the quality flags.
    pub tanda: u32,
    pub saran: Option<String>,
    /// Hash of the secret of the one-use link that brought it.
    pub tautan: Option<[u8; 32]>,
}

impl Masukan {
    /// Whether every value is on the scale.
    ///
    /// # Errors
    /// `Rusak`: the caller checks what people send; this keeps the counters from what nobody checked.
    pub(crate) fn periksa(&self) -> Hasil<()> {
        // Lists are read from the nil id on: what has it would count and never be seen.
        if self.id.is_nil() {
            return Err(StoreError::Rusak(format!("an answer of round {} has no id", self.ronde)));
        }
        let di_skala = |b: &u8| *b == KOSONG || (self.bentuk.min..=self.bentuk.maks).contains(b);
        if self.nilai.len() == usize::from(self.bentuk.pertanyaan) && self.nilai.iter().all(di_skala) {
            return Ok(());
        }
        Err(StoreError::Rusak(format!("answer {} does not fit the questions of round {}", self.id, self.ronde)))
    }

    #[must_use]
    pub fn lengkap(&self) -> bool {
        !self.nilai.contains(&KOSONG)
    }

    /// The suggestion as it is stored: PostgreSQL keeps no NUL, and none is the same as an empty one.
    pub(crate) fn teks_saran(&self) -> String {
        self.saran.as_deref().unwrap_or_default().replace('\0', "").trim().to_owned()
    }
}

/// What became of an answer that was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Terima {
    Baru,
    /// The same answer was stored before: pressed twice, or sent again after a cut line.
    SudahAda,
}

/// Why an answer was not taken. Nothing of it is stored.
#[derive(Debug, thiserror::Error)]
pub enum Tolak {
    #[error("the round takes no answers now")]
    Tertutup,
    /// The id belongs to another answer.
    #[error("answer id reused for another content")]
    OperasiLain,
    /// Unknown, used, of another round, or past its day.
    #[error("the one-use link is not valid")]
    TautanTakBerlaku,
    /// Too many answers wait: try again in a moment.
    #[error("the queue is full")]
    Penuh,
    #[error(transparent)]
    Rusak(#[from] StoreError),
}

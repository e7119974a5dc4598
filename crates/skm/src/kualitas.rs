//! Signs that an answer may not be what it looks like. They are shown and explained; nothing is taken out by itself.
//!
//! Lives here: pure functions over one answer and what is known around it. Must not live here: what an analyst does with
//! a flag, or any time or address that could tell who answered (the store keeps bands and counts only).

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::{edisi::Susunan, jawaban::Jawaban};

/// Below this number of questions equal answers say nothing.
const PERTANYAAN_LURUS: usize = 4;
/// Shorter remarks ("baik sekali") are alike by nature.
const HURUF_TEKS: usize = 15;
/// Answers from one source in one minute beyond which a burst is flagged, where the round says nothing else. A person
/// takes 20 seconds at best, so a shared phone gives three.
pub const AMBANG_EMBER: i64 = 5;

/// One flag. `kunci` names it, `penjelasan` is the key of the sentence that says what it means and what it does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Bendera {
    /// The same value for every question. Often honest: many are content with everything.
    Lurus,
    /// Filled in faster than the questions can be read.
    TerlaluCepat,
    /// One of many answers from one source in the same minute. A kiosk or an office network looks like this too.
    Beruntun,
    /// The remark is word for word that of another answer.
    TeksKembar,
    /// Begun after it was finished, from before the round opened or after it closed, or from the future.
    WaktuMustahil,
}

impl Bendera {
    pub const SEMUA: [Self; 5] = [Self::Lurus, Self::TerlaluCepat, Self::Beruntun, Self::TeksKembar, Self::WaktuMustahil];

    #[must_use]
    pub fn kunci(self) -> &'static str {
        match self {
            Self::Lurus => "skm-kualitas-lurus",
            Self::TerlaluCepat => "skm-kualitas-terlalu-cepat",
            Self::Beruntun => "skm-kualitas-beruntun",
            Self::TeksKembar => "skm-kualitas-teks-kembar",
            Self::WaktuMustahil => "skm-kualitas-waktu-mustahil",
        }
    }

    #[must_use]
    pub fn penjelasan(self) -> &'static str {
        match self {
            Self::Lurus => "skm-kualitas-lurus-penjelasan",
            Self::TerlaluCepat => "skm-kualitas-terlalu-cepat-penjelasan",
            Self::Beruntun => "skm-kualitas-beruntun-penjelasan",
            Self::TeksKembar => "skm-kualitas-teks-kembar-penjelasan",
            Self::WaktuMustahil => "skm-kualitas-waktu-mustahil-penjelasan",
        }
    }

    /// The short name that a database column holds (`lurus`).
    #[must_use]
    pub fn nama(self) -> &'static str {
        self.kunci().trim_start_matches("skm-kualitas-")
    }

    #[must_use]
    pub fn dari_nama(nama: &str) -> Option<Self> {
        Self::SEMUA.into_iter().find(|b| b.nama() == nama)
    }
}

/// How long the form was open, by question, and no finer. Two seconds a question is the least in which it can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PitaDurasi {
    /// Under one second a question.
    SangatCepat,
    /// One to under two seconds.
    Cepat,
    /// Two to under twenty seconds.
    Wajar,
    /// Twenty seconds a question and more.
    Lama,
}

impl PitaDurasi {
    /// The band of a duration in milliseconds; `None` when it is negative (an impossible time, not a duration).
    #[must_use]
    pub fn dari_milidetik(durasi: i64, pertanyaan: usize) -> Option<Self> {
        let satuan = i64::try_from(pertanyaan.max(1)).unwrap_or(i64::MAX).saturating_mul(1000);
        match durasi {
            d if d < 0 => None,
            d if d < satuan => Some(Self::SangatCepat),
            d if d < satuan.saturating_mul(2) => Some(Self::Cepat),
            d if d < satuan.saturating_mul(20) => Some(Self::Wajar),
            _ => Some(Self::Lama),
        }
    }

    #[must_use]
    pub fn terlalu_cepat(self) -> bool {
        self < Self::Wajar
    }
}

/// What is known around an answer when it comes in; whatever is unknown (paper, import) is `None` and flags nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Konteks {
    pub durasi: Option<PitaDurasi>,
    pub waktu: Option<Waktu>,
    /// Answers of this round from the same source in the same minute, this one included.
    pub ember: Option<i64>,
    /// Flag a burst above this many; `None`: [`AMBANG_EMBER`]. A kiosk or a known office network has a higher one.
    pub ambang_ember: Option<i64>,
    /// Other answers of this round with the same remark (compared by [`rapikan`]).
    pub teks_sama: Option<i64>,
}

/// Times of one answer and its round in one unit (microseconds, or days for paper).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waktu {
    pub mulai: Option<i64>,
    pub selesai: i64,
    pub buka: i64,
    pub tutup: Option<i64>,
    pub sekarang: i64,
}

impl Waktu {
    #[must_use]
    pub fn mustahil(&self) -> bool {
        self.mulai.is_some_and(|m| m > self.selesai)
            || self.selesai < self.buka
            || self.tutup.is_some_and(|t| self.selesai > t)
            || self.selesai > self.sekarang
    }
}

/// The flags of one answer, in the order of [`Bendera::SEMUA`].
#[must_use]
pub fn periksa(susunan: &Susunan, jawaban: &Jawaban, konteks: &Konteks) -> Vec<Bendera> {
    let ambang = konteks.ambang_ember.unwrap_or(AMBANG_EMBER);
    let kena = |b: Bendera| match b {
        Bendera::Lurus => lurus(susunan, jawaban),
        Bendera::TerlaluCepat => konteks.durasi.is_some_and(PitaDurasi::terlalu_cepat),
        Bendera::Beruntun => konteks.ember.is_some_and(|n| n > ambang),
        Bendera::TeksKembar => konteks.teks_sama.is_some_and(|n| n > 0),
        Bendera::WaktuMustahil => konteks.waktu.is_some_and(|w| w.mustahil()),
    };
    Bendera::SEMUA.into_iter().filter(|b| kena(*b)).collect()
}

/// Whether every question got the same value; never for fewer than four questions.
#[must_use]
pub fn lurus(susunan: &Susunan, jawaban: &Jawaban) -> bool {
    let nilai = jawaban.nilai();
    susunan.pertanyaan().len() >= PERTANYAAN_LURUS && nilai.windows(2).all(|w| w[0] == w[1])
}

/// A remark as it is compared with others: small letters, letters and digits only, single spaces. `None` for one that is
/// too short to be telling.
#[must_use]
pub fn rapikan(teks: &str) -> Option<String> {
    let huruf: String = teks.chars().flat_map(char::to_lowercase).map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let rapi = huruf.split_whitespace().collect::<Vec<_>>().join(" ");
    (rapi.chars().count() >= HURUF_TEKS).then_some(rapi)
}

/// How many rows repeat an earlier one in everything (a form sent twice).
#[must_use]
pub fn ulangan<T: Ord>(baris: impl IntoIterator<Item = T>) -> i64 {
    let mut sudah = BTreeSet::new();
    let mut n = 0;
    for b in baris {
        if !sudah.insert(b) {
            n += 1;
        }
    }
    n
}

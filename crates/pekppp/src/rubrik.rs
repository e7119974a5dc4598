//! The rubric engine: from F01 answers to a proposed F02 score with its reason.
//!
//! Lives here: the rule kinds and their evaluation. The rules themselves are data of an edition.
//! Must not live here: setting a score; a proposal never becomes one by itself.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::{
    edisi::{Edisi, Indikator},
    f01::{F01, JawabanIndikator},
    nilai::Nilai,
    syarat::{Angka, Kebenaran, Konteks, Rujukan, Syarat},
};

mod alasan;

/// How the rubric of an indicator is applied.
#[derive(Debug, Clone, PartialEq)]
pub enum Aturan {
    /// Five steps; the score is the number of steps that hold before the first that does not.
    Tangga { langkah: Box<[Syarat; 5]> },
    /// A count against the smallest count for the scores 1..5 (plain, banded or on a base).
    Hitung {
        /// When it holds the score is 0 whatever the count.
        nol_jika: Option<Box<Syarat>>,
        jumlah: Angka,
        batas: [u32; 5],
    },
    /// Rows in order; the first that holds gives the score (choice, threshold, percentage, combination).
    Tabel { baris: Vec<(Syarat, Nilai)> },
    /// No rule; says why.
    Tidak { alasan: String },
}

/// A documented hole of the rubric.
#[derive(Debug, Clone, PartialEq)]
pub struct Celah {
    pub kunci: String,
    /// What the rubric leaves open, in Indonesian.
    pub uraian: String,
    pub jika: Syarat,
}

/// What the engine says about one indicator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "usulan", rename_all = "kebab-case")]
pub enum Usulan {
    /// A score, with the facts it rests on in plain Indonesian.
    Skor { nilai: Nilai, alasan: String },
    /// The rubric has no level for these answers; the evaluator decides. `celah` are the keys of the
    /// documented holes that apply, empty for a case nobody documented.
    TidakDiatur { alasan: String, celah: Vec<String> },
    /// Answers are missing: `KODE/kunci` of each field.
    BelumLengkap { bidang: Vec<String> },
    /// The edition has no rule for this indicator.
    TanpaAturan { alasan: String },
}

/// Proposes a score for one indicator from the F01 answers of the whole unit (a few rules look at a
/// field of another indicator). `None` when the edition has no such indicator.
#[must_use]
pub fn usulkan(edisi: &Edisi, kode: &str, f01: &F01) -> Option<Usulan> {
    let indikator = edisi.cari_indikator(kode)?;
    let kosong = JawabanIndikator::new();
    let konteks = Konteks { indikator, jawaban: f01.get(kode).unwrap_or(&kosong), lain: Some((edisi, f01)) };
    Some(indikator.usulan(&konteks))
}

impl Indikator {
    fn usulan(&self, konteks: &Konteks) -> Usulan {
        if let Aturan::Tidak { alasan } = &self.aturan {
            return Usulan::TanpaAturan { alasan: alasan.clone() };
        }
        let mut kena = Vec::new();
        let mut belum = BTreeSet::new();
        for celah in &self.celah {
            match konteks.uji(&celah.jika) {
                Kebenaran::Ya => kena.push(celah),
                Kebenaran::Belum(r) => belum.extend(r),
                Kebenaran::Tidak => {}
            }
        }
        if !kena.is_empty() {
            return Usulan::TidakDiatur { alasan: alasan::celah(konteks, &kena), celah: kena.iter().map(|c| c.kunci.clone()).collect() };
        }
        let hasil = self.aturan.nilai(konteks);
        match hasil {
            Ok(_) if !belum.is_empty() => self.kurang(&belum),
            Ok(Some(nilai)) => Usulan::Skor { nilai, alasan: alasan::skor(konteks, nilai) },
            Ok(None) => Usulan::TidakDiatur { alasan: alasan::tanpa_tingkat(konteks), celah: Vec::new() },
            Err(kurang) => self.kurang(&belum.into_iter().chain(kurang).collect()),
        }
    }

    fn kurang(&self, bidang: &BTreeSet<Rujukan>) -> Usulan {
        let nama = |r: &Rujukan| format!("{}/{}", r.kode.as_ref().unwrap_or(&self.kode), r.bidang);
        Usulan::BelumLengkap { bidang: bidang.iter().map(nama).collect() }
    }
}

impl Aturan {
    /// `Ok(None)` when no level fits; `Err` names the answers it would need.
    fn nilai(&self, konteks: &Konteks) -> Result<Option<Nilai>, BTreeSet<Rujukan>> {
        match self {
            Self::Tangga { langkah } => {
                for (syarat, nilai) in langkah.iter().zip(Nilai::semua()) {
                    if !tegas(konteks.uji(syarat))? {
                        return Ok(Some(nilai));
                    }
                }
                Ok(Some(Nilai::MAKS))
            }
            Self::Hitung { nol_jika, jumlah, batas } => {
                if let Some(syarat) = nol_jika
                    && tegas(konteks.uji(syarat))?
                {
                    return Ok(Some(Nilai::MIN));
                }
                let tercapai = |b: u32| konteks.uji(&alasan::paling_sedikit(jumlah, b));
                for (batas, nilai) in batas.iter().zip(Nilai::semua()) {
                    if !tegas(tercapai(*batas))? {
                        return Ok(Some(nilai));
                    }
                }
                Ok(Some(Nilai::MAKS))
            }
            Self::Tabel { baris } => {
                for (syarat, nilai) in baris {
                    if tegas(konteks.uji(syarat))? {
                        return Ok(Some(*nilai));
                    }
                }
                Ok(None)
            }
            Self::Tidak { .. } => Ok(None),
        }
    }

    /// Every condition of the rule, for checking an edition file.
    #[must_use]
    pub fn syarat(&self) -> Vec<&Syarat> {
        match self {
            Self::Tangga { langkah } => langkah.iter().collect(),
            Self::Hitung { nol_jika, .. } => nol_jika.iter().map(AsRef::as_ref).collect(),
            Self::Tabel { baris } => baris.iter().map(|(s, _)| s).collect(),
            Self::Tidak { .. } => Vec::new(),
        }
    }
}

fn tegas(hasil: Kebenaran) -> Result<bool, BTreeSet<Rujukan>> {
    match hasil {
        Kebenaran::Ya => Ok(true),
        Kebenaran::Tidak => Ok(false),
        Kebenaran::Belum(r) => Err(r),
    }
}

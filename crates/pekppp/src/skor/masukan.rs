//! What goes into a computation, and what can be wrong with it.
//!
//! Lives here: the input types and their check against an edition. Must not live here: arithmetic.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::F03Ringkas;
use crate::{
    edisi::{AgregasiF03, CaraPenilai, Edisi},
    nilai::Nilai,
};

/// More evaluators than this for one unit is taken for a mistake.
const PENILAI_MAKS: usize = 100;

/// Everything one unit's index is computed from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Masukan {
    /// One sheet per evaluator.
    pub f02: Vec<LembarF02>,
    /// `None`: the edition's default.
    pub cara_penilai: Option<CaraPenilai>,
    /// Only with `Konsensus`: the agreed score of codes on which evaluators differ.
    pub nilai_konsensus: BTreeMap<String, Nilai>,
    pub f03: F03Ringkas,
    /// `None`: the edition's default.
    pub agregasi_f03: Option<AgregasiF03>,
}

/// The scores of one evaluator by indicator code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LembarF02 {
    pub evaluator: String,
    pub nilai: BTreeMap<String, Nilai>,
}

/// A fault of the input; `baris` counts from 0, messages from 1. Texts are for the command line; pages never produce such input.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SalahMasukan {
    #[error("edisi \"{edisi}\" belum dapat dipakai untuk menghitung: bobot belum diketahui untuk {}", .kode.join(", "))]
    BobotBelumDiketahui { edisi: String, kode: Vec<String> },
    #[error("f02 baris {}: evaluator \"{evaluator}\" sudah ada; diharapkan satu lembar untuk tiap evaluator", .baris + 1)]
    EvaluatorGanda { baris: usize, evaluator: String },
    #[error("f02 baris {}: nama evaluator kosong; diharapkan teks", .baris + 1)]
    EvaluatorKosong { baris: usize },
    #[error("f02: {banyak} evaluator; diharapkan paling banyak {PENILAI_MAKS}")]
    TerlaluBanyakEvaluator { banyak: usize },
    #[error("{tempat}: kode indikator \"{kode}\" tidak dikenal; diharapkan kode dari edisi")]
    KodeTakDikenal { tempat: String, kode: String },
    #[error("consensus_scores: hanya berlaku bila consensus adalah \"konsensus\"")]
    KonsensusTanpaCara,
    #[error("consensus_scores.{kode}: {konsensus}, padahal semua evaluator memberi {sepakat}; diharapkan nilai yang sama atau tidak diisi")]
    KonsensusBertentangan { kode: String, konsensus: Nilai, sepakat: Nilai },
    #[error("f03 baris {}: {ada} jawaban; diharapkan {harap}, satu untuk tiap pernyataan", .baris + 1)]
    JumlahJawaban { baris: usize, ada: usize, harap: usize },
    #[error("f03: {ada} jumlah pernyataan; diharapkan {harap}")]
    JumlahPernyataan { ada: usize, harap: usize },
    #[error("f03: responden {responden} tidak sama dengan dipakai {dipakai} + dibuang {dibuang}")]
    ResponsTakCocok { responden: u64, dipakai: u64, dibuang: u64 },
    #[error("f03: jumlah pernyataan {pernyataan} adalah {jumlah}; paling banyak {maks} untuk {dipakai} responden")]
    JumlahMustahil { pernyataan: String, jumlah: u64, maks: u64, dipakai: u64 },
    #[error("units: tidak ada unit; diharapkan paling sedikit satu")]
    TanpaUnit,
}

impl Masukan {
    /// Input with the edition's own way of settling and aggregating.
    #[must_use]
    pub fn baru(f02: Vec<LembarF02>, f03: F03Ringkas) -> Self {
        Self { f02, cara_penilai: None, nilai_konsensus: BTreeMap::new(), f03, agregasi_f03: None }
    }

    /// Checks against the edition; every fault is listed.
    ///
    /// # Errors
    /// See [`SalahMasukan`].
    pub fn periksa(&self, edisi: &Edisi) -> Result<(), Vec<SalahMasukan>> {
        let mut salah = Vec::new();
        let kode: Vec<String> = edisi.indikator().filter(|i| i.bobot.is_none()).map(|i| i.kode.clone()).collect();
        if !kode.is_empty() {
            salah.push(SalahMasukan::BobotBelumDiketahui { edisi: edisi.id.clone(), kode });
        }
        self.periksa_f02(edisi, &mut salah);
        self.periksa_konsensus(edisi, &mut salah);
        self.f03.periksa(edisi, &mut salah);
        if salah.is_empty() { Ok(()) } else { Err(salah) }
    }

    fn periksa_f02(&self, edisi: &Edisi, salah: &mut Vec<SalahMasukan>) {
        if self.f02.len() > PENILAI_MAKS {
            salah.push(SalahMasukan::TerlaluBanyakEvaluator { banyak: self.f02.len() });
        }
        let mut sudah = BTreeSet::new();
        for (baris, lembar) in self.f02.iter().enumerate() {
            if lembar.evaluator.trim().is_empty() {
                salah.push(SalahMasukan::EvaluatorKosong { baris });
            } else if !sudah.insert(lembar.evaluator.trim()) {
                let evaluator = lembar.evaluator.clone();
                salah.push(SalahMasukan::EvaluatorGanda { baris, evaluator });
            }
            let tempat = format!("f02 baris {} scores", baris + 1);
            kode_asing(edisi, &tempat, lembar.nilai.keys(), salah);
        }
    }

    fn periksa_konsensus(&self, edisi: &Edisi, salah: &mut Vec<SalahMasukan>) {
        if self.nilai_konsensus.is_empty() {
            return;
        }
        if self.cara_penilai.unwrap_or(edisi.rumus.cara_penilai) != CaraPenilai::Konsensus {
            salah.push(SalahMasukan::KonsensusTanpaCara);
        }
        kode_asing(edisi, "consensus_scores", self.nilai_konsensus.keys(), salah);
        for (kode, &konsensus) in &self.nilai_konsensus {
            if let Some(sepakat) = self.sepakat(kode)
                && sepakat != konsensus
            {
                let kode = kode.clone();
                salah.push(SalahMasukan::KonsensusBertentangan { kode, konsensus, sepakat });
            }
        }
    }

    /// The score all evaluators gave; `None` when one lacks it or they differ.
    pub(super) fn sepakat(&self, kode: &str) -> Option<Nilai> {
        let (pertama, sisa) = self.f02.split_first()?;
        let nilai = *pertama.nilai.get(kode)?;
        sisa.iter().all(|l| l.nilai.get(kode) == Some(&nilai)).then_some(nilai)
    }
}

fn kode_asing<'a>(edisi: &Edisi, tempat: &str, kode: impl Iterator<Item = &'a String>, salah: &mut Vec<SalahMasukan>) {
    for kode in kode.filter(|k| edisi.cari_indikator(k).is_none()) {
        salah.push(SalahMasukan::KodeTakDikenal { tempat: tempat.to_owned(), kode: kode.clone() });
    }
}

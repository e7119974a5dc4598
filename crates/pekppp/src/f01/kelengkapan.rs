//! Which F01 fields are still to be answered.
//!
//! Lives here: completeness over visible compulsory fields. Must not live here: whether an answer is
//! plausible, or whether evidence is there (the store knows the files).

use std::collections::BTreeMap;

use serde::Serialize;

use super::{F01, JawabanIndikator};
use crate::{
    edisi::{Aspek, Bidang, Edisi, Indikator},
    syarat::Konteks,
};

/// Counts of visible compulsory fields.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Kelengkapan {
    pub terisi: usize,
    pub perlu: usize,
    /// `KODE/kunci` of each field still open, in form order.
    pub kurang: Vec<String>,
}

impl Kelengkapan {
    #[must_use]
    pub fn lengkap(&self) -> bool {
        self.kurang.is_empty()
    }

    /// Whole percent, rounded down so that 100 means complete; 100 when nothing is asked.
    #[must_use]
    pub fn persen(&self) -> usize {
        (self.terisi * 100).checked_div(self.perlu).unwrap_or(100)
    }

    fn tambah(mut self, lain: Self) -> Self {
        self.terisi += lain.terisi;
        self.perlu += lain.perlu;
        self.kurang.extend(lain.kurang);
        self
    }
}

/// The fields of an indicator that the form shows for these answers.
pub fn terlihat<'a>(indikator: &'a Indikator, jawaban: &'a JawabanIndikator) -> impl Iterator<Item = &'a Bidang> {
    let konteks = Konteks { indikator, jawaban, lain: None };
    indikator.isian.iter().filter(move |b| konteks.terlihat(b))
}

#[must_use]
pub fn kelengkapan_indikator(indikator: &Indikator, jawaban: &JawabanIndikator) -> Kelengkapan {
    let mut hasil = Kelengkapan::default();
    for bidang in terlihat(indikator, jawaban).filter(|b| b.wajib) {
        hasil.perlu += 1;
        if jawaban.contains_key(&bidang.kunci) {
            hasil.terisi += 1;
        } else {
            hasil.kurang.push(format!("{}/{}", indikator.kode, bidang.kunci));
        }
    }
    hasil
}

#[must_use]
pub fn kelengkapan_aspek(aspek: &Aspek, f01: &F01) -> Kelengkapan {
    jumlah(aspek.indikator.iter(), f01)
}

/// The whole form, the unweighted indicators included, and each aspect by its key.
#[must_use]
pub fn kelengkapan(edisi: &Edisi, f01: &F01) -> (Kelengkapan, BTreeMap<String, Kelengkapan>) {
    let aspek = edisi.aspek.iter().map(|a| (a.kunci.clone(), kelengkapan_aspek(a, f01))).collect();
    (jumlah(edisi.semua_indikator(), f01), aspek)
}

fn jumlah<'a>(indikator: impl Iterator<Item = &'a Indikator>, f01: &F01) -> Kelengkapan {
    let kosong = JawabanIndikator::new();
    indikator.map(|i| kelengkapan_indikator(i, f01.get(&i.kode).unwrap_or(&kosong))).fold(Kelengkapan::default(), Kelengkapan::tambah)
}

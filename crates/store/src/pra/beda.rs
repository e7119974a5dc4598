//! What changed from one submission to the next: answers by question, evidence that came and went. Pure.

use crate::f01::{Beku, BuktiBeku};
use pekppp::{Jawaban, JawabanIndikator};
use std::collections::BTreeSet;

/// Changes of one indicator. Only indicators that changed have one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BedaIndikator {
    pub kode: String,
    /// Key of the question, what was, what is; `None` is "not answered".
    pub jawaban: Vec<(String, Option<Jawaban>, Option<Jawaban>)>,
    pub bukti_tambah: Vec<BuktiBeku>,
    pub bukti_hapus: Vec<BuktiBeku>,
    /// Same evidence with another caption: what was, what is.
    pub bukti_ubah: Vec<(BuktiBeku, BuktiBeku)>,
}

impl BedaIndikator {
    fn kosong(&self) -> bool {
        self.jawaban.is_empty() && self.bukti_tambah.is_empty() && self.bukti_hapus.is_empty() && self.bukti_ubah.is_empty()
    }
}

/// By code, in the order of the codes as text.
#[must_use]
pub fn beda(lama: &Beku, baru: &Beku) -> Vec<BedaIndikator> {
    let kode: BTreeSet<&String> =
        lama.isian.keys().chain(baru.isian.keys()).chain(lama.bukti.iter().chain(&baru.bukti).map(|b| &b.indikator)).collect();
    kode.into_iter().map(|k| satu(k, lama, baru)).filter(|b| !b.kosong()).collect()
}

fn satu(kode: &str, lama: &Beku, baru: &Beku) -> BedaIndikator {
    let tanpa = JawabanIndikator::new();
    let dulu = lama.isian.get(kode).map_or(&tanpa, |i| &i.jawaban);
    let kini = baru.isian.get(kode).map_or(&tanpa, |i| &i.jawaban);
    let kunci: BTreeSet<&String> = dulu.keys().chain(kini.keys()).collect();
    let jawaban = kunci
        .into_iter()
        .filter(|k| dulu.get(*k) != kini.get(*k))
        .map(|k| (k.clone(), dulu.get(k).cloned(), kini.get(k).cloned()))
        .collect();
    let milik = |b: &&BuktiBeku| b.indikator == kode;
    let di = |semua: &[BuktiBeku], b: &BuktiBeku| semua.iter().any(|x| x.id == b.id);
    BedaIndikator {
        kode: kode.to_owned(),
        jawaban,
        bukti_tambah: baru.bukti.iter().filter(milik).filter(|b| !di(&lama.bukti, b)).cloned().collect(),
        bukti_hapus: lama.bukti.iter().filter(milik).filter(|b| !di(&baru.bukti, b)).cloned().collect(),
        bukti_ubah: baru
            .bukti
            .iter()
            .filter(milik)
            .filter_map(|b| lama.bukti.iter().find(|x| x.id == b.id && x.keterangan != b.keterangan).map(|x| (x.clone(), b.clone())))
            .collect(),
    }
}

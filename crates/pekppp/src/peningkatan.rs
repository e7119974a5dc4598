//! What-if: how much the IPP gains by a step of an indicator, and the cheapest way to the next category.
//!
//! Lives here: exact gains, trying out scores, the search for a way. Must not live here: whether a step is worth its
//! effort, and any change of a score: everything here is a question to a result that stays as it is.

mod jalur;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::{
    edisi::{Edisi, KategoriEdisi},
    nilai::{Ipp, Nilai},
    pecahan::Pecahan,
    skor::{HasilAkhir, HasilIpp},
};

/// One weighted indicator that can still rise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Peluang {
    pub kode: String,
    /// The settled score, 0..5; a mean of evaluators may be broken.
    pub nilai: Pecahan,
    /// What one whole point adds to the IPP: share of F02 x weight of the aspect x weight of the indicator.
    pub per_langkah: Pecahan,
    /// The steps up to 5, each with its gain: one point each, the last one shorter from a broken score.
    pub langkah: Vec<Pecahan>,
}

impl Peluang {
    /// Gain of the next step.
    #[must_use]
    pub fn berikut(&self) -> Pecahan {
        self.langkah.first().cloned().unwrap_or_else(Pecahan::nol)
    }

    /// The score after `n` steps.
    #[must_use]
    pub fn sesudah(&self, n: usize) -> Pecahan {
        let naik = &self.nilai + &Pecahan::bulat(i64::try_from(n).unwrap_or(5));
        naik.min(Nilai::MAKS.pecahan())
    }
}

/// A way to a category: so many steps for each indicator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Jalur {
    pub kategori: String,
    pub nama_kategori: String,
    /// Code and number of steps, in form order.
    pub naik: Vec<(String, usize)>,
    /// All steps together; no way has fewer.
    pub langkah: usize,
    /// The result of going it.
    pub akhir: HasilAkhir,
}

/// Why there is no way to a next category.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum TanpaJalur {
    /// There is no IPP to start from (see its status).
    TanpaIpp,
    /// The highest category is reached.
    Tertinggi,
    /// Even 5 everywhere in F02 does not reach it: F03 holds it back.
    TertahanF03,
    /// The weights have more decimals than the search can hold.
    BobotTerlaluHalus,
}

/// The weighted indicators below 5, the largest gain of the next step first, then in form order. Empty while a score
/// is missing.
#[must_use]
pub fn peluang(edisi: &Edisi, hasil: &HasilIpp) -> Vec<Peluang> {
    let mut semua = dalam_urutan(edisi, hasil);
    semua.sort_by_key(|p| std::cmp::Reverse(p.berikut()));
    semua
}

fn dalam_urutan(edisi: &Edisi, hasil: &HasilIpp) -> Vec<Peluang> {
    if hasil.f02.nilai.is_none() {
        return Vec::new();
    }
    let satu = |kode: &str, bobot_aspek: &Pecahan, nilai: &Pecahan| {
        let bobot = edisi.cari_indikator(kode)?.bobot.as_ref()?.bagian();
        let per_langkah = &(&hasil.porsi_f02 * bobot_aspek) * &bobot;
        let mut langkah = Vec::new();
        let mut sisa = &Nilai::MAKS.pecahan() - nilai;
        while sisa > Pecahan::nol() {
            let panjang = sisa.clone().min(Pecahan::bulat(1));
            langkah.push(&per_langkah * &panjang);
            sisa = &sisa - &panjang;
        }
        (!langkah.is_empty()).then(|| Peluang { kode: kode.to_owned(), nilai: nilai.clone(), per_langkah, langkah })
    };
    let aspek = hasil.f02.aspek.iter();
    aspek.flat_map(|a| a.indikator.iter().filter_map(move |i| satu(&i.kode, &a.bobot.bagian(), i.nilai.as_ref()?))).collect()
}

/// The IPP if these indicators had these scores and everything else stayed. Codes that are unknown, unweighted or would
/// fall are left as they are. `None` without an IPP to start from.
#[must_use]
pub fn coba(edisi: &Edisi, hasil: &HasilIpp, skor: &BTreeMap<String, Nilai>) -> Option<HasilAkhir> {
    let mut ipp = hasil.ipp.as_ref()?.ipp.pecahan().clone();
    for p in dalam_urutan(edisi, hasil) {
        if let Some(naik) = skor.get(&p.kode).map(|n| &n.pecahan() - &p.nilai).filter(|n| !n.adalah_negatif()) {
            ipp = &ipp + &(&p.per_langkah * &naik);
        }
    }
    HasilAkhir::dari(edisi, Ipp::baru(ipp).ok()?)
}

/// The category above the one of a result; `None` at the top or without an IPP.
#[must_use]
pub fn kategori_berikut<'e>(edisi: &'e Edisi, hasil: &HasilIpp) -> Option<&'e KategoriEdisi> {
    let kini = edisi.kategori(&hasil.ipp.as_ref()?.ipp)?;
    edisi.kategori.iter().filter(|k| k.dari > kini.dari).min_by(|a, b| a.dari.cmp(&b.dari))
}

/// The cheapest way to the next category: fewest steps, then fewest indicators, then the highest IPP. The category is
/// found after rounding half-up to two decimals, so an IPP of half a hundredth below its lower bound is enough.
///
/// # Errors
/// [`TanpaJalur`] says why there is none.
pub fn jalur_termurah(edisi: &Edisi, hasil: &HasilIpp) -> Result<Jalur, TanpaJalur> {
    let ipp = &hasil.ipp.as_ref().ok_or(TanpaJalur::TanpaIpp)?.ipp;
    let tujuan = kategori_berikut(edisi, hasil).ok_or(TanpaJalur::Tertinggi)?;
    let setengah = Pecahan::baru(1, 200).unwrap_or_else(Pecahan::nol);
    let perlu = &(&tujuan.dari - &setengah) - ipp.pecahan();
    let peluang = dalam_urutan(edisi, hasil);
    let gain: Vec<&[Pecahan]> = peluang.iter().map(|p| p.langkah.as_slice()).collect();
    let langkah = jalur::cari(&gain, &perlu)?;
    let naik: Vec<(String, usize)> = peluang.iter().zip(&langkah).filter(|(_, n)| **n > 0).map(|(p, n)| (p.kode.clone(), *n)).collect();
    let tambah: Pecahan = peluang.iter().zip(&langkah).flat_map(|(p, n)| p.langkah.iter().take(*n).cloned()).sum();
    let akhir = Ipp::baru(ipp.pecahan() + &tambah).ok().and_then(|i| HasilAkhir::dari(edisi, i)).ok_or(TanpaJalur::TanpaIpp)?;
    Ok(Jalur { kategori: tujuan.kode.clone(), nama_kategori: tujuan.nama.clone(), langkah: langkah.iter().sum(), naik, akhir })
}

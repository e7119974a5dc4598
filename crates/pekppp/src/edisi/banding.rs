//! What changed from one edition to another: indicators added, removed, weighed or worded differently.
//!
//! Lives here: the comparison as data. Must not live here: its words or its layout (web).

use std::collections::BTreeSet;

use super::{Aspek, Edisi, Indikator};
use crate::{nilai::Bobot, pecahan::Pecahan};

/// Everything that differs. Empty lists: nothing does.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Banding {
    pub aspek: Vec<BedaAspek>,
    pub indikator: Vec<BedaIndikator>,
    pub f03: Vec<BedaPernyataan>,
    /// Parts of the head that differ: shares, aggregation, respondents, categories.
    pub kepala: Vec<BedaKepala>,
}

/// A value before and after; `None` where the edition has no such thing.
pub type Pasangan<T> = (Option<T>, Option<T>);

#[derive(Debug, Clone, PartialEq)]
pub struct BedaAspek {
    pub kunci: String,
    pub nama: Pasangan<String>,
    pub bobot: Pasangan<Bobot>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct BedaIndikator {
    pub kode: String,
    pub nama: Pasangan<String>,
    /// Percent inside its aspect; `None` also for an unweighted or unknown one.
    pub bobot: Pasangan<Bobot>,
    /// Percent of F02 as a whole: aspect weight times weight in the aspect.
    pub dalam_f02: Pasangan<Pecahan>,
    /// Parts whose text or rule differs, for an indicator that both have.
    pub bagian: Vec<Bagian>,
    /// Rubric levels whose text differs: score, before, after.
    pub rubrik: Vec<(usize, String, String)>,
}

impl BedaIndikator {
    #[must_use]
    pub fn ditambah(&self) -> bool {
        self.nama.0.is_none()
    }

    #[must_use]
    pub fn dihapus(&self) -> bool {
        self.nama.1.is_none()
    }
}

/// A part of an indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bagian {
    Nama,
    Bobot,
    Aspek,
    Rubrik,
    Isian,
    Bukti,
    Aturan,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BedaPernyataan {
    pub id: String,
    pub teks: Pasangan<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BedaKepala {
    Bentuk,
    Porsi,
    AgregasiF03,
    Responden,
    Kategori,
}

/// Compares `dulu` with `kini`, in the order of the newer one; what was removed stands where it was.
#[must_use]
pub fn banding(dulu: &Edisi, kini: &Edisi) -> Banding {
    let kunci = urut(dulu.aspek.iter().map(|a| a.kunci.as_str()), kini.aspek.iter().map(|a| a.kunci.as_str()));
    let kode = urut(dulu.semua_indikator().map(|i| i.kode.as_str()), kini.semua_indikator().map(|i| i.kode.as_str()));
    let id = urut(dulu.f03.pernyataan.iter().map(|p| p.id.as_str()), kini.f03.pernyataan.iter().map(|p| p.id.as_str()));
    Banding {
        aspek: kunci.iter().filter_map(|k| aspek(dulu, kini, k)).collect(),
        indikator: kode.iter().filter_map(|k| indikator(dulu, kini, k)).collect(),
        f03: id.iter().filter_map(|i| pernyataan(dulu, kini, i)).collect(),
        kepala: kepala(dulu, kini),
    }
}

/// All keys once: those of the newer edition in its order, each removed one after the key it stood behind.
fn urut<'a>(dulu: impl Iterator<Item = &'a str>, kini: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut semua: Vec<&str> = kini.collect();
    let ada: BTreeSet<&str> = semua.iter().copied().collect();
    let mut sebelum: Option<&str> = None;
    for k in dulu {
        if !ada.contains(k) {
            let tempat = sebelum.and_then(|s| semua.iter().position(|x| *x == s)).map_or(0, |n| n + 1);
            semua.insert(tempat, k);
        }
        sebelum = Some(k);
    }
    semua
}

fn aspek(dulu: &Edisi, kini: &Edisi, kunci: &str) -> Option<BedaAspek> {
    let satu = |e: &Edisi| e.aspek.iter().find(|a| a.kunci == kunci).map(|a: &Aspek| (a.nama.clone(), a.bobot.clone()));
    let (a, b) = (satu(dulu), satu(kini));
    (a != b).then(|| {
        let ((na, ba), (nb, bb)) = (a.unzip(), b.unzip());
        BedaAspek { kunci: kunci.to_owned(), nama: (na, nb), bobot: (ba, bb) }
    })
}

fn indikator(dulu: &Edisi, kini: &Edisi, kode: &str) -> Option<BedaIndikator> {
    let (a, b) = (dulu.cari_indikator(kode), kini.cari_indikator(kode));
    let dalam = |e: &Edisi, i: Option<&Indikator>| -> Option<Pecahan> {
        let bobot = i?.bobot.as_ref()?;
        Some(e.aspek_indikator(kode)?.bobot.persen() * &bobot.bagian())
    };
    let dalam_f02 = (dalam(dulu, a), dalam(kini, b));
    let (mut bagian, mut rubrik) = (Vec::new(), Vec::new());
    if let (Some(a), Some(b)) = (a, b) {
        let di_aspek = |e: &Edisi| e.aspek_indikator(kode).map(|x| x.kunci.clone());
        let beda = [
            (Bagian::Nama, a.nama != b.nama),
            (Bagian::Bobot, a.bobot != b.bobot || dalam_f02.0 != dalam_f02.1),
            (Bagian::Aspek, di_aspek(dulu) != di_aspek(kini)),
            (Bagian::Rubrik, a.rubrik != b.rubrik),
            (Bagian::Isian, a.isian != b.isian),
            (Bagian::Bukti, a.bukti != b.bukti),
            (Bagian::Aturan, a.aturan != b.aturan || a.celah != b.celah || a.janggal != b.janggal),
        ];
        bagian.extend(beda.into_iter().filter(|(_, ya)| *ya).map(|(x, _)| x));
        if bagian.is_empty() {
            return None;
        }
        let kosong = <[String; 6]>::default();
        let (ra, rb) = (a.rubrik.as_ref().unwrap_or(&kosong), b.rubrik.as_ref().unwrap_or(&kosong));
        rubrik.extend(ra.iter().zip(rb).enumerate().filter(|(_, (x, y))| x != y).map(|(n, (x, y))| (n, x.clone(), y.clone())));
    }
    let nama = |i: Option<&Indikator>| i.map(|i| i.nama.clone());
    let bobot = |i: Option<&Indikator>| i.and_then(|i| i.bobot.clone());
    Some(BedaIndikator { kode: kode.to_owned(), nama: (nama(a), nama(b)), bobot: (bobot(a), bobot(b)), dalam_f02, bagian, rubrik })
}

fn pernyataan(dulu: &Edisi, kini: &Edisi, id: &str) -> Option<BedaPernyataan> {
    let satu = |e: &Edisi| e.f03.pernyataan.iter().find(|p| p.id == id).map(|p| p.teks.clone());
    let teks = (satu(dulu), satu(kini));
    (teks.0 != teks.1).then(|| BedaPernyataan { id: id.to_owned(), teks })
}

fn kepala(dulu: &Edisi, kini: &Edisi) -> Vec<BedaKepala> {
    let (a, b) = (&dulu.rumus, &kini.rumus);
    let batas = |e: &Edisi| (e.f03.responden_min, e.f03.responden_maks);
    let kategori = |e: &Edisi| e.kategori.iter().map(|k| (k.kode.clone(), k.dari.clone(), k.nama.clone())).collect::<Vec<_>>();
    let beda = [
        (BedaKepala::Bentuk, dulu.bentuk != kini.bentuk),
        (BedaKepala::Porsi, (&a.porsi_f02, &a.porsi_f03) != (&b.porsi_f02, &b.porsi_f03)),
        (BedaKepala::AgregasiF03, a.agregasi_f03 != b.agregasi_f03),
        (BedaKepala::Responden, batas(dulu) != batas(kini)),
        (BedaKepala::Kategori, kategori(dulu) != kategori(kini)),
    ];
    beda.into_iter().filter(|(_, ya)| *ya).map(|(x, _)| x).collect()
}

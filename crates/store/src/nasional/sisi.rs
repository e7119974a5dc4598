//! One published period seen on the board: how far each rank of its groups could move, and where its units stood the year before.
//! The rules are those of the national ranking ([`super::pilih`]); a rank here is that within a category of services of the period.

use std::collections::{HashMap, HashSet};

use super::{
    muat::{papan, pilihan},
    papan::{Baris, Papan},
    pilih::batas,
};
use crate::{Hasil, Store, lokus::akar_kategori, peringkat::PeringkatPeriode};
use pekppp::peringkat::{Gerak, gerak};

/// Where a unit stood on an earlier board, and with which value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dulu {
    pub gerak: Gerak,
    /// Hundredths, as they were shown.
    pub tampil: u16,
}

/// Of one unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sisi {
    /// Best and worst rank that the intervals of F03 allow; `None` where the unit's interval is not known.
    pub pita: Option<(usize, usize)>,
    /// Against the units of the same instansi and category in [`SisiPeriode::lalu`].
    pub lalu: Option<Dulu>,
}

#[derive(Debug, Clone, Default)]
pub struct SisiPeriode {
    /// The newest earlier year with the same scheme and edition, if any.
    pub lalu: Option<i64>,
    /// By code of the lokus.
    pub unit: HashMap<Box<str>, Sisi>,
}

/// `kode`: of a published period of that year and scheme; `peringkat`: its ranking, in whose groups the bands are.
pub async fn sisi_periode(store: &Store, tahun: i64, skema: &str, kode: &str, peringkat: &PeringkatPeriode) -> Hasil<SisiPeriode> {
    let kini = papan(store, tahun, skema).await?;
    let sebelum = pilihan(store).await?.into_iter().find(|p| p.skema == skema && p.tahun < tahun);
    let lama = match &sebelum {
        Some(p) => Some(papan(store, p.tahun, skema).await?),
        None => None,
    };
    Ok(susun(&kini, lama.as_deref(), kode, &grup(peringkat)))
}

/// Number of the group of each ranked lokus by its code. The board knows one spelling of a category, a period from before that rule may
/// rank two apart: a band beside a rank is of the same group.
fn grup(p: &PeringkatPeriode) -> HashMap<&str, usize> {
    p.kelompok.values().enumerate().flat_map(|(n, isi)| isi.iter().map(move |x| (&*x.item.kode, n))).collect()
}

/// Rows that stand together, in the order of the board.
fn kelompok<'a, K: PartialEq>(p: &'a Papan, ikut: impl Fn(&Baris) -> bool, kunci: impl Fn(&Baris) -> K) -> Vec<(K, Vec<&'a Baris>)> {
    let mut semua: Vec<(K, Vec<&'a Baris>)> = Vec::new();
    for b in p.baris.iter().filter(|b| ikut(b)) {
        let k = kunci(b);
        match semua.iter_mut().find(|(lain, _)| *lain == k) {
            Some((_, isi)) => isi.push(b),
            None => semua.push((k, vec![b])),
        }
    }
    semua
}

fn susun(kini: &Papan, lama: Option<&Papan>, kode: &str, grup: &HashMap<&str, usize>) -> SisiPeriode {
    let Some(periode) = kini.periode.iter().position(|p| p.kode == kode) else { return SisiPeriode::default() };
    let milik = |b: &Baris| b.periode as usize == periode;
    let nomor = |b: &Baris| grup.get(&*b.lokus).copied();
    let mut hasil = SisiPeriode::default();
    for (_, isi) in kelompok(kini, milik, |b| (b.kategori, nomor(b))) {
        let batas: Vec<_> = isi.iter().map(|b| (b.rentang.is_some(), batas(b))).collect();
        for (b, pita) in isi.iter().zip(pita(&batas)) {
            hasil.unit.insert(b.lokus.clone(), Sisi { pita, lalu: None });
        }
    }
    let Some(lama) = lama else { return hasil };
    let instansi: HashSet<_> =
        kini.baris.iter().filter(|b| milik(b)).filter_map(|b| kini.instansi.get(b.instansi as usize)).map(|i| i.id).collect();
    let di_sini = |b: &Baris| lama.instansi.get(b.instansi as usize).is_some_and(|i| instansi.contains(&i.id));
    let dulu = kelompok(lama, di_sini, |b| (b.kategori, b.edisi));
    for ((kategori, edisi, _), isi) in kelompok(kini, milik, |b| (b.kategori, b.edisi, nomor(b))) {
        let sama = |((k, e), _): &&((u32, u32), Vec<&Baris>)| {
            let eja = |p: &Papan, n: u32| p.kategori.get(n as usize).map(|k| akar_kategori(k));
            let naskah = |p: &Papan, n: u32| p.edisi.get(n as usize).map(|e| e.sidik.clone());
            eja(lama, *k) == eja(kini, kategori) && naskah(lama, *e) == naskah(kini, edisi)
        };
        let lalu: Vec<&Baris> = dulu.iter().filter(sama).flat_map(|(_, isi)| isi.iter().copied()).collect();
        if !lalu.is_empty() {
            hasil.lalu = Some(lama.tahun);
        }
        for (b, lalu) in isi.iter().zip(bandingkan(&isi, lalu)) {
            if let Some(s) = hasil.unit.get_mut(&b.lokus) {
                s.lalu = lalu;
            }
        }
    }
    hasil
}

/// Each of these rows against the earlier ones; both come highest first, or nearly so where the earlier ones are of two spellings.
pub(super) fn bandingkan(kini: &[&Baris], mut lalu: Vec<&Baris>) -> Vec<Option<Dulu>> {
    lalu.sort_by_key(|b| b.tingkat);
    let urut = |isi: &[&Baris]| isi.iter().map(|b| (b.unit_id, b.tingkat)).collect::<Vec<_>>();
    let tampil: HashMap<_, _> = lalu.iter().map(|b| (b.unit_id, b.tampil)).collect();
    let satu = |(b, g): (&&Baris, Option<Gerak>)| Some(Dulu { gerak: g?, tampil: *tampil.get(&b.unit_id)? });
    kini.iter().zip(gerak(&urut(kini), &urut(&lalu))).map(satu).collect()
}

/// How many lie surely above, and how many may: [`pekppp::pita_peringkat`] in whole numbers.
/// Rows as whether their interval is known, and its two ends in ten-thousandths.
pub(crate) fn pita(isi: &[(bool, (usize, usize))]) -> Vec<Option<(usize, usize)>> {
    let (mut bawah, mut atas): (Vec<usize>, Vec<usize>) = isi.iter().map(|(_, b)| *b).unzip();
    bawah.sort_unstable();
    atas.sort_unstable();
    let di_atas = |semua: &[usize], n: usize| semua.len() - semua.partition_point(|x| *x <= n);
    let satu = |&(diketahui, (rendah, tinggi)): &(bool, (usize, usize))| {
        diketahui.then(|| (1 + di_atas(&bawah, tinggi), 1 + di_atas(&atas, rendah) - usize::from(tinggi > rendah)))
    };
    isi.iter().map(satu).collect()
}

#[cfg(test)]
#[path = "sisi_uji.rs"]
mod uji;

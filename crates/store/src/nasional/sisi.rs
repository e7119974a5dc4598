//! One published period seen on the board: how far each rank of its groups could move, and where its units stood the year before.
//! The rules are those of the national ranking ([`super::pilih`]); a rank here is that within a category of services of the period.

use std::collections::{HashMap, HashSet};

use super::{
    muat::{papan, pilihan},
    papan::{Baris, Papan},
    pilih::batas,
};
use crate::{Hasil, Store};

/// Of one unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sisi {
    /// Best and worst rank that the intervals of F03 allow; `None` where the unit's interval is not known.
    pub pita: Option<(usize, usize)>,
    /// Rank among the units of the same instansi and category in [`SisiPeriode::lalu`].
    pub lalu: Option<usize>,
}

#[derive(Debug, Clone, Default)]
pub struct SisiPeriode {
    /// The newest earlier year with the same scheme and edition, if any.
    pub lalu: Option<i64>,
    /// By code of the lokus.
    pub unit: HashMap<Box<str>, Sisi>,
}

/// `kode`: of a published period of that year and scheme.
pub async fn sisi_periode(store: &Store, tahun: i64, skema: &str, kode: &str) -> Hasil<SisiPeriode> {
    let kini = papan(store, tahun, skema).await?;
    let sebelum = pilihan(store).await?.into_iter().find(|p| p.skema == skema && p.tahun < tahun);
    let lama = match &sebelum {
        Some(p) => Some(papan(store, p.tahun, skema).await?),
        None => None,
    };
    Ok(susun(&kini, lama.as_deref(), kode))
}

/// Category and edition: what is ranked together.
type Kelompok<'a> = (u32, u32, Vec<&'a Baris>);

fn kelompok<'a>(p: &'a Papan, ikut: impl Fn(&Baris) -> bool) -> Vec<Kelompok<'a>> {
    let mut semua: Vec<Kelompok<'a>> = Vec::new();
    for b in p.baris.iter().filter(|b| ikut(b)) {
        match semua.iter_mut().find(|(k, e, _)| (*k, *e) == (b.kategori, b.edisi)) {
            Some((.., isi)) => isi.push(b),
            None => semua.push((b.kategori, b.edisi, vec![b])),
        }
    }
    semua
}

fn susun(kini: &Papan, lama: Option<&Papan>, kode: &str) -> SisiPeriode {
    let Some(periode) = kini.periode.iter().position(|p| p.kode == kode) else { return SisiPeriode::default() };
    let milik = kelompok(kini, |b| b.periode as usize == periode);
    let instansi: HashSet<_> =
        milik.iter().flat_map(|(.., isi)| isi).filter_map(|b| kini.instansi.get(b.instansi as usize)).map(|i| i.id).collect();
    let dulu =
        lama.map(|l| kelompok(l, |b| l.instansi.get(b.instansi as usize).is_some_and(|i| instansi.contains(&i.id)))).unwrap_or_default();
    let mut hasil = SisiPeriode::default();
    for (kategori, edisi, isi) in &milik {
        let sama = |(k, e, _): &&Kelompok<'_>| {
            let l = lama.unwrap_or(kini);
            l.kategori.get(*k as usize) == kini.kategori.get(*kategori as usize)
                && l.edisi.get(*e as usize).map(|e| &e.sidik) == kini.edisi.get(*edisi as usize).map(|e| &e.sidik)
        };
        let peringkat = dulu.iter().find(sama).map(|(.., isi)| peringkat(isi)).unwrap_or_default();
        if !peringkat.is_empty() {
            hasil.lalu = lama.map(|l| l.tahun);
        }
        for (b, pita) in isi.iter().zip(pita(isi)) {
            hasil.unit.insert(b.lokus.clone(), Sisi { pita, lalu: peringkat.get(&b.unit_id).copied() });
        }
    }
    hasil
}

/// Equal values share a rank; the rows come highest first.
fn peringkat(isi: &[&Baris]) -> HashMap<crate::id::UnitId, usize> {
    let (mut hasil, mut terakhir) = (HashMap::new(), (1, None));
    for (n, b) in isi.iter().enumerate() {
        if terakhir.1 != Some(b.tingkat) {
            terakhir = (n + 1, Some(b.tingkat));
        }
        hasil.insert(b.unit_id, terakhir.0);
    }
    hasil
}

/// How many lie surely above, and how many may: [`pekppp::pita_peringkat`] in whole numbers.
fn pita(isi: &[&Baris]) -> Vec<Option<(usize, usize)>> {
    let (mut bawah, mut atas): (Vec<usize>, Vec<usize>) = isi.iter().map(|b| batas(b)).unzip();
    bawah.sort_unstable();
    atas.sort_unstable();
    let di_atas = |semua: &[usize], n: usize| semua.len() - semua.partition_point(|x| *x <= n);
    let satu = |b: &&Baris| {
        b.rentang?;
        let (rendah, tinggi) = batas(b);
        Some((1 + di_atas(&bawah, tinggi), 1 + di_atas(&atas, rendah) - usize::from(tinggi > rendah)))
    };
    isi.iter().map(satu).collect()
}

#[cfg(test)]
#[path = "sisi_uji.rs"]
mod uji;

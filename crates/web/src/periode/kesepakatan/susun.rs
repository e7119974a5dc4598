//! From finished sheets to the rows of the page: which pairs and teams there are, and the word for each figure. The
//! figures themselves are `pekppp::kesepakatan`'s.

use std::collections::BTreeMap;

use pekppp::{
    Nilai, Pecahan, Usulan,
    kesepakatan::{Arah, LOKUS_MIN, alfa, celah, kappa_tertimbang, kecenderungan},
    usulkan,
};
use store::{id::AkunId, kesepakatan::LokusDinilai};

use crate::{
    komponen::Nada,
    konteks::Konteks,
    lokus::lanjutan::{nama, urut},
};

/// One measure of agreement.
pub struct Ukuran {
    pub judul: String,
    pub rincian: String,
    pub n: usize,
    pub nilai: String,
    pub kata: (Nada, &'static str),
}

/// One evaluator beside the others.
pub struct Orang {
    pub nama: String,
    pub lokus: usize,
    pub selisih: String,
    pub rentang: String,
    pub kata: (Nada, &'static str),
}

/// The distance of two sources.
pub struct Beda {
    pub judul: String,
    pub rincian: String,
    pub n: usize,
    pub rata: String,
    pub mutlak: String,
    pub lebih: usize,
    pub sama: usize,
    pub kurang: usize,
}

pub struct Sajian {
    pub lokus: usize,
    /// Lokus that at least two scored.
    pub berdua: usize,
    pub pasangan: Vec<Ukuran>,
    pub tim: Vec<Ukuran>,
    pub indikator: Vec<Ukuran>,
    pub orang: Vec<Orang>,
    pub f01: Vec<Beda>,
    pub f03: Vec<Beda>,
}

#[must_use]
pub fn susun(k: &Konteks, bahan: &[LokusDinilai]) -> Sajian {
    Sajian {
        lokus: bahan.len(),
        berdua: bahan.iter().filter(|l| l.lembar.len() > 1).count(),
        pasangan: pasangan(k, bahan),
        tim: tim(k, bahan),
        indikator: indikator(k, bahan),
        orang: orang(k, bahan),
        f01: usulan(k, bahan),
        f03: aspek(k, bahan),
    }
}

/// By people: their names, the number of lokus, what they gave.
type Kumpulan<K, T> = BTreeMap<K, (String, usize, Vec<T>)>;
/// By place in the form and code: the name, what was given.
type PerButir<T> = BTreeMap<(usize, String), (String, Vec<T>)>;

/// The customary reading of Krippendorff: from 0.8 reliable, from 0.667 for tentative conclusions. Few units say nothing.
fn kata(nilai: Option<&Pecahan>, lokus: usize) -> (Nada, &'static str) {
    let batas = |atas, bawah| Pecahan::baru(atas, bawah).unwrap_or_else(Pecahan::nol);
    match nilai {
        _ if lokus < LOKUS_MIN => (Nada::Netral, "kesepakatan-belum-cukup"),
        None => (Nada::Netral, "kesepakatan-seragam"),
        Some(n) if *n >= batas(4, 5) => (Nada::Baik, "kesepakatan-tinggi"),
        Some(n) if *n >= batas(2, 3) => (Nada::Info, "kesepakatan-cukup"),
        Some(_) => (Nada::Perhatian, "kesepakatan-rendah"),
    }
}

fn angka(k: &Konteks, p: Option<&Pecahan>, desimal: u32) -> String {
    p.map_or_else(|| "–".to_owned(), |p| k.angka(p.tampil(desimal)))
}

/// Scores that both gave, over all lokus that both scored.
fn pasangan(k: &Konteks, bahan: &[LokusDinilai]) -> Vec<Ukuran> {
    let mut semua: Kumpulan<(AkunId, AkunId), (u8, u8)> = BTreeMap::new();
    for l in bahan {
        for (i, (a, nama_a, skor_a)) in l.lembar.iter().enumerate() {
            for (b, nama_b, skor_b) in &l.lembar[i + 1..] {
                let isi = semua.entry((*a, *b)).or_insert_with(|| (format!("{nama_a} – {nama_b}"), 0, Vec::new()));
                isi.1 += 1;
                isi.2.extend(skor_a.iter().zip(skor_b).filter_map(|(x, y)| Some(((*x)?, (*y)?))));
            }
        }
    }
    let satu = |(judul, lokus, skor): (String, usize, Vec<(u8, u8)>)| {
        let x = kappa_tertimbang(&skor);
        Ukuran {
            rincian: k.jumlah("kesepakatan-dari-lokus", lokus),
            nilai: angka(k, x.nilai.as_ref(), 2),
            kata: kata(x.nilai.as_ref(), lokus),
            n: x.n,
            judul,
        }
    };
    semua.into_values().map(satu).collect()
}

/// The scores that each indicator of a lokus got, by code.
fn per_butir(l: &LokusDinilai) -> impl Iterator<Item = (&str, Vec<u8>)> {
    l.edisi.semua_indikator().enumerate().map(|(i, x)| {
        let skor = l.lembar.iter().filter_map(|(.., s)| s.get(i).copied().flatten()).collect();
        (x.kode.as_str(), skor)
    })
}

fn tim(k: &Konteks, bahan: &[LokusDinilai]) -> Vec<Ukuran> {
    let mut semua: Kumpulan<Vec<AkunId>, Vec<u8>> = BTreeMap::new();
    for l in bahan.iter().filter(|l| l.lembar.len() > 1) {
        let kunci = l.lembar.iter().map(|(a, ..)| *a).collect();
        let nama = || l.lembar.iter().map(|(_, n, _)| n.as_str()).collect::<Vec<_>>().join(", ");
        let isi = semua.entry(kunci).or_insert_with(|| (nama(), 0, Vec::new()));
        isi.1 += 1;
        isi.2.extend(per_butir(l).map(|(_, s)| s));
    }
    semua
        .into_values()
        .map(|(judul, lokus, butir)| ukuran_alfa(k, judul, k.jumlah("kesepakatan-dari-lokus", lokus), lokus, &butir))
        .collect()
}

fn ukuran_alfa(k: &Konteks, judul: String, rincian: String, lokus: usize, butir: &[Vec<u8>]) -> Ukuran {
    let x = alfa(butir);
    Ukuran { nilai: angka(k, x.nilai.as_ref(), 2), kata: kata(x.nilai.as_ref(), lokus), n: x.butir, judul, rincian }
}

fn indikator(k: &Konteks, bahan: &[LokusDinilai]) -> Vec<Ukuran> {
    let mut semua: PerButir<Vec<u8>> = BTreeMap::new();
    for l in bahan.iter().filter(|l| l.lembar.len() > 1) {
        for (kode, skor) in per_butir(l).filter(|(_, s)| s.len() > 1) {
            let kunci = (urut(&l.edisi, kode), kode.to_owned());
            semua.entry(kunci).or_insert_with(|| (nama(&l.edisi, kode), Vec::new())).1.push(skor);
        }
    }
    semua.into_iter().map(|((_, kode), (nama, butir))| ukuran_alfa(k, kode, nama, butir.len(), &butir)).collect()
}

fn orang(k: &Konteks, bahan: &[LokusDinilai]) -> Vec<Orang> {
    let mut semua: BTreeMap<AkunId, (String, Vec<Pecahan>)> = BTreeMap::new();
    for l in bahan {
        for (akun, nama, skor) in &l.lembar {
            let beda: Vec<Pecahan> = skor
                .iter()
                .enumerate()
                .filter_map(|(i, s)| {
                    let lain = l.lembar.iter().filter(|(a, ..)| a != akun).filter_map(|(.., s)| s.get(i).copied().flatten());
                    let lain: Vec<Pecahan> = lain.map(|n| Pecahan::bulat(n.into())).collect();
                    Some(&Pecahan::bulat((*s)?.into()) - &Pecahan::rata_rata(&lain)?)
                })
                .collect();
            if let Some(rata) = Pecahan::rata_rata(&beda) {
                semua.entry(*akun).or_insert_with(|| (nama.clone(), Vec::new())).1.push(rata);
            }
        }
    }
    let satu = |(nama, beda): (String, Vec<Pecahan>)| {
        let x = kecenderungan(&beda);
        let rentang =
            x.rentang.as_ref().map_or_else(|| "–".to_owned(), |(a, b)| format!("{} – {}", k.angka(a.tampil(2)), k.angka(b.tampil(2))));
        let kata = match x.arah {
            Arah::BelumCukup => (Nada::Netral, "kesepakatan-belum-cukup"),
            Arah::Sejalan => (Nada::Baik, "kesepakatan-sejalan"),
            Arah::LebihTinggi => (Nada::Perhatian, "kesepakatan-lebih-tinggi"),
            Arah::LebihRendah => (Nada::Perhatian, "kesepakatan-lebih-rendah"),
        };
        Orang { nama, lokus: x.lokus, selisih: angka(k, x.selisih.as_ref(), 2), rentang, kata }
    };
    semua.into_values().map(satu).collect()
}

/// The proposal from F01 less the settled score of F02, where the rubric proposes one.
fn usulan(k: &Konteks, bahan: &[LokusDinilai]) -> Vec<Beda> {
    let mut semua: PerButir<(Pecahan, Pecahan)> = BTreeMap::new();
    for l in bahan {
        let Some(f01) = &l.f01 else { continue };
        for i in l.hasil.f02.aspek.iter().flat_map(|a| &a.indikator) {
            if let (Some(Usulan::Skor { nilai, .. }), Some(f02)) = (usulkan(&l.edisi, &i.kode, f01), &i.nilai) {
                let kunci = (urut(&l.edisi, &i.kode), i.kode.clone());
                let isi = semua.entry(kunci).or_insert_with(|| (nama(&l.edisi, &i.kode), Vec::new()));
                isi.1.push((Nilai::pecahan(nilai), f02.clone()));
            }
        }
    }
    semua.into_iter().map(|((_, kode), (nama, p))| beda(k, kode, nama, &p)).collect()
}

/// F02 less F03 of each aspect that the survey touches.
fn aspek(k: &Konteks, bahan: &[LokusDinilai]) -> Vec<Beda> {
    let mut semua: PerButir<(Pecahan, Pecahan)> = BTreeMap::new();
    for l in bahan {
        for (letak, a) in l.hasil.f02.aspek.iter().enumerate() {
            let f03 = l.hasil.f03.aspek.iter().find(|x| x.kunci == a.kunci).and_then(|x| x.rata_rata.as_ref());
            if let (Some(f02), Some(f03)) = (&a.nilai, f03) {
                semua.entry((letak, a.kunci.clone())).or_insert_with(|| (a.nama.clone(), Vec::new())).1.push((f02.clone(), f03.clone()));
            }
        }
    }
    semua.into_iter().map(|((_, kunci), (nama, p))| beda(k, kunci, nama, &p)).collect()
}

fn beda(k: &Konteks, judul: String, rincian: String, p: &[(Pecahan, Pecahan)]) -> Beda {
    let c = celah(p);
    Beda {
        n: c.n,
        rata: angka(k, c.rata.as_ref(), 2),
        mutlak: angka(k, c.rata_mutlak.as_ref(), 2),
        lebih: c.lebih,
        sama: c.sama,
        kurang: c.kurang,
        judul,
        rincian,
    }
}

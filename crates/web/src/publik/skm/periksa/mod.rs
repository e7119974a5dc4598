//! `/periksa-skm`: does a published survey result hold? Anyone types the values of a report and reads the verdict in plain
//! words, with the known error named and everything recomputed. Nothing is stored; the address carries the values.

mod contoh;
mod isian;
mod kata;

use askama::Template;
use axum::extract::Query;
use contoh::{CONTOH, Contoh};
use isian::Isian;
use skm::{Edisi, Susunan, Urutan, periksa::Periksa};

use crate::{
    error::Hasil,
    formulir::Formulir,
    komponen::{Nada, Opsi},
    konteks::Konteks,
    rute::{Akses, Daftar},
    tampil::{tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/periksa-skm", Akses::Publik, lihat);
}

/// A value of the report beside what follows from it.
struct BarisUlang {
    nama: String,
    tercetak: String,
    nrr: String,
}

/// The verdict, ready to be read.
struct Putusan {
    nada: Nada,
    judul: String,
    isi: String,
    kekeliruan: Vec<String>,
    cara: Vec<String>,
    ulang: Option<Ulang>,
}

/// The recomputation by the rule of the edition.
struct Ulang {
    baris: Vec<BarisUlang>,
    indeks: String,
    ikm: String,
    mutu: String,
    kinerja: String,
    /// What the rounding of the printed values allows, where it matters.
    rentang: Option<(String, String)>,
}

#[derive(Template)]
#[template(path = "publik/skm/periksa.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    medan: Vec<isian::Medan>,
    edisi: &'a Edisi,
    putusan: Option<Putusan>,
    contoh: &'static [Contoh],
}

impl Halaman<'_> {
    fn jenis(&self) -> Vec<Opsi> {
        let opsi = |nilai: &str, kunci: &str| Opsi::baru(nilai, self.k.s(kunci));
        vec![opsi("nrr", "hasilskm-jenis-nrr"), opsi("jumlah", "hasilskm-jenis-jumlah"), opsi("konversi", "hasilskm-jenis-konversi")]
    }

    fn urutan(&self) -> Vec<Opsi> {
        let opsi = |nilai: &str, kunci: &str| Opsi::baru(nilai, self.k.s(kunci));
        vec![
            opsi("kuesioner", "hasilskm-urutan-kuesioner"),
            opsi("peraturan", "hasilskm-urutan-peraturan"),
            opsi("tidak-tahu", "hasilskm-urutan-tidak-tahu"),
        ]
    }

    fn kalimat_rentang(&self, u: &Ulang) -> Option<String> {
        let (a, b) = u.rentang.as_ref()?;
        Some(self.k.a("hasilskm-putusan-rentang", [("bawah", a.as_str().into()), ("atas", b.as_str().into())]))
    }
}

async fn lihat(k: Konteks, Query(q): Query<Vec<(String, String)>>) -> Hasil {
    // The page computes with what the visitor types; nothing on it is invented by the installation.
    let mut k = k.bantuan("survei");
    k.ilustrasi = false;
    let edisi = skm::semua_bawaan().find(|e| !e.lama && !e.ilustrasi).ok_or(crate::Error::TidakAda)?;
    let kosong = q.iter().all(|(_, v)| v.trim().is_empty());
    let mut f = Formulir::isi(q);
    for (medan, awal) in [("jenis", "nrr"), ("urutan", "tidak-tahu")] {
        if f.nilai(medan).is_empty() {
            f.ganti(medan, awal);
        }
    }
    let isian = if kosong { None } else { Isian::urai(&mut f) };
    let putusan = isian.map(|i| putusan(&k, edisi, &i));
    let salah = !f.sah();
    let halaman = Halaman { medan: isian::medan(&k, edisi, &f), k: &k, f, edisi, putusan, contoh: CONTOH };
    if salah { tampil_salah(&halaman) } else { tampil(&halaman) }
}

fn putusan(k: &Konteks, edisi: &Edisi, i: &Isian) -> Putusan {
    let lain: Vec<&Edisi> = skm::semua_bawaan().filter(|e| e.lama).collect();
    let p = skm::periksa::periksa(edisi, &lain, &i.terbitan);
    let (nada, judul, isi) = kata::putusan(k, &p);
    let kekeliruan = match &p.putusan {
        skm::periksa::Putusan::Salah { kekeliruan } => kekeliruan.iter().map(|x| kata::kekeliruan(k, edisi, i, x)).collect(),
        _ => Vec::new(),
    };
    let cara = p.varian.map(|c| kata::cara(k, c, p.k)).unwrap_or_default();
    Putusan { nada, judul, isi, kekeliruan, cara, ulang: ulang(k, edisi, i, &p) }
}

fn ulang(k: &Konteks, edisi: &Edisi, i: &Isian, p: &Periksa) -> Option<Ulang> {
    let h = p.hitung_ulang.as_ref()?;
    let nrr = i.nrr(edisi);
    let baris = i.terbitan.unsur.iter().zip(nrr).enumerate().map(|(di, (u, nrr))| BarisUlang {
        nama: i.nama(k, edisi, di),
        tercetak: k.angka(u.to_string()),
        nrr: k.angka(nrr.tampil(3)),
    });
    Some(Ulang {
        baris: baris.collect(),
        indeks: k.angka(h.indeks.tampil(4)),
        ikm: k.angka(h.ikm.tampil(2)),
        mutu: h.mutu.clone(),
        kinerja: h.kinerja.clone(),
        rentang: (h.bawah != h.atas).then(|| (k.angka(h.bawah.tampil(2)), k.angka(h.atas.tampil(2)))),
    })
}

/// Names of the unsur in one of the two orders.
fn nama_urut(edisi: &Edisi, urutan: Urutan) -> Vec<String> {
    let s: Susunan<'_> = edisi.lengkap();
    let mut unsur = s.unsur().to_vec();
    if urutan == Urutan::Kuesioner {
        unsur.sort_by_key(|u| u.urutan_kuesioner);
    }
    unsur.into_iter().map(|u| u.nama.clone()).collect()
}

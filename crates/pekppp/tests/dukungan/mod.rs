//! Shared by the tests: answers from short texts, rows of the golden file.
#![allow(dead_code, reason = "each test file uses its own part")]

use std::collections::BTreeMap;

use pekppp::{Edisi, F01, bawaan, f01::baca_isian, usulkan};

pub fn edisi(id: &str) -> &'static Edisi {
    bawaan(id).unwrap_or_else(|| panic!("edition {id}")).0
}

/// `"1.a.Ak: sp_dibuat=ya; jumlah_sp=3 | 2.a.P: unsur=a,b"` as F01 answers; a fault fails the test.
pub fn f01(edisi: &Edisi, teks: &str) -> F01 {
    let mut hasil = F01::new();
    for bagian in teks.split('|') {
        let (kode, isi) = bagian.split_once(':').unwrap();
        let mut mentah: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for pasangan in isi.split(';').map(str::trim).filter(|p| !p.is_empty()) {
            let (kunci, nilai) = pasangan.split_once('=').unwrap();
            mentah.insert(kunci.into(), nilai.split(',').map(str::to_owned).collect());
        }
        let indikator = edisi.cari_indikator(kode.trim()).unwrap();
        let (jawaban, salah) = baca_isian(indikator, &mentah);
        assert_eq!(salah, [], "{teks}");
        hasil.insert(kode.trim().to_owned(), jawaban);
    }
    hasil
}

pub fn usulan(teks: &str) -> pekppp::Usulan {
    let edisi = edisi("pekppp-2022-a");
    let kode = teks.split(':').next().unwrap().trim();
    usulkan(edisi, kode, &f01(edisi, teks)).unwrap()
}

/// Rows of `tests/data/ipp-results.csv` by column name.
pub fn baris_emas() -> Vec<BTreeMap<String, String>> {
    let teks = include_str!("../data/ipp-results.csv");
    let mut baris = teks.lines().map(pecah);
    let kepala = baris.next().unwrap();
    baris.map(|b| kepala.iter().cloned().zip(b).collect()).collect()
}

pub fn baris(id: &str) -> BTreeMap<String, String> {
    baris_emas().into_iter().find(|b| b["id"] == id).unwrap()
}

fn pecah(baris: &str) -> Vec<String> {
    let (mut hasil, mut kutip) = (vec![String::new()], false);
    for huruf in baris.chars() {
        match huruf {
            '"' => kutip = !kutip,
            ',' if !kutip => hasil.push(String::new()),
            lain => hasil.last_mut().unwrap().push(lain),
        }
    }
    hasil
}

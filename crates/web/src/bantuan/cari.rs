//! `/bantuan/cari?q=…`: search in the guide, section by section, without an index: the whole guide is a few hundred
//! kilobytes in memory and is read through in about a millisecond.

use askama::Template;
use axum_extra::extract::Query;
use serde::Deserialize;

use super::buku::{Bab, Bagian, Buku, buku};
use crate::{
    error::Hasil,
    konteks::Konteks,
    rute::{Akses, Daftar},
    tampil::tampil,
};

const KATA_MAKS: usize = 8;
const HASIL_MAKS: usize = 25;
/// Bytes of text shown on each side of the first hit.
const SEKITAR: usize = 90;

pub fn rute(d: &mut Daftar) {
    d.get("/bantuan/cari", Akses::Publik, lihat);
}

#[derive(Deserialize)]
struct Tanya {
    #[serde(default)]
    q: String,
}

/// A section that holds all words.
pub struct Temuan {
    pub bab: &'static str,
    pub judul_bab: String,
    pub jangkar: String,
    pub judul: String,
    /// Pieces of text around the first hit; `true` for a piece that is a hit.
    pub kutipan: Vec<(bool, String)>,
}

#[derive(Template)]
#[template(path = "bantuan/cari.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    q: String,
    temuan: Vec<Temuan>,
}

async fn lihat(k: Konteks, Query(tanya): Query<Tanya>) -> Hasil {
    let q: String = tanya.q.trim().chars().take(100).collect();
    let temuan = cari(buku(), &q);
    tampil(&Halaman { k: &k, q, temuan })
}

/// The best sections first; a word in the heading counts more than ten in the text.
fn cari(buku: &Buku, q: &str) -> Vec<Temuan> {
    let kata: Vec<String> = q.split_whitespace().take(KATA_MAKS).map(str::to_ascii_lowercase).collect();
    if kata.is_empty() {
        return Vec::new();
    }
    let mut hasil: Vec<(usize, Temuan)> = Vec::new();
    for bab in buku.semua() {
        for bagian in &bab.bagian {
            if let Some(bobot) = bobot(bagian, &kata) {
                hasil.push((bobot, temuan(bab, bagian, &kata)));
            }
        }
    }
    hasil.sort_by_key(|(bobot, _)| std::cmp::Reverse(*bobot));
    hasil.into_iter().take(HASIL_MAKS).map(|(_, t)| t).collect()
}

fn bobot(bagian: &Bagian, kata: &[String]) -> Option<usize> {
    let (judul, teks) = (bagian.judul.to_ascii_lowercase(), bagian.teks.to_ascii_lowercase());
    kata.iter().map(|k| Some(12 * judul.matches(k.as_str()).count() + teks.matches(k.as_str()).count()).filter(|n| *n > 0)).sum()
}

fn temuan(bab: &Bab, bagian: &Bagian, kata: &[String]) -> Temuan {
    Temuan {
        bab: bab.kunci,
        judul_bab: bab.judul.clone(),
        jangkar: bagian.jangkar.clone(),
        judul: bagian.judul.clone(),
        kutipan: kutipan(bagian.teks.trim(), kata),
    }
}

fn kutipan(teks: &str, kata: &[String]) -> Vec<(bool, String)> {
    // Lower case of ASCII letters only keeps every byte where it was.
    let kecil = teks.to_ascii_lowercase();
    let pertama = kata.iter().filter_map(|k| kecil.find(k.as_str())).min().unwrap_or(0);
    let mulai = batas(teks, pertama.saturating_sub(SEKITAR));
    let akhir = batas(teks, (pertama + 2 * SEKITAR).min(teks.len()));
    let mut potong = Vec::new();
    let mut letak = mulai;
    while letak < akhir {
        let lanjut = kata.iter().filter_map(|k| kecil[letak..akhir].find(k.as_str()).map(|n| (letak + n, k.len()))).min();
        let Some((kena, panjang)) = lanjut else { break };
        potong.push((false, teks[letak..kena].to_owned()));
        potong.push((true, teks[kena..kena + panjang].to_owned()));
        letak = kena + panjang;
    }
    potong.push((false, teks[letak.min(akhir)..akhir].to_owned()));
    if mulai > 0 {
        potong.insert(0, (false, "… ".to_owned()));
    }
    if akhir < teks.len() {
        potong.push((false, " …".to_owned()));
    }
    potong
}

/// The nearest start of a character at or before a place.
fn batas(teks: &str, letak: usize) -> usize {
    (0..=letak).rev().find(|n| teks.is_char_boundary(*n)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotation_marks_its_hits_and_keeps_characters_whole() {
        let teks = format!("{}“Bukti” dukung diunggah di bawah indikator. {}", "é".repeat(80), "ö".repeat(200));
        let potong = kutipan(&teks, &["bukti".to_owned(), "unggah".to_owned()]);
        let kena: Vec<_> = potong.iter().filter(|(k, _)| *k).map(|(_, t)| t.as_str()).collect();
        assert_eq!(kena, ["Bukti", "unggah"]);
        assert_eq!(potong.first().unwrap().1, "… ");
        assert_eq!(potong.last().unwrap().1, " …");
    }
}

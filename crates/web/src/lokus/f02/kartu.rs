//! One indicator on the working page: what the unit says, the rubric, the proposal, and the cell being written.

use pekppp::{Edisi, F01, Indikator, Usulan, usulkan};
use store::{Waktu, bukti::Bukti, f02::Isian};
use uuid::Uuid;

use super::{
    jawaban::{self, BuktiTampil, Tanya},
    sel::Sel,
};
use crate::{formulir::Formulir, komponen::Nada, komponen::Opsi, konteks::Konteks, rujukan};

pub struct Kartu {
    pub nomor: u32,
    pub kode: String,
    pub nama: String,
    /// Percent of the aspect, as written; empty when it has no weight.
    pub bobot: String,
    pub mengapa: String,
    /// Texts of the levels 0..5; empty when the edition has none.
    pub rubrik: Vec<String>,
    pub kepastian_rubrik: String,
    pub contoh_bukti: Vec<String>,
    pub tanya: Vec<Tanya>,
    pub bukti: Vec<BuktiTampil>,
    pub usulan: UsulanTampil,
    /// Sentences of the library that a recommendation can begin from: the level each leads to, and its words.
    pub pustaka: Vec<(u8, &'static str)>,
    pub op: String,
    pub versi: i64,
    pub asal: String,
    pub tersimpan: Option<Waktu>,
    pub bernilai: bool,
    pub bentrok: Option<BentrokTampil>,
}

/// A proposal of the rubric engine, or why there is none.
pub struct UsulanTampil {
    pub nada: Nada,
    pub judul: &'static str,
    pub nilai: Option<u8>,
    pub alasan: String,
    /// Questions of F01 without an answer.
    pub kurang: Vec<String>,
}

/// What stands in the store when a write came too late.
pub struct BentrokTampil {
    pub pada: Waktu,
    pub sel: Sel,
}

impl Kartu {
    pub fn baru(k: &Konteks, edisi: &Edisi, i: &Indikator, f01: &F01, bukti: &[Bukti], isian: Option<&Isian>) -> Self {
        let sel = isian.map(Sel::dari_isian).unwrap_or_default();
        Self {
            nomor: i.nomor,
            kode: i.kode.clone(),
            nama: i.nama.clone(),
            bobot: i.bobot.as_ref().map(|b| k.angka(b.persen().desimal())).unwrap_or_default(),
            mengapa: i.mengapa.clone(),
            rubrik: i.rubrik.iter().flatten().cloned().collect(),
            kepastian_rubrik: rujukan::terbaca(edisi, &i.kepastian_rubrik),
            contoh_bukti: i.bukti.clone(),
            tanya: f01.get(&i.kode).map(|j| jawaban::tanya(k, i, j)).unwrap_or_default(),
            bukti: jawaban::bukti(bukti, &i.kode),
            usulan: usulan(edisi, i, f01),
            pustaka: pustaka(edisi, i),
            op: Uuid::new_v4().to_string(),
            versi: isian.map_or(0, |i| i.versi),
            asal: sel.cap(),
            tersimpan: isian.map(|i| i.pada),
            bernilai: sel.skor.is_some(),
            bentrok: None,
        }
    }

    /// The name of a field of this indicator.
    pub fn m(&self, medan: &str) -> String {
        format!("{medan}-{}", self.nomor)
    }

    /// The levels, each with whether it is chosen in the form; bare figures when the edition has no rubric.
    pub fn tingkat(&self, f: &Formulir) -> Vec<(u8, &str, bool)> {
        let dipilih = f.nilai(&self.m("skor"));
        let teks = |n: u8| self.rubrik.get(usize::from(n)).map_or("", String::as_str);
        (0..=5).map(|n| (n, teks(n), dipilih == n.to_string())).collect()
    }
}

fn pustaka(edisi: &Edisi, i: &Indikator) -> Vec<(u8, &'static str)> {
    let semua = pekppp::pustaka::pustaka().map(|p| p.semua(edisi, &i.kode)).unwrap_or_default();
    semua.into_iter().map(|s| (s.menuju.angka(), s.teks)).collect()
}

/// Ways of collecting, as choices.
pub fn opsi_cara(k: &Konteks) -> Vec<Opsi> {
    let kunci = [("dokumen", "f02-cara-dokumen"), ("wawancara", "f02-cara-wawancara"), ("observasi", "f02-cara-observasi")];
    kunci.into_iter().map(|(nilai, label)| Opsi::baru(nilai, k.s(label))).collect()
}

fn usulan(edisi: &Edisi, i: &Indikator, f01: &F01) -> UsulanTampil {
    let kosong = |nada, judul, alasan| UsulanTampil { nada, judul, nilai: None, alasan, kurang: Vec::new() };
    match usulkan(edisi, &i.kode, f01) {
        Some(Usulan::Skor { nilai, alasan }) => {
            UsulanTampil { nada: Nada::Info, judul: "f02-usulan-nilai", nilai: Some(nilai.angka()), alasan, kurang: Vec::new() }
        }
        Some(Usulan::TidakDiatur { alasan, .. }) => kosong(Nada::Perhatian, "f02-usulan-tidak-diatur", alasan),
        Some(Usulan::BelumLengkap { bidang }) => UsulanTampil {
            kurang: bidang.iter().map(|b| jawaban::nama_bidang(edisi, b)).collect(),
            ..kosong(Nada::Perhatian, "f02-usulan-belum-lengkap", String::new())
        },
        Some(Usulan::TanpaAturan { alasan }) => kosong(Nada::Netral, "f02-usulan-tanpa-aturan", alasan),
        None => kosong(Nada::Netral, "f02-usulan-tanpa-aturan", String::new()),
    }
}

//! Reading published values from CSV: each fault with its row and column; with one fault no row is used.

use super::{Riwayat, nama};
use crate::{Hasil, StoreError};
use pekppp::{Ipp, Pecahan, Skema};
use std::collections::BTreeSet;

/// The columns, in any order in the file.
pub const KOLOM: [&str; 12] =
    ["id", "tingkat", "skema", "tahun", "instansi", "unit", "ipp", "konversi", "kategori", "kepastian", "catatan", "sumber"];

pub(super) const BARIS_MAKS: usize = 100_000;

/// A fault at its place; `baris` counts from 1, the header included.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("baris {baris}, kolom {kolom}: {salah}")]
pub struct SalahBaris {
    pub baris: usize,
    pub kolom: &'static str,
    pub salah: Salah,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Salah {
    #[error("kolom ini tidak ada dalam berkas")]
    TanpaKolom,
    #[error("wajib diisi")]
    Kosong,
    #[error("harus kosong, karena tingkatnya bukan unit")]
    HarusKosong,
    #[error("\"{0}\" tidak dikenal")]
    TakDikenal(String),
    #[error("\"{0}\" bukan tahun antara 2010 dan 2100")]
    BukanTahun(String),
    #[error("\"{0}\" bukan angka antara 0 dan {1}, ditulis dengan titik")]
    BukanAngka(String, u8),
    #[error("\"{0}\" dipakai dua kali dalam berkas")]
    Ganda(String),
    #[error("baris tidak terbaca: {0}")]
    TakTerbaca(String),
}

pub(super) type Terurai = (Vec<(usize, Riwayat)>, Vec<SalahBaris>);

pub(super) fn urai(teks: &str) -> Hasil<Terurai> {
    let teks = teks.strip_prefix('\u{feff}').unwrap_or(teks);
    let mut pembaca = csv::ReaderBuilder::new().from_reader(teks.as_bytes());
    let kepala = pembaca.headers().cloned().unwrap_or_default();
    let letak: Vec<Option<usize>> = KOLOM.iter().map(|k| kepala.iter().position(|h| h.trim() == *k)).collect();
    let tanpa = KOLOM.iter().zip(&letak).filter(|(_, l)| l.is_none());
    let mut salah: Vec<SalahBaris> = tanpa.map(|(kolom, _)| SalahBaris { baris: 1, kolom, salah: Salah::TanpaKolom }).collect();
    if !salah.is_empty() {
        return Ok((Vec::new(), salah));
    }
    let edisi = pekppp::bawaan("pekppp-2022-a").ok_or_else(|| StoreError::Rusak("edition pekppp-2022-a is missing".into()))?.0;
    let (mut baris, mut id) = (Vec::new(), BTreeSet::new());
    for (no, catatan) in pembaca.records().enumerate().take(BARIS_MAKS) {
        let nomor = no + 2;
        let sel: Vec<String> = match catatan {
            Ok(c) => letak.iter().map(|l| l.and_then(|l| c.get(l)).unwrap_or_default().trim().to_owned()).collect(),
            Err(e) => {
                salah.push(SalahBaris { baris: nomor, kolom: "id", salah: Salah::TakTerbaca(e.to_string()) });
                continue;
            }
        };
        if sel.iter().all(String::is_empty) {
            continue;
        }
        let mut p = Pemeriksa { sel, nomor, salah: &mut salah };
        let r = p.baris(edisi);
        if !id.insert(r.id.clone()) {
            p.catat("id", Salah::Ganda(r.id.clone()));
        }
        baris.push((nomor, r));
    }
    Ok((baris, salah))
}

struct Pemeriksa<'a> {
    sel: Vec<String>,
    nomor: usize,
    salah: &'a mut Vec<SalahBaris>,
}

impl Pemeriksa<'_> {
    fn s(&self, kolom: &str) -> String {
        KOLOM.iter().position(|k| *k == kolom).and_then(|n| self.sel.get(n)).cloned().unwrap_or_default()
    }

    fn catat(&mut self, kolom: &'static str, salah: Salah) {
        self.salah.push(SalahBaris { baris: self.nomor, kolom, salah });
    }

    fn wajib(&mut self, kolom: &'static str) -> String {
        let isi = self.s(kolom);
        if isi.is_empty() {
            self.catat(kolom, Salah::Kosong);
        }
        isi
    }

    fn satu_dari(&mut self, kolom: &'static str, boleh: impl Fn(&str) -> bool) -> String {
        let isi = self.wajib(kolom);
        if !isi.is_empty() && !boleh(&isi) {
            self.catat(kolom, Salah::TakDikenal(isi.clone()));
        }
        isi
    }

    fn angka(&mut self, kolom: &'static str, maks: u8) -> Option<Pecahan> {
        let isi = self.s(kolom);
        let p = isi.parse::<Pecahan>().ok().filter(|p| !isi.contains('/') && !p.adalah_negatif() && *p <= Pecahan::bulat(maks.into()));
        if p.is_none() {
            self.catat(kolom, Salah::BukanAngka(isi, maks));
        }
        p
    }

    /// The row; where something is missing the fault is noted and the row is never used.
    fn baris(&mut self, edisi: &pekppp::Edisi) -> Riwayat {
        let opsional = |s: String| Some(s).filter(|s| !s.is_empty());
        let tingkat = self.satu_dari("tingkat", |t| ["instansi", "unit", "kelompok", "nasional"].contains(&t));
        let instansi = self.wajib("instansi");
        let unit = self.s("unit");
        match (tingkat == "unit", unit.is_empty()) {
            (true, true) => self.catat("unit", Salah::Kosong),
            (false, false) => self.catat("unit", Salah::HarusKosong),
            _ => {}
        }
        let tahun = self.s("tahun");
        let angka_tahun = tahun.parse::<i64>().ok().filter(|t| (2010..=2100).contains(t));
        if angka_tahun.is_none() {
            self.catat("tahun", Salah::BukanTahun(tahun));
        }
        let ipp = self.angka("ipp", 5).and_then(|p| Ipp::baru(p).ok());
        if !self.s("konversi").is_empty() {
            self.angka("konversi", 100);
        }
        let kategori = opsional(self.s("kategori"));
        if let Some(k) = kategori.as_ref().filter(|k| edisi.cari_kategori(k).is_none()) {
            self.catat("kategori", Salah::TakDikenal(k.clone()));
        }
        let kelompok = if tingkat == "instansi" || tingkat == "unit" { nama::kelompok(&instansi) } else { "-" };
        Riwayat {
            id: self.wajib("id"),
            kelompok: kelompok.to_owned(),
            skema: self.satu_dari("skema", |s| Skema::dari_kunci(s).is_some()),
            tahun: angka_tahun.unwrap_or_default(),
            instansi_id: None,
            slug: nama::slug(&instansi),
            instansi,
            unit: opsional(unit),
            ipp: self.s("ipp"),
            konversi: opsional(self.s("konversi")),
            kategori_tabel: ipp.and_then(|i| edisi.kategori(&i)).map(|k| k.kode.clone()).unwrap_or_default(),
            kategori,
            kepastian: self.satu_dari("kepastian", |k| ["pers", "dokumen"].contains(&k)),
            catatan: self.s("catatan"),
            sumber: self.wajib("sumber"),
            tingkat,
        }
    }
}

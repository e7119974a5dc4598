//! Reading keys of a table with their lines, collecting faults instead of stopping.
//!
//! Lives here: the mechanics (missing key, wrong type, unknown key). Must not live here: what a key means.
//! A reader of a compulsory key returns `None` after it noted a fault; an `_opsional` reader returns
//! `Err(Dicatat)` then, and `Ok(None)` when the key is absent.

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
};

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use crate::{Kesalahan, Sintaks};
use pecahan::Pecahan;

/// A fault was noted; there is nothing more to say about this key.
#[derive(Debug, Clone, Copy)]
pub struct Dicatat;

pub struct Pembaca {
    /// Byte offset at which each line starts.
    awal_baris: Vec<usize>,
    pub salah: Vec<Kesalahan>,
    /// Key path of named parts (`"indikator 1.a.Ak"`).
    pub bagian: BTreeMap<String, String>,
    /// Line of each key path that was read.
    pub letak: BTreeMap<String, usize>,
}

/// A table, its key path, and the keys read so far.
pub struct Tabel<'a> {
    isi: &'a DeTable<'a>,
    jalur: String,
    awal: usize,
    dibaca: RefCell<BTreeSet<String>>,
}

type Nilai<'a> = &'a Spanned<DeValue<'a>>;

impl<'a> Tabel<'a> {
    pub fn akar(dokumen: &'a Spanned<DeTable<'a>>) -> Self {
        Self::baru(dokumen.get_ref(), String::new(), 0)
    }

    fn baru(isi: &'a DeTable<'a>, jalur: String, awal: usize) -> Self {
        Self { isi, jalur, awal, dibaca: RefCell::default() }
    }

    fn ambil(&self, kunci: &str) -> Option<Nilai<'a>> {
        self.dibaca.borrow_mut().insert(kunci.to_owned());
        self.isi.get(kunci)
    }

    pub fn ada(&self, kunci: &str) -> bool {
        self.isi.contains_key(kunci)
    }

    /// Takes every key as read: after a fault that leaves open which keys belong here.
    pub fn abaikan(&self) {
        let semua = self.isi.keys().map(|k| k.get_ref().to_string());
        self.dibaca.borrow_mut().extend(semua);
    }

    pub fn adalah_teks(&self, kunci: &str, teks: &str) -> bool {
        let sama = self.isi.get(kunci).and_then(|v| v.get_ref().as_str()) == Some(teks);
        if sama {
            self.ambil(kunci);
        }
        sama
    }

    fn jalur(&self, kunci: &str) -> String {
        if self.jalur.is_empty() { kunci.to_owned() } else { format!("{}.{kunci}", self.jalur) }
    }
}

impl Pembaca {
    /// Parses the text; a document with syntax faults is not walked, its faults are listed.
    pub fn baru(teks: &str) -> (Self, Option<Spanned<DeTable<'_>>>) {
        let awal_baris = std::iter::once(0).chain(teks.match_indices('\n').map(|(i, _)| i + 1)).collect();
        let mut p = Self { awal_baris, salah: Vec::new(), bagian: BTreeMap::new(), letak: BTreeMap::new() };
        let (dokumen, salah) = DeTable::parse_recoverable(teks);
        for s in &salah {
            let di = s.span().map_or(0, |r| r.start);
            let baris = p.baris(di);
            let awal = p.awal_baris.get(baris.saturating_sub(1)).copied().unwrap_or_default();
            let kolom = teks.get(awal..di).map_or(0, |t| t.chars().count()) + 1;
            let potongan: String = teks.get(awal..).and_then(|t| t.lines().next()).unwrap_or_default().trim().chars().take(60).collect();
            p.salah.push(Sintaks::kesalahan(s.message(), baris, kolom, &potongan));
        }
        (p, salah.is_empty().then_some(dokumen))
    }

    fn baris(&self, di: usize) -> usize {
        self.awal_baris.partition_point(|awal| *awal <= di)
    }

    /// Notes a fault at a key of `t` (at the table itself when the key is not there).
    pub fn catat(&mut self, t: &Tabel, kunci: &str, salah: &str, harap: &str) {
        let di = t.isi.get(kunci).map_or(t.awal, |v| v.span().start);
        self.salah.push(Kesalahan { baris: self.baris(di), kunci: t.jalur(kunci), salah: salah.to_owned(), harap: harap.to_owned() });
    }

    /// A fault at a key of a named part (`namai`; `""` is the whole); the line is that of the nearest key that was read.
    pub fn salah_pada(&self, bagian: &str, kunci: &str, salah: String, harap: String) -> Kesalahan {
        let jalur = self.bagian.get(bagian).filter(|j| !j.is_empty());
        let kunci = jalur.map_or(kunci.to_owned(), |j| format!("{j}.{kunci}"));
        let mut cari = kunci.as_str();
        let baris = loop {
            match (self.letak.get(cari), cari.rfind('.')) {
                (Some(baris), _) => break *baris,
                (None, Some(titik)) => cari = &cari[..titik],
                (None, None) => break 1,
            }
        };
        Kesalahan { baris, kunci, salah, harap }
    }

    pub fn namai(&mut self, nama: String, t: &Tabel) {
        self.bagian.entry(nama).or_insert_with(|| t.jalur.clone());
    }

    fn catat_letak(&mut self, jalur: String, di: usize) {
        let baris = self.baris(di);
        self.letak.insert(jalur, baris);
    }

    /// Unknown keys are faults: a misspelt key must not be silently ignored.
    pub fn selesai(&mut self, t: &Tabel) {
        let dibaca = t.dibaca.borrow();
        let mut dikenal: Vec<&str> = dibaca.iter().map(String::as_str).collect();
        dikenal.sort_unstable();
        for kunci in t.isi.keys().filter(|k| !dibaca.contains(k.get_ref().as_ref())) {
            self.salah.push(Kesalahan {
                baris: self.baris(kunci.span().start),
                kunci: t.jalur(kunci.get_ref()),
                salah: "kunci tidak dikenal".into(),
                harap: format!("salah satu dari {}", dikenal.join(", ")),
            });
        }
    }

    fn baca<'a, T>(
        &mut self,
        t: &Tabel<'a>,
        kunci: &str,
        harap: &str,
        ambil: impl Fn(&'a DeValue<'a>) -> Option<T>,
    ) -> Result<Option<T>, Dicatat> {
        let Some(nilai) = t.ambil(kunci) else {
            return Ok(None);
        };
        self.catat_letak(t.jalur(kunci), nilai.span().start);
        let hasil = ambil(nilai.get_ref());
        if hasil.is_none() {
            self.catat(t, kunci, &format!("berjenis {}", nilai.get_ref().type_str()), harap);
        }
        hasil.map(Some).ok_or(Dicatat)
    }

    fn wajib<T>(&mut self, t: &Tabel, kunci: &str, harap: &str, hasil: Result<Option<T>, Dicatat>) -> Option<T> {
        let hasil = hasil.ok()?;
        if hasil.is_none() {
            self.catat(t, kunci, "tidak ada", harap);
        }
        hasil
    }

    pub fn teks_opsional(&mut self, t: &Tabel, kunci: &str) -> Result<Option<String>, Dicatat> {
        let teks = self.baca(t, kunci, "teks", |v| v.as_str().map(str::to_owned))?;
        if teks.as_ref().is_some_and(|s| s.trim().is_empty()) {
            self.catat(t, kunci, "kosong", "teks");
            return Err(Dicatat);
        }
        Ok(teks)
    }

    pub fn teks(&mut self, t: &Tabel, kunci: &str) -> Option<String> {
        let hasil = self.teks_opsional(t, kunci);
        self.wajib(t, kunci, "teks", hasil)
    }

    pub fn bulat_opsional(&mut self, t: &Tabel, kunci: &str) -> Result<Option<i64>, Dicatat> {
        self.baca(t, kunci, "bilangan bulat", |v| {
            let n = v.as_integer()?;
            i64::from_str_radix(n.as_str(), n.radix()).ok()
        })
    }

    pub fn bulat(&mut self, t: &Tabel, kunci: &str) -> Option<i64> {
        let hasil = self.bulat_opsional(t, kunci);
        self.wajib(t, kunci, "bilangan bulat", hasil)
    }

    /// A number kept exactly: `17`, `8.9` (read from its digits, never as a float) or `"0.75"`.
    pub fn desimal_opsional(&mut self, t: &Tabel, kunci: &str) -> Result<Option<Pecahan>, Dicatat> {
        self.baca(t, kunci, "angka desimal", |v| {
            let digit = v
                .as_integer()
                .filter(|n| n.radix() == 10)
                .map(|n| n.as_str().to_owned())
                .or_else(|| v.as_float().map(|f| f.as_str().to_owned()))
                .or_else(|| v.as_str().map(str::to_owned))?;
            digit.parse().ok()
        })
    }

    pub fn desimal(&mut self, t: &Tabel, kunci: &str) -> Option<Pecahan> {
        let hasil = self.desimal_opsional(t, kunci);
        self.wajib(t, kunci, "angka desimal", hasil)
    }

    pub fn ya_tidak(&mut self, t: &Tabel, kunci: &str, bawaan: bool) -> Option<bool> {
        let hasil = self.baca(t, kunci, "true atau false", DeValue::as_bool);
        Some(hasil.ok()?.unwrap_or(bawaan))
    }

    pub fn salah_satu<T: Copy>(&mut self, t: &Tabel, kunci: &str, pilihan: &[(&str, T)]) -> Option<T> {
        let teks = self.teks(t, kunci)?;
        let hasil = pilihan.iter().find(|(nama, _)| *nama == teks).map(|(_, isi)| *isi);
        if hasil.is_none() {
            let nama: Vec<&str> = pilihan.iter().map(|(n, _)| *n).collect();
            self.catat(t, kunci, &format!("\"{teks}\""), &format!("salah satu dari {}", nama.join(", ")));
        }
        hasil
    }

    pub fn daftar_teks_opsional(&mut self, t: &Tabel, kunci: &str) -> Option<Vec<String>> {
        let ambil =
            |v: &DeValue| -> Option<Vec<String>> { v.as_array()?.iter().map(|x| x.get_ref().as_str().map(str::to_owned)).collect() };
        self.baca(t, kunci, "daftar teks", ambil).ok().map(Option::unwrap_or_default)
    }

    pub fn daftar_teks(&mut self, t: &Tabel, kunci: &str) -> Option<Vec<String>> {
        if !t.ada(kunci) {
            self.catat(t, kunci, "tidak ada", "daftar teks");
            return None;
        }
        self.daftar_teks_opsional(t, kunci)
    }

    pub fn daftar_bulat(&mut self, t: &Tabel, kunci: &str) -> Option<Vec<u32>> {
        let ambil =
            |v: &DeValue| -> Option<Vec<u32>> { v.as_array()?.iter().map(|x| x.get_ref().as_integer()?.as_str().parse().ok()).collect() };
        let hasil = self.baca(t, kunci, "daftar bilangan bulat", ambil);
        self.wajib(t, kunci, "daftar bilangan bulat", hasil)
    }

    /// A list of pairs of whole numbers: `[[10, 10], [15, 14]]`.
    pub fn daftar_pasangan(&mut self, t: &Tabel, kunci: &str) -> Option<Vec<(i64, i64)>> {
        let bulat = |v: &Spanned<DeValue>| v.get_ref().as_integer()?.as_str().parse().ok();
        let pasang = |v: &Spanned<DeValue>| {
            let isi = v.get_ref().as_array()?;
            let mut isi = isi.iter();
            let (Some(a), Some(b), None) = (isi.next(), isi.next(), isi.next()) else { return None };
            Some((bulat(a)?, bulat(b)?))
        };
        let harap = "daftar pasangan bilangan bulat";
        let hasil = self.baca(t, kunci, harap, |v| v.as_array()?.iter().map(pasang).collect());
        self.wajib(t, kunci, harap, hasil)
    }

    pub fn tabel<T>(&mut self, t: &Tabel, kunci: &str, baca: impl Fn(&mut Self, &Tabel) -> Option<T>) -> Option<T> {
        let Some(nilai) = t.ambil(kunci) else {
            self.catat(t, kunci, "tidak ada", "sebuah tabel");
            return None;
        };
        let Some(isi) = nilai.get_ref().as_table() else {
            self.catat(t, kunci, "bukan tabel", "sebuah tabel");
            return None;
        };
        let anak = Tabel::baru(isi, t.jalur(kunci), nilai.span().start);
        self.catat_letak(t.jalur(kunci), anak.awal);
        let hasil = baca(self, &anak);
        self.selesai(&anak);
        hasil
    }

    /// A list of tables, at least one; those that could not be read are left out.
    pub fn daftar<T>(&mut self, t: &Tabel, kunci: &str, baca: impl Fn(&mut Self, &Tabel) -> Option<T>) -> Vec<T> {
        if !t.ada(kunci) {
            self.catat(t, kunci, "tidak ada", "paling sedikit satu tabel");
        }
        self.daftar_opsional(t, kunci, baca)
    }

    pub fn daftar_opsional<T>(&mut self, t: &Tabel, kunci: &str, baca: impl Fn(&mut Self, &Tabel) -> Option<T>) -> Vec<T> {
        let Some(nilai) = t.ambil(kunci) else {
            return Vec::new();
        };
        let Some(isi) = nilai.get_ref().as_array() else {
            self.catat(t, kunci, "bukan daftar", "daftar tabel");
            return Vec::new();
        };
        let mut hasil = Vec::new();
        for (di, anak) in isi.iter().enumerate() {
            let Some(tabel) = anak.get_ref().as_table() else {
                self.catat(t, kunci, "berisi yang bukan tabel", "daftar tabel");
                continue;
            };
            let jalur = format!("{}[{}]", t.jalur(kunci), di + 1);
            self.catat_letak(jalur.clone(), anak.span().start);
            let anak = Tabel::baru(tabel, jalur, anak.span().start);
            hasil.extend(baca(self, &anak));
            self.selesai(&anak);
        }
        hasil
    }
}

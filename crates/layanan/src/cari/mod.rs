//! A search index in memory: words with weights, typing errors and spellings forgiven, Indonesian prefixes and suffixes seen through.
//!
//! Documents are numbers to it, in the order in which they were put in. It reads no database and keeps no text.

mod calon;
mod ejaan;
mod istilah;
mod jarak;
mod maksud;
pub mod pokok;

use std::collections::{BTreeMap, HashMap};

use calon::Kosakata;
use maksud::{dimaksud, sendirian};
use pokok::{dipendekkan, kata, lepas_milik, perihal, pokok, umum};

/// Most characters of a question that are read.
pub const TANYA_MAKS: usize = 200;
/// Words of a question that count.
const KATA_MAKS: usize = 12;
/// A word that only asks about something weighs this part of one that names it.
const BANTU: u64 = 10;
/// What has not all the words is shown from this part of the best on.
const LAYAK: u64 = 2;
/// What a place counts for a word as it is written there, and for the stems it may have.
const TERTULIS: u32 = 5;
const POKOK: u32 = 4;
/// A text of this weight or less only mentions what it says.
const SAMBIL: u32 = 2;
/// A name that the question says wholly is worth this part more; one that it says half, half of that.
const NAMA: u64 = 4;
/// What most people mean by a word alone is worth this part more than what else has it.
const LAZIM: u64 = 2;

/// A document that was found, better ones first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Temuan {
    /// Its number in the order of [`Indeks::susun`].
    pub dokumen: usize,
    /// Words of the question that it has.
    pub cocok: usize,
    pub nilai: u64,
}

/// What a question found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Jawaban {
    /// Those with all the words first, each part by value.
    pub temuan: Vec<Temuan>,
    /// Words of the question that stand nowhere, also when errors are forgiven.
    pub tiada: Vec<String>,
    /// The first has every word that names something.
    pub lengkap: bool,
    /// Whatever was found has the words only in passing: nothing is named after them.
    pub sekadar: bool,
}

/// The index. Made once from all documents; a change makes a new one.
#[derive(Debug, Default)]
pub struct Indeks {
    kosakata: Kosakata,
    /// Words of the first text of each document, which names it.
    nama: Vec<u64>,
}

/// The words of a question.
#[derive(Default)]
struct Tanya {
    /// They name what is sought.
    inti: Vec<String>,
    /// They only ask about it.
    tentang: Vec<String>,
}

impl Tanya {
    fn urai(tanya: &str) -> Self {
        let tanya: String = tanya.chars().take(TANYA_MAKS).collect();
        let mut semua: Vec<String> = Vec::new();
        for k in kata(&tanya).map(lepas_milik).take(KATA_MAKS) {
            if !semua.contains(&k) {
                semua.push(k);
            }
        }
        // A question of common words only is taken at its word.
        if semua.iter().any(|k| !umum(k)) {
            semua.retain(|k| !umum(k));
        }
        // So is one of such words only that ask about something.
        let (tentang, inti): (Vec<String>, Vec<String>) = semua.into_iter().partition(|k| perihal(k));
        if inti.is_empty() { Self { inti: tentang, tentang: Vec::new() } } else { Self { inti, tentang } }
    }
}

impl Indeks {
    /// Each document is a list of texts with their weights, its name first; a weight of 10 for a name, 1 for what is said in passing.
    #[must_use]
    pub fn susun<'a>(dokumen: impl IntoIterator<Item = Vec<(&'a str, u32)>>) -> Self {
        let mut peta: BTreeMap<String, Vec<(u32, u32)>> = BTreeMap::new();
        let mut ingat: HashMap<String, Vec<String>> = HashMap::new();
        let mut nama = Vec::new();
        for (nomor, isi) in (0_u32..).zip(dokumen) {
            nama.push(isi.first().map_or(0, |(n, _)| kata(n).filter(|k| !umum(k)).count() as u64));
            for (teks, bobot) in isi {
                for k in kata(teks).filter(|k| !umum(k)) {
                    let bentuk = ingat.entry(k).or_insert_with_key(|k| pokok(k));
                    for (n, b) in bentuk.iter().enumerate() {
                        catat(&mut peta, b, nomor, bobot * if n == 0 { TERTULIS } else { POKOK });
                    }
                }
            }
        }
        Self { kosakata: Kosakata::susun(peta, |k| ingat.contains_key(k), nama.len()), nama }
    }

    /// How many documents there are.
    #[must_use]
    pub fn banyak(&self) -> usize {
        self.nama.len()
    }

    /// The best documents for a question, at most `batas`: see [`Self::jawab`].
    #[must_use]
    pub fn cari(&self, tanya: &str, batas: usize) -> Vec<Temuan> {
        self.jawab(tanya, batas).temuan
    }

    /// The best documents for a question, at most `batas`. Those with all its words come first, and only what is worth half as
    /// much as the best of them comes after. Where none has all, words that look like those of the question count as well; then what comes nearest is shown.
    /// A word that stands nowhere is not asked for, and is said. Words that ask about something (`biaya`, `jam`) are not needed beside others,
    /// unless people name a matter by them (`buka usaha`).
    #[must_use]
    pub fn jawab(&self, tanya: &str, batas: usize) -> Jawaban {
        let Tanya { inti, tentang } = Tanya::urai(tanya);
        let mut tiada = Vec::new();
        let mut ada: Vec<(&str, Vec<u64>)> = Vec::new();
        let semua: Vec<&str> = inti.iter().chain(&tentang).map(String::as_str).collect();
        let pendek = dipendekkan(&semua).map(|(s, frasa)| (frasa.to_vec(), self.kosakata.pendek(s)));
        let maksud = dimaksud(&semua).into_iter().map(|(kata, nama)| (kata, self.kosakata.disebut(nama)));
        let (pendek, maksud): (Vec<_>, Vec<_>) = (pendek.filter(bernilai).collect(), maksud.filter(bernilai).collect());
        // A word that only asks about something names it where it belongs to what people call a matter.
        let (naik, tentang): (Vec<&str>, Vec<&str>) =
            tentang.iter().map(String::as_str).partition(|k| maksud.iter().any(|(kata, _)| kata.contains(k)));
        for k in inti.iter().map(String::as_str).chain(naik) {
            let sebagai = pendek.iter().chain(&maksud).filter(|(kata, _)| kata.contains(&k)).map(|(_, n)| n);
            match sebagai.fold(self.kosakata.nilai(k), |a, b| Some(tertinggi(a, b))) {
                Some(nilai) => ada.push((k, nilai)),
                None => tiada.push(k.to_owned()),
            }
        }
        if ada.is_empty() {
            return Jawaban { tiada, ..Jawaban::default() };
        }
        if ada.len() > 1 && !self.lengkap(&ada) {
            for (k, nilai) in &mut ada {
                self.kosakata.serupa(k, nilai);
            }
        }
        if let [(k, nilai)] = ada.as_mut_slice()
            && inti.len() == 1
        {
            self.utamakan(k, nilai);
        }
        let bantu: Vec<Vec<u64>> = tentang.iter().filter_map(|k| self.kosakata.nilai(k)).collect();
        let mut temuan: Vec<Temuan> = self.nama.iter().enumerate().filter_map(|(d, nama)| hitung((d, *nama), &ada, &bantu)).collect();
        urut(&mut temuan, ada.len());
        let lengkap = tiada.is_empty() && temuan.first().is_some_and(|t| t.cocok == ada.len());
        temuan.truncate(batas);
        let sekadar = maksud.is_empty() && !ada.iter().any(|(k, _)| self.kosakata.bernama(k));
        Jawaban { temuan, tiada, lengkap, sekadar }
    }

    /// Puts first what most people mean by a word that is all of the question.
    fn utamakan(&self, k: &str, nilai: &mut [u64]) {
        let lazim: Vec<Vec<u64>> = sendirian(k).map(|nama| self.kosakata.disebut(nama)).collect();
        for (d, n) in nilai.iter_mut().enumerate() {
            if lazim.iter().any(|l| l[d] > 0) {
                *n += *n / LAZIM;
            }
        }
    }

    /// Whether a document has all of the words.
    fn lengkap(&self, ada: &[(&str, Vec<u64>)]) -> bool {
        (0..self.nama.len()).any(|d| ada.iter().all(|(_, n)| n[d] > 0))
    }
}

/// Whether words that stand for others are worth something anywhere.
fn bernilai((_, nilai): &(Vec<&str>, Vec<u64>)) -> bool {
    nilai.iter().any(|n| *n > 0)
}

/// The better of two for each document.
fn tertinggi(a: Option<Vec<u64>>, b: &[u64]) -> Vec<u64> {
    a.map_or_else(|| b.to_vec(), |a| a.iter().zip(b).map(|(a, b)| *a.max(b)).collect())
}

/// What a document is worth; `None` for one without any of the words.
fn hitung((dokumen, nama): (usize, u64), ada: &[(&str, Vec<u64>)], bantu: &[Vec<u64>]) -> Option<Temuan> {
    let (cocok, nilai) = ada.iter().fold((0, 0), |(c, n), (_, v)| if v[dokumen] > 0 { (c + 1, n + v[dokumen]) } else { (c, n) });
    let tambah: u64 = bantu.iter().map(|v| v[dokumen] / BANTU).sum();
    let utuh = nilai * nama.min(cocok as u64) / (nama.max(1) * NAMA);
    (cocok > 0).then_some(Temuan { dokumen, cocok, nilai: nilai + tambah + utuh })
}

/// All words first, then by value; what lacks a word stays only when it is worth half of the best that has all, or of the best: a service whose
/// name says `ktp` is shown after those that want a KTP and are named after another word of the question.
fn urut(temuan: &mut Vec<Temuan>, kata: usize) {
    let penuh = temuan.iter().filter(|t| t.cocok == kata).map(|t| t.nilai).max();
    let batas = penuh.or_else(|| temuan.iter().map(|t| t.nilai).max()).unwrap_or(0) / LAYAK;
    temuan.retain(|t| t.cocok == kata || t.nilai >= batas);
    temuan.sort_unstable_by(|a, b| (b.cocok == kata).cmp(&(a.cocok == kata)).then(b.nilai.cmp(&a.nilai)).then(a.dokumen.cmp(&b.dokumen)));
}

fn catat(peta: &mut BTreeMap<String, Vec<(u32, u32)>>, kata: &str, dokumen: u32, bobot: u32) {
    if !peta.contains_key(kata) {
        peta.insert(kata.to_owned(), Vec::new());
    }
    let Some(tempat) = peta.get_mut(kata) else { return };
    match tempat.last_mut() {
        Some((d, b)) if *d == dokumen => *b = bobot.max(*b),
        _ => tempat.push((dokumen, bobot)),
    }
}

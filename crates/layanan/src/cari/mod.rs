//! A search index in memory: words with weights, typing errors forgiven, Indonesian prefixes and suffixes seen through.
//!
//! Documents are numbers to it, in the order in which they were put in. It reads no database and keeps no text.

mod jarak;
pub mod pokok;

use std::collections::{BTreeMap, HashMap};

use jarak::jarak;
use pokok::{kata, perihal, pokok, singkatan, umum};

/// Most characters of a question that are read.
pub const TANYA_MAKS: usize = 200;
/// Words of a question that count.
const KATA_MAKS: usize = 12;
/// Words of the vocabulary that the beginning of one may stand for.
const AWAL_MAKS: usize = 64;

/// How well a word of the question agrees with one of the vocabulary, in hundredths.
const SAMA: u64 = 100;
const SERUMPUN: u64 = 80;
const AWAL: u64 = 55;
const SALAH_KETIK: u64 = 50;
/// A word that only asks about something weighs this part of one that names it.
const BANTU: u64 = 10;

/// A document that was found, better ones first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Temuan {
    /// Its number in the order of [`Indeks::susun`].
    pub dokumen: usize,
    /// Words of the question that it has.
    pub cocok: usize,
    pub nilai: u64,
}

/// The index. Made once from all documents; a change makes a new one.
#[derive(Debug, Default)]
pub struct Indeks {
    /// Sorted.
    kosakata: Vec<String>,
    /// For each word: documents with the weight of the best place where it stands.
    tempat: Vec<Vec<(u32, u32)>>,
    /// Words that contain three letters in a row; begins and ends are marked by a blank.
    trigram: HashMap<[char; 3], Vec<u32>>,
    banyak: usize,
}

impl Indeks {
    /// Each document is a list of texts with their weights; a weight of 10 for a name, 1 for what is said in passing.
    #[must_use]
    pub fn susun<'a>(dokumen: impl IntoIterator<Item = Vec<(&'a str, u32)>>) -> Self {
        let mut peta: BTreeMap<String, Vec<(u32, u32)>> = BTreeMap::new();
        let mut ingat: HashMap<String, Vec<String>> = HashMap::new();
        let mut banyak = 0;
        for (nomor, isi) in (0_u32..).zip(dokumen) {
            banyak += 1;
            for (teks, bobot) in isi {
                for k in kata(teks).filter(|k| !umum(k)) {
                    let bentuk = ingat.entry(k).or_insert_with_key(|k| pokok(k));
                    for b in bentuk.iter() {
                        catat(&mut peta, b, nomor, bobot);
                    }
                }
            }
        }
        let (kosakata, tempat): (Vec<_>, Vec<_>) = peta.into_iter().unzip();
        let mut trigram: HashMap<[char; 3], Vec<u32>> = HashMap::new();
        for (n, k) in (0_u32..).zip(&kosakata) {
            for t in tiga(k) {
                trigram.entry(t).or_default().push(n);
            }
        }
        Self { kosakata, tempat, trigram, banyak }
    }

    /// How many documents there are.
    #[must_use]
    pub fn banyak(&self) -> usize {
        self.banyak
    }

    /// The best documents for a question, at most `batas`: those with most of its words first. Only such that have at least
    /// half of the words, and only such that have all of them where there are any. Words that ask about something (`biaya`, `jam`) are not
    /// needed beside others.
    #[must_use]
    pub fn cari(&self, tanya: &str, batas: usize) -> Vec<Temuan> {
        let tanya: String = tanya.chars().take(TANYA_MAKS).collect();
        let mut semua: Vec<String> = kata(&tanya).take(KATA_MAKS).collect();
        // A question of common words only is taken at its word.
        if semua.iter().any(|k| !umum(k)) {
            semua.retain(|k| !umum(k));
        }
        // So is one of such words only.
        let (mut tentang, inti): (Vec<String>, Vec<String>) = semua.into_iter().partition(|k| perihal(k));
        let semua = if inti.is_empty() { std::mem::take(&mut tentang) } else { inti };
        let mut nilai: HashMap<u32, (usize, u64)> = HashMap::new();
        for k in &semua {
            for (dok, n) in self.satu_kata(k) {
                let e = nilai.entry(dok).or_default();
                e.0 += 1;
                e.1 += n;
            }
        }
        for k in &tentang {
            for (dok, n) in self.satu_kata(k) {
                if let Some(e) = nilai.get_mut(&dok) {
                    e.1 += n / BANTU;
                }
            }
        }
        let mut temuan: Vec<Temuan> = nilai
            .into_iter()
            .filter(|(_, (cocok, _))| cocok * 2 >= semua.len())
            .map(|(d, (cocok, nilai))| Temuan { dokumen: d as usize, cocok, nilai })
            .collect();
        temuan.sort_unstable_by(|a, b| b.cocok.cmp(&a.cocok).then(b.nilai.cmp(&a.nilai)).then(a.dokumen.cmp(&b.dokumen)));
        // Where something has all the words, what lacks some of them is noise.
        if temuan.first().is_some_and(|t| t.cocok == semua.len()) {
            temuan.retain(|t| t.cocok == semua.len());
        }
        temuan.truncate(batas);
        temuan
    }

    /// Documents that have the word, or the words that it is short for.
    fn satu_kata(&self, k: &str) -> HashMap<u32, u64> {
        let mut hasil = self.bernilai(&self.calon(k));
        let panjang = singkatan(k);
        let mut bagian: Option<HashMap<u32, u64>> = None;
        for p in panjang {
            let satu = self.bernilai(&self.calon(p));
            bagian = Some(match bagian {
                None => satu,
                Some(b) => b.into_iter().filter_map(|(d, n)| satu.get(&d).map(|m| (d, n.min(*m)))).collect(),
            });
        }
        for (d, n) in bagian.unwrap_or_default() {
            let e = hasil.entry(d).or_default();
            *e = n.max(*e);
        }
        hasil
    }

    fn bernilai(&self, calon: &[(u32, u64)]) -> HashMap<u32, u64> {
        let mut hasil: HashMap<u32, u64> = HashMap::new();
        for (n, mutu) in calon {
            let tempat = &self.tempat[*n as usize];
            // A word of few documents tells more.
            let langka = u64::from((self.banyak / tempat.len().max(1)).max(1).ilog2()) + 1;
            for (d, bobot) in tempat {
                let e = hasil.entry(*d).or_default();
                *e = (mutu * u64::from(*bobot) * langka).max(*e);
            }
        }
        hasil
    }

    /// Words of the vocabulary that this one may mean, with how well: the same, of the same root, begun with it; and only when
    /// there is none of these, mistyped.
    fn calon(&self, k: &str) -> Vec<(u32, u64)> {
        let mut calon = Vec::new();
        for (n, p) in pokok(k).iter().enumerate() {
            if let Ok(i) = self.kosakata.binary_search(p) {
                calon.push((nomor(i), if n == 0 { SAMA } else { SERUMPUN }));
            }
        }
        if k.chars().count() >= 3 {
            let awal = self.kosakata.partition_point(|v| v.as_str() < k);
            let dengan = self.kosakata[awal..].iter().take_while(|v| v.starts_with(k)).take(AWAL_MAKS);
            calon.extend(dengan.enumerate().map(|(n, _)| (nomor(awal + n), AWAL)));
        }
        if calon.is_empty() { self.salah_ketik(k) } else { calon }
    }

    fn salah_ketik(&self, k: &str) -> Vec<(u32, u64)> {
        let huruf: Vec<char> = k.chars().collect();
        let boleh = match huruf.len() {
            0..=3 => return Vec::new(),
            4..=6 => 1,
            _ => 2,
        };
        let mut sama: HashMap<u32, usize> = HashMap::new();
        for t in tiga(k) {
            for n in self.trigram.get(&t).into_iter().flatten() {
                *sama.entry(*n).or_default() += 1;
            }
        }
        let ukur = |n: u32| {
            let v: Vec<char> = self.kosakata[n as usize].chars().collect();
            jarak(&huruf, &v, boleh).map(|j| (n, SALAH_KETIK / (j as u64 + 1)))
        };
        // One letter wrong spoils three of its trigrams at most; a swap four.
        let sisa = huruf.len().saturating_sub(4 * boleh).max(1);
        sama.into_iter().filter(|(_, s)| *s >= sisa.min(2)).filter_map(|(n, _)| ukur(n)).collect()
    }
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

/// A place in the vocabulary, which is far below four thousand million words.
fn nomor(i: usize) -> u32 {
    u32::try_from(i).unwrap_or(u32::MAX)
}

fn tiga(k: &str) -> Vec<[char; 3]> {
    let huruf: Vec<char> = std::iter::once(' ').chain(k.chars()).chain(std::iter::once(' ')).collect();
    huruf.windows(3).map(|t| [t[0], t[1], t[2]]).collect()
}

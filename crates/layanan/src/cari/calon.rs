//! The vocabulary of an index, and which of its words one of a question may mean: the same, of the same root, sounding alike, begun with it,
//! what it is short for, mistyped.
//!
//! How good each of these is stands here; how words add up to an answer does not.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{
    SAMBIL, TERTULIS,
    ejaan::bunyi,
    istilah::SINGKATAN,
    jarak::jarak,
    pokok::{pokok, singkatan},
};

/// How well a word of the question agrees with one of the vocabulary, in hundredths.
const SAMA: u64 = 100;
const SEBUNYI: u64 = 95;
const SERUMPUN: u64 = 80;
const AWAL: u64 = 55;
const SALAH_KETIK: u64 = 50;
/// A word that stands somewhere, taken for another that looks like it.
const SERUPA: u64 = 30;
/// Words of the vocabulary that the beginning of one may stand for.
const AWAL_MAKS: usize = 64;

/// A word of the vocabulary and how well it agrees.
type Calon = (u32, u64);

#[derive(Debug, Default)]
pub(super) struct Kosakata {
    /// Sorted; stems are among them.
    kata: Vec<String>,
    huruf: Vec<Vec<char>>,
    /// For each word: documents with the weight of the best place where it stands.
    tempat: Vec<Vec<(u32, u32)>>,
    /// Words that contain three letters in a row; begins and ends are marked by a blank.
    trigram: HashMap<[char; 3], Vec<u32>>,
    /// Words by how they sound.
    bunyi: HashMap<String, Vec<u32>>,
    /// Whether the word stands in a text as it is, not only as the stem of another.
    utuh: Vec<bool>,
    /// How much a word tells where it is only mentioned, and where something is named so.
    langka: Vec<[u64; 2]>,
    banyak: usize,
}

impl Kosakata {
    pub(super) fn susun(peta: BTreeMap<String, Vec<(u32, u32)>>, tertulis: impl Fn(&str) -> bool, banyak: usize) -> Self {
        let mut k = Self { banyak, ..Self::default() };
        for (n, (kata, tempat)) in (0_u32..).zip(peta) {
            for t in tiga(&kata) {
                k.trigram.entry(t).or_default().push(n);
            }
            for b in bunyi(&kata) {
                k.bunyi.entry(b).or_default().push(n);
            }
            k.utuh.push(tertulis(&kata));
            // Nearly every service wants a `ktp`, few are named so.
            let nama = tempat.iter().filter(|(_, bobot)| sebagai_nama(*bobot)).count();
            k.langka.push([langka(banyak, tempat.len()), langka(banyak, nama)]);
            k.huruf.push(kata.chars().collect());
            k.tempat.push(tempat);
            k.kata.push(kata);
        }
        k
    }

    /// What each document is worth for a word; `None` when no document has it, nor anything that it may mean.
    pub(super) fn nilai(&self, k: &str) -> Option<Vec<u64>> {
        let mut nilai = self.tersurat(k);
        if nilai.iter().all(|n| *n == 0) {
            self.maafkan(k, &mut nilai);
        }
        nilai.iter().any(|n| *n > 0).then_some(nilai)
    }

    /// What each document is worth for a short form whose whole name was asked for: as it is written, and for all that it stands for.
    pub(super) fn pendek(&self, s: &str) -> Vec<u64> {
        let mut nilai = vec![0; self.banyak];
        if let Ok(i) = self.kata.binary_search_by(|k| k.as_str().cmp(s)) {
            self.beri(&[(nomor(i), SAMA)], &mut nilai);
        }
        singkatan(s).for_each(|f| self.frasa(f, &mut nilai));
        unggul(nilai)
    }

    /// What each document is worth that says all of these words of a name, short or whole.
    pub(super) fn disebut(&self, nama: &[&str]) -> Vec<u64> {
        let satu = nama.iter().map(|k| self.tersurat(k));
        let bersama = satu.reduce(|a, b| a.into_iter().zip(b).map(|(a, b)| a.min(b)).collect());
        unggul(bersama.unwrap_or_default())
    }

    /// What each document is worth for a word, and for all that it is short for; errors are not forgiven.
    fn tersurat(&self, k: &str) -> Vec<u64> {
        let mut nilai = vec![0; self.banyak];
        self.beri(&self.langsung(k), &mut nilai);
        singkatan(k).for_each(|f| self.frasa(f, &mut nilai));
        nilai
    }

    /// Whether a document says the word, or all that it is short for, otherwise than in passing. What is only mistyped is not judged.
    pub(super) fn bernama(&self, k: &str) -> bool {
        let calon = self.langsung(k);
        calon.is_empty() && singkatan(k).next().is_none()
            || !self.menamai(&calon).is_empty()
            || singkatan(k).any(|f| {
                let satu = f.iter().map(|k| self.menamai(&self.langsung(k)));
                satu.reduce(|a, b| &a & &b).is_some_and(|d| !d.is_empty())
            })
    }

    /// Documents that say one of these words otherwise than in passing.
    fn menamai(&self, calon: &[Calon]) -> BTreeSet<u32> {
        let tempat = calon.iter().flat_map(|(n, _)| &self.tempat[*n as usize]);
        tempat.filter(|(_, bobot)| sebagai_nama(*bobot)).map(|(d, _)| *d).collect()
    }

    /// Adds documents with words that look like this one, which stands somewhere itself.
    pub(super) fn serupa(&self, k: &str, nilai: &mut [u64]) {
        let huruf: Vec<char> = k.chars().collect();
        let boleh = match huruf.len() {
            0..=4 => return,
            5..=8 => 1,
            _ => 2,
        };
        let calon = self.dekat(&huruf, boleh).into_iter().map(|(n, j)| (n, SERUPA / j.max(1) as u64));
        let mut lain = vec![0; self.banyak];
        self.beri(&calon.collect::<Vec<_>>(), &mut lain);
        for (n, l) in nilai.iter_mut().zip(lain) {
            *n = l.max(*n);
        }
    }

    /// Errors, where the word itself is nowhere: of typing, also in a short form, or a blank left out.
    fn maafkan(&self, k: &str, nilai: &mut [u64]) {
        if k.chars().any(|c| c.is_ascii_digit()) {
            return;
        }
        let huruf: Vec<char> = k.chars().collect();
        let boleh = match huruf.len() {
            0..=2 => return,
            3 => 0,
            4..=7 => 1,
            _ => 2,
        };
        if boleh == 0 {
            return self.beri(&self.tertukar(&huruf), nilai);
        }
        let dekat = self.dekat(&huruf, boleh);
        let paling = dekat.iter().map(|(_, j)| *j).min();
        let mutu = |n: u32, j: usize| {
            let bagus = SALAH_KETIK / (j as u64 + 1);
            // Who mistypes has the first letter right, as a rule; and means the nearest word.
            let awal = self.huruf[n as usize].first() == huruf.first();
            let bagus = if awal { bagus } else { bagus * 2 / 3 };
            if Some(j) == paling { bagus } else { bagus / 2 }
        };
        self.beri(&dekat.iter().map(|(n, j)| (*n, mutu(*n, *j))).collect::<Vec<_>>(), nilai);
        for (pendek, panjang) in SINGKATAN.iter().filter(|(s, _)| s.len() >= 4) {
            let s: Vec<char> = pendek.chars().collect();
            if jarak(&huruf, &s, boleh).is_some() || pendek.starts_with(k) {
                self.frasa(panjang, nilai);
            }
        }
        if nilai.iter().all(|n| *n == 0) {
            self.pecah(k, nilai);
        }
    }

    /// A short word with two neighbours swapped, which is all that is forgiven in one.
    fn tertukar(&self, huruf: &[char]) -> Vec<Calon> {
        let tukar = |i: usize| {
            let mut h = huruf.to_vec();
            h.swap(i - 1, i);
            self.kata.binary_search(&h.into_iter().collect()).ok().map(|n| (nomor(n), SALAH_KETIK / 2))
        };
        (1..huruf.len()).filter_map(tukar).collect()
    }

    /// Two words written as one: `kartukeluarga`, `ktpel`.
    fn pecah(&self, k: &str, nilai: &mut [u64]) {
        for (i, _) in k.char_indices().skip(2) {
            let (a, b) = k.split_at(i);
            if a.len().max(b.len()) < 3 || b.len() < 2 {
                continue;
            }
            let ada = |p: &str| self.kata.binary_search_by(|v| v.as_str().cmp(p)).is_ok_and(|n| self.utuh[n]);
            if ada(a) && (ada(b) || singkatan(b).next().is_some()) {
                for (n, (a, b)) in nilai.iter_mut().zip(self.tersurat(a).into_iter().zip(self.tersurat(b))) {
                    *n = a.min(b).max(*n);
                }
            }
        }
    }

    /// Documents that have all words of a phrase are worth what the weakest of them is.
    fn frasa(&self, kata: &[&str], nilai: &mut [u64]) {
        let mut bersama: Option<Vec<u64>> = None;
        for k in kata {
            let mut satu = vec![0; self.banyak];
            self.beri(&self.langsung(k), &mut satu);
            bersama = Some(match bersama {
                None => satu,
                Some(b) => b.into_iter().zip(satu).map(|(a, b)| a.min(b)).collect(),
            });
        }
        for (n, b) in nilai.iter_mut().zip(bersama.unwrap_or_default()) {
            *n = b.max(*n);
        }
    }

    /// Gives each document the best that one of the words is worth there.
    fn beri(&self, calon: &[Calon], nilai: &mut [u64]) {
        for (n, mutu) in calon {
            let [sambil, nama] = self.langka[*n as usize];
            for (d, bobot) in &self.tempat[*n as usize] {
                let langka = if sebagai_nama(*bobot) { nama } else { sambil };
                let e = &mut nilai[*d as usize];
                *e = (mutu * u64::from(*bobot) * langka).max(*e);
            }
        }
    }

    /// The same word, those of one root, those that sound alike, those that begin with it.
    fn langsung(&self, k: &str) -> Vec<Calon> {
        let mut calon = Vec::new();
        for (n, p) in pokok(k).iter().enumerate() {
            let (sama, senada) = if n == 0 { (SAMA, SEBUNYI) } else { (SERUMPUN, SEBUNYI * SERUMPUN / SAMA) };
            if let Ok(i) = self.kata.binary_search(p) {
                calon.push((nomor(i), sama));
            }
            calon.extend(bunyi(p).iter().filter_map(|b| self.bunyi.get(b)).flatten().map(|i| (*i, senada)));
        }
        if k.chars().count() >= 3 {
            let awal = self.kata.partition_point(|v| v.as_str() < k);
            let dengan = self.kata[awal..].iter().take_while(|v| v.starts_with(k)).take(AWAL_MAKS);
            calon.extend(dengan.enumerate().map(|(n, _)| (nomor(awal + n), AWAL)));
        }
        calon
    }

    /// Words at most so many errors away, with how many.
    fn dekat(&self, huruf: &[char], boleh: usize) -> Vec<(u32, usize)> {
        let mut sama = vec![0_usize; self.kata.len()];
        for t in trigram(huruf) {
            for n in self.trigram.get(&t).into_iter().flatten() {
                sama[*n as usize] += 1;
            }
        }
        // One letter wrong spoils three of its trigrams at most; a swap four.
        let sisa = huruf.len().saturating_sub(4 * boleh).clamp(1, 2);
        let calon = (0..sama.len()).filter(|n| sama[*n] >= sisa && self.utuh[*n]);
        calon.filter_map(|n| jarak(huruf, &self.huruf[n], boleh).map(|j| (nomor(n), j))).collect()
    }
}

/// Whether a word of this weight is said otherwise than in passing.
fn sebagai_nama(bobot: u32) -> bool {
    bobot > SAMBIL * TERTULIS
}

/// A word of few documents tells more.
fn langka(banyak: usize, tempat: usize) -> u64 {
    u64::from((banyak / tempat.max(1)).max(1).ilog2()) + 1
}

/// Only what is named so: nearly every service wants a `ktp`.
fn unggul(mut nilai: Vec<u64>) -> Vec<u64> {
    let terbaik = nilai.iter().copied().max().unwrap_or(0);
    nilai.iter_mut().filter(|n| **n * 2 < terbaik).for_each(|n| *n = 0);
    nilai
}

/// A place in the vocabulary, which is far below four thousand million words.
fn nomor(i: usize) -> u32 {
    u32::try_from(i).unwrap_or(u32::MAX)
}

fn tiga(k: &str) -> Vec<[char; 3]> {
    trigram(&k.chars().collect::<Vec<_>>())
}

fn trigram(huruf: &[char]) -> Vec<[char; 3]> {
    let huruf: Vec<char> = std::iter::once(' ').chain(huruf.iter().copied()).chain(std::iter::once(' ')).collect();
    huruf.windows(3).map(|t| [t[0], t[1], t[2]]).collect()
}

//! Words of a text, and what they may come from: light stemming of Indonesian without a dictionary.
//!
//! Prefixes and suffixes are taken off by form only, so a word can have several possible stems (`menikah`: nikah, tikah). All of
//! them are kept; a search matches when any two agree. Nothing here knows documents.

use super::istilah::{PERIHAL, SINGKATAN, TETAP, UMUM};

/// Letters and digits of a text in small letters, in order; parts of `KTP-el` are words of their own.
pub fn kata(teks: &str) -> impl Iterator<Item = String> + '_ {
    teks.split(|c: char| !c.is_alphanumeric()).filter(|k| !k.is_empty()).map(str::to_lowercase)
}

/// Whether the word says nothing about what is sought.
#[must_use]
pub fn umum(kata: &str) -> bool {
    UMUM.contains(&kata)
}

/// Whether the word asks about something (its fee, its hours) instead of naming it.
#[must_use]
pub fn perihal(kata: &str) -> bool {
    let tanpa = ["nya", "kah"].into_iter().filter_map(|a| kata.strip_suffix(a));
    std::iter::once(kata).chain(tanpa).any(|k| PERIHAL.contains(&k))
}

/// What a short form or an everyday word stands for, also with an ending (`perpanjangan`): each a phrase of its own; none for all
/// others.
pub fn singkatan(kata: &str) -> impl Iterator<Item = &'static [&'static str]> {
    let bentuk = pokok(kata);
    SINGKATAN.iter().filter(move |(s, _)| bentuk.iter().any(|b| b == s)).map(|(_, p)| *p)
}

/// Short forms whose whole phrase is among these words, with the phrase.
pub fn dipendekkan<'a>(kata: &'a [&'a str]) -> impl Iterator<Item = (&'static str, &'static [&'static str])> + 'a {
    SINGKATAN.iter().filter(move |(_, p)| p.len() > 1 && p.iter().all(|k| kata.contains(k))).map(|(s, p)| (*s, *p))
}

/// A short form without the ending that says whose it is (`ktpnya`, `simku`); any other word as it was.
pub fn lepas_milik(kata: String) -> String {
    match ["nya", "ku", "mu"].iter().filter_map(|a| kata.strip_suffix(a)).find(|p| SINGKATAN.iter().any(|(s, _)| s == p)) {
        Some(pendek) => pendek.to_owned(),
        None => kata,
    }
}

/// Shortest stem that is left after taking something off, in letters.
const MIN: usize = 4;

/// The word itself, then its possible stems.
#[must_use]
pub fn pokok(kata: &str) -> Vec<String> {
    let mut semua = vec![kata.to_owned()];
    if kata.is_ascii() && kata.len() > MIN && !TETAP.contains(&kata) {
        let partikel = ["lah", "kah", "nya"].iter().filter_map(|a| lepas_akhir(kata, a));
        for dasar in std::iter::once(kata).chain(partikel) {
            tambah(&mut semua, dasar);
            // Which ending it is cannot be seen (`penduduk-an`, `pendudu-kan`), so each is tried.
            for (isi, akhiran) in akhiran(dasar) {
                urai(&mut semua, isi, akhiran);
            }
        }
    }
    semua
}

fn urai(semua: &mut Vec<String>, isi: &str, akhiran: &str) {
    if akhiran == "an" {
        tambah(semua, isi);
    }
    for satu in awalan(isi, akhiran) {
        // `kependuduk`: what is left may carry one more prefix.
        for dua in awalan(&satu, "") {
            tambah(semua, &dua);
        }
        tambah(semua, &satu);
    }
}

fn tambah(semua: &mut Vec<String>, kata: &str) {
    if kata.len() >= MIN && !semua.iter().any(|k| k == kata) {
        semua.push(kata.to_owned());
    }
}

fn lepas_akhir<'a>(kata: &'a str, akhir: &str) -> Option<&'a str> {
    kata.strip_suffix(akhir).filter(|s| s.len() >= MIN)
}

/// The word without each ending that it may have, and which it was; first as it stands.
fn akhiran(kata: &str) -> Vec<(&str, &'static str)> {
    // Of the nouns in `-i` many are whole words (`kursi`), so the ending goes only with a prefix.
    let ber_awalan = ["me", "di", "ter"].iter().any(|p| kata.starts_with(p));
    let tanpa = ["kan", "an", "i"].into_iter().filter(|a| *a != "i" || ber_awalan);
    std::iter::once((kata, "")).chain(tanpa.filter_map(|a| Some((lepas_akhir(kata, a)?, a)))).collect()
}

/// What is left without a prefix; several where the first letter may have been swallowed.
fn awalan(kata: &str, akhiran: &str) -> Vec<String> {
    let sisa = |p: &str| kata.strip_prefix(p).filter(|s| s.len() + 1 >= MIN);
    let vokal = |s: &str| s.starts_with(['a', 'e', 'i', 'o', 'u']);
    for (panjang, hilang) in
        [("meng", "k"), ("peng", "k"), ("meny", "s"), ("peny", "s"), ("mem", "p"), ("pem", "p"), ("men", "t"), ("pen", "t")]
    {
        let Some(s) = sisa(panjang) else { continue };
        return if vokal(s) {
            let bawaan = if panjang.ends_with("ny") || panjang.ends_with("ng") { String::new() } else { panjang[2..].to_owned() };
            vec![format!("{bawaan}{s}"), format!("{hilang}{s}"), s.to_owned()]
        } else {
            vec![s.to_owned()]
        };
    }
    for p in ["per", "ber", "ter", "me", "di", "se", "pe"] {
        if let Some(s) = sisa(p) {
            return vec![s.to_owned()];
        }
    }
    if akhiran == "an" { sisa("ke").map(|s| vec![s.to_owned()]).unwrap_or_default() } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether two words can come from one.
    fn serumpun(a: &str, b: &str) -> bool {
        pokok(a).iter().any(|x| pokok(b).contains(x))
    }

    #[test]
    fn words_of_one_root_meet() {
        for (a, b) in [
            ("mengurus", "pengurusan"),
            ("membuat", "pembuatan"),
            ("izin", "perizinan"),
            ("layanan", "pelayanan"),
            ("lahir", "kelahiran"),
            ("penduduk", "kependudukan"),
            ("nikah", "menikah"),
            ("kirim", "mengirimkan"),
            ("daftar", "pendaftaran"),
            ("sewa", "menyewa"),
            ("pakai", "memakai"),
            ("terbit", "penerbitan"),
            ("bayar", "pembayaran"),
            ("mati", "kematian"),
            ("obat", "pengobatan"),
        ] {
            assert!(serumpun(a, b), "{a} {:?} / {b} {:?}", pokok(a), pokok(b));
        }
    }

    #[test]
    fn unlike_words_stay_apart() {
        for (a, b) in
            [("keluarga", "luar"), ("surat", "surau"), ("akta", "kata"), ("dinas", "nasi"), ("rawat", "rapat"), ("meninggal", "tinggal")]
        {
            assert!(!serumpun(a, b), "{a} {:?} / {b} {:?}", pokok(a), pokok(b));
        }
    }

    #[test]
    fn signs_divide_words_and_short_forms_are_known() {
        assert_eq!(kata("KTP-el (baru), Akta/Kutipan").collect::<Vec<_>>(), ["ktp", "el", "baru", "akta", "kutipan"]);
        assert_eq!(singkatan("kk").collect::<Vec<_>>(), [["kartu", "keluarga"]]);
        assert!(singkatan("akta").next().is_none() && umum("untuk") && !umum("surat"));
        assert!(perihal("biayanya") && perihal("berapakah") && !perihal("penghargaan") && !perihal("kah"));
    }
}

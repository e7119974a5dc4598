//! What a new password must not be: short, only digits, a pattern of the keyboard, the person's own name or address, or one or two of
//! the words that everybody tries (`umum.txt`, written for this program), however decorated. Nothing here asks the network; a list of
//! passwords that leaked can be put into the data folder (`super::bocor`).

use std::{collections::BTreeSet, sync::LazyLock};

/// Shortest password, in characters; length is what helps, so no rule about signs.
pub const PANJANG_MIN: usize = 10;
pub const PANJANG_MAKS: usize = 200;

/// Why a password is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lemah {
    Pendek,
    Panjang,
    /// Only digits: a date, a telephone number, a NIP.
    Angka,
    /// One sign, a repeated piece, or keys beside each other.
    Pola,
    /// The own name or address.
    Milik,
    /// Words that everybody tries.
    Umum,
    /// On the list of leaked passwords of this installation.
    Bocor,
}

static UMUM: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| include_str!("umum.txt").split_whitespace().collect());

/// Rows of keys; beside each other in one of them is a step of a pattern.
const BARIS: [&str; 5] = ["1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "abcdefghijklmnopqrstuvwxyz"];

/// `milik`: names and addresses of the person.
///
/// # Errors
/// The first reason for which it is refused.
pub fn periksa(sandi: &str, milik: &[&str]) -> Result<(), Lemah> {
    let panjang = sandi.chars().count();
    let kecil = sandi.to_lowercase();
    if panjang < PANJANG_MIN {
        Err(Lemah::Pendek)
    } else if panjang > PANJANG_MAKS {
        Err(Lemah::Panjang)
    } else if milik.iter().any(|m| m.to_lowercase() == kecil) {
        Err(Lemah::Milik)
    } else if pola(&kecil) {
        Err(Lemah::Pola)
    } else if sandi.chars().all(|c| c.is_numeric() || c.is_whitespace() || c.is_ascii_punctuation()) {
        Err(Lemah::Angka)
    } else {
        kata(&kecil, milik)
    }
}

/// Fewer than four different signs, one piece again and again, or mostly steps of a pattern.
fn pola(kecil: &str) -> bool {
    let huruf: Vec<char> = kecil.chars().collect();
    let beda: BTreeSet<char> = huruf.iter().copied().collect();
    let ulang = (1..=huruf.len() / 2).any(|n| n <= 5 && huruf.iter().skip(n).zip(&huruf).all(|(a, b)| a == b));
    let langkah = huruf.windows(2).filter(|w| w[0] == w[1] || bersebelahan(w[0], w[1])).count();
    beda.len() < 4 || ulang || langkah * 10 >= (huruf.len() - 1) * 8
}

fn bersebelahan(a: char, b: char) -> bool {
    BARIS.iter().any(|baris| {
        let letak = |c: char| baris.find(c);
        letak(a).zip(letak(b)).is_some_and(|(a, b)| a.abs_diff(b) == 1)
    })
}

/// Nothing but one or two words that everybody tries, or the own ones, with digits and signs around or between them.
fn kata(kecil: &str, milik: &[&str]) -> Result<(), Lemah> {
    let sendiri: BTreeSet<String> = milik
        .iter()
        .flat_map(|m| m.split(|c: char| !c.is_alphanumeric()))
        .map(str::to_lowercase)
        .filter(|m| m.chars().count() >= 3)
        .collect();
    let inti = kecil.trim_matches(|c: char| !c.is_alphabetic() && !"@$".contains(c));
    for teks in [kecil.chars().filter(|c| c.is_alphabetic()).collect::<String>(), tanpa_samaran(inti)] {
        // What is left when digits and signs are gone is too little to be a secret of its own.
        let pendek = teks.chars().count() < 4;
        match terurai(&teks, &sendiri, 2) {
            Some(true) => return Err(Lemah::Milik),
            Some(false) => return Err(Lemah::Umum),
            None if pendek => return Err(Lemah::Angka),
            None => {}
        }
    }
    Ok(())
}

/// `p4ssw0rd` is `password`.
fn tanpa_samaran(teks: &str) -> String {
    let ganti = |c: char| match c {
        '0' => 'o',
        '1' | '!' => 'i',
        '3' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        c => c,
    };
    teks.chars().map(ganti).filter(|c| c.is_alphabetic()).collect()
}

/// Whether a text is at most `sisa` known words, and whether one of them is the person's own.
fn terurai(teks: &str, sendiri: &BTreeSet<String>, sisa: usize) -> Option<bool> {
    if teks.is_empty() {
        return Some(false);
    }
    if sisa == 0 {
        return None;
    }
    let potong = teks.char_indices().map(|(i, _)| i).skip(1).chain([teks.len()]);
    potong.collect::<Vec<_>>().into_iter().rev().find_map(|n| {
        let (awal, akhir) = teks.split_at(n);
        let milik = sendiri.contains(awal);
        if !milik && !UMUM.contains(awal) {
            return None;
        }
        terurai(akhir, sendiri, sisa - 1).map(|lanjut| lanjut || milik)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const MILIK: [&str; 2] = ["Ani Lestariningsih", "ani.lestari@kutaikab.go.id"];

    #[test]
    fn what_people_choose_first_is_refused_for_its_reason() {
        let semua = [
            ("pendek1", Lemah::Pendek),
            ("1234567890", Lemah::Pola),
            ("qwertyuiop", Lemah::Pola),
            ("qwerty12345", Lemah::Pola),
            ("abcabcabcabc", Lemah::Pola),
            ("aaaaaaaaaaab", Lemah::Pola),
            ("199001012020121001", Lemah::Angka),
            ("0812-7745-9031", Lemah::Angka),
            ("password2024", Lemah::Umum),
            ("P4ssw0rd!!2024", Lemah::Umum),
            ("Indonesia1945", Lemah::Umum),
            ("bismillah-786", Lemah::Umum),
            ("Rahasia@12345", Lemah::Umum),
            ("admin.dinsos.2026", Lemah::Umum),
            ("ANI.lestari@kutaikab.go.id", Lemah::Milik),
            ("Lestariningsih1", Lemah::Milik),
            ("ani-kutaikab-77", Lemah::Milik),
            ("a7192048365", Lemah::Angka),
        ];
        for (sandi, harap) in semua {
            assert_eq!(periksa(sandi, &MILIK), Err(harap), "{sandi}");
        }
        assert_eq!(periksa(&"kata ".repeat(41), &MILIK), Err(Lemah::Panjang));
    }

    #[test]
    fn several_words_and_odd_strings_are_taken() {
        for sandi in
            ["empat kata yang biasa", "padi menguning 9", "lima kata yang sama sekali lain", "xK9#vTq2LmZ", "perahu-tembaga-loncat"]
        {
            assert_eq!(periksa(sandi, &MILIK), Ok(()), "{sandi}");
        }
    }
}

//! What a new password must not be: short, only digits, a pattern of the keyboard, the person's own name or address, or one or two of
//! the words that everybody tries (`umum.txt`, written for this program), however decorated. The domain of an address is the office's
//! and not the person's: alone it is refused, beside another word it is no reason. Nothing here asks the network; a list of
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

/// The words of a person: names and what stands before the `@`, and those of the domain behind it.
struct Dikenal {
    sendiri: BTreeSet<String>,
    kantor: BTreeSet<String>,
}

impl Dikenal {
    fn dari(milik: &[&str]) -> Self {
        let kata = |teks: &str| -> Vec<String> {
            let semua = teks.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
            semua.filter(|m| m.chars().count() >= 3).collect()
        };
        let (mut sendiri, mut kantor) = (BTreeSet::new(), BTreeSet::new());
        for m in milik {
            let (depan, domain) = m.rsplit_once('@').unwrap_or((m, ""));
            sendiri.extend(kata(depan));
            kantor.extend(kata(domain));
        }
        Self { sendiri, kantor }
    }
}

/// What a text is made of.
#[derive(Debug, Clone, Copy, Default)]
struct Isi {
    sendiri: bool,
    umum: bool,
    kantor: bool,
}

impl Isi {
    fn lemah(self) -> Option<Lemah> {
        if self.sendiri || (self.kantor && !self.umum) {
            Some(Lemah::Milik)
        } else if self.kantor {
            None
        } else {
            Some(Lemah::Umum)
        }
    }
}

/// Nothing but one or two words that everybody tries, or the own ones, with digits and signs around or between them.
fn kata(kecil: &str, milik: &[&str]) -> Result<(), Lemah> {
    let dikenal = Dikenal::dari(milik);
    let inti = kecil.trim_matches(|c: char| !c.is_alphabetic() && !"@$".contains(c));
    for teks in [kecil.chars().filter(|c| c.is_alphabetic()).collect::<String>(), tanpa_samaran(inti)] {
        // What is left when digits and signs are gone is too little to be a secret of its own.
        let pendek = teks.chars().count() < 4;
        match terurai(&teks, &dikenal, 2).map(Isi::lemah) {
            Some(Some(lemah)) => return Err(lemah),
            None if pendek => return Err(Lemah::Angka),
            Some(None) | None => {}
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

/// What a text is made of, when it is at most `sisa` known words.
fn terurai(teks: &str, dikenal: &Dikenal, sisa: usize) -> Option<Isi> {
    if teks.is_empty() {
        return Some(Isi::default());
    }
    if sisa == 0 {
        return None;
    }
    let potong = teks.char_indices().map(|(i, _)| i).skip(1).chain([teks.len()]);
    potong.collect::<Vec<_>>().into_iter().rev().find_map(|n| {
        let (awal, akhir) = teks.split_at(n);
        let (sendiri, umum) = (dikenal.sendiri.contains(awal), UMUM.contains(awal));
        let kantor = !sendiri && !umum && dikenal.kantor.contains(awal);
        if !sendiri && !umum && !kantor {
            return None;
        }
        let lanjut = terurai(akhir, dikenal, sisa - 1)?;
        Some(Isi { sendiri: sendiri || lanjut.sendiri, umum: umum || lanjut.umum, kantor: kantor || lanjut.kantor })
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

    /// The domain is the office's: every colleague has it, and it stands on every letter.
    #[test]
    fn the_domain_alone_is_refused_and_beside_another_word_it_is_none_of_the_reasons() {
        assert_eq!(periksa("kutaikab-2026", &MILIK), Err(Lemah::Milik));
        assert_eq!(periksa("kutaikab-lestari", &MILIK), Err(Lemah::Milik));
        for sandi in ["kutaikab-menguning", "perahu-kutaikab-9", "layanan-kutaikab-77"] {
            assert_eq!(periksa(sandi, &MILIK), Ok(()), "{sandi}");
        }
        // A word that everybody tries stays one when it is a domain too.
        assert_eq!(periksa("rahasia-prima-2026", &["Ani", "ani@rahasia.id"]), Err(Lemah::Umum));
    }

    /// Every sign of the keyboard, blanks, other scripts and pictures.
    #[test]
    fn any_printable_sign_is_taken() {
        for sandi in ["perahu ~!@#$%^&*()_+`-={}|[]\\:\";'<>?,./ tembaga", "稲穂 ÿ perahu 😀 tembaga", "perahu\u{a0}tembaga – é ß Ω Ж"]
        {
            assert_eq!(periksa(sandi, &MILIK), Ok(()), "{sandi}");
        }
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

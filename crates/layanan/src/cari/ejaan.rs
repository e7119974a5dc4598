//! How a word sounds, as a key: spellings that Indonesian has had side by side for one sound give the same (`ijin`/`izin`,
//! `sertifikat`/`sertipikat`, `paham`/`faham`, `tjatatan`/`catatan`, `musholla`/`musala`).
//!
//! Letters only. A key is for comparing, never to be read; which words it stands for knows the index.

/// Two letters that were or are written for one sound.
const GANDA: [(&str, &str); 13] = [
    ("dj", "j"),
    ("tj", "c"),
    ("nj", "ny"),
    ("sj", "s"),
    ("oe", "u"),
    ("sy", "s"),
    ("sh", "s"),
    ("kh", "k"),
    ("ch", "k"),
    ("th", "t"),
    ("dh", "d"),
    ("dz", "z"),
    ("ph", "p"),
];

/// The keys of a word in small letters: one, or two where it has a `z`, which people write as `j` and as `s`.
#[must_use]
pub fn bunyi(kata: &str) -> Vec<String> {
    if !kata.is_ascii() || kata.len() < 4 || kata.bytes().any(|b| b.is_ascii_digit()) {
        return Vec::new();
    }
    let mut s = kata.to_owned();
    for (lama, baru) in GANDA {
        if s.contains(lama) {
            s = s.replace(lama, baru);
        }
    }
    let mut kunci = String::with_capacity(s.len());
    for c in s.chars() {
        let c = match c {
            'f' | 'v' => 'p',
            'q' => 'k',
            c => c,
        };
        if c == 'x' {
            kunci.push_str("ks");
        } else if !kunci.ends_with(c) {
            kunci.push(c);
        }
    }
    if kunci.contains('z') { vec![kunci.replace('z', "j"), kunci.replace('z', "s")] } else { vec![kunci] }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn senada(a: &str, b: &str) -> bool {
        bunyi(a).iter().any(|x| bunyi(b).contains(x))
    }

    #[test]
    fn spellings_of_one_word_meet() {
        for (a, b) in [
            ("ijin", "izin"),
            ("perijinan", "perizinan"),
            ("sertifikat", "sertipikat"),
            ("paham", "faham"),
            ("ijasah", "ijazah"),
            ("tjatatan", "catatan"),
            ("soerat", "surat"),
            ("djaminan", "jaminan"),
            ("musholla", "musola"),
            ("massal", "masal"),
            ("aktiv", "aktif"),
            ("taxi", "taksi"),
            ("syarat", "sarat"),
            ("ustadz", "ustaz"),
        ] {
            assert!(senada(a, b), "{a} {:?} / {b} {:?}", bunyi(a), bunyi(b));
        }
    }

    #[test]
    fn other_words_and_numbers_do_not() {
        for (a, b) in [("surat", "sarat"), ("akta", "akte"), ("pajak", "pasak"), ("tanah", "tarah"), ("2023", "2023"), ("ak47", "ak47")] {
            assert!(!senada(a, b), "{a} {:?} / {b} {:?}", bunyi(a), bunyi(b));
        }
    }
}

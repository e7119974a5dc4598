//! What people call a matter whose service has another name: nobody at a counter asks for a nomor induk berusaha, many want to open a stall.
//!
//! Data about the language, not about any office. Read one way only, from the question to the name; short forms, which are read both ways,
//! stand in `istilah`.

use super::{ejaan::bunyi, pokok::pokok};

/// Words of a question, in any order and form, and those of the name that they mean, which may be a short form of `istilah`. Lines with one
/// left side are alternatives. A line may have one word only where it means the same beside any other.
const MAKSUD: &[(&[&str], &[&str])] = &[
    (&["izin", "usaha"], &["nib"]),
    (&["buka", "usaha"], &["nib"]),
    (&["mulai", "usaha"], &["nib"]),
    (&["daftar", "usaha"], &["nib"]),
    (&["legalitas", "usaha"], &["nib"]),
    (&["buka", "toko"], &["nib"]),
    (&["izin", "toko"], &["nib"]),
    (&["izin", "dagang"], &["nib"]),
    (&["warung"], &["nib"]),
    (&["kedai"], &["nib"]),
    (&["oss"], &["nib"]),
    (&["bpjs"], &["jkn"]),
    (&["bpjs", "daftar"], &["daftar", "jkn"]),
    (&["bpjs", "bikin"], &["daftar", "jkn"]),
    (&["bpjs", "buat"], &["daftar", "jkn"]),
    (&["bpjs", "anak"], &["daftar", "jkn"]),
    (&["bpjs", "bayi"], &["daftar", "jkn"]),
    (&["bpjs", "nunggak"], &["iuran", "peserta"]),
    (&["bpjs", "tunggakan"], &["iuran", "peserta"]),
    (&["bpjs", "bayar"], &["iuran", "peserta"]),
    (&["kis"], &["jkn"]),
    (&["pindah", "rumah"], &["surat", "pindah"]),
    (&["pindah", "alamat"], &["surat", "pindah"]),
    (&["pindah", "domisili"], &["surat", "pindah"]),
    (&["pindah", "penduduk"], &["surat", "pindah"]),
    (&["ganti", "alamat"], &["surat", "pindah"]),
    (&["ubah", "alamat"], &["surat", "pindah"]),
    (&["pindah", "alamat"], &["kk"]),
    (&["pindah", "rumah"], &["kk"]),
    (&["pindah", "domisili"], &["kk"]),
    (&["ganti", "alamat"], &["kk"]),
    (&["ubah", "alamat"], &["kk"]),
    (&["ktp", "ganti"], &["ktp"]),
    (&["ktp", "ubah"], &["ktp"]),
    (&["kk", "nama"], &["kk"]),
    (&["kk", "ganti"], &["kk"]),
    (&["kk", "ubah"], &["kk"]),
    (&["kk", "tambah"], &["kk"]),
    (&["kk", "pisah"], &["kk"]),
    (&["kk", "pecah"], &["kk"]),
    (&["kk", "hilang"], &["kk"]),
    (&["tambah", "anggota", "keluarga"], &["kk"]),
    (&["masuk", "kartu", "keluarga"], &["kk"]),
    (&["pajak", "rumah"], &["pbb"]),
    (&["pajak", "tanah"], &["pbb"]),
];

/// A word that is all of a question, and names of the matter that most people mean by it: they go before others that have the word.
const SENDIRI: &[(&str, &[&[&str]])] = &[("pindah", &[&["surat", "pindah"], &["pindah", "domisili"], &["pindah", "penduduk"]])];

/// A word of a question with its possible stems, and how these sound.
struct Bentuk<'a> {
    tanya: &'a str,
    pokok: Vec<String>,
    bunyi: Vec<String>,
}

impl<'a> Bentuk<'a> {
    fn baru(tanya: &'a str) -> Self {
        let pokok = pokok(tanya);
        let bunyi = pokok.iter().flat_map(|p| bunyi(p)).collect();
        Self { tanya, pokok, bunyi }
    }

    /// Whether what was typed is the word, a form of it, or sounds like it.
    fn dari(&self, kata: &str) -> bool {
        self.pokok.iter().any(|p| p == kata) || bunyi(kata).iter().any(|b| self.bunyi.contains(b))
    }
}

/// What is meant by words of this question, with those words of it.
pub fn dimaksud<'a>(tanya: &[&'a str]) -> Vec<(Vec<&'a str>, &'static [&'static str])> {
    let bentuk: Vec<Bentuk<'a>> = tanya.iter().copied().map(Bentuk::baru).collect();
    let satu =
        |kata: &[&str]| -> Option<Vec<&'a str>> { kata.iter().map(|k| bentuk.iter().find(|b| b.dari(k)).map(|b| b.tanya)).collect() };
    MAKSUD.iter().filter_map(|(kata, nama)| Some((satu(kata)?, *nama))).collect()
}

/// Names of the matter that most people mean who ask with this word alone.
pub fn sendirian(kata: &str) -> impl Iterator<Item = &'static [&'static str]> {
    let bentuk = Bentuk::baru(kata);
    SENDIRI.iter().filter(move |(k, _)| bentuk.dari(k)).flat_map(|(_, nama)| nama.iter().copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn maksud(tanya: &[&str]) -> Vec<(Vec<String>, Vec<&'static str>)> {
        dimaksud(tanya).into_iter().map(|(k, n)| (k.into_iter().map(str::to_owned).collect(), n.to_vec())).collect()
    }

    #[test]
    fn all_words_of_a_line_are_needed_in_any_form_and_order() {
        assert_eq!(maksud(&["usaha", "perikanan", "ijin"]), [(vec!["ijin".to_owned(), "usaha".to_owned()], vec!["nib"])]);
        assert_eq!(maksud(&["membuka", "usaha"]), [(vec!["membuka".to_owned(), "usaha".to_owned()], vec!["nib"])]);
        assert!(maksud(&["izin", "apotek"]).is_empty() && maksud(&["usaha"]).is_empty() && maksud(&[]).is_empty());
    }
}

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

/// What is meant by words of this question, with those words of it.
pub fn dimaksud<'a>(tanya: &'a [&'a str]) -> impl Iterator<Item = (Vec<&'a str>, &'static [&'static str])> + 'a {
    MAKSUD.iter().filter_map(move |(kata, nama)| {
        let di_tanya = kata.iter().map(|k| tanya.iter().copied().find(|t| sekata(t, k)));
        di_tanya.collect::<Option<Vec<&str>>>().map(|ada| (ada, *nama))
    })
}

/// Whether what was typed is the word, a form of it, or sounds like it.
fn sekata(tanya: &str, kata: &str) -> bool {
    pokok(tanya).iter().any(|p| p == kata || bunyi(p).iter().any(|b| bunyi(kata).contains(b)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn maksud(tanya: &[&str]) -> Vec<(Vec<String>, Vec<&'static str>)> {
        dimaksud(tanya).map(|(k, n)| (k.into_iter().map(str::to_owned).collect(), n.to_vec())).collect()
    }

    #[test]
    fn all_words_of_a_line_are_needed_in_any_form_and_order() {
        assert_eq!(maksud(&["usaha", "perikanan", "ijin"]), [(vec!["ijin".to_owned(), "usaha".to_owned()], vec!["nib"])]);
        assert_eq!(maksud(&["membuka", "usaha"]), [(vec!["membuka".to_owned(), "usaha".to_owned()], vec!["nib"])]);
        assert!(maksud(&["izin", "apotek"]).is_empty() && maksud(&["usaha"]).is_empty() && maksud(&[]).is_empty());
    }
}

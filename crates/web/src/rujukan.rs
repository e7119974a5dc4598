//! How sure an edition is, for readers: the keys of its sources give way to their names.
//!
//! Every page that shows a "kepastian" of an edition goes through here. The exact keys stand only in the edition itself.

use pekppp::{Edisi, edisi::Sumber};

/// `teks` with every source key of `edisi` replaced by the name of the source, e.g. `tinggi: singkawang` by
/// `tinggi: Aplikasi Kota Singkawang`. A key is a whole word, letter by letter; everything else stays.
#[must_use]
pub fn terbaca(edisi: &Edisi, teks: &str) -> String {
    ganti(&edisi.sumber, teks)
}

fn ganti(sumber: &[Sumber], teks: &str) -> String {
    let dalam_kata = |c: char| c.is_alphanumeric() || c == '_';
    let mut hasil = String::with_capacity(teks.len() * 2);
    let mut sisa = teks;
    while !sisa.is_empty() {
        let batas = sisa.find(|c| !dalam_kata(c)).unwrap_or(sisa.len());
        let (kata, lanjut) = sisa.split_at(batas);
        hasil.push_str(sumber.iter().find(|s| s.id == kata).map_or(kata, nama));
        let antara = lanjut.find(dalam_kata).unwrap_or(lanjut.len());
        hasil.push_str(&lanjut[..antara]);
        sisa = &lanjut[antara..];
    }
    hasil
}

/// What the source is, up to the first detail about it; its key when it says nothing.
fn nama(s: &Sumber) -> &str {
    let awal = s.isi.find(['(', ':', ';', ',']).unwrap_or(s.isi.len());
    Some(s.isi[..awal].trim()).filter(|n| !n.is_empty()).unwrap_or(&s.id)
}

#[cfg(test)]
mod tests {
    use pekppp::bawaan;

    use super::*;

    #[test]
    fn keys_become_names_and_words_that_only_contain_a_key_stay() {
        let (e, _) = bawaan("pekppp-2022-a").unwrap();
        assert_eq!(
            terbaca(e, "tinggi: singkawang, kubar_next; xsingkawang Singkawang."),
            "tinggi: Aplikasi Kota Singkawang, Aplikasi Kutai Barat; xsingkawang Singkawang."
        );
        assert_eq!(terbaca(e, "– sedang –"), "– sedang –");
        assert_eq!(terbaca(e, ""), "");
    }

    #[test]
    fn no_key_of_a_shipped_edition_reaches_a_reader() {
        for id in ["pekppp-2022-a", "pekppp-2022-b", "pekppp-reduced-24", "pekppp-2017"] {
            let (e, _) = bawaan(id).unwrap();
            assert!(!e.sumber.is_empty(), "{id}");
            for i in e.semua_indikator() {
                for teks in [&i.kepastian_bobot, &i.kepastian_rubrik, &i.kepastian_bukti] {
                    let kata = terbaca(e, teks);
                    let tersisa = |s: &&Sumber| kata.split(|c: char| !(c.is_alphanumeric() || c == '_')).any(|k| k == s.id);
                    assert_eq!(e.sumber.iter().find(tersisa), None, "{id} {}: {kata}", i.kode);
                }
            }
        }
    }
}

//! Every kind of notice that the store uses has its text, and every kind on the settings page its name.

use std::{collections::BTreeSet, fs};

use web::bahasa::Bahasa;

use crate::katalog::{akar, berkas};

/// Kinds named in the sources of the store, as `jenis: "…"` of a notice or as the kind given to one of its helpers.
fn dipakai() -> BTreeSet<String> {
    let kenal: BTreeSet<&str> = store::pemberitahuan::jenis::SEMUA.iter().map(|j| j.kunci).collect();
    let mut hasil = BTreeSet::new();
    for jalur in berkas(&akar().join("../store/src"), "rs") {
        if jalur.ends_with("pemberitahuan/jenis.rs") {
            continue;
        }
        let teks = fs::read_to_string(&jalur).unwrap();
        if !teks.contains("pemberitahuan::") && !teks.contains("kabar") {
            continue;
        }
        for baris in teks.lines().filter(|b| !b.trim_start().starts_with("//")) {
            if let Some(j) = baris.trim_start().strip_prefix("jenis: \"").and_then(|s| s.split('"').next()) {
                hasil.insert(j.to_owned());
            }
            hasil.extend(baris.split('"').filter(|s| kenal.contains(s)).map(str::to_owned));
        }
    }
    hasil
}

#[test]
fn every_kind_that_is_used_has_its_text_in_both_languages() {
    let jenis = dipakai();
    assert!(jenis.len() > 15, "{jenis:?}");
    for bahasa in ["id", "en"] {
        let teks = fs::read_to_string(akar().join("locales").join(bahasa).join("kabar.ftl")).unwrap();
        let hilang: Vec<_> = jenis.iter().filter(|j| !teks.lines().any(|b| b.starts_with(&format!("kabar-{j} =")))).collect();
        assert!(hilang.is_empty(), "{bahasa}/kabar.ftl has no text for {hilang:?}");
    }
}

#[test]
fn every_kind_on_the_settings_page_has_a_name_and_stands_once() {
    let mut sudah = BTreeSet::new();
    for j in store::pemberitahuan::jenis::SEMUA {
        assert!(sudah.insert(j.kunci), "{} stands twice", j.kunci);
        assert_eq!(j.nama, format!("lonceng-nama-{}", j.kunci));
        assert!(Bahasa::punya(j.nama), "no name of {}", j.kunci);
    }
}

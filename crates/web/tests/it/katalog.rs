//! The catalogues: same keys in both languages, every key used exists, every key is used.
//!
//! A key is a literal that begins with the name of its file (`f01-judul` in `f01.ftl`). `keadaan.ftl` holds the reasons
//! that the store gives (`StoreError::Keadaan("…")`), under the store's own names.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

pub fn akar() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// All files under a folder with one of the extensions.
pub fn berkas(dir: &Path, akhiran: &str) -> Vec<PathBuf> {
    let mut hasil = Vec::new();
    for entri in fs::read_dir(dir).unwrap() {
        let jalur = entri.unwrap().path();
        if jalur.is_dir() {
            hasil.extend(berkas(&jalur, akhiran));
        } else if jalur.extension().is_some_and(|e| e == akhiran) {
            hasil.push(jalur);
        }
    }
    hasil.sort();
    hasil
}

/// Keys per area (file name).
fn kunci(bahasa: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut hasil = BTreeMap::new();
    for jalur in berkas(&akar().join("locales").join(bahasa), "ftl") {
        let teks = fs::read_to_string(&jalur).unwrap();
        let mut set = BTreeSet::new();
        for baris in teks.lines().filter(|b| b.starts_with(|c: char| c.is_ascii_lowercase())) {
            let k = baris.split_once('=').unwrap().0.trim().to_owned();
            assert!(set.insert(k.clone()), "{k} stands twice in {}", jalur.display());
        }
        hasil.insert(jalur.file_stem().unwrap().to_string_lossy().into_owned(), set);
    }
    hasil
}

/// String literals of our sources that look like keys.
fn literal(teks: &str) -> BTreeSet<String> {
    let aman = |s: &str| {
        s.contains('-')
            && s.starts_with(|c: char| c.is_ascii_lowercase())
            && s.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
            && !s.ends_with('-')
    };
    teks.split('"').filter(|s| aman(s)).map(str::to_owned).collect()
}

/// What of a source file can name a key: Rust without its comment lines, in which keys are only examples; of a template
/// only its `{{ }}` and `{% %}`, since a CSS class may look like a key.
fn baca(jalur: &Path) -> String {
    let teks = fs::read_to_string(jalur).unwrap();
    if jalur.extension().is_some_and(|e| e == "html") {
        return blok(&teks);
    }
    teks.lines().filter(|b| !b.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The insides of `{{ }}` and `{% %}`.
fn blok(mut html: &str) -> String {
    let mut hasil = String::new();
    while let Some(i) = html.find("{{").into_iter().chain(html.find("{%")).min() {
        let tutup = if html[i..].starts_with("{{") { "}}" } else { "%}" };
        let akhir = html[i..].find(tutup).map_or(html.len(), |n| i + n);
        hasil.push_str(&html[i..akhir]);
        hasil.push('\n');
        html = html.get(akhir + 2..).unwrap_or_default();
    }
    hasil
}

fn dipakai() -> BTreeSet<String> {
    let mut hasil = BTreeSet::new();
    for jalur in berkas(&akar().join("src"), "rs").into_iter().chain(berkas(&akar().join("templates"), "html")) {
        hasil.extend(literal(&baca(&jalur)));
    }
    for jalur in berkas(&akar().join("../store/src"), "rs") {
        let semua = literal(&baca(&jalur));
        // A notice names its text without the catalogue's prefix.
        hasil.extend(semua.iter().map(|k| format!("kabar-{k}")));
        hasil.extend(semua);
    }
    hasil
}

#[test]
fn both_languages_have_the_same_keys() {
    let (id, en) = (kunci("id"), kunci("en"));
    assert_eq!(id.keys().collect::<Vec<_>>(), en.keys().collect::<Vec<_>>());
    for (area, kunci_id) in &id {
        let beda: Vec<_> = kunci_id.symmetric_difference(&en[area]).collect();
        assert!(beda.is_empty(), "{area}.ftl: only in one language: {beda:?}");
    }
}

/// Javanese and Sundanese have the survey page only, and all of it, with the same values to put in.
#[test]
fn the_survey_page_is_whole_in_the_regional_languages() {
    let wadah = |baris: &str| {
        baris
            .split('{')
            .skip(1)
            .filter_map(|s| s.trim().strip_prefix('$'))
            .map(|s| s.split_whitespace().next().unwrap().to_owned())
            .collect::<BTreeSet<_>>()
    };
    let baca = |bahasa: &str| {
        let teks = fs::read_to_string(akar().join("locales").join(bahasa).join("survei.ftl")).unwrap();
        let pasangan = teks.lines().filter(|b| b.starts_with("survei-")).map(|b| b.split_once('=').unwrap());
        (pasangan.map(|(k, v)| (k.trim().to_owned(), wadah(v))).collect::<BTreeMap<_, _>>(), teks)
    };
    let (id, _) = baca("id");
    for bahasa in ["jv", "su"] {
        let (lain, teks) = baca(bahasa);
        assert_eq!(lain, id, "{bahasa}");
        assert!(teks.starts_with("###") && teks.lines().next().unwrap().contains("BELUM DIPERIKSA PENUTUR"));
        assert_eq!(kunci(bahasa).keys().collect::<Vec<_>>(), ["survei"]);
    }
}

#[test]
fn keys_begin_with_the_name_of_their_file() {
    for (area, kunci) in kunci("id").iter().filter(|(area, _)| *area != "keadaan") {
        let salah: Vec<_> = kunci.iter().filter(|k| !k.starts_with(&format!("{area}-"))).collect();
        assert!(salah.is_empty(), "{area}.ftl: {salah:?}");
    }
}

#[test]
fn no_key_stands_in_two_files() {
    let mut semua = BTreeSet::new();
    let dua: Vec<_> = kunci("id").into_values().flatten().filter(|k| !semua.insert(k.clone())).collect();
    assert!(dua.is_empty(), "{dua:?}");
}

#[test]
fn every_key_is_used() {
    let dipakai = dipakai();
    // A notice names its kind, and its text is `kabar-{kind}`.
    let kabar = |k: &String| k.strip_prefix("kabar-").is_some_and(|jenis| dipakai.contains(jenis));
    let sisa: Vec<_> = kunci("id").into_values().flatten().filter(|k| !dipakai.contains(k) && !kabar(k)).collect();
    assert!(sisa.is_empty(), "never used: {sisa:#?}");
}

#[test]
fn every_key_used_in_pages_exists() {
    let katalog = kunci("id");
    let semua: BTreeSet<_> = katalog.values().flatten().cloned().collect();
    let mut hilang = Vec::new();
    for jalur in berkas(&akar().join("src"), "rs").into_iter().chain(berkas(&akar().join("templates"), "html")) {
        for k in literal(&baca(&jalur)) {
            let area = katalog.keys().any(|a| k.strip_prefix(a.as_str()).is_some_and(|sisa| sisa.starts_with('-')));
            if area && !semua.contains(&k) && !BUKAN_KUNCI.contains(&k.as_str()) {
                hilang.push(format!("{}: {k}", jalur.display()));
            }
        }
    }
    assert!(hilang.is_empty(), "no such key: {hilang:#?}");
}

/// Literals that look like keys and are something else (ids in pages, actions of the audit log).
const BUKAN_KUNCI: &[&str] = &[
    "unit-operator",
    "unit-kepala",
    "mpp-kepala",
    "mpp-depan",
    "mpp-jalan",
    "mpp-naskah",
    "mpp-templat",
    "mpp-pihak",
    "kesepakatan-bersama",
    // What a check found.
    "edisi-lain",
];

/// The reasons that the store gives for refusing have a text.
#[test]
fn reasons_of_the_store_have_a_text() {
    let semua: BTreeSet<_> = kunci("id").into_values().flatten().collect();
    let mut hilang = BTreeSet::new();
    for jalur in berkas(&akar().join("../store/src"), "rs") {
        for potong in baca(&jalur).split("Keadaan(\"").skip(1) {
            let k = potong.split('"').next().unwrap().to_owned();
            // Restoring a backup and filling an installation for load tests happen on the command line, never on a page.
            if !semua.contains(&k) && !["pulih-", "simulasi-"].iter().any(|a| k.starts_with(a)) && !k.contains('…') {
                hilang.insert(k);
            }
        }
    }
    assert!(hilang.is_empty(), "no text in keadaan.ftl for {hilang:#?}");
}

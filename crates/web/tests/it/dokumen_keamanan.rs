//! `docs/SECURITY.md` and `docs/TRUST.md` name what proves each answer: those files and tests must exist, and each row of the ASVS table must have an answer.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

fn akar() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Path from the root and text of every source that may be named.
fn sumber() -> BTreeMap<String, String> {
    let (akar, mut semua) = (akar(), BTreeMap::new());
    let mut antre = vec![akar.join("crates"), akar.join("e2e/uji")];
    while let Some(folder) = antre.pop() {
        for b in fs::read_dir(folder).unwrap() {
            let jalur = b.unwrap().path();
            if jalur.is_dir() {
                antre.push(jalur);
            } else if jalur.extension().is_some_and(|e| e == "rs" || e == "mjs") {
                let nama = jalur.strip_prefix(&akar).unwrap().to_string_lossy().into_owned();
                semua.insert(nama, fs::read_to_string(&jalur).unwrap());
            }
        }
    }
    semua
}

/// What stands between backquotes, in order.
fn kutipan(sel: &str) -> Vec<&str> {
    sel.split('`').skip(1).step_by(2).collect()
}

fn baris(teks: &str) -> impl Iterator<Item = Vec<&str>> {
    teks.lines()
        .filter(|b| b.starts_with("| ") && !b.starts_with("| requirement"))
        .map(|b| b.trim_matches('|').split(" | ").map(str::trim).collect())
}

#[test]
fn every_named_test_exists() {
    let teks = ["docs/SECURITY.md", "docs/TRUST.md"].map(|d| fs::read_to_string(akar().join(d)).unwrap()).join("\n");
    let semua = sumber();
    let mut hilang = Vec::new();
    let mut bukti = 0;
    for sel in baris(&teks).filter(|b| b.len() >= 3) {
        // Sources that the last named path may mean.
        let mut calon: Vec<&String> = Vec::new();
        for k in kutipan(sel[2]) {
            let jalur: Vec<String> = match k.split_once('{').and_then(|(a, s)| s.split_once('}').map(|(isi, b)| (a, isi, b))) {
                Some((a, isi, b)) => isi.split(',').map(|i| format!("{a}{i}{b}")).collect(),
                None => vec![k.to_owned()],
            };
            let akhiran = k.rsplit('.').next().unwrap_or_default();
            if akhiran == "rs" || akhiran == "mjs" && k.contains("/uji/") {
                calon = semua
                    .iter()
                    .filter(|(nama, _)| jalur.iter().any(|j| nama.ends_with(&format!("/{j}")) || *nama == j))
                    .map(|(_, t)| t)
                    .collect();
                if calon.is_empty() {
                    hilang.push(format!("{}: no file {k}", sel[0]));
                }
                bukti += 1;
            } else if k.contains('/') || k.contains('.') || k == "deploy" || k == "uji" {
                if !k.contains(' ') && !jalur.iter().all(|j| akar().join(j).exists() || akar().join("crates").join(j).exists()) {
                    hilang.push(format!("{}: no file {k}", sel[0]));
                }
            } else if k.chars().all(|h| h.is_ascii_alphanumeric() || "_*…".contains(h)) && k.contains('_') {
                let awal = k.trim_end_matches(['*', '…']);
                let penuh = if awal == k { format!("fn {k}(") } else { format!("fn {awal}") };
                if !calon.iter().any(|t| t.contains(&penuh)) {
                    hilang.push(format!("{}: no test {k}", sel[0]));
                }
                bukti += 1;
            }
        }
    }
    assert!(hilang.is_empty(), "the documents name what is not there:\n{}", hilang.join("\n"));
    assert!(bukti > 150, "{bukti} proofs: the tables are not read");
}

#[test]
fn every_row_of_asvs_has_an_answer_and_what_is_met_a_proof() {
    let teks = fs::read_to_string(akar().join("docs/SECURITY.md")).unwrap();
    let tabel = teks.split_once("## ASVS level 2").unwrap().1.split_once("\n## ").unwrap().0;
    let semua: Vec<_> = baris(tabel).filter(|b| b[0].starts_with(|h: char| h.is_ascii_digit())).collect();
    assert!(semua.len() > 180, "{} rows", semua.len());
    for sel in &semua {
        let jawab = sel[1].split([':', ';', ' ', ',']).next().unwrap();
        assert!(["met", "partly", "not", "n/a"].contains(&jawab), "{}: {jawab:?} is no answer", sel[0]);
        // What is met names what shows it; `every_named_test_exists` looks whether that is there.
        let bukti = sel.get(2).copied().unwrap_or_default();
        assert!(jawab != "met" || !kutipan(bukti).is_empty(), "{}: met, and nothing shows it", sel[0]);
    }
    // Chapters in order, none left out.
    let bab: Vec<u32> = semua.iter().map(|b| b[0].split('.').next().unwrap().parse().unwrap()).collect();
    assert!(bab.is_sorted() && (1..=14).all(|n| bab.contains(&n)));
}

/// No text of a user comes near a command: the program starts itself (to print and look at pictures, and once more at its start with settings
/// for its memory) and `stty`, to hide what is typed at the command line. No shell.
#[test]
fn only_the_own_binary_and_stty_are_started() {
    let mulai: BTreeMap<String, Vec<String>> = sumber()
        .into_iter()
        .filter(|(nama, _)| nama.contains("/src/") && !nama.starts_with("crates/testkit/"))
        .map(|(nama, teks)| (nama, teks.lines().filter(|b| b.contains("Command::new(")).map(|b| b.trim().to_owned()).collect()))
        .filter(|(_, b): &(String, Vec<String>)| !b.is_empty())
        .collect();
    let tempat: Vec<(&str, usize)> = mulai.iter().map(|(nama, b)| (nama.as_str(), b.len())).collect();
    assert_eq!(
        tempat,
        [("crates/dokumen/src/pencetak/proses.rs", 1), ("crates/prima/src/main.rs", 1), ("crates/prima/src/user/sandi.rs", 1)]
    );
    assert!(mulai["crates/prima/src/user/sandi.rs"][0].contains("Command::new(\"stty\")"));
    assert!(mulai["crates/prima/src/main.rs"][0].contains("Command::new(diri)"));
}

/// Password managers paste: no script listens to it, and no field asks not to be filled.
#[test]
fn pasting_is_hindered_nowhere() {
    let (mut antre, mut banyak) = (vec![akar().join("crates/web/assets"), akar().join("crates/web/templates")], 0);
    while let Some(folder) = antre.pop() {
        for b in fs::read_dir(folder).unwrap() {
            let jalur = b.unwrap().path();
            if jalur.is_dir() {
                antre.push(jalur);
            } else if jalur.extension().is_some_and(|e| e == "js" || e == "html") {
                let teks = fs::read_to_string(&jalur).unwrap();
                banyak += 1;
                assert!(!teks.contains("onpaste") && !teks.contains("\"paste\"") && !teks.contains("'paste'"), "{}", jalur.display());
            }
        }
    }
    assert!(banyak > 300, "{banyak} scripts and templates");
}

//! What the documents tell people to type exists: every `prima …` in README, guide, pages for operators and `deploy/`, with its
//! sub-commands and options, and every variable `PRIMA_…`.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use web::Konfig;

use super::program::prima;

/// Variables that are no setting: of the command line, of logs, and of tests and measurements.
const LAIN: [&str; 18] = [
    "PRIMA_DATA",
    "PRIMA_DATABASE",
    "PRIMA_LISTEN",
    "PRIMA_KUNCI_CADANGAN",
    "PRIMA_LOG_JSON",
    "PRIMA_UJI_PG",
    "PRIMA_TULIS_DOKUMEN",
    "PRIMA_BUNUH",
    "PRIMA_BIN",
    "PRIMA_CHROMIUM",
    "PRIMA_ACAK_DETIK",
    "PRIMA_ACAK_BENIH",
    "PRIMA_GAMBAR",
    "PRIMA_TAMPAK",
    "PRIMA_REKAM",
    "PRIMA_SERANG_SEMUA",
    "PRIMA_SEJAJAR",
    "PRIMA_",
];

fn akar() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Texts for people who install, run and use the program, by path.
fn dokumen() -> Vec<(PathBuf, String)> {
    let mut semua: Vec<PathBuf> =
        ["README.md", "CONTRIBUTING.md", "bench/README.md", "e2e/README.md"].iter().map(|b| akar().join(b)).collect();
    for folder in ["docs", "docs/panduan/src", "deploy", "deploy/skala"] {
        let isi = fs::read_dir(akar().join(folder)).unwrap().map(|b| b.unwrap().path());
        semua.extend(isi.filter(|j| j.is_file()));
    }
    semua.into_iter().filter_map(|j| fs::read_to_string(&j).ok().map(|t| (j, t))).collect()
}

/// Words after `prima` in what is set as code.
fn perintah(teks: &str) -> Vec<Vec<String>> {
    let (mut semua, mut pagar) = (Vec::new(), false);
    for baris in teks.lines() {
        if baris.trim_start().starts_with("```") {
            pagar = !pagar;
            continue;
        }
        let potong: Vec<&str> = if pagar { vec![baris] } else { baris.split('`').skip(1).step_by(2).collect() };
        for p in potong {
            let kata: Vec<&str> = p.split_whitespace().collect();
            // Elsewhere it is a package, a user or a file: `cargo test -p prima`, `sudo -u prima …`, `adduser prima …`.
            let lain = |sebelum: &str| sebelum.starts_with('-') || sebelum == "adduser";
            let program = |n: &usize| (kata[*n] == "prima" || kata[*n].ends_with("/prima")) && (*n == 0 || !lain(kata[n - 1]));
            let Some(mulai) = (0..kata.len()).find(program) else { continue };
            let isi = kata[mulai + 1..].iter().copied().take_while(|k| !["#", "&", "|", ";", "&&"].contains(k));
            let isi: Vec<String> = isi.map(str::to_owned).collect();
            if isi.first().is_some_and(|k| k.chars().all(|h| h.is_ascii_lowercase() || h == '-')) {
                semua.push(isi);
            }
        }
    }
    semua
}

/// The help of a command; `None` when there is no such command.
fn bantuan<'a>(kenal: &'a mut BTreeMap<String, Option<String>>, jalan: &[String]) -> Option<&'a str> {
    let buat = || {
        let kata: Vec<&str> = jalan.iter().map(String::as_str).chain(["--help"]).collect();
        Some(prima(&kata)).filter(|r| r.code == 0).map(|r| r.out)
    };
    kenal.entry(jalan.join(" ")).or_insert_with(buat).as_deref()
}

/// Names under `Commands:`.
fn cabang(bantuan: &str) -> BTreeSet<&str> {
    let isi = bantuan.split_once("Commands:\n").map_or("", |(_, b)| b.split_once("\n\n").map_or(b, |(a, _)| a));
    isi.lines().filter_map(|b| b.split_whitespace().next()).collect()
}

#[test]
fn every_command_that_is_written_down_can_be_typed() {
    let (mut kenal, mut salah, mut n) = (BTreeMap::new(), Vec::new(), 0);
    for (jalur, teks) in dokumen() {
        for kata in perintah(&teks) {
            let mut jalan: Vec<String> = Vec::new();
            for k in &kata {
                let Some(b) = bantuan(&mut kenal, &jalan) else { break };
                if !cabang(b).contains(k.as_str()) {
                    break;
                }
                jalan.push(k.clone());
            }
            let Some(b) = bantuan(&mut kenal, &jalan).filter(|_| !jalan.is_empty()) else {
                salah.push(format!("{}: no such command: prima {}", jalur.display(), kata.join(" ")));
                continue;
            };
            n += 1;
            let pilihan =
                kata.iter().filter_map(|k| k.trim_matches(['[', ']', ',', '.', ')']).split('=').next().filter(|k| k.starts_with("--")));
            for p in pilihan.filter(|p| !b.split([' ', '\n', ',']).any(|k| k == *p)) {
                salah.push(format!("{}: prima {} has no {p}", jalur.display(), jalan.join(" ")));
            }
        }
    }
    assert!(n > 50, "only {n} commands were found");
    assert!(salah.is_empty(), "{}", salah.join("\n"));
}

#[test]
fn every_variable_that_is_written_down_is_read() {
    let mut ada: BTreeSet<String> = LAIN.iter().map(|n| (*n).to_owned()).collect();
    for (kunci, nilai) in toml::Value::try_from(Konfig::default()).unwrap().as_table().unwrap() {
        ada.insert(format!("PRIMA_{}", kunci.to_uppercase()));
        for medan in nilai.as_table().into_iter().flat_map(|t| t.keys()) {
            ada.insert(format!("PRIMA_{}__{}", kunci.to_uppercase(), medan.to_uppercase()));
        }
    }
    let mut salah = Vec::new();
    for (jalur, teks) in dokumen() {
        for sisa in teks.split("PRIMA_").skip(1) {
            let nama: String = sisa.chars().take_while(|h| h.is_ascii_uppercase() || h.is_ascii_digit() || *h == '_').collect();
            if !ada.contains(&format!("PRIMA_{nama}")) {
                salah.push(format!("{}: PRIMA_{nama}", jalur.display()));
            }
        }
    }
    assert!(salah.is_empty(), "nothing reads these:\n{}", salah.join("\n"));
}

#[test]
fn every_setting_that_is_written_down_is_taken() {
    let (mut n, mut salah) = (0, Vec::new());
    for (jalur, teks) in dokumen() {
        for blok in teks.split("```").skip(1).step_by(2) {
            let (jenis, isi) = blok.split_once('\n').unwrap_or_default();
            // Parts of `prima.toml`; files of other programs and editions of instruments begin otherwise.
            let milik = isi.trim_start().starts_with('[') && !isi.contains("[[");
            if milik && ["", "toml"].contains(&jenis.trim()) {
                n += 1;
                salah.extend(toml::from_str::<Konfig>(isi).err().map(|e| format!("{}: {e}\n{isi}", jalur.display())));
            }
        }
    }
    assert!(n >= 5, "only {n} parts were found");
    assert!(salah.is_empty(), "{}", salah.join("\n"));
}

//! Runs the binary for surveys: `compute skm`, `compute sample`, `skm periksa`, `instrument check` of a survey edition.

use std::fs;

use serde_json::{Value, json};

use super::program::{Run, dengan, prima};

const KUNCI: &str = "persyaratan,prosedur,waktu,biaya,produk,kompetensi,perilaku,pengaduan,sarana";

fn skm(input: impl AsRef<[u8]>, args: &[&str]) -> Run {
    dengan(&[&["compute", "skm", "--json"], args].concat(), input)
}

fn nrr(hasil: &Value, kunci: &str) -> String {
    let unsur = hasil["unsur"].as_array().unwrap();
    unsur.iter().find(|u| u["key"] == kunci).unwrap()["nrr"].as_str().unwrap().to_owned()
}

#[test]
fn the_document_of_a_small_survey() {
    let hasil = skm(format!("{KUNCI}\n4,4,4,4,4,4,4,4,4\n3,3,3,3,3,3,3,3,2\n"), &[]).json();
    let unsur = |key: &str, nrr: &str, mutu: &str| json!({ "key": key, "nrr": nrr, "mutu": mutu });
    let mut semua: Vec<Value> = KUNCI.split(',').map(|k| unsur(k, "3.500", "B")).collect();
    semua[8] = unsur("sarana", "3.000", "C");
    // (8 x 3.5 + 3) / 9 = 3.4444, x 25 = 86.11
    let harap = json!({
        "n": 2, "rejected": [], "unsur": semua, "index": "3.4444", "ikm": "86.11", "mutu": "B", "kinerja": "Baik", "weight": "exact",
        "quality": { "straight_lined": 1, "duplicates": 0 },
    });
    assert_eq!(hasil, harap);
}

#[test]
fn numbered_columns_need_their_order() {
    let masukan = "u1,u2,u3,u4,u5,u6,u7,u8,u9\n4,4,4,4,4,4,4,1,2\n";
    skm(masukan, &[]).fault("--order");
    let hasil = skm(masukan, &["--order", "regulation"]).json();
    assert_eq!([nrr(&hasil, "pengaduan"), nrr(&hasil, "sarana")], ["1.000", "2.000"]);
    let hasil = skm(masukan, &["--order", "questionnaire"]).json();
    assert_eq!([nrr(&hasil, "pengaduan"), nrr(&hasil, "sarana")], ["2.000", "1.000"]);
    skm(masukan, &["--order", "annex"]).fault("annex");
}

#[test]
fn keys_in_any_order_semicolons_a_mark_and_other_columns() {
    let kunci: Vec<&str> = KUNCI.split(',').rev().collect();
    let masukan = format!("\u{feff}tanggal;{};\"saran; lain\"\r\n2024-01-01;4;3;3;3;3;3;3;3;3;\"a;b\"\r\n", kunci.join(";"));
    let hasil = skm(masukan, &[]).json();
    assert_eq!((hasil["n"].as_i64(), nrr(&hasil, "sarana").as_str(), nrr(&hasil, "persyaratan").as_str()), (Some(1), "4.000", "3.000"));
}

#[test]
fn rows_left_out_are_told() {
    let masukan =
        format!("{KUNCI}\n4,4,4,4,4,4,4,4,4\n4,4,5,4,4,4,4,4,4\n4,,x,4,4,4,4,4,4\n4,4,4\n4,4,4,4,4,4,4,4,3.0\n4,4,4,4,4,4,4,4,4\n");
    let run = skm(&masukan, &[]);
    let hasil = run.json();
    assert_eq!((hasil["n"].as_i64(), hasil["ikm"].as_str()), (Some(2), Some("100.00")));
    assert_eq!(hasil["quality"], json!({ "straight_lined": 2, "duplicates": 1 }));
    let tolak = hasil["rejected"].as_array().unwrap();
    assert_eq!(tolak[0], json!({ "row": 2, "column": "waktu", "value": "5", "reason": "out-of-scale" }));
    let lagi = json!([{ "column": "waktu", "value": "x", "reason": "not-integer" }]);
    assert_eq!(tolak[1], json!({ "row": 3, "column": "prosedur", "value": "", "reason": "empty", "also": lagi }));
    assert_eq!((&tolak[2]["row"], &tolak[2]["column"], &tolak[2]["reason"]), (&json!(4), &json!("biaya"), &json!("empty")));
    assert_eq!(tolak[3]["reason"], "not-integer");
    assert!(run.err.contains("baris 2 kolom waktu: 5 di luar skala; tidak dihitung"), "{}", run.err);
}

#[test]
fn wrong_inputs_print_nothing() {
    skm("", &[]).fault("persyaratan");
    skm("nama,umur\na,3\n", &[]).fault("\"sarana\": tidak ada");
    skm(format!("{KUNCI},waktu\n"), &[]).fault("\"waktu\": ada dua kali");
    skm(format!("{KUNCI}\n"), &[]).fault("tidak ada baris yang dapat dihitung");
    let run = skm(format!("{KUNCI}\n9,4,4,4,4,4,4,4,4\n"), &[]);
    run.fault("baris 1 kolom persyaratan: 9 di luar skala");
    skm(format!("{KUNCI}\n"), &["--weight", "0.1"]).fault("0.1");
    prima(&["compute", "skm", "/tidak/ada.csv", "--json"]).fault("tidak dapat dibaca");
}

#[test]
fn weights_of_old_reports_and_fewer_unsur() {
    let masukan = format!("{KUNCI}\n4,4,4,4,4,4,4,4,4\n");
    let ikm = |args: &[&str]| {
        let hasil = skm(&masukan, args).json();
        [&hasil["ikm"], &hasil["weight"]].map(|v| v.as_str().unwrap().to_owned())
    };
    assert_eq!(ikm(&["--weight", "exact"]), ["100.00", "exact"]);
    assert_eq!(ikm(&["--weight", "0.111"]), ["99.90", "0.111"]);
    assert_eq!(ikm(&["--weight", "0.11"]), ["99.00", "0.11"]);
    let delapan = "u1,u2,u3,u4,u5,u6,u7,u8\n4,4,4,4,4,4,4,3\n";
    let hasil = skm(delapan, &["--without", "biaya", "--order", "questionnaire"]).json();
    assert_eq!(
        (hasil["unsur"].as_array().unwrap().len(), nrr(&hasil, "pengaduan").as_str(), hasil["ikm"].as_str()),
        (8, "3.000", Some("96.88"))
    );
    skm(delapan, &["--without", "waktu"]).fault("waktu");
    skm(delapan, &["--instrument", "tidak-ada"]).fault("skm-2017");
}

#[test]
fn the_demo_answers() {
    let contoh = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/skm-jawaban-contoh.csv");
    let hasil = prima(&["compute", "skm", contoh, "--order", "questionnaire", "--json"]).json();
    assert_eq!((hasil["n"].as_i64(), hasil["ikm"].as_str(), hasil["mutu"].as_str()), (Some(45), Some("85.86"), Some("B")));
    assert_eq!(hasil["quality"], json!({ "straight_lined": 8, "duplicates": 0 }));
}

#[test]
fn sample_sizes() {
    let ukuran = |n: &str| prima(&["compute", "sample", n, "--json"]).json();
    assert_eq!(ukuran("1000"), json!({ "population": 1000, "sample": 278 }));
    assert_eq!(ukuran("100000")["sample"], 384);
    for salah in ["0", "-5", "1.5", "seribu", "+5", "99999999999999999999"] {
        prima(&["compute", "sample", salah, "--json"]).fault("bilangan bulat");
    }
}

#[test]
fn published_results_are_checked() {
    let terbit = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/skm-hasil-terbit.csv");
    let run = prima(&["skm", "periksa", terbit, "--json"]);
    assert_eq!(run.code, 3, "{}", run.err);
    let hasil = run.laporan();
    assert_eq!(hasil["wrong"], 8);
    let cari = |id: &str| hasil["results"].as_array().unwrap().iter().find(|r| r["id"] == id).unwrap();
    assert_eq!(cari("V06")["errors"][0]["key"], "skm-periksa-menyalin-unsur");
    assert_eq!(cari("V13")["instrument"], "skm-2004");
    assert_eq!((&cari("V01")["verdict"], &cari("V01")["variant"]["weight"]), (&json!("match-with-variant"), &json!("0.11")));

    let benar = json!({ "year": 2025, "kind": "sum", "n": 1, "values": vec!["4"; 9], "ikm": "100", "mutu": "A" });
    let run = dengan(&["skm", "periksa", "--json"], benar.to_string());
    assert_eq!(run.json()["results"][0]["verdict"], "match");
    let run = dengan(&["skm", "periksa"], "id,published_ikm,published_mutu\nX,82.00,A\n");
    assert_eq!(run.code, 3);
    assert!(run.out.contains("X        TIDAK mutu A memakai ambang lama"), "{}", run.out);
    dengan(&["skm", "periksa"], "id,published_ikm\nX,delapan\n").fault("baris 1 kolom published_ikm: \"delapan\"");
    dengan(&["skm", "periksa"], r#"[{"ikm": 80.5}]"#).fault("angka sebagai teks");
    dengan(&["skm", "periksa"], "id;ikm\n").fault("published_ikm");
}

#[test]
fn a_survey_edition_is_an_edition_to_check() {
    let berkas = concat!(env!("CARGO_MANIFEST_DIR"), "/../../instruments/skm-2017.toml");
    let run = prima(&["instrument", "check", berkas]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.out.contains("9 unsur, 9 pertanyaan"), "{}", run.out);
    let teks = fs::read_to_string(berkas).unwrap();
    dengan(&["instrument", "check"], teks.replace("faktor = \"25\"", "faktor = \"20\"")).fault("penilaian.faktor");
    // A syntax fault is told as one of a survey as well.
    dengan(&["instrument", "check"], teks.replace("[skala]", "[skala")).fault("sintaks");
}

//! Runs the binary: exit codes, what goes to which stream, and the shapes of the contract.

use std::fs;

use serde_json::{Value, json};

use super::program::{Run, dengan, jalan, perintah, prima};

fn ipp(input: &Value) -> Run {
    dengan(&["compute", "ipp", "--json"], input.to_string())
}

fn scores(nilai: u8) -> Value {
    let (edisi, _) = pekppp::bawaan("pekppp-2022-a").unwrap();
    edisi.indikator().map(|i| (i.kode.clone(), json!(nilai))).collect::<serde_json::Map<_, _>>().into()
}

fn input(f02: u8, f03: u8, respondents: usize) -> Value {
    json!({
        "instrument": "pekppp-2022-a",
        "f02": [{ "evaluator": "E1", "scores": scores(f02) }],
        "f03": vec![vec![f03; 14]; respondents],
    })
}

#[test]
fn a_complete_unit() {
    let hasil = ipp(&input(3, 4, 10)).json();
    assert_eq!(hasil["status"], "complete");
    assert_eq!(hasil["ipp"], json!({"value": "3.25", "display": "3.25", "category": "B-", "name": "Baik (Dengan Catatan)"}));
    assert_eq!(hasil["f02"]["aspects"]["VI"], "3");
    assert_eq!(hasil["f02"]["missing"], json!([]));
    assert_eq!(hasil["f03"], json!({"value": "4", "respondents": 10, "used": 10, "discarded": 0}));
}

#[test]
fn null_discards_a_respondent_and_too_few_give_no_ipp() {
    let mut masukan = input(5, 5, 10);
    masukan["f03"][9][13] = Value::Null;
    let hasil = ipp(&masukan).json();
    assert_eq!(hasil["status"], "f03-kurang");
    assert_eq!(hasil["f03"], json!({"value": "5", "respondents": 10, "used": 9, "discarded": 1}));
    assert_eq!((&hasil["ipp"], &hasil["f02"]["value"]), (&Value::Null, &json!("5")));
}

#[test]
fn missing_scores_come_first() {
    let mut masukan = input(5, 5, 0);
    masukan["f02"][0]["scores"].as_object_mut().unwrap().remove("6.a.B");
    let hasil = ipp(&masukan).json();
    assert_eq!(hasil["status"], "f02-kurang");
    assert_eq!(hasil["f02"]["missing"], json!(["6.a.B"]));
    assert_eq!((&hasil["f02"]["value"], &hasil["ipp"]), (&Value::Null, &Value::Null));
    assert_eq!(hasil["f02"]["aspects"]["I"], Value::Null);
    assert_eq!(hasil["f02"]["aspects"]["II"], "5");
    assert_eq!(hasil["f03"]["value"], Value::Null);
}

#[test]
fn more_respondents_than_the_maximum_are_used_with_a_warning() {
    let run = ipp(&input(5, 5, 21));
    assert_eq!(run.json()["f03"]["used"], 21);
    assert!(run.err.contains("21 responden") && run.err.contains("20"), "{}", run.err);
}

#[test]
fn mean_and_consensus_of_two_evaluators() {
    let mut masukan = input(4, 4, 10);
    let mut kedua = scores(4);
    kedua["14.b.K"] = json!(5);
    masukan["f02"].as_array_mut().unwrap().push(json!({"evaluator": "E2", "scores": kedua}));
    // 14.b.K weighs 30% of 25%: half a point more is 0.0375 in F02.
    assert_eq!(ipp(&masukan).json()["f02"]["value"], "4.0375");
    masukan["options"] = json!({"consensus": "konsensus"});
    let hasil = ipp(&masukan).json();
    assert_eq!((&hasil["status"], &hasil["f02"]["missing"]), (&json!("f02-kurang"), &json!(["14.b.K"])));
    masukan["options"]["consensus_scores"] = json!({"14.b.K": 5});
    assert_eq!(ipp(&masukan).json()["f02"]["value"], "4.075");
    let di_luar = masukan["options"].as_object_mut().unwrap().remove("consensus_scores").unwrap();
    masukan["consensus_scores"] = di_luar;
    assert_eq!(ipp(&masukan).json()["f02"]["value"], "4.075");
}

#[test]
fn aggregation_is_a_choice_and_long_decimals_are_rounded_to_ten_places() {
    let mut masukan = input(5, 5, 10);
    masukan["f03"] = json!(vec![[5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 3]; 10]);
    assert_eq!(ipp(&masukan).json()["f03"]["value"], "4.6");
    masukan["options"] = json!({"f03_aggregation": "plain-mean"});
    assert_eq!(ipp(&masukan).json()["f03"]["value"], "4.8571428571");
}

#[test]
fn every_fault_is_told_in_one_line() {
    let mut masukan = input(5, 5, 3);
    masukan["f02"][0]["scores"]["1.a.Ak"] = json!(4.0);
    masukan["f02"][0]["scores"]["2.a.P"] = json!("4");
    masukan["f02"][0]["scores"]["3.a.T"] = json!(true);
    masukan["f02"][0]["scores"]["4.a.K"] = json!(6);
    masukan["f02"][0]["scores"]["9.z"] = json!(1);
    masukan["f02"].as_array_mut().unwrap().push(json!({"evaluator": "E1", "scores": {}}));
    masukan["f03"][0] = json!([5, 5]);
    masukan["f03"][1][2] = json!(-1);
    masukan["options"] = json!({"f03_aggregation": "median", "x": 1});
    masukan["catatan"] = json!("?");
    ipp(&masukan).faults(&[
        "f02 baris 1.scores.1.a.Ak: 4.0; diharapkan bilangan bulat 0 sampai 5",
        "scores.2.a.P: \"4\"",
        "scores.3.a.T: true",
        "scores.4.a.K: 6",
        "f02 baris 1 scores: kode indikator \"9.z\"",
        "f02 baris 2: evaluator \"E1\" sudah ada",
        "f03 baris 1: 2 jawaban; diharapkan 14",
        "f03 baris 2 jawaban 3: -1",
        "options.f03_aggregation: \"median\"",
        "options.x: kunci tidak dikenal",
        "catatan: kunci tidak dikenal",
    ]);
}

#[test]
fn faults_of_consensus_scores() {
    let mut masukan = input(5, 5, 10);
    masukan["consensus_scores"] = json!({"1.a.Ak": 5});
    ipp(&masukan).faults(&["consensus_scores: hanya berlaku"]);
    masukan["options"] = json!({"consensus": "konsensus"});
    assert_eq!(ipp(&masukan).json()["status"], "complete");
    masukan["consensus_scores"] = json!({"1.a.Ak": 4, "x": 3, "2.a.P": 9});
    ipp(&masukan).faults(&[
        "consensus_scores.1.a.Ak: 4, padahal semua evaluator memberi 5",
        "consensus_scores: kode indikator \"x\"",
        "consensus_scores.2.a.P: 9",
    ]);
}

#[test]
fn broken_input() {
    dengan(&["compute", "ipp", "--json"], "{").faults(&["diharapkan JSON"]);
    dengan(&["compute", "ipp"], "[]").faults(&["masukan: sebuah daftar", "instrument: tidak ada", "f02: tidak ada", "f03: tidak ada"]);
    let mut masukan = input(5, 5, 10);
    masukan["instrument"] = json!("pekppp-2099");
    ipp(&masukan).faults(&["edisi \"pekppp-2099\" tidak dikenal"]);
    masukan["instrument"] = json!("pekppp-2022-b");
    let run = ipp(&masukan);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.contains("bobot belum diketahui"), "{}", run.err);
    let doubled = r#"{"instrument":"pekppp-2022-a","f02":[{"evaluator":"E1","scores":{"1.a.Ak":5,"1.a.Ak":3}}],"f03":[]}"#;
    dengan(&["compute", "ipp", "--json"], doubled).faults(&["scores.1.a.Ak: kunci ada dua kali"]);
}

#[test]
fn a_file_that_is_not_there_is_wrong_input() {
    prima(&["compute", "ipp", "/tidak/ada.json", "--json"]).fault("/tidak/ada.json");
}

#[test]
fn instrument_may_be_a_file() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("edisi.toml");
    fs::write(&path, pekppp::bawaan("pekppp-2022-a").unwrap().1.replace("id = \"pekppp-2022-a\"", "id = \"lokal-1\"")).unwrap();
    let mut masukan = input(5, 5, 10);
    masukan["instrument"] = json!(path);
    let hasil = ipp(&masukan).json();
    assert_eq!((&hasil["instrument"], &hasil["ipp"]["display"]), (&json!("lokal-1"), &json!("5.00")));
    fs::write(&path, "format = 1").unwrap();
    let run = ipp(&masukan);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.contains("edisi.toml") && run.err.contains("rumus: tidak ada"), "{}", run.err);
}

#[test]
fn instansi() {
    let unit = |ipp: Value| json!({"name": "RSUD", "ipp": ipp});
    let hitung = |units: Value| dengan(&["compute", "instansi", "--json"], json!({"units": units}).to_string());
    let hasil = hitung(json!([unit(json!("4.75")), unit(json!("4.59")), unit(json!("4.51"))])).json();
    assert_eq!(hasil, json!({"ipp": {"value": "4.6166666667", "display": "4.62", "category": "A", "name": "Pelayanan Prima"}, "units": 3}));
    hitung(json!([unit(json!(4.7)), unit(json!("5.01")), {"name": "", "ipp": "x", "bobot": 1}])).faults(&[
        "units baris 1.ipp: 4.7; diharapkan desimal",
        "units baris 2.ipp: \"5.01\"",
        "units baris 3.name: \"\"",
        "units baris 3.ipp: \"x\"",
        "units baris 3.bobot: kunci tidak dikenal",
    ]);
    hitung(json!([])).faults(&["tidak ada unit"]);
}

#[test]
fn without_json_a_summary_is_printed() {
    let run = dengan(&["compute", "ipp"], input(5, 5, 10).to_string());
    assert!(run.code == 0 && run.out.contains("5.00 (A Pelayanan Prima)"), "{}", run.out);
}

#[test]
fn instrument_check() {
    let periksa = |teks: &str| dengan(&["instrument", "check"], teks);
    for edisi in pekppp::semua_bawaan() {
        let run = periksa(pekppp::bawaan(&edisi.id).unwrap().1);
        assert_eq!((run.code, run.err.as_str()), (0, ""));
        assert!(run.out.starts_with(&edisi.id), "{}", run.out);
    }
    let teks = pekppp::bawaan("pekppp-2022-a").unwrap().1;
    let baris = teks.lines().position(|l| l == "bobot = 17").unwrap() + 1;
    let salah = teks.replacen("bobot = 17", "bobot = 16", 1).replacen("prinsip = \"Partisipasi\"", "prinsipp = \"Partisipasi\"", 1);
    let run = periksa(&salah);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.contains("aspek[1].indikator[2].prinsip: tidak ada"), "{}", run.err);
    assert!(run.err.contains("aspek[1].indikator[2].prinsipp: kunci tidak dikenal"), "{}", run.err);
    let hanya_bobot = periksa(&teks.replacen("bobot = 17", "bobot = 16", 1));
    hanya_bobot.faults(&["jumlah bobot indikator 99; diharapkan 100"]);
    assert!(baris > 1);
}

/// `-` is what comes in on standard input, for each of the figures.
#[test]
fn standard_input() {
    let lari = |args: &[&str], masukan: &str| jalan(&mut perintah(args), masukan).json();
    assert_eq!(lari(&["compute", "ipp", "-", "--json"], &input(3, 4, 10).to_string())["ipp"]["value"], "3.25");
    assert_eq!(lari(&["compute", "instansi", "-", "--json"], r#"{"units":[{"name":"A","ipp":"4.5"}]}"#)["units"], 1);
    let skm = "u1,u2,u3,u4,u5,u6,u7,u8,u9\n4,4,4,4,4,4,4,4,4\n";
    assert_eq!(lari(&["compute", "skm", "-", "--order", "regulation", "--json"], skm)["ikm"], "100.00");
}

/// A folder with other things in it was once emptied before the example was filled in.
#[test]
fn the_example_touches_no_folder_that_holds_other_things() {
    let folder = tempfile::tempdir().unwrap();
    let berkas = folder.path().join("penting.txt");
    fs::write(&berkas, "isi").unwrap();
    let lari = prima(&["demo", "--listen", "127.0.0.1:0", "--data", folder.path().to_str().unwrap()]);
    assert_eq!(lari.code, 1);
    assert!(lari.err.contains("tidak disentuh"), "{}", lari.err);
    assert_eq!(fs::read_to_string(&berkas).unwrap(), "isi");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

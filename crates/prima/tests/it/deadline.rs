//! `prima compute deadline` by the command-line contract.

use std::process::Command;

use serde_json::{Value, json};

fn lari(arg: &[&str]) -> (i32, String, String) {
    let o = Command::new(env!("CARGO_BIN_EXE_prima")).args(["compute", "deadline"]).args(arg).output().unwrap();
    (o.status.code().unwrap(), String::from_utf8(o.stdout).unwrap(), String::from_utf8(o.stderr).unwrap())
}

fn hasil(from: &str, days: &str, unit: &str) -> Value {
    let (kode, keluar, salah) = lari(&["--from", from, "--days", days, "--unit", unit, "--json"]);
    assert_eq!(kode, 0, "{salah}");
    serde_json::from_str(&keluar).unwrap()
}

#[test]
fn the_contract() {
    assert_eq!(hasil("2026-03-13", "14", "hari-kerja"), json!({ "from": "2026-03-13", "due": "2026-04-10" }));
    assert_eq!(hasil("2026-03-13", "14", "hari"), json!({ "from": "2026-03-13", "due": "2026-03-27" }));
    let t = hasil("2026-12-21", "14", "hari-kerja");
    assert_eq!((t["due"].as_str(), &t["estimated_years"]), (Some("2027-01-14"), &json!([2027])));
}

#[test]
fn a_missing_year_and_bad_input_are_told() {
    let (kode, keluar, salah) = lari(&["--from", "2028-02-01", "--days", "3", "--unit", "hari-kerja", "--json"]);
    assert_eq!((kode, keluar.as_str()), (2, ""));
    assert!(salah.contains("2028"), "{salah}");
    for banyak in ["-1", "1.5", "+3", "99999999999"] {
        let (kode, keluar, salah) = lari(&["--from", "2026-03-13", "--days", banyak, "--unit", "hari", "--json"]);
        assert_eq!((kode, keluar.as_str(), salah.lines().count()), (2, "", 1), "{salah}");
        assert!(salah.contains("--days") && salah.contains(banyak) && salah.contains("diharapkan"), "{salah}");
    }
    let (kode, _, salah) = lari(&["--from", "13 Maret", "--days", "3", "--unit", "hari"]);
    assert!(kode == 2 && salah.contains("--from"), "{salah}");
}

#[test]
fn the_office_adds_its_own_days() {
    let folder = tempfile::tempdir().unwrap();
    let berkas = folder.path().join("libur.csv");
    std::fs::write(&berkas, "2028-02-02\n2028-02-03,libur,HUT daerah\n").unwrap();
    let jalan = berkas.to_str().unwrap();
    let (kode, keluar, salah) = lari(&["--from", "2028-02-01", "--days", "1", "--unit", "hari-kerja", "--holidays", jalan, "--json"]);
    assert_eq!(kode, 0, "{salah}");
    assert_eq!(serde_json::from_str::<Value>(&keluar).unwrap()["due"], "2028-02-04");
    std::fs::write(&berkas, "2028-02-02,pesta\n").unwrap();
    let (kode, _, salah) = lari(&["--from", "2028-02-01", "--days", "1", "--unit", "hari-kerja", "--holidays", jalan]);
    assert!(kode == 2 && salah.contains("baris 1") && salah.contains("pesta"), "{salah}");
}

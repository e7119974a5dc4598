//! `prima compute deadline` by the command-line contract.

use serde_json::{Value, json};

use super::program::{Run, prima};

fn lari(arg: &[&str]) -> Run {
    prima(&[&["compute", "deadline"], arg].concat())
}

fn hasil(from: &str, days: &str, unit: &str) -> Value {
    lari(&["--from", from, "--days", days, "--unit", unit, "--json"]).json()
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
    lari(&["--from", "2028-02-01", "--days", "3", "--unit", "hari-kerja", "--json"]).fault("2028");
    for banyak in ["-1", "1.5", "+3", "99999999999"] {
        let r = lari(&["--from", "2026-03-13", "--days", banyak, "--unit", "hari", "--json"]);
        r.faults(&["--days"]);
        assert!(r.err.contains(banyak) && r.err.contains("diharapkan"), "{}", r.err);
    }
    lari(&["--from", "13 Maret", "--days", "3", "--unit", "hari"]).fault("--from");
}

#[test]
fn the_office_adds_its_own_days() {
    let folder = tempfile::tempdir().unwrap();
    let berkas = folder.path().join("libur.csv");
    std::fs::write(&berkas, "2028-02-02\n2028-02-03,libur,HUT daerah\n").unwrap();
    let jalan = berkas.to_str().unwrap();
    let r = lari(&["--from", "2028-02-01", "--days", "1", "--unit", "hari-kerja", "--holidays", jalan, "--json"]);
    assert_eq!(r.json()["due"], "2028-02-04");
    std::fs::write(&berkas, "2028-02-02,pesta\n").unwrap();
    let r = lari(&["--from", "2028-02-01", "--days", "1", "--unit", "hari-kerja", "--holidays", jalan]);
    r.fault("baris 1");
    assert!(r.err.contains("pesta"), "{}", r.err);
}

//! `prima key`: the list that `verify --keys` reads, and replacing the key, also beside a program that has the store open.

use std::{fs, path::Path};

use serde_json::Value;

use super::program::di;

fn list(data: &Path) -> Vec<Value> {
    di(data, &["key", "list", "--json"]).json()["kunci"].as_array().unwrap().clone()
}

#[test]
fn the_key_is_replaced_and_both_are_listed() {
    let tmp = tempfile::tempdir().unwrap();
    let data = tmp.path().join("data");
    assert_eq!(di(&data, &["key", "list"]).code, 2, "no installation");
    assert_eq!(di(&data, &["migrate"]).code, 0);
    let secret = fs::read_to_string(data.join("instalasi.kunci")).unwrap();
    let first = list(&data);
    assert_eq!(first.len(), 1);
    assert_eq!(di(&data, &["key", "rotate"]).code, 2);
    assert_eq!(di(&data, &["key", "rotate", "--alasan", " "]).code, 2);
    assert_eq!(list(&data), first);

    let r = di(&data, &["key", "rotate", "--alasan", "Server berpindah"]);
    assert_eq!(r.code, 0, "{}", r.err);
    let keys = list(&data);
    assert_eq!((keys.len(), &keys[1]["id"], &keys[1]["dicabut"]), (2, &first[0]["id"], &Value::Null));
    assert!(keys[1]["sampai"].is_string() && keys[0]["sampai"].is_null());
    assert!(["id", "publik"].iter().all(|k| r.out.contains(keys[0][k].as_str().unwrap())), "{}", r.out);
    assert!(!fs::read_to_string(data.join("instalasi.kunci")).unwrap().starts_with(secret.trim()), "the old secret no longer signs");
    assert_eq!(di(&data, &["audit", "verify"]).code, 0);

    assert_eq!(di(&data, &["key", "rotate", "--alasan", "Server dicuri", "--bocor"]).code, 0);
    let keys = list(&data);
    assert_eq!((keys.len(), &keys[1]["dicabut"]["alasan"], &keys[2]["dicabut"]), (3, &"Server dicuri".into(), &Value::Null));
    assert!(!fs::read_to_string(data.join("instalasi.kunci")).unwrap().contains(secret.trim()), "nothing of the first secret is left");
    assert!(di(&data, &["key", "list"]).out.contains("DICABUT"));
    assert_eq!((di(&data, &["audit", "verify"]).code, di(&data, &["check"]).code), (0, 0));

    // A backup from before the last replacement, made without the key, goes with today's key file.
    let file = tmp.path().join("cadangan.prima");
    assert_eq!(di(&data, &["backup", file.to_str().unwrap(), "--tanpa-kunci"]).code, 0);
    assert_eq!(di(&data, &["key", "rotate", "--alasan", "Tahunan"]).code, 0);
    let other = tmp.path().join("baru");
    fs::create_dir(&other).unwrap();
    fs::copy(data.join("instalasi.kunci"), other.join("instalasi.kunci")).unwrap();
    let r = di(&other, &["restore", file.to_str().unwrap()]);
    assert_eq!(r.code, 0, "{}", r.err);
    assert_eq!(list(&other), list(&data));
}

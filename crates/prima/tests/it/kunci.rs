//! `prima key`: the list that `verify --keys` reads, and replacing the key, also beside a program that has the store open.

use std::{fs, path::Path, process::Command};

use serde_json::Value;

fn prima(args: &[&str], data: &Path) -> (i32, String, String) {
    let o = Command::new(env!("CARGO_BIN_EXE_prima")).args(args).env("PRIMA_DATA", data).env_remove("PRIMA_DATABASE").output().unwrap();
    (o.status.code().unwrap(), String::from_utf8(o.stdout).unwrap(), String::from_utf8(o.stderr).unwrap())
}

fn list(data: &Path) -> Vec<Value> {
    let (code, out, err) = prima(&["key", "list", "--json"], data);
    assert_eq!(code, 0, "{err}");
    let v: Value = serde_json::from_str(&out).unwrap();
    v["kunci"].as_array().unwrap().clone()
}

#[test]
fn the_key_is_replaced_and_both_are_listed() {
    let tmp = tempfile::tempdir().unwrap();
    let data = tmp.path().join("data");
    assert_eq!(prima(&["key", "list"], &data).0, 2, "no installation");
    assert_eq!(prima(&["migrate"], &data).0, 0);
    let secret = fs::read_to_string(data.join("instalasi.kunci")).unwrap();
    let first = list(&data);
    assert_eq!(first.len(), 1);
    assert_eq!(prima(&["key", "rotate"], &data).0, 2);
    assert_eq!(prima(&["key", "rotate", "--alasan", " "], &data).0, 2);
    assert_eq!(list(&data), first);

    let (code, out, err) = prima(&["key", "rotate", "--alasan", "Server berpindah"], &data);
    assert_eq!(code, 0, "{err}");
    let keys = list(&data);
    assert_eq!((keys.len(), &keys[1]["id"], &keys[1]["dicabut"]), (2, &first[0]["id"], &Value::Null));
    assert!(keys[1]["sampai"].is_string() && keys[0]["sampai"].is_null());
    assert!(out.contains(keys[0]["id"].as_str().unwrap()) && out.contains(keys[0]["publik"].as_str().unwrap()), "{out}");
    assert!(!fs::read_to_string(data.join("instalasi.kunci")).unwrap().starts_with(secret.trim()), "the old secret no longer signs");
    assert_eq!(prima(&["audit", "verify"], &data).0, 0);

    assert_eq!(prima(&["key", "rotate", "--alasan", "Server dicuri", "--bocor"], &data).0, 0);
    let keys = list(&data);
    assert_eq!((keys.len(), &keys[1]["dicabut"]["alasan"], &keys[2]["dicabut"]), (3, &"Server dicuri".into(), &Value::Null));
    assert!(!fs::read_to_string(data.join("instalasi.kunci")).unwrap().contains(secret.trim()), "nothing of the first secret is left");
    assert!(prima(&["key", "list"], &data).1.contains("DICABUT"));
    assert_eq!((prima(&["audit", "verify"], &data).0, prima(&["check"], &data).0), (0, 0));

    // A backup from before the last replacement, made without the key, goes with today's key file.
    let file = tmp.path().join("cadangan.prima");
    assert_eq!(prima(&["backup", file.to_str().unwrap(), "--tanpa-kunci"], &data).0, 0);
    assert_eq!(prima(&["key", "rotate", "--alasan", "Tahunan"], &data).0, 0);
    let other = tmp.path().join("baru");
    fs::create_dir(&other).unwrap();
    fs::copy(data.join("instalasi.kunci"), other.join("instalasi.kunci")).unwrap();
    let (code, _, err) = prima(&["restore", file.to_str().unwrap()], &other);
    assert_eq!(code, 0, "{err}");
    assert_eq!(list(&other), list(&data));
}

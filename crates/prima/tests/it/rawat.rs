//! The database commands from the outside: exit codes, streams, and that a password is never an argument.

use std::{
    fs,
    io::Write,
    path::Path,
    process::{Command, Output, Stdio},
};

use serde_json::Value;

fn prima(args: &[&str], data: &Path, masukan: &str) -> Output {
    let mut anak = Command::new(env!("CARGO_BIN_EXE_prima"))
        .args(args)
        .env("PRIMA_DATA", data)
        .env_remove("PRIMA_DATABASE")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    anak.stdin.take().unwrap().write_all(masukan.as_bytes()).unwrap();
    anak.wait_with_output().unwrap()
}

/// Exit code, standard output, standard error.
fn jalan(args: &[&str], data: &Path, masukan: &str) -> (i32, String, String) {
    let o = prima(args, data, masukan);
    (o.status.code().unwrap(), String::from_utf8(o.stdout).unwrap(), String::from_utf8(o.stderr).unwrap())
}

fn json(args: &[&str], data: &Path) -> (i32, Value) {
    let (kode, keluar, galat) = jalan(args, data, "");
    (kode, serde_json::from_str(&keluar).unwrap_or_else(|e| panic!("{e}: {keluar}{galat}")))
}

#[test]
fn simulate_check_backup_restore() {
    let tmp = tempfile::tempdir().unwrap();
    let (data, baru, file) = (tmp.path().join("data"), tmp.path().join("baru"), tmp.path().join("cadangan.prima"));
    let file_ = file.to_str().unwrap();
    let (kode, s) = json(&["simulate", "--units", "3", "--skm-responses", "31", "--seed", "5"], &data);
    assert_eq!((kode, &s["lokus"], &s["f03_answers"], &s["skm_answers"]), (0, &Value::from(9), &Value::from(60), &Value::from(31)));
    assert_eq!(jalan(&["simulate", "--units", "3", "--skm-responses", "31"], &data, "").0, 2);

    let (kode, c) = json(&["check", "--json"], &data);
    assert_eq!((kode, &c["valid"], &c["findings"]), (0, &Value::Bool(true), &Value::Array(vec![])));
    let (kode, v) = json(&["audit", "verify", "--json"], &data);
    assert_eq!((kode, &v["valid"], &v["unsealed"]), (0, &Value::Bool(true), &Value::Array(vec![])));

    assert_eq!(jalan(&["backup", file_], &data, "").0, 0);
    let (kode, keluar, galat) = jalan(&["backup", file_], &data, "");
    assert_eq!((kode, keluar.as_str()), (2, ""));
    assert!(galat.contains("sudah ada"), "{galat}");
    assert_eq!(jalan(&["restore", file_], &data, "").0, 2, "a full folder is refused");
    assert_eq!(jalan(&["restore", file_], &baru, "").0, 0);
    assert_eq!(json(&["check", "--json"], &baru), (0, c));

    // Damage is a finding with exit 3, and still printed.
    let objek = fs::read_dir(baru.join("objek")).unwrap().next().unwrap().unwrap().path();
    fs::write(fs::read_dir(objek).unwrap().next().unwrap().unwrap().path(), "rusak").unwrap();
    let (kode, c) = json(&["check", "--json"], &baru);
    assert_eq!((kode, &c["valid"], &c["findings"][0]["bagian"]), (3, &Value::Bool(false), &Value::from("objek")));
    let (kode, _, galat) = jalan(&["backup", tmp.path().join("b.prima").to_str().unwrap()], &baru, "");
    assert!(kode == 3 && galat.contains("hilang atau rusak"), "{kode} {galat}");

    let mut isi = fs::read(&file).unwrap();
    let tengah = isi.len() / 2;
    isi[tengah] ^= 1;
    fs::write(&file, isi).unwrap();
    let lain = tmp.path().join("lain");
    let (kode, _, galat) = jalan(&["restore", file_], &lain, "");
    assert!(kode == 2 && galat.contains("ditolak"), "{kode} {galat}");
    assert!(!lain.exists());
}

#[test]
fn accounts() {
    let tmp = tempfile::tempdir().unwrap();
    let data = tmp.path();
    let tambah = ["user", "add", "sari@contoh.id", "--nama", "Sari"];
    let (kode, _, galat) = jalan(&tambah, data, "pendek\n");
    assert!(kode == 2 && galat.contains("sedikitnya"), "{galat}");
    assert_eq!(jalan(&tambah, data, "padi menguning 9\n").0, 0);
    assert_eq!(jalan(&tambah, data, "padi menguning 9\n").0, 2);
    assert_eq!(jalan(&["user", "add", "bukan surel", "--nama", "X"], data, "padi menguning 9\n").0, 2);
    assert_eq!(jalan(&["user", "add", "a@b.id", "--nama", "A", "--password", "x"], data, "").0, 2, "never by an argument");

    assert_eq!(jalan(&["user", "role", "add", "sari@contoh.id", "admin"], data, "").0, 0);
    assert_eq!(jalan(&["user", "role", "add", "sari@contoh.id", "admin"], data, "").0, 2);
    for salah in
        [&["raja"][..], &["evaluator"], &["evaluator", "--instansi", "99"], &["admin", "--unit", "u"], &["unit-kepala", "--unit", "u"]]
    {
        let args = [&["user", "role", "add", "sari@contoh.id"], salah].concat();
        assert_eq!(jalan(&args, data, "").0, 2, "{salah:?}");
    }
    assert_eq!(jalan(&["user", "role", "add", "sari@contoh.id", "auditor", "--wilayah", "64"], data, "").0, 0);
    let (_, d) = json(&["user", "list", "--json"], data);
    assert_eq!((&d[0]["email"], &d[0]["roles"]), (&Value::from("sari@contoh.id"), &serde_json::json!(["admin", "auditor wilayah 64"])));
    assert_eq!(jalan(&["user", "role", "remove", "sari@contoh.id", "auditor", "--wilayah", "64"], data, "").0, 0);
    assert_eq!(jalan(&["user", "role", "remove", "sari@contoh.id", "auditor", "--wilayah", "64"], data, "").0, 2);

    assert_eq!(jalan(&["user", "passwd", "sari@contoh.id"], data, "sawah hijau 10\n").0, 0);
    assert_eq!(jalan(&["user", "passwd", "sari@contoh.id"], data, "indonesia1945\n").0, 2, "everybody tries it");
    assert_eq!(jalan(&["user", "reset-factor", "sari@contoh.id", "--alasan", "ponsel hilang"], data, "").0, 2, "it has none");
    let (kode, keluar, _) = jalan(&["user", "passwd", "sari@contoh.id", "--link", "--alamat", "https://prima.contoh.id/"], data, "");
    assert!(kode == 0 && keluar.starts_with("https://prima.contoh.id/sandi/setel/"), "{keluar}");
    let henti = ["user", "disable", "sari@contoh.id", "--alasan", "pindah"];
    let (kode, _, galat) = jalan(&henti, data, "");
    assert!(kode == 2 && galat.contains("administrator terakhir"), "{galat}");
    assert_eq!(jalan(&["user", "role", "remove", "sari@contoh.id", "admin"], data, "").0, 2);
    assert_eq!(jalan(&["user", "add", "budi@contoh.id", "--nama", "Zaki"], data, "sawah kuning 11\n").0, 0);
    assert_eq!(jalan(&["user", "role", "add", "budi@contoh.id", "admin"], data, "").0, 0);
    assert_eq!(jalan(&henti, data, "").0, 0);
    assert_eq!(json(&["user", "list", "--json"], data).1[0]["active"], Value::Bool(false));
    assert_eq!(jalan(&["user", "enable", "sari@contoh.id"], data, "").0, 0);
    assert_eq!(jalan(&["user", "enable", "tidak@ada.id"], data, "").0, 2);

    // Nothing waits for a server: the commands sealed what they wrote.
    let (kode, v) = json(&["audit", "verify", "--json"], data);
    assert_eq!((kode, &v["unsealed"]), (0, &Value::Array(vec![])));
}

#[test]
fn a_mistyped_folder_is_not_a_new_installation() {
    let tmp = tempfile::tempdir().unwrap();
    let data = tmp.path().join("salah-ketik");
    for args in [&["check"][..], &["audit", "verify"], &["backup", "x"], &["user", "list"]] {
        assert_eq!(jalan(args, &data, "").0, 2, "{args:?}");
        assert!(!data.exists());
    }
    assert_eq!(jalan(&["migrate"], &data, "").0, 0);
    assert_eq!(jalan(&["check"], &data, "").0, 0);
}

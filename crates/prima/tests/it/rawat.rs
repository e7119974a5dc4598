//! The database commands from the outside: exit codes, streams, and that a password is never an argument.

use std::{fs, path::Path, process::Stdio};

use serde_json::Value;

use super::program::{Run, di, jalan, perintah};

/// With a password on standard input.
fn ketik(data: &Path, args: &[&str], masukan: &str) -> Run {
    jalan(perintah(args).env("PRIMA_DATA", data), masukan)
}

/// Exit code, and what was found.
fn lapor(data: &Path, args: &[&str]) -> (i32, Value) {
    let r = di(data, args);
    (r.code, r.laporan())
}

#[test]
fn simulate_check_backup_restore() {
    let tmp = tempfile::tempdir().unwrap();
    let (data, baru, file) = (tmp.path().join("data"), tmp.path().join("baru"), tmp.path().join("cadangan.prima"));
    let file_ = file.to_str().unwrap();
    let (kode, s) = lapor(&data, &["simulate", "--units", "3", "--skm-responses", "31", "--seed", "5"]);
    assert_eq!((kode, &s["lokus"], &s["f03_answers"], &s["skm_answers"]), (0, &Value::from(9), &Value::from(60), &Value::from(31)));
    assert_eq!(di(&data, &["simulate", "--units", "3", "--skm-responses", "31"]).code, 2);

    let (kode, c) = lapor(&data, &["check", "--json"]);
    assert_eq!((kode, &c["valid"], &c["findings"]), (0, &Value::Bool(true), &Value::Array(vec![])));
    let (kode, v) = lapor(&data, &["audit", "verify", "--json"]);
    assert_eq!((kode, &v["valid"], &v["unsealed"]), (0, &Value::Bool(true), &Value::Array(vec![])));

    // Whoever reads may stop: `prima check | head` is no fault of the program.
    let mut anak = perintah(&["check"]).env("PRIMA_DATA", &data).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(anak.stdout.take());
    let o = anak.wait_with_output().unwrap();
    assert_eq!((o.status.code(), String::from_utf8_lossy(&o.stderr).as_ref()), (Some(141), ""));

    assert_eq!(di(&data, &["backup", file_]).code, 0);
    di(&data, &["backup", file_]).fault("sudah ada");
    assert_eq!(di(&data, &["restore", file_]).code, 2, "a full folder is refused");
    assert_eq!(di(&baru, &["restore", file_]).code, 0);
    assert_eq!(lapor(&baru, &["check", "--json"]), (0, c));

    // Damage is a finding with exit 3, and still printed.
    let objek = fs::read_dir(baru.join("objek")).unwrap().next().unwrap().unwrap().path();
    let bukti = fs::read_dir(objek).unwrap().next().unwrap().unwrap().path();
    fs::write(&bukti, "rusak").unwrap();
    let (kode, c) = lapor(&baru, &["check", "--json"]);
    assert_eq!((kode, &c["valid"], &c["findings"][0]["bagian"]), (3, &Value::Bool(false), &Value::from("objek")));
    let r = di(&baru, &["backup", tmp.path().join("b.prima").to_str().unwrap()]);
    assert!(r.code == 3 && r.err.contains("hilang, rusak, atau tidak terbaca"), "{} {}", r.code, r.err);

    // A place that the disk does not give back (EIO): named, and all the rest is saved; whoever restores it is told the same.
    fs::remove_file(&bukti).unwrap();
    std::os::unix::fs::symlink("/proc/self/mem", &bukti).unwrap();
    let sidik = bukti.file_name().unwrap().to_str().unwrap();
    let c = di(&baru, &["check"]);
    assert!(c.code == 3 && c.out.contains(&format!("{sidik}: berkasnya tidak dapat dibaca dari disk")), "{} {}", c.out, c.err);
    let bolong = tmp.path().join("c.prima");
    let r = di(&baru, &["backup", bolong.to_str().unwrap()]);
    assert!(r.code == 3 && r.err.contains(sidik) && r.out.contains("TIDAK LENGKAP: 1 berkas bukti"), "{} {} {}", r.code, r.out, r.err);
    assert!(di(&baru, &["doctor"]).out.contains("cadangan terakhir berlubang"));
    let pulih = tmp.path().join("pulih");
    let r = di(&pulih, &["restore", bolong.to_str().unwrap()]);
    assert!(r.code == 3 && r.err.contains(sidik) && r.err.contains("TIDAK LENGKAP"), "{} {}", r.code, r.err);
    assert!(pulih.join("prima.db").exists());

    let mut isi = fs::read(&file).unwrap();
    let tengah = isi.len() / 2;
    isi[tengah] ^= 1;
    fs::write(&file, isi).unwrap();
    let lain = tmp.path().join("lain");
    di(&lain, &["restore", file_]).fault("ditolak");
    assert!(!lain.exists());
}

#[test]
fn accounts() {
    let tmp = tempfile::tempdir().unwrap();
    let data = tmp.path();
    let tambah = ["user", "add", "sari@contoh.id", "--nama", "Sari"];
    ketik(data, &tambah, "pendek\n").fault("sedikitnya");
    assert_eq!(ketik(data, &tambah, "padi menguning 9\n").code, 0);
    assert_eq!(ketik(data, &tambah, "padi menguning 9\n").code, 2);
    assert_eq!(ketik(data, &["user", "add", "bukan surel", "--nama", "X"], "padi menguning 9\n").code, 2);
    assert_eq!(di(data, &["user", "add", "a@b.id", "--nama", "A", "--password", "x"]).code, 2, "never by an argument");

    assert_eq!(di(data, &["user", "role", "add", "sari@contoh.id", "admin"]).code, 0);
    assert_eq!(di(data, &["user", "role", "add", "sari@contoh.id", "admin"]).code, 2);
    for salah in
        [&["raja"][..], &["evaluator"], &["evaluator", "--instansi", "99"], &["admin", "--unit", "u"], &["unit-kepala", "--unit", "u"]]
    {
        let args = [&["user", "role", "add", "sari@contoh.id"], salah].concat();
        assert_eq!(di(data, &args).code, 2, "{salah:?}");
    }
    assert_eq!(di(data, &["user", "role", "add", "sari@contoh.id", "auditor", "--wilayah", "64"]).code, 0);
    let (_, d) = lapor(data, &["user", "list", "--json"]);
    assert_eq!((&d[0]["email"], &d[0]["roles"]), (&Value::from("sari@contoh.id"), &serde_json::json!(["admin", "auditor wilayah 64"])));
    assert_eq!(di(data, &["user", "role", "remove", "sari@contoh.id", "auditor", "--wilayah", "64"]).code, 0);
    assert_eq!(di(data, &["user", "role", "remove", "sari@contoh.id", "auditor", "--wilayah", "64"]).code, 2);

    assert_eq!(ketik(data, &["user", "passwd", "sari@contoh.id"], "sawah hijau 10\n").code, 0);
    assert_eq!(ketik(data, &["user", "passwd", "sari@contoh.id"], "indonesia1945\n").code, 2, "everybody tries it");
    assert_eq!(di(data, &["user", "reset-factor", "sari@contoh.id", "--alasan", "ponsel hilang"]).code, 2, "it has none");
    let r = di(data, &["user", "passwd", "sari@contoh.id", "--link", "--alamat", "https://prima.contoh.id/"]);
    assert!(r.code == 0 && r.out.starts_with("https://prima.contoh.id/sandi/setel/"), "{}{}", r.out, r.err);
    let henti = ["user", "disable", "sari@contoh.id", "--alasan", "pindah"];
    di(data, &henti).fault("pengelola sistem terakhir");
    assert_eq!(di(data, &["user", "role", "remove", "sari@contoh.id", "admin"]).code, 2);
    assert_eq!(ketik(data, &["user", "add", "budi@contoh.id", "--nama", "Zaki"], "sawah kuning 11\n").code, 0);
    assert_eq!(di(data, &["user", "role", "add", "budi@contoh.id", "admin"]).code, 0);
    assert_eq!(di(data, &henti).code, 0);
    assert_eq!(lapor(data, &["user", "list", "--json"]).1[0]["active"], Value::Bool(false));
    assert_eq!(di(data, &["user", "enable", "sari@contoh.id"]).code, 0);
    assert_eq!(di(data, &["user", "enable", "tidak@ada.id"]).code, 2);

    // Nothing waits for a server: the commands sealed what they wrote.
    let (kode, v) = lapor(data, &["audit", "verify", "--json"]);
    assert_eq!((kode, &v["unsealed"]), (0, &Value::Array(vec![])));
}

#[test]
fn a_mistyped_folder_is_not_a_new_installation() {
    let tmp = tempfile::tempdir().unwrap();
    let data = tmp.path().join("salah-ketik");
    for args in [&["check"][..], &["audit", "verify"], &["backup", "x"], &["user", "list"]] {
        assert_eq!(di(&data, args).code, 2, "{args:?}");
        assert!(!data.exists());
    }
    assert_eq!(di(&data, &["migrate"]).code, 0);
    assert_eq!(di(&data, &["check"]).code, 0);
}

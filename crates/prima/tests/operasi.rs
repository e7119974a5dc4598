//! What an administrator works with: maintenance mode, `/readyz`, `/metrics`, `prima doctor`.

#![cfg(test)]
#![cfg(unix)]

mod pelayan;

use std::{
    path::Path,
    process::{Command, Output},
    time::{Duration, Instant},
};

fn prima(data: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_prima")).args(args).env("PRIMA_DATA", data).env_remove("PRIMA_DATABASE").output().unwrap()
}

fn serve(data: &Path) -> pelayan::Server {
    let mut p = Command::new(env!("CARGO_BIN_EXE_prima"));
    p.args(["serve", "--listen", "127.0.0.1:0", "--data"]).arg(data);
    pelayan::mulai(p.env("PRIMA_LAJU_PER_DETIK", "0").env("PRIMA_METRIK__ALAMAT", "127.0.0.1:0").env("PRIMA_METRIK__TOKEN", "kata-rahasia"))
}

fn tunggu(benar: impl Fn() -> bool) {
    let batas = Instant::now() + Duration::from_secs(10);
    while !benar() {
        assert!(Instant::now() < batas, "did not happen within 10 s");
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn maintenance_keeps_pages_readable_and_gives_the_form_back() {
    let tmp = tempfile::tempdir().unwrap();
    let data = tmp.path().join("data");
    let server = serve(&data);
    let sesi = server.admin();
    assert!(prima(&data, &["maintenance", "on", "--pesan", "Selesai pukul 20.00."]).status.success());
    tunggu(|| server.minta("GET", "/akun", &sesi, "").isi.contains("Selesai pukul 20.00."));
    assert_eq!(server.minta("GET", "/akun", &sesi, "").status, 200, "pages are read");
    let versi = server.minta("GET", "/akun", &sesi, "").medan("versi");
    let isian = format!("nama=Nama+Baru&jabatan=&bahasa=id&versi={versi}");
    let tolak = server.minta("POST", "/akun", &sesi, &isian);
    assert_eq!((tolak.status, tolak.punya("retry-after")), (503, Some("10")));
    assert!(tolak.isi.contains("Sedang pemeliharaan") && tolak.isi.contains("Nama Baru"), "{}", tolak.isi);
    let m = pelayan::minta(server.metrik.as_deref().unwrap(), "GET", "/metrics", "", "").unwrap();
    assert!(m.isi.contains("\nprima_maintenance 1\n"));
    assert!(prima(&data, &["maintenance", "off"]).status.success());
    tunggu(|| server.minta("POST", "/akun", &sesi, &isian).status == 303);
    assert!(server.minta("GET", "/akun", &sesi, "").isi.contains("Nama Baru"));
}

#[test]
fn figures_are_for_who_may_see_them_and_count_what_happened() {
    let tmp = tempfile::tempdir().unwrap();
    let server = serve(&tmp.path().join("data"));
    assert_eq!(server.minta("GET", "/healthz", "", "").isi, "ok");
    let siap = server.minta("GET", "/readyz", "", "");
    assert_eq!((siap.status, siap.isi.as_str()), (200, "basis ok\nmigrasi ok\ndisk ok\n"));
    assert_eq!(server.minta("GET", "/metrics", "", "").status, 404, "without the word it is not there");
    server.minta("GET", "/masuk", "", "");
    server.minta("GET", "/tidak/ada?nik=3201", "", "");
    let m = pelayan::minta(server.metrik.as_deref().unwrap(), "GET", "/metrics", "", "").unwrap();
    assert!(m.punya("content-type").unwrap().starts_with("text/plain; version=0.0.4"));
    for baris in [
        "prima_http_requests_total{class=\"masuk\",status=\"200\"} 1",
        "prima_http_requests_total{class=\"tak-dikenal\",status=\"404\"} 1",
        "prima_http_request_duration_seconds_count{class=\"masuk\"} 1",
        "prima_database_up 1",
        "prima_db_connections{pool=\"tulis\",state=\"max\"} 1",
        "prima_sse_listeners 0",
        "prima_maintenance 0",
        "prima_build_info{version=\"0.1.0\"} 1",
    ] {
        assert!(m.isi.lines().any(|l| l == baris), "{baris}\n{}", m.isi);
    }
    assert!(!m.isi.contains("nik") && !m.isi.contains("/tidak"));
}

#[test]
fn the_doctor_says_what_is_wrong_and_what_to_do() {
    use std::os::unix::fs::PermissionsExt as _;
    let tmp = tempfile::tempdir().unwrap();
    let data = tmp.path().join("data");
    assert_eq!(prima(&data, &["doctor"]).status.code(), Some(2), "no folder, no patient");
    assert!(prima(&data, &["migrate"]).status.success());
    let periksa = || {
        let o = prima(&data, &["doctor", "--json"]);
        let v: serde_json::Value = serde_json::from_slice(&o.stdout).unwrap();
        (o.status.code().unwrap(), v["checks"].as_array().unwrap().clone())
    };
    let nilai = |b: &[serde_json::Value], perihal: &str| {
        let b = b.iter().find(|b| b["perihal"] == perihal).unwrap_or_else(|| panic!("{perihal}: {b:?}"));
        (b["nilai"].as_str().unwrap().to_owned(), b["isi"].as_str().unwrap().to_owned())
    };
    let (kode, b) = periksa();
    assert_eq!(kode, 0, "{b:?}");
    for perihal in ["hak folder", "folder", "disk", "kunci", "basis data", "skema", "jam", "kalender", "pencetak PDF"] {
        assert_ne!(nilai(&b, perihal).0, "gagal", "{b:?}");
    }
    assert_eq!(nilai(&b, "cadangan").0, "perhatian");
    assert!(prima(&data, &["backup", tmp.path().join("a.prima").to_str().unwrap()]).status.success());
    std::fs::set_permissions(data.join("instalasi.kunci"), std::fs::Permissions::from_mode(0o644)).unwrap();
    std::fs::write(
        data.join("prima.toml"),
        "alamat = \"https://prima.example\"\n[surat]\ncara = \"smtp\"\nserver = \"127.0.0.1\"\nport = 1\n",
    )
    .unwrap();
    let (kode, b) = periksa();
    assert_eq!((kode, nilai(&b, "cadangan").0.as_str()), (3, "baik"));
    for (perihal, kata) in [("hak folder", "chmod"), ("proksi", "proksi_tepercaya"), ("surat", "tidak dapat dihubungi")] {
        let (n, isi) = nilai(&b, perihal);
        assert!(n == "gagal" && isi.contains(kata), "{perihal}: {isi}");
    }
    let teks = String::from_utf8(prima(&data, &["doctor"]).stdout).unwrap();
    assert!(teks.contains("GAGAL      hak folder: pengguna lain"), "{teks}");
}

/// Everything that a person does here, at the level of debugging: none of his words is in the log, and each line is JSON with the id of its request.
#[test]
fn the_log_knows_nobody() {
    let tmp = tempfile::tempdir().unwrap();
    let mut p = Command::new(env!("CARGO_BIN_EXE_prima"));
    p.args(["serve", "--listen", "127.0.0.1:0", "--data"]).arg(tmp.path().join("data"));
    p.env("PRIMA_LAJU_PER_DETIK", "0").env("PRIMA_LOG_JSON", "1").env("RUST_LOG", "debug,sqlx=warn,sea_orm=warn");
    let mut server = pelayan::mulai(&mut p);
    let sesi = server.admin();
    let versi = server.minta("GET", "/akun", &sesi, "").medan("versi");
    let nama = format!("nama=Siti+Rahasiawati&jabatan=Kepala+Rahasia&bahasa=id&versi={versi}");
    assert_eq!(server.minta("POST", "/akun", &sesi, &nama).status, 303);
    assert!(server.minta("POST", "/akun", &sesi, &nama).status >= 400, "an old version is refused");
    assert!(server.minta("POST", "/masuk", "", "surel=siti%40rahasia.example&sandi=kata+rahasia+salah").status >= 400);
    assert_eq!(server.minta("GET", "/verifikasi/kode-rahasia-1?nik=3201010101010001", &sesi, "").status, 404);
    let id = server.minta("GET", "/akun", &sesi, "").punya("x-request-id").unwrap().to_owned();
    assert!(server.berhenti().success());
    let log = server.log.lock().unwrap().clone();
    for kata in ["Rahasia", "rahasia", "Ani", "uji.example", "empat", "3201010101010001", sesi.split('=').next_back().unwrap()] {
        assert!(!log.contains(kata), "{kata}: {log}");
    }
    let baris: Vec<serde_json::Value> = log.lines().filter(|l| l.starts_with('{')).map(|l| serde_json::from_str(l).unwrap()).collect();
    assert!(baris.len() > 5 && baris.iter().any(|b| b["span"]["id"] == id.as_str()), "{log}");
}

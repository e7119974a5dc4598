//! What an administrator works with: maintenance mode, `/readyz`, `/metrics`, `prima doctor`.

use std::{
    collections::BTreeSet,
    path::Path,
    time::{Duration, Instant},
};

use super::{
    pelayan,
    program::{di, jalan, perintah},
};

fn serve(data: &Path) -> pelayan::Server {
    let mut p = perintah(&["serve", "--listen", "127.0.0.1:0", "--data"]);
    p.arg(data);
    pelayan::mulai(p.env("PRIMA_LAJU", "false").env("PRIMA_METRIK__ALAMAT", "127.0.0.1:0").env("PRIMA_METRIK__TOKEN", "kata-rahasia"))
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
    assert_eq!(di(&data, &["maintenance", "on", "--pesan", "Selesai pukul 20.00."]).code, 0);
    tunggu(|| server.minta("GET", "/akun", &sesi, "").isi.contains("Selesai pukul 20.00."));
    assert_eq!(server.minta("GET", "/akun", &sesi, "").status, 200, "pages are read");
    let versi = server.minta("GET", "/akun", &sesi, "").medan("versi");
    let isian = format!("nama=Nama+Baru&jabatan=&bahasa=id&versi={versi}");
    let tolak = server.minta("POST", "/akun", &sesi, &isian);
    assert_eq!((tolak.status, tolak.punya("retry-after")), (503, Some("10")));
    assert!(tolak.isi.contains("Sedang pemeliharaan") && tolak.isi.contains("Nama Baru"), "{}", tolak.isi);
    let m = pelayan::minta(server.metrik.as_deref().unwrap(), "GET", "/metrics", "", "").unwrap();
    assert!(m.isi.contains("\nprima_maintenance 1\n"));
    assert_eq!(di(&data, &["maintenance", "off"]).code, 0);
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

/// Every series that `/metrics` writes has its place in the dashboard that comes with the program, and the dashboard asks for no other.
#[test]
fn the_dashboard_shows_every_series_there_is() {
    let akar = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let baca = |jalur: &str| std::fs::read_to_string(akar.join(jalur)).unwrap();
    let nama = |teks: &str| -> BTreeSet<String> {
        let kata = teks.split(|h: char| !(h.is_ascii_lowercase() || h == '_'));
        kata.filter(|k| k.starts_with("prima_") || k.starts_with("process_")).map(str::to_owned).collect()
    };
    // A histogram is written as three series.
    let dasar = |n: &str| ["_bucket", "_sum", "_count"].iter().find_map(|a| n.strip_suffix(a)).unwrap_or(n).to_owned();
    let ada: BTreeSet<String> = nama(&baca("crates/web/src/metrik/tulis.rs")).iter().map(|n| dasar(n)).collect();
    let papan: serde_json::Value = serde_json::from_str(&baca("deploy/grafana.json")).unwrap();
    let tanya: Vec<&str> = papan["panels"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|p| p["targets"].as_array().unwrap())
        .map(|t| t["expr"].as_str().unwrap())
        .collect();
    let tampil: BTreeSet<String> = tanya.iter().flat_map(|t| nama(t)).map(|n| dasar(&n)).collect();
    assert!(ada.len() >= 15, "{ada:?}");
    assert_eq!(ada, tampil, "left: written by /metrics; right: asked by deploy/grafana.json");
}

#[test]
fn the_doctor_says_what_is_wrong_and_what_to_do() {
    use std::os::unix::fs::PermissionsExt as _;
    let tmp = tempfile::tempdir().unwrap();
    let data = tmp.path().join("data");
    assert_eq!(di(&data, &["doctor"]).code, 2, "no folder, no patient");
    assert_eq!(di(&data, &["migrate"]).code, 0);
    let periksa = || {
        let o = di(&data, &["doctor", "--json"]);
        (o.code, o.laporan()["checks"].as_array().unwrap().clone())
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
    assert_eq!(di(&data, &["backup", tmp.path().join("a.prima").to_str().unwrap()]).code, 0);
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
    let teks = di(&data, &["doctor"]).out;
    assert!(teks.contains("GAGAL      hak folder: pengguna lain"), "{teks}");

    // Settings with which the program would not start are told by the doctor too, each.
    let isi = "proksi_tepercaya = [\"abc\"]\n[kait]\nca = \"/tidak/ada.pem\"\n[tte]\ncara = \"bsre\"\nalamat = \"ftp://x\"\n[jejak]\nalamat = \"https://x\"\n[metrik]\nalamat = \"x\"\n";
    std::fs::write(data.join("prima.toml"), isi).unwrap();
    let teks = di(&data, &["doctor"]).out;
    for kunci in ["proksi_tepercaya", "kait.ca", "tte.alamat", "jejak.alamat", "metrik.alamat"] {
        assert!(teks.contains(&format!("GAGAL      pengaturan: {kunci}: ")), "{kunci}: {teks}");
    }
    std::fs::write(data.join("prima.toml"), "alamta = \"x\"\n").unwrap();
    let teks = di(&data, &["doctor"]).out;
    assert!(teks.contains("kunci \"alamta\" tidak dikenal; mungkin maksudnya \"alamat\""), "{teks}");
    // An address as many write it is used without its slash; one with a path leads nowhere.
    std::fs::write(data.join("prima.toml"), "alamat = \"https://prima.example/\"\nlaju = false\n").unwrap();
    let teks = di(&data, &["doctor"]).out;
    for kata in ["tertulis \"https://prima.example/\", dipakai sebagai https://prima.example. ", "PERHATIAN  batas: laju = false"] {
        assert!(teks.contains(kata), "{kata}: {teks}");
    }
    std::fs::write(data.join("prima.toml"), "alamat = \"https://prima.example/evaluasi\"\n").unwrap();
    let teks = di(&data, &["doctor"]).out;
    assert!(teks.contains("GAGAL      pengaturan: alamat: \"https://prima.example/evaluasi\" harus nama saja"), "{teks}");
    std::fs::remove_file(data.join("prima.toml")).unwrap();
    let o = jalan(perintah(&["doctor"]).env("PRIMA_DATA", &data).env("PRIMA_PROKSI_TERPERCAYA", "[\"10.0.0.0/8\"]"), "");
    assert!(o.code == 3 && o.out.contains("PRIMA_PROKSI_TERPERCAYA tidak dikenal; mungkin maksudnya PRIMA_PROKSI_TEPERCAYA"), "{}", o.out);
    let o = di(&data, &["doctor", "--database", "postgres://a:b@127.0.0.1:1/x"]);
    let teks = o.out;
    assert!(teks.contains("GAGAL      basis data: tidak dapat dihubungi. "), "{teks}");
}

/// Answers each line or request of a visitor with what `jawab` says of it; one visitor after the other.
fn pelayan_tiruan(salam: &'static str, jawab: impl Fn(&str) -> String + Send + 'static) -> String {
    use std::io::{BufRead as _, BufReader, Write as _};
    let l = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let alamat = l.local_addr().unwrap().to_string();
    std::thread::spawn(move || {
        for s in l.incoming() {
            let mut s = s.unwrap();
            let _ = s.write_all(salam.as_bytes());
            let mut isi = BufReader::new(s.try_clone().unwrap());
            let mut baris = Vec::new();
            while isi.read_until(if salam.is_empty() { 0 } else { b'\n' }, &mut baris).is_ok_and(|n| n > 0) {
                if s.write_all(jawab(&String::from_utf8_lossy(&baris)).as_bytes()).is_err() {
                    break;
                }
                baris.clear();
                if salam.is_empty() {
                    break;
                }
            }
        }
    });
    alamat
}

/// A provider of single sign-on that answers two questions, whatever the address before the last step of the path.
fn penyedia_tiruan() -> String {
    use axum::{Json, Router, routing::get};
    let (kirim, terima) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let putar = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        putar.block_on(async move {
            let l = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
            let diri = format!("http://{}", l.local_addr().unwrap());
            kirim.send(diri.clone()).unwrap();
            let temuan = serde_json::json!({
                "issuer": diri, "authorization_endpoint": format!("{diri}/a"), "token_endpoint": format!("{diri}/t"), "jwks_uri": format!("{diri}/k"),
                "token_endpoint_auth_methods_supported": ["client_secret_basic"], "code_challenge_methods_supported": ["S256"],
            });
            let kunci = serde_json::json!({ "keys": [{ "kty": "RSA", "n": "AQAB", "e": "AQAB" }] });
            let r = Router::new()
                .route("/.well-known/openid-configuration", get(move || async move { Json(temuan) }))
                .route("/k", get(move || async move { Json(kunci) }));
            axum::serve(l, r).await.unwrap();
        });
    });
    terima.recv().unwrap()
}

/// What stands outside: asked with a short time, and what does not fit is said in words.
#[test]
fn the_doctor_asks_what_stands_outside() {
    use base64::{Engine as _, engine::general_purpose::STANDARD};
    use ring::{
        rand::SystemRandom,
        signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair},
    };
    let tmp = tempfile::tempdir().unwrap();
    let data = tmp.path().join("data");
    assert_eq!(di(&data, &["migrate"]).code, 0);
    let der = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &SystemRandom::new()).unwrap();
    let pem = format!("-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----\n", STANDARD.encode(der.as_ref()));
    std::fs::write(tmp.path().join("sso.pem"), pem).unwrap();
    std::fs::write(tmp.path().join("token"), "t").unwrap();
    let surat = pelayan_tiruan("220 surat.example ESMTP\r\n", |b| match b.get(..4) {
        Some("AUTH") => "535 no\r\n".into(),
        Some("EHLO") => "250-surat.example\r\n250 AUTH PLAIN LOGIN\r\n".into(),
        _ => "250 ok\r\n".into(),
    });
    let klamd = pelayan_tiruan("", |b| if b == "zVERSION\0" { "ClamAV 1.0.7/27500/Thu Jan  1 00:00:00 2026\0" } else { "?\0" }.into());
    let (gerbang, penyedia) = (pelayan_tiruan("", |_| String::new()), penyedia_tiruan());
    let tulis = |pengguna: &str, gerbang: &str| {
        let (pemilik, surat) = (tmp.path().display(), surat.rsplit(':').next().unwrap());
        let isi = format!(
            "[surat]\ncara = \"smtp\"\ndari = \"prima@dinas.example\"\nserver = \"127.0.0.1\"\nport = {surat}\ntls = \"tanpa\"\npengguna = \"{pengguna}\"\nsandi = \"x\"\n\
             [pindai]\nalamat = \"tcp:{klamd}\"\n[sso]\npenerbit = \"{penyedia}\"\nklien = \"prima\"\nkunci = \"{pemilik}/sso.pem\"\n\
             [gerbang]\njaringan = [\"127.0.0.0/8\"]\n[gerbang_wa]\nalamat = \"http://{gerbang}/kirim\"\ntoken = \"{pemilik}/token\"\nisi = '{{\"t\": \"{{templat}}\"}}'\n\
             [objek]\nalamat = \"http://127.0.0.1:1\"\nember = \"e\"\nkunci = \"k\"\nrahasia = \"x\"\n"
        );
        std::fs::write(data.join("prima.toml"), isi).unwrap();
        let awal = Instant::now();
        let o = di(&data, &["doctor"]);
        assert!(awal.elapsed() < Duration::from_secs(40), "{:?}", awal.elapsed());
        o.out
    };
    let teks = tulis("", &gerbang);
    for kata in [
        "baik       surat: server surel 127.0.0.1:",
        "PERHATIAN  pemindai virus: menjawab, tetapi daftar virusnya berumur",
        "tidak menerima bukti dengan kunci. Nyalakan private_key_jwt",
        "baik       gerbang WhatsApp: http://127.0.0.1:",
        "GAGAL      gerbang WhatsApp: isi tidak memuat {nomor}",
        "PERHATIAN  gerbang WhatsApp: templat belum disebut untuk: pesanan, permohonan, pengaduan, tiket",
        "GAGAL      penyimpanan objek",
    ] {
        assert!(teks.contains(kata), "{kata}\n{teks}");
    }
    let teks = tulis("prima", "127.0.0.1:1");
    for kata in [
        "GAGAL      surat: server surel 127.0.0.1:",
        "menolak",
        "GAGAL      gerbang WhatsApp: http://127.0.0.1:1/kirim tidak dapat dihubungi: sambungan ditolak",
    ] {
        assert!(teks.contains(kata), "{kata}\n{teks}");
    }
}

/// Everything that a person does here, at the level of debugging: none of his words is in the log, and each line is JSON with the id of its request.
#[test]
fn the_log_knows_nobody() {
    let tmp = tempfile::tempdir().unwrap();
    let mut p = perintah(&["serve", "--listen", "127.0.0.1:0", "--data"]);
    p.arg(tmp.path().join("data"));
    p.env("PRIMA_LAJU", "false").env("PRIMA_LOG_JSON", "1").env("RUST_LOG", "debug,sqlx=warn,sea_orm=warn");
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

//! Every route as somebody who means harm sees it: headers and cookies, paths that climb, script in every part of an address.

use axum::{
    body::Body,
    http::{HeaderMap, Method, StatusCode, header},
};
use store::peran::{Lingkup, Peran};
use web::{
    Konfig,
    rute::{Akses, Baris},
};

use crate::app::{Jawaban, Peramban, TestApp};

/// The pattern with one text in place of every part that varies.
fn dengan(pola: &str, isi: &str) -> String {
    let ganti = |bagian: &str| if bagian.starts_with('{') { isi.to_owned() } else { bagian.to_owned() };
    pola.split('/').map(ganti).collect::<Vec<_>>().join("/")
}

async fn panggil(p: &Peramban<'_>, metode: Method, jalur: &str) -> Jawaban {
    let req = p.permintaan(metode, jalur).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    p.kirim(req.body(Body::empty()).unwrap()).await
}

fn nilai<'a>(h: &'a HeaderMap, nama: &str) -> &'a str {
    h.get(nama).map_or("", |v| v.to_str().unwrap())
}

/// What must hold for an answer of this route, whatever its status.
#[track_caller]
fn kepala(b: &Baris, j: &Jawaban) {
    let (h, di) = (&j.headers, format!("{} {} ({})", b.metode, b.jalur, j.status));
    let csp = nilai(h, "content-security-policy");
    let boleh = |arah: &str| csp.split(';').map(str::trim).filter(|d| d.starts_with(arah)).any(|d| d.contains("unsafe") || d.contains('*'));
    assert!(csp.contains("default-src") && !boleh("script-src") && !boleh("default-src"), "{di}: {csp}");
    assert_eq!(nilai(h, "x-content-type-options"), "nosniff", "{di}");
    assert!(!nilai(h, "referrer-policy").is_empty(), "{di}");
    assert!(nilai(h, "strict-transport-security").starts_with("max-age="), "{di}");
    assert!(csp.contains("frame-ancestors") || nilai(h, "x-frame-options") == "DENY", "{di}");
    assert!(!h.contains_key("server") && !h.contains_key("x-powered-by"), "{di}");
    assert!(!h.contains_key("access-control-allow-credentials"), "{di}");
    // What has a body says of which kind it is, and text in which signs (a stream of events is UTF-8 by its own standard).
    let jenis = nilai(h, "content-type").to_ascii_lowercase();
    assert!(j.isi.is_empty() || !jenis.is_empty(), "{di}: no content type");
    let teks = jenis.starts_with("text/") && !jenis.starts_with("text/event-stream") || jenis.contains("xml") && !jenis.contains("openxml");
    assert!(!teks || jenis.contains("charset=utf-8"), "{di}: {jenis}");
    let simpan = nilai(h, "cache-control");
    assert!(!simpan.is_empty(), "{di}");
    if b.akses != Akses::Publik {
        assert!(simpan.contains("no-store") || simpan.contains("private"), "{di}: {simpan}");
        assert!(!h.contains_key("access-control-allow-origin"), "{di}");
    }
    for kuki in h.get_all(header::SET_COOKIE).iter().map(|v| v.to_str().unwrap()) {
        assert!(kuki.contains("Secure") && kuki.contains("SameSite=") && kuki.contains("Path=/"), "{di}: {kuki}");
        assert!(kuki.contains("HttpOnly") || kuki.starts_with("bahasa="), "{di}: {kuki}");
    }
}

#[tokio::test]
async fn every_answer_of_every_route_carries_the_headers() {
    let app = TestApp::dengan(Konfig { alamat: "https://prima.example".into(), laju: false, ..Konfig::default() }).await;
    let id = app.akun("admin@uji.example", &[(Peran::Admin, Lingkup::Instalasi)]).await;
    let admin = app.tamu();
    let token = store::sesi::buka(app.store(), id, "127.0.0.1", "uji").await.unwrap();
    admin.kuki.borrow_mut().insert("__Host-sesi".into(), token);
    assert_eq!(admin.get("/admin/pengguna").await.status, StatusCode::OK, "signed in");
    let tamu = app.tamu();
    let id = uuid::Uuid::now_v7().to_string();
    for b in web::daftar().tabel().iter().filter(|b| b.jalur != "/keluar") {
        for p in [&tamu, &admin] {
            kepala(b, &panggil(p, b.metode.clone(), &dengan(b.jalur, &id)).await);
        }
    }
    for jalur in ["/tidak-ada", "/masuk"] {
        let j = tamu.get(jalur).await;
        kepala(&Baris { metode: Method::GET, jalur: "/masuk", akses: Akses::Publik }, &j);
    }
}

#[tokio::test]
async fn no_route_climbs_out_of_its_folder_or_gives_script_back() {
    let app = TestApp::baru().await;
    let admin = app.sebagai(Peran::Admin, Lingkup::Instalasi).await;
    let tamu = app.tamu();
    let kunci = std::fs::read_to_string(app.store().folder().join("instalasi.kunci")).unwrap();
    let isi = [
        "..%2F..%2Finstalasi.kunci",
        "%2e%2e%2f%2e%2e%2f%2e%2e%2fetc%2fpasswd",
        "%2Fetc%2Fpasswd",
        "..%5c..%5cinstalasi.kunci",
        "a%0D%0AX-Jahat:%20ya%C3%A9",
        "%22%3E%3Cscript%3Ealert(7)%3C%2Fscript%3E",
    ];
    let (tabel, mut salah) = (web::daftar(), Vec::new());
    for b in tabel.tabel().iter().filter(|b| b.metode == Method::GET) {
        for isi in isi {
            // Also where an address has no part that varies: pages that read their query.
            let jalur =
                if b.jalur.contains('{') { dengan(b.jalur, isi) } else { format!("{}?q={isi}&cari={isi}&ke={isi}&urut={isi}", b.jalur) };
            let p = if b.akses == Akses::Publik { &tamu } else { &admin };
            let j = panggil(p, Method::GET, &jalur).await;
            let halaman = nilai(&j.headers, "content-type").starts_with("text/html");
            let temuan = [
                (j.status.is_server_error(), "a fault of the program"),
                (j.headers.contains_key("x-jahat"), "a header of the address"),
                (j.isi.contains("root:x:0") || j.isi.contains(kunci.trim()), "a file of the machine"),
                (halaman && j.isi.contains("<script>alert(7)"), "script on the page"),
                (j.ke().starts_with("//") || j.ke().contains(['<', '"']), "leads elsewhere, or to a broken address"),
            ];
            salah.extend(temuan.iter().filter(|(ya, _)| *ya).map(|(_, apa)| format!("{apa}: {jalur} ({}) {}", j.status, j.ke())));
        }
    }
    assert!(salah.is_empty(), "{}", salah.join("\n"));
}

/// Who lets a proxy limit requests keeps the limits that are not about requests.
#[tokio::test]
async fn a_coarse_limit_of_nothing_leaves_the_others() {
    let semua = [(Method::POST, "/bahasa"), (Method::GET, "/mal/tidak-ada/poster"), (Method::GET, "/api/v1/instansi")];
    for (laju, boleh) in [(true, [3, 2, 4]), (false, [8, 8, 8])] {
        let konfig = Konfig { laju, laju_per_detik: 0, umum_per_menit: 3, berkas_per_menit: 2, api_tamu_per_menit: 4, ..Konfig::default() };
        let app = TestApp::dengan(konfig).await;
        let tamu = app.tamu();
        let mut lolos = [0; 3];
        for (n, (metode, jalur)) in semua.iter().enumerate() {
            for _ in 0..8 {
                let j = panggil(&tamu, metode.clone(), jalur).await;
                let tolak = j.status == StatusCode::TOO_MANY_REQUESTS;
                lolos[n] += usize::from(!tolak);
                if tolak && jalur.starts_with("/api/") {
                    // Four a minute: one each quarter, of which some moments have gone by.
                    assert!((1..=15).contains(&nilai(&j.headers, "retry-after").parse::<u64>().unwrap()), "{:?}", j.headers);
                    j.memuat("umum-429-isi").memuat("Retry-After");
                    assert!(!j.isi.contains("muat ulang halaman"), "words for a page: {}", j.isi);
                }
            }
        }
        assert_eq!(lolos, boleh, "laju = {laju}");
    }
}

/// Forms of visitors and made files have limits of their own, counted by who asks.
#[tokio::test]
async fn each_class_of_routes_has_its_limit() {
    let konfig = Konfig { umum_per_menit: 3, berkas_per_menit: 2, tulis_per_menit: 4, laju_per_detik: 1_000, ..Konfig::default() };
    let app = TestApp::dengan(konfig).await;
    let tamu = app.tamu();
    let kali = async |p: &Peramban<'_>, metode: Method, jalur: &str| {
        let mut n = 0;
        for _ in 0..8 {
            n += usize::from(panggil(p, metode.clone(), jalur).await.status != StatusCode::TOO_MANY_REQUESTS);
        }
        n
    };
    assert_eq!(kali(&tamu, Method::POST, "/bahasa").await, 3);
    assert_eq!(kali(&tamu, Method::POST, "/pengaduan/tidak-ada/pencabutan").await, 0, "one class, one count");
    assert_eq!(kali(&tamu, Method::GET, "/mal/tidak-ada/poster").await, 2);
    assert_eq!(kali(&tamu, Method::GET, "/cari").await, 8, "pages are read on");
    let (a, b) = (app.sebagai(Peran::Admin, Lingkup::Instalasi).await, app.sebagai(Peran::Nasional, Lingkup::Instalasi).await);
    for p in [&a, &b] {
        assert_eq!(kali(p, Method::POST, "/akun").await, 4, "by account, not by address");
    }
}

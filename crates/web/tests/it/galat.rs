//! Errors and the layers around every request.

use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};
use store::peran::{Lingkup, Peran};
use testkit::basis::BasisUji;
use web::Konfig;

use crate::app::TestApp;

#[tokio::test]
async fn an_unknown_page_is_a_page_with_a_request_id() {
    let app = TestApp::baru().await;
    let jawaban = app.tamu().get("/tidak-ada").await;
    assert_eq!(jawaban.status, StatusCode::NOT_FOUND);
    let id = jawaban.headers["x-request-id"].to_str().unwrap();
    jawaban.memuat("Halaman tidak ditemukan").memuat(id);
    // A visitor has no scope of work, but perhaps a code.
    jawaban.memuat("Bila Anda memegang kode").memuat("name=\"q\"");
    assert!(!jawaban.isi.contains("lingkup tugas"));
}

#[tokio::test]
async fn an_address_for_forms_only_says_so_when_it_is_opened() {
    let app = TestApp::baru().await;
    let jawaban = app.tamu().get("/keluar").await;
    assert_eq!(jawaban.status, StatusCode::METHOD_NOT_ALLOWED);
    jawaban.memuat("Tidak dapat dibuka dengan cara ini").memuat("kembali ke halaman formulirnya");
}

#[tokio::test]
async fn a_script_gets_json() {
    let app = TestApp::baru().await;
    let tamu = app.tamu();
    let mut req = tamu.permintaan(Method::GET, "/tidak-ada").body(Body::empty()).unwrap();
    req.headers_mut().insert(header::ACCEPT, "application/json".parse().unwrap());
    let jawaban = tamu.kirim(req).await;
    assert_eq!(jawaban.headers[header::CONTENT_TYPE], "application/json");
    jawaban.memuat("\"galat\":\"umum-404-judul\"");
}

#[tokio::test]
async fn a_form_of_another_site_is_refused() {
    let app = TestApp::baru().await;
    let tamu = app.tamu();
    let mut req = tamu.permintaan(Method::POST, "/bahasa").body(Body::from("bahasa=en")).unwrap();
    req.headers_mut().insert("sec-fetch-site", "cross-site".parse().unwrap());
    let jawaban = tamu.kirim(req).await;
    assert_eq!(jawaban.status, StatusCode::FORBIDDEN);
    jawaban.memuat("Kiriman dari situs lain ditolak");
}

/// Browsers that send no `Sec-Fetch-Site`: the origin must be ours, even when a proxy passes another host on.
#[tokio::test]
async fn without_fetch_metadata_the_origin_decides() {
    let app = TestApp::dengan(Konfig { alamat: "https://prima.example".into(), laju: false, ..Konfig::default() }).await;
    let tamu = app.tamu();
    let asal = [
        ("https://prima.example", StatusCode::SEE_OTHER),
        ("http://prima.example", StatusCode::FORBIDDEN),
        ("https://prima.example.evil.example", StatusCode::FORBIDDEN),
        ("https://evil.example", StatusCode::FORBIDDEN),
        ("null", StatusCode::FORBIDDEN),
    ];
    for (asal, harap) in asal {
        let req = tamu.permintaan(Method::POST, "/bahasa").header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let mut req = req.header(header::ORIGIN, asal).body(Body::from("bahasa=en")).unwrap();
        req.headers_mut().remove("sec-fetch-site");
        assert_eq!(tamu.kirim(req).await.status, harap, "{asal}");
    }
}

#[tokio::test]
async fn a_body_over_the_limit_is_413_and_not_a_form_400() {
    let app = TestApp::dengan(Konfig { batas_isi: 100, laju: false, ..Konfig::default() }).await;
    let panjang = "x".repeat(200);
    let jawaban = app.tamu().post("/bahasa", &[("bahasa", &panjang)]).await;
    assert_eq!(jawaban.status, StatusCode::PAYLOAD_TOO_LARGE);
    jawaban.memuat("Kiriman terlalu besar");
}

#[tokio::test]
async fn pages_carry_the_security_headers_errors_too() {
    let app = TestApp::baru().await;
    for jalur in ["/", "/tidak-ada"] {
        let jawaban = app.tamu().get(jalur).await;
        let csp = jawaban.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
        assert!(csp.contains("script-src 'self'") && !csp.contains("unsafe"), "{csp}");
        assert_eq!(jawaban.headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
        assert_eq!(jawaban.headers[header::CACHE_CONTROL], "no-store");
        assert!(!jawaban.isi.contains("style=\""), "inline style on {jalur}");
    }
}

#[tokio::test]
async fn the_rate_limit_answers_429() {
    let app = TestApp::dengan(Konfig { laju_per_detik: 1, ..Konfig::default() }).await;
    let tamu = app.tamu();
    for _ in 0..12 {
        tamu.get("/sehat").await;
    }
    for jalur in ["/sehat", "/api/v1/instansi"] {
        // A slow machine may have earned another one meanwhile.
        let mut j = tamu.get(jalur).await;
        for _ in 0..40 {
            if j.status != StatusCode::TOO_MANY_REQUESTS {
                j = tamu.get(jalur).await;
            }
        }
        assert_eq!(j.status, StatusCode::TOO_MANY_REQUESTS, "{jalur}");
        assert_eq!(j.headers[header::RETRY_AFTER], "1", "{jalur}: one a second");
    }
}

/// A writer that holds the database: the answer is an error page with a request id, nothing is saved, the server goes on.
#[tokio::test]
async fn a_locked_database_is_told_and_the_server_stays_up() {
    let app = TestApp::dengan(Konfig { batas_waktu: 1, laju: false, ..Konfig::default() }).await;
    let id = app.akun("ani@uji.example", &[]).await;
    let orang = app.masuk(id).await;
    let isian = [("nama", "Nama Baru"), ("jabatan", ""), ("bahasa", "id"), ("versi", "1")];
    let tx = app.store().mulai().await.unwrap();
    let jawaban = orang.post("/akun", &isian).await;
    assert_eq!(jawaban.status, StatusCode::SERVICE_UNAVAILABLE);
    jawaban.memuat(jawaban.headers["x-request-id"].to_str().unwrap());
    drop(tx);
    let halaman = orang.get("/akun").await;
    assert!(!halaman.isi.contains("Nama Baru"), "nothing was saved");
    assert_eq!(orang.post("/akun", &isian).await.status, StatusCode::SEE_OTHER);
}

/// What was typed beside a file comes back, also where the handler gave up before it read the form; the file does not.
#[tokio::test]
async fn the_text_of_a_form_with_files_comes_back_when_nothing_was_kept() {
    async fn dibaca(mut m: axum::extract::Multipart) -> Result<(), web::Error> {
        while let Some(b) = m.next_field().await? {
            b.bytes().await?;
        }
        Err(store::StoreError::GudangJauh.into())
    }
    async fn belum() -> Result<(), web::Error> {
        Err(store::StoreError::GudangJauh.into())
    }
    let mut app = TestApp::baru().await;
    let rute = axum::Router::new().route("/dibaca", axum::routing::post(dibaca)).route("/belum", axum::routing::post(belum));
    app.router = web::middleware::pasang(rute, app.state.clone());
    let kirim = async |jalur: &str, medan: &str| {
        let isi = format!(
            "--b\r\nContent-Disposition: form-data; name=\"{medan}\"\r\n\r\nAntre sejak <07.00>\r\n--b\r\nContent-Disposition: form-data; \
             name=\"berkas\"; filename=\"a.pdf\"\r\nContent-Type: application/pdf\r\n\r\n{}\r\n--b\r\nContent-Disposition: form-data; \
             name=\"akhir\"\r\n\r\nTerima kasih\r\n--b--\r\n",
            "isi berkas ".repeat(1_000)
        );
        let tamu = app.tamu();
        let req = tamu.permintaan(Method::POST, jalur).header("content-type", "multipart/form-data; boundary=b");
        let j = tamu.kirim(req.body(axum::body::Body::from(isi)).unwrap()).await;
        assert_eq!(j.status, StatusCode::SERVICE_UNAVAILABLE, "{jalur}");
        j.memuat("Penyimpanan berkas tidak menjawab");
        assert!(!j.isi.contains("isi berkas "), "{jalur}");
        j.isi
    };
    for jalur in ["/dibaca", "/belum"] {
        let isi = kirim(jalur, "uraian").await;
        assert!(isi.contains("Antre sejak &#60;07.00&#62;") && isi.contains("Terima kasih"), "{jalur}: {isi}");
        assert!(
            isi.contains(&format!("action=\"{jalur}\" enctype=\"multipart/form-data\"")) && isi.contains("Pilih berkasnya sekali lagi")
        );
        assert!(!kirim(jalur, "sandi").await.contains("Antre sejak"), "a form with a password is not kept");
    }
}

#[tokio::test]
async fn a_panic_is_a_page_and_the_next_request_is_served() {
    let mut app = TestApp::baru().await;
    let jatuh = axum::Router::new().route("/jatuh", axum::routing::get(async || -> &'static str { panic!("on purpose") }));
    app.router = web::middleware::pasang(jatuh, app.state.clone());
    for _ in 0..2 {
        let jawaban = app.tamu().get("/jatuh").await;
        assert_eq!(jawaban.status, StatusCode::INTERNAL_SERVER_ERROR);
        jawaban.memuat("Terjadi kesalahan pada program");
        assert!(!jawaban.isi.contains("on purpose"));
    }
}

testkit::dua_basis! {
    /// PostgreSQL's text holds no NUL: neither a page address, a search nor a form may fail because of one.
    async fn a_nul_is_no_fault_of_the_program(basis: BasisUji) {
        let app = TestApp::pada(basis).await;
        let admin = app.sebagai(Peran::Admin, Lingkup::Instalasi).await;
        for jalur in ["/f03/a%00b", "/masuk?kembali=%2F%00", "/verifikasi/%00", "/admin/pengguna?cari=%00", "/sandi/setel/%00"] {
            assert_eq!(admin.get(jalur).await.status, StatusCode::NOT_FOUND, "{jalur}");
        }
        let isian = [("nama", "A\0ni"), ("jabatan", "\0"), ("bahasa", "id"), ("versi", "1"), ("\0", "\0")];
        assert_eq!(admin.post("/akun", &isian).await.status, StatusCode::SEE_OTHER);
        admin.get("/akun").await.memuat("value=\"Ani\"");
    }
}

/// Announced length over the limit of an ordinary form: refused before a byte of it is awaited.
#[tokio::test]
async fn a_form_that_announces_too_much_is_refused_unread() {
    let app = TestApp::baru().await;
    let tamu = app.tamu();
    let req = tamu.permintaan(Method::POST, "/bahasa").header(header::CONTENT_LENGTH, "10000000");
    let tak_datang = Body::from_stream(futures_util::stream::pending::<Result<Vec<u8>, std::io::Error>>());
    let jawaban = tokio::time::timeout(std::time::Duration::from_secs(5), tamu.kirim(req.body(tak_datang).unwrap())).await;
    assert_eq!(jawaban.expect("no waiting").status, StatusCode::PAYLOAD_TOO_LARGE);
}

//! Assets are cached for ever and the first page is light.

use axum::http::{Method, StatusCode, header};

use crate::app::TestApp;

#[tokio::test]
async fn hashed_assets_are_immutable_and_compressed() {
    let app = TestApp::baru().await;
    let tamu = app.tamu();
    let req = tamu.permintaan(Method::GET, &web::aset::aset("app.css")).header(header::ACCEPT_ENCODING, "gzip, br");
    let jawaban = tamu.kirim(req.body(axum::body::Body::empty()).unwrap()).await;
    assert_eq!(jawaban.status, StatusCode::OK);
    assert_eq!(jawaban.headers[header::CONTENT_ENCODING], "gzip");
    assert!(jawaban.headers[header::CACHE_CONTROL].to_str().unwrap().contains("immutable"));
    assert_eq!(tamu.get("/aset/0/nothing.css").await.status, StatusCode::NOT_FOUND);
}

/// DESIGN section 9: the first page is under 60 kB compressed, everything it loads included.
#[tokio::test]
async fn the_first_page_is_under_60_kb() {
    let app = TestApp::baru().await;
    let tamu = app.tamu();
    let req = tamu.permintaan(Method::GET, "/").header(header::ACCEPT_ENCODING, "gzip");
    let halaman = tamu.kirim(req.body(axum::body::Body::empty()).unwrap()).await;
    assert_eq!(halaman.headers[header::CONTENT_ENCODING], "gzip");
    let aset: usize = ["app.css", "app.js", "ikon.svg", "ikon-set.svg"].iter().map(|n| web::aset::panjang_gzip(n).unwrap()).sum();
    assert!(halaman.isi.len() + aset < 60_000, "{} + {aset}", halaman.isi.len());
}

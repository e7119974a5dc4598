use axum::{
    body::Body,
    http::{Method, Request, StatusCode, header},
};
use store::pemberitahuan::{Cara, cara};

use crate::app::TestApp;

#[tokio::test]
async fn a_link_stops_its_kind_only_and_nobody_can_make_one() {
    let app = TestApp::baru().await;
    let akun = app.akun("a@uji.example", &[]).await;
    let jalur = web::pemberitahuan::jalur_henti(app.store().kunci(), akun, "f01-kirim");
    let tamu = app.tamu();
    tamu.get(&jalur).await.memuat("Hentikan surel untuk: F01 dikirim?");
    let pilihan = async || cara::milik(app.store(), akun).await.unwrap();
    assert_eq!(pilihan().await.untuk("f01-kirim"), Cara::Surel, "looking at the link stops nothing: mail scanners do");
    // As a mail program asks: no cookie, no origin, a body of its own (RFC 8058).
    let req = Request::builder().method(Method::POST).uri(&jalur).header(header::HOST, "127.0.0.1");
    let req = req.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded").body(Body::from("List-Unsubscribe=One-Click")).unwrap();
    assert_eq!(tamu.kirim(req).await.status, StatusCode::OK);
    assert_eq!(pilihan().await.untuk("f01-kirim"), Cara::Program);
    assert_eq!(pilihan().await.untuk("f01-tarik"), Cara::Surel);
    // The same signature for another kind, and one changed sign.
    for salah in
        [jalur.replace("f01-kirim", "f01-tarik"), format!("{}A", &jalur[..jalur.len() - 1]), "/pemberitahuan/henti/f01-kirim/x".to_owned()]
    {
        if salah != jalur {
            assert_eq!(tamu.post(&salah, &[]).await.status, StatusCode::NOT_FOUND, "{salah}");
        }
    }
    assert_eq!(pilihan().await.untuk("f01-tarik"), Cara::Surel);
}

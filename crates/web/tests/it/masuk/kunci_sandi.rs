//! Passkeys on the pages: what a browser is asked, what a refusal looks like, and that nothing is offered where browsers have none. What a
//! device signs is in `store/tests/it/kunci_sandi.rs` and, with a browser, in `e2e/uji/masuk_kuat.uji.mjs`.

use axum::http::StatusCode;
use serde_json::Value;
use web::Konfig;

use super::akun_bersandi;
use crate::app::TestApp;

async fn bernama() -> TestApp {
    TestApp::dengan(Konfig { laju: false, alamat: "http://localhost:8080".into(), ..Konfig::default() }).await
}

#[tokio::test]
async fn a_browser_is_asked_for_this_place_only() {
    let app = bernama().await;
    let tamu = app.tamu();
    tamu.get("/masuk").await.memuat("Masuk dengan kunci sandi").memuat("kunci-sandi");
    let j = tamu.post("/masuk/kunci-sandi/tantangan", &[]).await;
    let v: Value = serde_json::from_str(&j.isi).unwrap();
    let p = &v["publicKey"];
    assert_eq!((p["rpId"].as_str(), p["userVerification"].as_str()), (Some("localhost"), Some("required")));
    assert!(tamu.kuki.borrow().contains_key("tantangan") && p["challenge"].as_str().unwrap().len() == 43);
    for isi in [vec![], vec![("ks-kredensial", "YQ"), ("ks-klien", "e30"), ("ks-alat", "AA"), ("ks-tanda", "AA")]] {
        let j = tamu.post("/masuk/kunci-sandi", &[&[("kembali", "/akun")], isi.as_slice()].concat()).await;
        assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
        j.memuat("tidak dapat dipakai di sini").memuat("value=\"/akun\"");
    }
    let orang = app.masuk(akun_bersandi(&app, "ani@uji.example").await).await;
    orang.get("/akun/dua-langkah").await.memuat("Belum ada kunci sandi");
    let j = orang.post("/akun/kunci-sandi/tantangan", &[("guna", "daftar")]).await;
    let v: Value = serde_json::from_str(&j.isi).unwrap();
    assert_eq!((v["publicKey"]["user"]["name"].as_str(), v["publicKey"]["attestation"].as_str()), (Some("ani@uji.example"), Some("none")));
    let j = orang.post("/akun/kunci-sandi", &[("nama-kunci", "Ponsel"), ("ks-klien", "e30"), ("ks-objek", "oA")]).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("Kunci sandi itu tidak dapat diterima");
    orang.post("/akun/kunci-sandi", &[]).await.memuat("Beri nama perangkatnya");
    app.store().jam().maju(700);
    let j = orang.post("/akun/kunci-sandi/tantangan", &[("guna", "daftar")]).await;
    assert_eq!(j.status, StatusCode::CONFLICT);
    j.memuat("/masuk/ulang?kembali=/akun/dua-langkah");
}

#[tokio::test]
async fn nothing_is_offered_where_browsers_have_no_passkeys() {
    let app = TestApp::baru().await;
    assert!(!app.tamu().get("/masuk").await.isi.contains("Masuk dengan kunci sandi"));
    assert_eq!(app.tamu().post("/masuk/kunci-sandi/tantangan", &[]).await.status, StatusCode::NOT_FOUND);
    let orang = app.masuk(akun_bersandi(&app, "ani@uji.example").await).await;
    orang.get("/akun/dua-langkah").await.memuat("belum dibuka lewat alamat https");
}

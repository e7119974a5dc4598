//! Signing in and out, held forms, one-time links, the first administrator.

pub mod dua_langkah;
mod kunci_sandi;
mod mulai;
mod sandi;
mod sso;
mod tertahan;

use axum::http::{StatusCode, header};
use store::{akun, id::AkunId};
use testkit::basis::BasisUji;
use web::Konfig;

use crate::app::TestApp;

pub const SANDI: &str = "empat kata yang biasa";

/// An account with a password.
pub async fn akun_bersandi(app: &TestApp, surel: &str) -> AkunId {
    let id = app.akun(surel, &[]).await;
    let phc = store::sandi::buat(SANDI.to_owned()).await.unwrap();
    let tx = app.store().mulai().await.unwrap();
    akun::ganti_sandi(&tx, None, id, phc).await.unwrap();
    tx.commit().await.unwrap();
    id
}

testkit::dua_basis! {
    async fn a_visitor_signs_in_and_comes_back_to_the_page_he_wanted(basis: BasisUji) {
        let app = TestApp::pada(basis).await;
        akun_bersandi(&app, "ani@uji.example").await;
        let tamu = app.tamu();
        let jawaban = tamu.get("/akun/sesi?a=b").await;
        assert_eq!((jawaban.status, jawaban.ke()), (StatusCode::SEE_OTHER, "/masuk?kembali=/akun/sesi%3Fa%3Db"));
        tamu.get(jawaban.ke()).await.memuat("name=\"kembali\" value=\"/akun/sesi?a=b\"").memuat("id=\"surel\"").memuat("id=\"sandi\"");
        let jawaban = tamu.post("/masuk", &[("surel", " ANI@uji.example"), ("sandi", SANDI), ("kembali", "/akun/sesi?a=b")]).await;
        assert_eq!((jawaban.status, jawaban.ke()), (StatusCode::SEE_OTHER, "/akun/sesi?a=b"));
        tamu.get("/akun/sesi").await.memuat("Peramban ini");
        tamu.post("/keluar", &[]).await;
        assert_eq!(tamu.get("/akun").await.status, StatusCode::SEE_OTHER);
    }
}

#[tokio::test]
async fn what_was_wrong_is_not_told_and_the_address_stays_typed() {
    let app = TestApp::baru().await;
    akun_bersandi(&app, "ani@uji.example").await;
    let mut isi = Vec::new();
    for surel in ["ani@uji.example", "tidak-ada@uji.example"] {
        let jawaban = app.tamu().post("/masuk", &[("surel", surel), ("sandi", "salah sekali ini")]).await;
        assert_eq!(jawaban.status, StatusCode::UNPROCESSABLE_ENTITY);
        jawaban.memuat("Surel atau kata sandi tidak cocok").memuat(&format!("value=\"{surel}\""));
        assert!(!jawaban.isi.contains("salah sekali ini"), "a password is never sent back");
        let id = jawaban.headers["x-request-id"].to_str().unwrap().to_owned();
        isi.push(jawaban.isi.replace(surel, "").replace(&id, ""));
    }
    assert_eq!(isi[0], isi[1]);
}

#[tokio::test]
async fn the_eleventh_attempt_is_held_even_with_the_right_password() {
    let app = TestApp::baru().await;
    akun_bersandi(&app, "ani@uji.example").await;
    let tamu = app.tamu();
    for _ in 0..10 {
        tamu.post("/masuk", &[("surel", "ani@uji.example"), ("sandi", "salah sekali ini")]).await;
    }
    let jawaban = tamu.post("/masuk", &[("surel", "ani@uji.example"), ("sandi", SANDI)]).await;
    assert_eq!(jawaban.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(jawaban.headers.contains_key(header::RETRY_AFTER));
    app.store().jam().maju(16 * 60);
    let jawaban = tamu.post("/masuk", &[("surel", "ani@uji.example"), ("sandi", SANDI)]).await;
    assert_eq!(jawaban.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_session_ends_after_a_day_without_use() {
    let app = TestApp::baru().await;
    let id = app.akun("ani@uji.example", &[]).await;
    let orang = app.masuk(id).await;
    assert_eq!(orang.get("/akun").await.status, StatusCode::OK);
    app.store().jam().maju(13 * 3600);
    assert_eq!(orang.get("/akun").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn with_https_the_cookie_is_bound_to_the_host() {
    let konfig = Konfig { alamat: "https://prima.example".into(), laju: false, ..Konfig::default() };
    let app = TestApp::dengan(konfig).await;
    akun_bersandi(&app, "ani@uji.example").await;
    let tamu = app.tamu();
    let jawaban = tamu.post("/masuk", &[("surel", "ani@uji.example"), ("sandi", SANDI)]).await;
    let cookie = jawaban.headers[header::SET_COOKIE].to_str().unwrap();
    for bagian in ["__Host-sesi=", "Path=/", "HttpOnly", "SameSite=Lax", "Secure"] {
        assert!(cookie.contains(bagian), "{cookie}");
    }
    assert!(jawaban.headers.contains_key(header::STRICT_TRANSPORT_SECURITY));
    assert_eq!(tamu.get("/akun").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_new_login_ends_the_session_this_browser_had() {
    let app = TestApp::baru().await;
    let id = akun_bersandi(&app, "ani@uji.example").await;
    let orang = app.masuk(id).await;
    let lama = orang.kuki.borrow()["sesi"].clone();
    orang.post("/masuk", &[("surel", "ani@uji.example"), ("sandi", SANDI)]).await;
    assert_ne!(orang.kuki.borrow()["sesi"], lama);
    assert!(store::sesi::pelaku(app.store(), &lama, "", "").await.unwrap().is_none());
}

#[tokio::test]
async fn a_disabled_account_is_out_at_once() {
    let app = TestApp::baru().await;
    let id = akun_bersandi(&app, "ani@uji.example").await;
    let orang = app.masuk(id).await;
    let tx = app.store().mulai().await.unwrap();
    akun::nonaktifkan(&tx, None, id, "pindah tugas").await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(orang.get("/akun").await.status, StatusCode::SEE_OTHER);
    let jawaban = orang.post("/masuk", &[("surel", "ani@uji.example"), ("sandi", SANDI)]).await;
    assert_eq!(jawaban.status, StatusCode::UNPROCESSABLE_ENTITY);
}

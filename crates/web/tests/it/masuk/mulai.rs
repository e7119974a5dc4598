//! The first administrator.

use axum::http::StatusCode;
use store::{
    akun::{self, JenisTautan},
    peran::{self, Peran},
};

use super::SANDI;
use crate::app::TestApp;

#[tokio::test]
async fn the_printed_link_makes_one_administrator_and_then_nothing() {
    let app = TestApp::baru().await;
    let tx = app.store().mulai().await.unwrap();
    let rahasia = akun::buat_tautan(&tx, None, JenisTautan::AdminPertama, None, 3600).await.unwrap();
    tx.commit().await.unwrap();
    let jalur = format!("/mulai/{rahasia}");
    let tamu = app.tamu();
    tamu.get(&jalur).await.memuat("akun pengelola pertama");
    let kurang = tamu.post(&jalur, &[("nama", "Ani"), ("sandi", SANDI), ("ulangi", SANDI)]).await;
    assert_eq!(kurang.status, StatusCode::UNPROCESSABLE_ENTITY);
    kurang.memuat("value=\"Ani\"");
    let isian = [("nama", "Ani"), ("surel", "ani@uji.example"), ("jabatan", "Pranata komputer"), ("sandi", SANDI), ("ulangi", SANDI)];
    assert_eq!(tamu.post(&jalur, &isian).await.status, StatusCode::SEE_OTHER);
    tamu.get("/akun").await.memuat("Pengelola sistem");
    let pertama = "Daftarkan instansi Anda";
    let j = tamu.get("/").await;
    j.memuat(pertama).memuat("href=\"/admin/instansi/baru\"");
    assert!(!j.isi.contains("Tidak ada yang menunggu tindakan Anda"), "{}", j.isi);
    let kota = [("kode", "64.72"), ("nama", "Kota Samarinda"), ("jenis", "kota"), ("wilayah", "64.72"), ("zona", "WITA")];
    assert_eq!(tamu.post("/admin/instansi/baru", &kota).await.status, StatusCode::SEE_OTHER);
    assert!(!tamu.get("/").await.isi.contains(pertama));
    assert_eq!(app.tamu().get(&jalur).await.status, StatusCode::NOT_FOUND);

    let akun = akun::dari_surel(app.store(), "ani@uji.example").await.unwrap().unwrap();
    let milik = peran::milik(app.store(), akun.id, "2026-03-02").await.unwrap();
    assert_eq!(milik.iter().map(|p| p.peran).collect::<Vec<_>>(), [Peran::Admin]);
}

#[tokio::test]
async fn a_guessed_link_is_an_ordinary_404() {
    let app = TestApp::baru().await;
    assert_eq!(app.tamu().get("/mulai/abc").await.status, StatusCode::NOT_FOUND);
}

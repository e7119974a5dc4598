//! Instansi: registered ones and those of the history.

use axum::http::StatusCode;
use store::instansi::{self, InstansiBaru};

use super::impor;
use crate::{app::TestApp, bangun::Dunia};

#[tokio::test]
async fn the_list_holds_both_kinds_and_can_be_searched() {
    let d = Dunia::baru().await;
    impor(&d.app).await;
    let tamu = d.app.tamu();
    tamu.get("/instansi").await.memuat("Kabupaten Uji").memuat("/instansi/64.08").memuat("/instansi/kab-jember").memuat("2021–2025");
    let hasil = tamu.get("/instansi?cari=jawa&kelompok=provinsi").await;
    hasil.memuat("Prov. Jawa Timur");
    assert!(!hasil.isi.contains("Kab. Jember"));
    tamu.get("/instansi?cari=zzz").await.memuat("Tidak ada yang cocok");
    assert_eq!(tamu.get("/instansi/tidak-ada").await.status, StatusCode::NOT_FOUND);
    assert_eq!(tamu.get("/instansi/indonesia").await.status, StatusCode::NOT_FOUND, "a national mean is no instansi");
}

#[tokio::test]
async fn a_page_of_the_history_has_line_table_sources_and_contradictions() {
    let app = TestApp::baru().await;
    impor(&app).await;
    let tamu = app.tamu();
    tamu.get("/instansi/kab-jember")
        .await
        .memuat("grafik-garis")
        .memuat("3,19")
        .memuat("jatimpedia.io")
        .memuat("Dinas Sosial")
        .memuat("halaman ini hanya memuat kutipan");
    let malang = tamu.get("/instansi/kota-malang").await;
    malang.memuat("4,57").memuat("4,54").memuat("Bertentangan");
    let madiun = tamu.get("/instansi/kota-madiun").await;
    madiun.memuat("PEKPPP nasional").memuat("PEKPPP mandiri").memuat("92,20 pada skala 100");
    assert!(!madiun.isi.contains("ILUSTRASI"));
}

#[tokio::test]
async fn an_instansi_that_is_registered_takes_its_history_along() {
    let app = TestApp::baru().await;
    impor(&app).await;
    let tx = app.store().mulai().await.unwrap();
    let jember = InstansiBaru { kode: "35.09", nama: "Kabupaten Jember", jenis: "kabupaten", wilayah: Some("35.09"), zona: "WIB" };
    instansi::tambah(&tx, None, jember).await.unwrap();
    tx.commit().await.unwrap();
    impor(&app).await;
    let tamu = app.tamu();
    assert_eq!(tamu.get("/instansi/kab-jember").await.ke(), "/instansi/35.09");
    tamu.get("/instansi/35.09").await.memuat("3,19").memuat("grafik-garis");
    tamu.get("/instansi").await.memuat("/instansi/35.09");
}

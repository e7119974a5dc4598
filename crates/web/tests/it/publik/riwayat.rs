//! `/peringkat`: quoted values only, never taken for an official or an own ranking.

use super::{bekukan, impor, terbitkan};
use crate::{app::TestApp, bangun::Dunia};

#[tokio::test]
async fn without_values_it_says_how_they_come_in() {
    let app = TestApp::baru().await;
    app.tamu().get("/peringkat").await.memuat("Belum ada nilai dari sumber terbuka");
}

#[tokio::test]
async fn values_carry_source_certainty_and_note() {
    let app = TestApp::baru().await;
    impor(&app).await;
    let tamu = app.tamu();
    tamu.get("/peringkat")
        .await
        .memuat("Dikutip dari sumber terbuka (pers), bukan hasil Prima")
        .memuat("bukan peringkat resmi")
        .memuat("Kab. Sumedang")
        .memuat("4,72");
    let kota = tamu.get("/peringkat?tahun=2024&skema=nasional&kelompok=kota").await;
    kota.memuat("Sumber yang bertentangan").memuat("4,57").memuat("4,54").memuat("Dikutip dari pemberitaan").memuat("Indonesia");
    tamu.get("/peringkat?tahun=2024&skema=nasional&kelompok=kabupaten")
        .await
        .memuat("Sumber menyebut A")
        .memuat("https://radarpekalongan.id/");
    tamu.get("/peringkat?tahun=2025&skema=nasional&kelompok=kabupaten").await.memuat("berbagi urutan");
    tamu.get("/peringkat?tahun=1999&skema=x&kelompok=%3Cb%3E").await.memuat("Kab. Sumedang");
}

#[tokio::test]
async fn own_results_never_stand_among_quoted_ones() {
    let d = Dunia::baru().await;
    impor(&d.app).await;
    bekukan(&d).await;
    terbitkan(&d).await;
    for p in store::riwayat::pilihan(d.app.store()).await.unwrap() {
        let halaman = d.app.tamu().get(&format!("/peringkat?tahun={}&skema={}&kelompok={}", p.tahun, p.skema, p.kelompok)).await;
        assert!(!halaman.isi.contains("Kabupaten Uji"));
        assert!(!halaman.isi.contains("ILUSTRASI"));
    }
}

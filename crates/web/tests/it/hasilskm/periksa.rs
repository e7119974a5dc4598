//! The checker of reports: every example of the page gives the verdict that it is there to show.

use axum::http::StatusCode;

use crate::app::TestApp;

#[tokio::test]
async fn the_examples_show_what_they_say() {
    let app = TestApp::baru().await;
    let tamu = app.tamu();
    let awal = tamu.get("/periksa-skm").await;
    awal.memuat("Periksa laporan SKM").memuat("V06");
    assert!(!awal.isi.contains("Bogor") && !awal.isi.contains("Amahai"), "no office is named");
    let harap = [
        ("V04", "Angkanya cocok"),
        ("V01", "Laporan menyebut bobot"),
        ("V06", "tampaknya tersalin, bukan dihitung"),
        ("V07", "bukan 87,40"),
        ("V08", "dibagi 10, padahal ada 9 unsur"),
        ("T02", "tampaknya salah ketik"),
        ("T06", "memakai batas lama"),
    ];
    for (id, teks) in harap {
        let tautan = awal.isi.split("href=\"").find(|s| s.contains(&format!("Contoh {id} "))).unwrap();
        let jalur = tautan.split('"').next().unwrap().replace("&amp;", "&").replace("&#38;", "&");
        let h = tamu.get(&jalur).await;
        assert_eq!(h.status, StatusCode::OK, "{id}");
        h.memuat(teks);
    }
}

#[tokio::test]
async fn what_is_typed_comes_back_with_its_faults() {
    let app = TestApp::baru().await;
    let tamu = app.tamu();
    let salah = tamu.get("/periksa-skm?u1=tiga&ikm=81&n=x").await;
    assert_eq!(salah.status, StatusCode::UNPROCESSABLE_ENTITY);
    salah.memuat("value=\"tiga\"").memuat("Tulis angka, misalnya 3,45.");
    tamu.get("/periksa-skm?ikm=81").await.memuat("Belum dapat diperiksa");
    tamu.get("/periksa-skm?jenis=jumlah&u1=100&u2=90").await.memuat("jumlah responden harus diisi");
    tamu.get("/periksa-skm?u1=3&u2=3&u3=3&ikm=75,00&mutu=C").await.memuat("Angkanya cocok").memuat("75,00");
    tamu.get("/periksa-skm?u1=7&u2=3&ikm=125").await.memuat("di luar skala");
}

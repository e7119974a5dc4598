//! What anyone sees: only what is published and not taken back, with the fields that the regulation names.

use axum::http::{StatusCode, header};
use store::{kueri::Kueri as _, nilai};
use testkit::basis::BasisUji;

use super::{Uji, enam_puluh};
use crate::app::TestApp;

testkit::dua_basis! {
    async fn a_published_round_is_open_and_a_withdrawn_one_says_why(basis: BasisUji) {
        let u = Uji::baru(TestApp::pada(basis).await).await;
        let tamu = u.app.tamu();
        tamu.get("/hasil-skm").await.memuat("Belum ada hasil survei yang terbit");
        let id = u.semester().await;
        u.jawab(id, &enam_puluh(), Some("RAHASIA")).await;
        let kode = store::skm::dari_id(u.app.store().baca(), id).await.unwrap().kode;
        let semua = ["", "/sematan", "/data.csv", "/data.json", "/bundel"].map(|s| format!("/hasil-skm/{kode}{s}"));
        for jalur in &semua {
            assert_eq!(tamu.get(jalur).await.status, StatusCode::NOT_FOUND, "not published: {jalur}");
        }
        u.terbitkan(id).await;
        // Answers that come after it change nothing that is published.
        u.jawab(id, &[(1, 1, [0, 0, 0, 0, 0]); 30], None).await;
        tamu.get("/hasil-skm").await.memuat("RSUD Kudungga").memuat("83,33").memuat("60 responden");
        tamu.get("/hasil-skm?cari=kudungga").await.memuat(&format!("/hasil-skm/{kode}"));
        tamu.get("/hasil-skm?cari=zzz").await.memuat("Tidak ada yang cocok");
        tamu.get("/hasil-skm?instansi=64.08").await.memuat("RSUD Kudungga");
        assert!(!tamu.get("/hasil-skm?instansi=35.09").await.isi.contains("RSUD Kudungga"));
        let h = tamu.get(&semua[0]).await;
        h.memuat("83,33").memuat("Lembar publikasi").memuat("Nama unit pelayanan").memuat("Rawat jalan; Rawat inap").memuat("Jumlah responden");
        h.memuat("Laki-laki 45, Perempuan 12").memuat("Pendidikan").memuat("Periode survei").memuat("1 Januari 2026").memuat("kurang dari 10");
        h.memuat("&#60;iframe src=").memuat("gambar-unsur").memuat("menurut ingatan").memuat("Periksa keaslian angka ini");
        for jalur in &semua[2..] {
            let h = tamu.get(jalur).await;
            assert!(h.isi.contains("83.33") && !h.isi.contains("RAHASIA"), "{jalur}");
            assert_eq!(h.headers[header::ACCESS_CONTROL_ALLOW_ORIGIN], "*");
            assert!(h.headers.get_all(header::VARY).iter().any(|v| v == "Cookie, Accept-Language"), "words are in the reader's language");
        }
        u.tarik(id, "Ada jawaban ganda").await;
        let h = tamu.get(&semua[0]).await;
        assert_eq!(h.status, StatusCode::GONE);
        assert_eq!(h.headers[header::CACHE_CONTROL], "no-store", "published again, it must not still say this");
        h.memuat("Hasil ini ditarik kembali").memuat("Ada jawaban ganda");
        assert!(!h.isi.contains("83,33"));
        for jalur in &semua[1..] {
            assert_eq!(tamu.get(jalur).await.status, StatusCode::GONE, "{jalur}");
        }
        tamu.get("/hasil-skm").await.memuat("Belum ada hasil survei yang terbit");
    }
}

testkit::dua_basis! {
    /// Somebody who writes the database without the key: no page, file or program gets the figure.
    async fn a_figure_that_was_not_signed_is_shown_nowhere(basis: BasisUji) {
        let u = Uji::baru(TestApp::pada(basis).await).await;
        let tamu = u.app.tamu();
        let id = u.semester().await;
        u.jawab(id, &enam_puluh(), None).await;
        let kode = u.terbitkan(id).await;
        let api = format!("/api/v1/skm/{kode}");
        tamu.get(&api).await.memuat("83.33");
        tamu.get("/hasil-skm").await.memuat("83,33");
        let tx = u.app.store().mulai().await.unwrap();
        let sql = "UPDATE skm_terbit SET isi = REPLACE(isi, '\"A\"', '\"Z\"'), tanda = $1";
        assert_eq!(tx.jalankan(sql, nilai![vec![7_u8; 64]]).await.unwrap(), 1);
        tx.commit().await.unwrap();
        for ekor in ["", "/sematan", "/data.csv", "/data.json", "/data.parquet", "/bundel"] {
            let j = tamu.get(&format!("/hasil-skm/{kode}{ekor}")).await;
            assert_eq!(j.status, StatusCode::CONFLICT, "{ekor}");
            j.memuat("Angka ini tidak cocok dengan tanda tangannya dan tidak ditampilkan");
            assert!(!j.isi.contains("83,33") && !j.isi.contains("83.33"), "{ekor}");
        }
        let j = tamu.get(&api).await;
        assert_eq!(j.status, StatusCode::CONFLICT);
        j.memuat("tidak cocok dengan tanda tangannya");
        let daftar = tamu.get("/hasil-skm").await;
        daftar.memuat("RSUD Kudungga").memuat("Angka ini tidak cocok dengan tanda tangannya");
        assert!(!daftar.isi.contains("83,33"));
        assert!(!tamu.get("/api/v1/skm").await.isi.contains(&kode));
        // Taken away altogether: not as if it had never been.
        let tx = u.app.store().mulai().await.unwrap();
        tx.jalankan("DELETE FROM skm_terbit", nilai![]).await.unwrap();
        tx.commit().await.unwrap();
        for jalur in [format!("/hasil-skm/{kode}"), api] {
            let j = tamu.get(&jalur).await;
            assert_eq!(j.status, StatusCode::CONFLICT, "{jalur}");
            j.memuat("tidak cocok dengan tanda tangannya");
        }
    }
}

#[tokio::test]
async fn only_the_widget_may_stand_in_a_frame() {
    let u = Uji::baru(TestApp::baru().await).await;
    let id = u.semester().await;
    u.jawab(id, &enam_puluh(), None).await;
    let kode = u.terbitkan(id).await;
    let tamu = u.app.tamu();
    let w = tamu.get(&format!("/hasil-skm/{kode}/sematan")).await;
    w.memuat("83,33").memuat("RSUD Kudungga").memuat("target=\"_blank\"");
    let csp = w.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
    assert!(csp.contains("frame-ancestors *") && csp.contains("default-src 'none'") && csp.contains("style-src 'sha256-"), "{csp}");
    assert!(!w.headers.contains_key(header::X_FRAME_OPTIONS) && !w.headers.contains_key(header::SET_COOKIE));
    assert!(!w.isi.contains("<script") && w.isi.len() < 4_000, "{} bytes", w.isi.len());
    for jalur in [format!("/hasil-skm/{kode}"), "/hasil-skm".into(), "/periksa-skm".into()] {
        let h = tamu.get(&jalur).await.headers;
        assert_eq!(h[header::X_FRAME_OPTIONS], "DENY", "{jalur}");
        assert!(h[header::CONTENT_SECURITY_POLICY].to_str().unwrap().contains("frame-ancestors 'none'"));
    }
}

//! Nothing unpublished leaks: list, search, pages, files, instansi.

use axum::http::{StatusCode, header};

use super::{bekukan, sekda, terbitkan};
use crate::{app::Peramban, bangun::Dunia};

const JALUR: [&str; 9] = [
    "/hasil/uji-2026/uji-2026-rsud/bundel",
    "/hasil/uji-2026",
    "/hasil/uji-2026/uji-2026-rsud",
    "/hasil/uji-2026/uji-2026-rsud/periksa",
    "/hasil/uji-2026/terbitan",
    "/hasil/uji-2026/unduhan/csv",
    "/hasil/uji-2026/unduhan/xlsx",
    "/hasil/uji-2026/unduhan/json",
    "/hasil/uji-2026?kelompok=rsud",
];

async fn tak_terlihat(p: &Peramban<'_>) {
    for jalur in JALUR {
        let jawaban = p.get(jalur).await;
        assert_eq!(jawaban.status, StatusCode::NOT_FOUND, "{jalur}");
        assert!(!jawaban.isi.contains("PEKPPP Uji 2026"), "{jalur}");
    }
    for jalur in ["/hasil", "/hasil?cari=rsud", "/hasil?cari=pekppp", "/instansi/64.08"] {
        let jawaban = p.get(jalur).await;
        assert_eq!(jawaban.status, StatusCode::OK, "{jalur}");
        for rahasia in ["uji-2026", "PEKPPP Uji 2026", "4,00"] {
            assert!(!jawaban.isi.contains(rahasia), "{rahasia} on {jalur}");
        }
    }
}

#[tokio::test]
async fn a_frozen_result_is_nowhere_before_it_is_published() {
    let d = Dunia::baru().await;
    let tamu = d.app.tamu();
    tak_terlihat(&tamu).await;
    bekukan(&d).await;
    tak_terlihat(&tamu).await;
    tak_terlihat(&d.penyelenggara().await).await;
}

#[tokio::test]
async fn published_it_is_everywhere_and_may_be_kept_for_a_minute() {
    let d = Dunia::baru().await;
    bekukan(&d).await;
    terbitkan(&d).await;
    let tamu = d.app.tamu();
    tamu.get("/hasil").await.memuat("PEKPPP Uji 2026").memuat("Kabupaten Uji");
    tamu.get("/hasil?cari=RSUD").await.memuat("/hasil/uji-2026/uji-2026-rsud").memuat("4,00");
    tamu.get("/hasil?cari=zzz").await.memuat("Tidak ada yang cocok");
    let periode = tamu.get("/hasil/uji-2026").await;
    periode
        .memuat("4,00")
        .memuat("Kategori B")
        .memuat("PEKPPP mandiri")
        .memuat("PEKPPP 2022, formulir A (luring)")
        .memuat("dari satu unit");
    assert_eq!(periode.headers[header::CACHE_CONTROL], "public, max-age=60");
    assert_eq!(d.penyelenggara().await.get("/hasil/uji-2026").await.headers[header::CACHE_CONTROL], "no-store");
    let unit = tamu.get("/hasil/uji-2026/uji-2026-rsud").await;
    for halaman in [&periode, &unit] {
        halaman.memuat("sementara sampai divalidasi");
        halaman.memuat("Diterbitkan tanpa berita acara bertanda tangan: Kepala unit &#60;sakit&#62;");
    }
    let beku = store::hasil::hidup(d.app.store().baca(), d.lokus).await.unwrap().unwrap();
    let verifikasi = format!("/verifikasi/{}", beku.kode());
    for jalur in ["/hasil?cari=RSUD", "/instansi/64.08", &verifikasi] {
        tamu.get(jalur).await.memuat("sementara sampai divalidasi");
    }
    tamu.get(&verifikasi).await.memuat("Diterbitkan tanpa berita acara bertanda tangan");
    unit.memuat("grafik-radar").memuat("Peringkat 1 dari 1 unit").memuat("(30 %)").memuat(&verifikasi).memuat("Kebijakan Pelayanan");
    assert_eq!(tamu.get("/hasil/uji-2026/lain").await.status, StatusCode::NOT_FOUND);
    assert_eq!(tamu.get("/hasil/uji-2026/unduhan/exe").await.status, StatusCode::NOT_FOUND);
    tamu.get("/hasil/uji-2026/unduhan/csv").await.memuat(
        "1,rsud,RSUD Uji,uji-2026-rsud,Kabupaten Uji,4,4,4.00,4,B,complete,2026,mandiri,pekppp-2022-a,tidak,ya,lokal,Kepala unit <sakit>",
    );
    let json: serde_json::Value = serde_json::from_str(&tamu.get("/hasil/uji-2026/unduhan/json").await.isi).unwrap();
    assert_eq!(json["periode"]["sementara_sampai_divalidasi"].as_bool(), Some(true));
    assert_eq!(json["peringkat"]["rsud"][0]["alasan_tanpa_berita_acara"].as_str(), Some("Kepala unit <sakit>"));
    assert_eq!((json["peringkat"]["rsud"][0]["ipp"].as_str(), json["periode"]["ilustrasi"].as_bool()), (Some("4.00"), Some(false)));
    assert!(tamu.get("/hasil/uji-2026/unduhan/xlsx").await.isi.starts_with("PK"));
    tamu.get("/instansi/64.08").await.memuat("/hasil/uji-2026/uji-2026-rsud");
}

#[tokio::test]
async fn taken_back_it_says_so_with_the_reason_and_shows_no_value() {
    let d = Dunia::baru().await;
    bekukan(&d).await;
    terbitkan(&d).await;
    let s = sekda(&d, "sekda2@uji.example").await;
    s.post(&format!("/periode/{}/penerbitan", d.periode), &[("_aksi", "tarik"), ("alasan", "Nilai <RSUD> dihitung ulang")]).await;
    let tamu = d.app.tamu();
    for jalur in JALUR {
        let jawaban = tamu.get(jalur).await;
        assert_eq!(jawaban.status, StatusCode::GONE, "{jalur}");
        assert_eq!(jawaban.headers[header::CACHE_CONTROL], "no-store", "{jalur}");
        jawaban.memuat("ditarik kembali").memuat("Nilai &#60;RSUD&#62; dihitung ulang");
        assert!(!jawaban.isi.contains("4,00"), "{jalur}");
    }
    for jalur in ["/hasil", "/hasil?cari=rsud", "/instansi/64.08"] {
        assert!(!tamu.get(jalur).await.isi.contains("uji-2026"), "{jalur}");
    }
}

#[tokio::test]
async fn an_illustration_says_so_on_every_page() {
    let d = Dunia::baru().await;
    let tx = d.app.store().mulai().await.unwrap();
    store::kueri::Kueri::jalankan(&*tx, "UPDATE periode SET ilustrasi = 1", vec![]).await.unwrap();
    tx.commit().await.unwrap();
    bekukan(&d).await;
    terbitkan(&d).await;
    let tamu = d.app.tamu();
    for jalur in ["/hasil", "/hasil?cari=rsud", "/hasil/uji-2026", "/hasil/uji-2026/uji-2026-rsud", "/instansi/64.08"] {
        tamu.get(jalur).await.memuat("ILUSTRASI");
    }
    tamu.get("/hasil/uji-2026/unduhan/csv").await.memuat(",ya,ya,");
}

#[tokio::test]
async fn only_the_scheme_mandiri_waits_for_validation() {
    use store::{kueri::Kueri, nilai};
    let d = Dunia::baru().await;
    bekukan(&d).await;
    terbitkan(&d).await;
    let tx = d.app.store().mulai().await.unwrap();
    tx.jalankan("UPDATE periode SET skema = 'khusus' WHERE id = $1", nilai![d.periode]).await.unwrap();
    tx.commit().await.unwrap();
    crate::bubuhi::bubuhi(d.app.store(), d.lokus).await;
    for jalur in ["/hasil/uji-2026", "/hasil/uji-2026/uji-2026-rsud"] {
        let j = d.app.tamu().get(jalur).await;
        j.memuat("4,00").memuat("Evaluasi khusus");
        assert!(!j.isi.contains("sementara sampai divalidasi"), "{jalur}");
        d.app.tamu().get("/hasil/uji-2026/unduhan/csv").await.memuat(",tidak,tidak,");
    }
}

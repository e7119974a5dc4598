//! The guide: it opens, it can be searched, its links lead somewhere, and each page's help link arrives at its own place.

use std::{collections::BTreeSet, fs};

use axum::http::{StatusCode, header};
use web::bantuan::buku::{Gambar, buku};

use crate::{
    app::TestApp,
    katalog::{akar, berkas},
};

/// First parts of paths that show no page to people.
const BUKAN_HALAMAN: &[&str] = &[
    "api",
    "aset",
    "data",
    "favicon.ico",
    "gaya",
    "healthz",
    "kabar",
    "keluar",
    "metrics",
    "readyz",
    "robots.txt",
    "sehat",
    "sitemap.xml",
    "skm",
    "survei-sw.js",
];

/// Every anchor that the code names, with where.
fn jangkar_dipakai() -> BTreeSet<(String, String)> {
    let mut hasil = BTreeSet::new();
    for jalur in berkas(&akar().join("src"), "rs").into_iter().chain(berkas(&akar().join("templates"), "html")) {
        let teks = fs::read_to_string(&jalur).unwrap();
        for pola in [".bantuan(\"", "\"/bantuan#", "\"/bantuan/ke/"] {
            for potong in teks.split(pola).skip(1) {
                let jangkar = potong.split('"').next().unwrap();
                if !jangkar.contains(['{', '…']) {
                    hasil.insert((jangkar.to_owned(), jalur.display().to_string()));
                }
            }
        }
    }
    for b in web::daftar().tabel() {
        let bagian = web::beranda::menu::bagian(b.jalur);
        if !BUKAN_HALAMAN.contains(&bagian) {
            hasil.insert((bagian.to_owned(), b.jalur.to_owned()));
        }
    }
    hasil
}

#[test]
fn every_anchor_that_a_page_names_is_in_the_guide() {
    let hilang: Vec<_> = jangkar_dipakai().into_iter().filter(|(j, _)| buku().alamat(j).is_none()).collect();
    assert!(hilang.is_empty(), "no heading {{#…}} in docs/panduan/src for {hilang:#?}");
}

#[test]
fn named_anchors_are_unique_and_listed_in_the_contents() {
    let mut ada = BTreeSet::new();
    for (bab, b) in buku().bernama() {
        assert!(ada.insert(&b.jangkar), "{} stands twice, again in {}", b.jangkar, bab.kunci);
        assert!(b.tingkat <= 2, "{} in {} is below level 2, so the contents do not list it", b.jangkar, bab.kunci);
    }
    for bab in buku().semua() {
        let mut dalam = BTreeSet::new();
        for b in &bab.bagian {
            assert!(dalam.insert(&b.jangkar), "{} has {} twice", bab.kunci, b.jangkar);
        }
    }
}

#[test]
fn every_chapter_is_in_the_table_of_contents() {
    let nama = |p: &std::path::PathBuf| p.file_stem().unwrap().to_string_lossy().into_owned();
    let mut ada: Vec<_> = berkas(&akar().join("../../docs/panduan/src"), "md").iter().map(nama).filter(|n| n != "SUMMARY").collect();
    let mut disebut: Vec<_> = buku().semua().map(|b| b.kunci.to_owned()).collect();
    ada.sort();
    disebut.sort();
    assert_eq!(ada, disebut);
}

/// Follows every `href` and `src` of every chapter within the guide.
#[test]
fn links_of_the_guide_lead_somewhere() {
    let mut putus = Vec::new();
    for bab in buku().semua() {
        let tujuan = bab.html.split("href=\"").skip(1).chain(bab.html.split("src=\"").skip(1));
        for t in tujuan.filter_map(|t| t.split('"').next()) {
            let ada = if let Some(gambar) = t.strip_prefix("/bantuan/gambar/") {
                gambar.split_once('/').and_then(|(_, nama)| Gambar::cari(nama)).is_some()
            } else if let Some(dalam) = t.strip_prefix("/bantuan/") {
                let (bab, jangkar) = dalam.split_once('#').unwrap_or((dalam, ""));
                buku().bab(bab).is_some_and(|b| jangkar.is_empty() || b.bagian.iter().any(|b| b.jangkar == jangkar))
            } else {
                t.starts_with("https://") || t.starts_with('#')
            };
            if !ada {
                putus.push(format!("{}: {t}", bab.kunci));
            }
        }
    }
    assert!(putus.is_empty(), "{putus:#?}");
}

#[tokio::test]
async fn a_page_leads_to_its_own_place() {
    let app = TestApp::baru().await;
    let tamu = app.tamu();
    tamu.get("/masuk").await.memuat("href=\"/bantuan/ke/masuk\"");
    let jawaban = tamu.get("/bantuan/ke/f01").await;
    assert_eq!((jawaban.status, jawaban.ke()), (StatusCode::SEE_OTHER, "/bantuan/operator#f01"));
    assert_eq!(tamu.get("/bantuan/ke/tidak-ada").await.ke(), "/bantuan");
    tamu.get("/bantuan/operator").await.memuat("<h2 id=\"f01\">").memuat("lang=\"id\"");
    assert_eq!(tamu.get("/bantuan/tidak-ada").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn search_finds_marks_and_says_when_there_is_nothing() {
    let app = TestApp::baru().await;
    let tamu = app.tamu();
    tamu.get("/bantuan/cari?q=UNGGAH+bukti").await.memuat("/bantuan/operator#bukti").memuat("<mark>");
    tamu.get("/bantuan/cari?q=zzz").await.memuat("Tidak ada bagian yang memuat semua kata itu");
    tamu.get("/bantuan/cari").await.memuat("Tulis satu atau beberapa kata");
    let nakal = tamu.get("/bantuan/cari?q=%22%3E%3Cscript%3E").await;
    assert!(!nakal.isi.contains("\"><script>"), "what is searched for is escaped");
}

#[tokio::test]
async fn pictures_are_kept_under_their_hash_only() {
    let app = TestApp::baru().await;
    let tamu = app.tamu();
    for g in web::bantuan::buku::GAMBAR {
        let jawaban = tamu.get(&format!("/bantuan/gambar/{}/{}", g.sidik, g.nama)).await;
        assert_eq!(jawaban.status, StatusCode::OK, "{}", g.nama);
        assert_eq!(jawaban.headers[header::CONTENT_TYPE], "image/png");
        let (lebar, tinggi) = g.ukuran();
        assert!((100..3000).contains(&lebar) && (20..20_000).contains(&tinggi), "{}: {lebar} x {tinggi}", g.nama);
    }
    assert_eq!(tamu.get("/bantuan/gambar/000000000000/masuk.png").await.status, StatusCode::NOT_FOUND);
}

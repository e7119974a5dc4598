//! An outside party of a period: it opens and collects the survey, and finds nothing else of the period.

use axum::http::{Method, StatusCode};
use store::peran::{Lingkup, Peran};
use uuid::Uuid;
use web::rute::Akses;

use crate::{
    bangun::Dunia,
    hasil::bangun::{dinilai, f03},
};

#[tokio::test]
async fn an_outside_party_collects_the_survey_and_finds_nothing_else() {
    let d = Dunia::baru().await;
    let pihak = d.app.sebagai(Peran::PihakLain, Lingkup::Periode(d.periode)).await;
    let survei = format!("/lokus/{}/f03", d.lokus);
    pihak.get("/").await.memuat("Survei belum dibuka").memuat("Giliran Anda").memuat(&survei);
    assert_eq!(pihak.post(&survei, &[]).await.ke(), survei);
    let halaman = pihak.get(&survei).await;
    halaman.memuat("Bagikan survei");
    assert!(!halaman.isi.contains(&format!("href=\"/lokus/{}\"", d.lokus)), "no link to a page that is not there for him");
    assert_eq!(pihak.get(&format!("{survei}/kertas")).await.status, StatusCode::OK);
    pihak.get("/").await.memuat("0 dari paling sedikit 10 responden");

    let semua = web::daftar();
    let lain = semua.tabel().iter().filter(|b| b.metode == Method::GET && b.akses != Akses::Publik);
    for b in lain.filter(|b| !b.jalur.starts_with("/lokus/{lokus}/f03") && b.jalur != "/lokus/{lokus}/langsung") {
        if !b.jalur.contains("{lokus}") && !b.jalur.contains("{periode}") {
            continue;
        }
        let ganti = |bagian: &str| match bagian {
            "{lokus}" => d.lokus.to_string(),
            "{periode}" => d.periode.to_string(),
            x if x.starts_with('{') => Uuid::now_v7().to_string(),
            x => x.to_owned(),
        };
        let jalur = b.jalur.split('/').map(ganti).collect::<Vec<_>>().join("/");
        let status = pihak.get(&jalur).await.status;
        assert!(matches!(status, StatusCode::NOT_FOUND | StatusCode::FORBIDDEN), "{} answered {status}", b.jalur);
    }
    let daftar = pihak.get("/periode").await;
    assert!(!daftar.isi.contains("PEKPPP Uji 2026"));
}

#[tokio::test]
async fn the_start_page_says_when_the_survey_is_enough() {
    let d = dinilai(0).await;
    let pihak = d.app.sebagai(Peran::PihakLain, Lingkup::Periode(d.periode)).await;
    f03(&d, 11).await;
    let beranda = pihak.get("/").await;
    beranda.memuat("Cukup: 11 responden, paling sedikit 10");
    assert!(!beranda.isi.contains("Giliran Anda"));
}

//! The officers' ranking and the publication page.

use axum::http::StatusCode;
use store::peran::{Lingkup, Peran};

use super::{bekukan, sekda};
use crate::bangun::Dunia;
use crate::hasil::bangun::medan;
use crate::masuk::SANDI;

#[tokio::test]
async fn only_the_responsible_official_publishes_and_takes_back() {
    let d = Dunia::baru().await;
    let jalur = format!("/periode/{}/penerbitan", d.periode);
    let biro = d.penyelenggara().await;
    let s = sekda(&d, "sekda@uji.example").await;
    s.get(&jalur).await.memuat("Belum ada hasil yang dibekukan");
    assert_eq!(s.post(&jalur, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    bekukan(&d).await;
    biro.get(&jalur).await.memuat("Hanya penanggungjawab");
    assert_eq!(biro.post(&jalur, &[]).await.status, StatusCode::FORBIDDEN);
    s.get("/").await.memuat("Hasil satu unit sudah dibekukan dan belum terbit").memuat(&format!("href=\"{jalur}\""));
    let periksa = format!("{jalur}/konfirmasi");
    s.get(&jalur).await.memuat(&format!("href=\"{periksa}\"")).memuat("Yang menjadi publik").memuat("Yang tetap tertutup");
    assert_eq!(biro.get(&periksa).await.status, StatusCode::FORBIDDEN);
    let j = s.get(&periksa).await;
    j.memuat("Terbitkan hasil 1 unit").memuat("RSUD Uji").memuat("4,00").memuat("Menjadi publik").memuat("Yang tetap tertutup");
    j.memuat("Hasil sementara.").memuat("belum ditandatangani ketiga pihak").memuat("Belum ada yang diterbitkan");
    let dilihat = medan(&j, "dilihat");
    let langsung = s.post(&jalur, &[("alasan_ba", "Menunggu tanda tangan")]).await;
    assert_eq!(langsung.status, StatusCode::UNPROCESSABLE_ENTITY, "what was not looked at is not published");
    langsung.memuat("Periksa dahulu daftar ini").memuat("Menunggu tanda tangan").memuat(&format!("value=\"{dilihat}\""));
    let basi = s.post(&jalur, &[("alasan_ba", "x"), ("dilihat", "0.0.0")]).await;
    assert_eq!(basi.status, StatusCode::UNPROCESSABLE_ENTITY, "and neither is what changed meanwhile");
    s.get(&jalur).await.memuat("Tanpa berita acara bertanda tangan: 1 unit").memuat(&format!("href=\"/lokus/{}/berita-acara\"", d.lokus));
    let tanpa = s.post(&jalur, &[("alasan_ba", " "), ("dilihat", &dilihat)]).await;
    assert_eq!(tanpa.status, StatusCode::UNPROCESSABLE_ENTITY);
    tanpa.memuat("Ada unit tanpa berita acara hasil").memuat("href=\"#alasan_ba\"");
    assert_eq!(d.app.tamu().get("/hasil/uji-2026").await.status, StatusCode::NOT_FOUND);
    assert_eq!(s.post(&jalur, &[("alasan_ba", "Menunggu tanda tangan"), ("dilihat", &dilihat)]).await.status, StatusCode::SEE_OTHER);
    s.get(&jalur).await.memuat("Diterbitkan tanpa berita acara bertanda tangan: Menunggu tanda tangan");
    s.get("/").await.memuat("Tidak ada hasil baru untuk diterbitkan.");
    s.get(&jalur).await.memuat("sudah publik").memuat("/hasil/uji-2026");
    assert_eq!(s.get(&periksa).await.ke(), jalur, "nothing left to publish");
    let kosong = s.post(&jalur, &[("_aksi", "tarik"), ("alasan", " ")]).await;
    assert_eq!(kosong.status, StatusCode::UNPROCESSABLE_ENTITY);
    kosong.memuat("Tulis alasannya.");
    assert_eq!(s.post(&jalur, &[("_aksi", "tarik"), ("alasan", "Keliru")]).await.status, StatusCode::SEE_OTHER);
    s.get(&jalur).await.memuat("Ditarik kembali").memuat("Keliru");
    assert_eq!(d.app.tamu().get(&jalur).await.status, StatusCode::SEE_OTHER);
    assert_eq!(d.operator().await.get(&jalur).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_ranking_of_officers_with_its_states_and_files() {
    let d = Dunia::baru().await;
    let jalur = format!("/periode/{}/peringkat", d.periode);
    let biro = d.penyelenggara().await;
    biro.get(&jalur).await.memuat("Belum ada yang dapat diperingkat").memuat("penilaiannya belum selesai");
    bekukan(&d).await;
    biro.get(&jalur).await.memuat("RSUD Uji").memuat("4,00").memuat("Belum diterbitkan");
    biro.get(&format!("{jalur}?cari=zzz")).await.memuat("Tidak ada unit yang cocok").memuat("value=\"zzz\"");
    assert!(biro.get(&format!("{jalur}/xlsx")).await.isi.starts_with("PK"));
    biro.get(&format!("{jalur}/csv")).await.memuat("RSUD Uji");
    assert_eq!(biro.get(&format!("{jalur}/pdf")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(d.operator().await.get(&jalur).await.status, StatusCode::NOT_FOUND);
}

/// An old proof is not enough to publish: the person is asked again, and what was typed comes back to be sent.
#[tokio::test]
async fn publishing_asks_again_who_it_is() {
    let d = Dunia::baru().await;
    bekukan(&d).await;
    let jalur = format!("/periode/{}/penerbitan", d.periode);
    let id = d.app.akun("sekda@uji.example", &[(Peran::Penanggungjawab, Lingkup::Instansi(d.instansi))]).await;
    let phc = store::sandi::buat(SANDI.to_owned()).await.unwrap();
    let tx = d.app.store().mulai().await.unwrap();
    store::akun::ganti_sandi(&tx, None, id, phc).await.unwrap();
    tx.commit().await.unwrap();
    let s = d.app.masuk(id).await;
    let dilihat = medan(&s.get(&format!("{jalur}/konfirmasi")).await, "dilihat");
    d.app.store().jam().maju(601);
    let isian = [("alasan_ba", "Menunggu tanda tangan"), ("dilihat", dilihat.as_str())];
    let j = s.post(&jalur, &isian).await;
    assert_eq!(j.status, StatusCode::UNAUTHORIZED);
    j.memuat("Pastikan ini Anda").memuat("Isian Anda tidak hilang");
    assert_eq!(d.app.tamu().get("/hasil/uji-2026").await.status, StatusCode::NOT_FOUND, "not published");
    let (ke, isi) = (medan(&j, "_tertahan-ke"), medan(&j, "_tertahan-isi").replace("&#38;", "&"));
    let salah = s.post("/masuk/ulang", &[("sandi-ulang", "bukan itu"), ("_tertahan-ke", &ke), ("_tertahan-isi", &isi)]).await;
    assert_eq!(salah.status, StatusCode::UNPROCESSABLE_ENTITY);
    salah.memuat("Tidak cocok").memuat("Menunggu");
    assert!(!salah.isi.contains("bukan itu"));
    let j = s.post("/masuk/ulang", &[("sandi-ulang", SANDI), ("_tertahan-ke", &ke), ("_tertahan-isi", &isi)]).await;
    j.memuat("Menunggu tanda tangan").memuat(&format!("<form method=\"post\" action=\"{jalur}\">"));
    assert_eq!(s.post(&jalur, &isian).await.status, StatusCode::SEE_OTHER);
    assert_eq!(d.app.tamu().get("/hasil/uji-2026").await.status, StatusCode::OK);
}

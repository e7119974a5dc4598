use axum::http::StatusCode;
use uuid::Uuid;

use super::bangun::{Kasus, Penilai};
use crate::app::Jawaban;

async fn putus(k: &Kasus, e: &Penilai<'_>, op: &str, versi: &str, skor: &str, alasan: &str) -> Jawaban {
    let f = [("op", op), ("versi", versi), ("skor-1", skor), ("alasan-1", alasan), ("rekomendasi-1", "")];
    e.p.post(&k.jalur("/konsensus/1.a.Ak"), &f).await
}

#[tokio::test]
async fn scores_stay_hidden_until_given_and_then_are_settled() {
    let k = Kasus::baru().await;
    let (a, b) = (k.penilai("a@uji.example", "Ani").await, k.penilai("b@uji.example", "Budi").await);
    k.penuh(&a, 3, &[("1.a.Ak", 5), ("3.a.T", 1)]).await;
    let j = b.p.get(&k.jalur("/konsensus")).await;
    j.memuat("Selesaikan penilaian Anda dahulu");
    assert!(!j.isi.contains("catatan 1.a.Ak") && !j.isi.contains("Semua indikator"));
    let j = a.p.get(&k.jalur("/konsensus")).await;
    j.memuat("Menunggu evaluator lain").memuat("Belum dapat dibandingkan");

    k.penuh(&b, 3, &[]).await;
    let j = a.p.get(&k.jalur("/konsensus")).await;
    j.memuat("93 %").memuat("28 dari 30").memuat("Berbeda 2, belum disepakati").memuat("pada 1.a.Ak, 3.a.T").memuat("0 dari 2");

    let op = Uuid::new_v4().to_string();
    let j = putus(&k, &a, &op, "0", "", "ketik saya").await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("Pilih nilai dari 0 sampai 5").memuat("ketik saya").memuat(&op);
    let j = putus(&k, &a, &op, "0", "4", "dibahas 3 Maret").await;
    assert_eq!((j.status, j.ke()), (StatusCode::SEE_OTHER, k.jalur("/konsensus#i-1").as_str()));
    assert_eq!(putus(&k, &a, &op, "0", "4", "dibahas 3 Maret").await.status, StatusCode::SEE_OTHER, "twice is once");

    let j = putus(&k, &b, &Uuid::new_v4().to_string(), "0", "5", "menurut saya").await;
    assert_eq!(j.status, StatusCode::CONFLICT);
    j.memuat("Ani menyimpan kesepakatan lebih dulu").memuat("dibahas 3 Maret").memuat("menurut saya").memuat("name=\"versi\" value=\"1\"");
    let j = k.d.penyelenggara().await.get(&k.jalur("/konsensus")).await;
    j.memuat("Berbeda 2, disepakati").memuat("dibahas 3 Maret");
    assert!(!j.isi.contains("Simpan kesepakatan"), "only evaluators settle");
}

#[tokio::test]
async fn the_mean_needs_no_settling_and_says_how_it_is_made() {
    let k = Kasus::baru().await;
    k.rata_rata().await;
    let (a, b) = (k.penilai("a@uji.example", "Ani").await, k.penilai("b@uji.example", "Budi").await);
    k.penuh(&a, 3, &[("1.a.Ak", 4)]).await;
    k.penuh(&b, 3, &[]).await;
    let j = a.p.get(&k.jalur("/konsensus")).await;
    j.memuat("dibagi banyaknya evaluator").memuat("<strong>3,50</strong>").memuat("Berbeda 1<");
    assert!(!j.isi.contains("Simpan kesepakatan"));
    assert_eq!(putus(&k, &a, &Uuid::new_v4().to_string(), "0", "4", "x").await.status, StatusCode::CONFLICT);
}

#[tokio::test]
async fn after_the_freeze_nothing_is_settled() {
    let k = Kasus::baru().await;
    let (a, b) = (k.penilai("a@uji.example", "Ani").await, k.penilai("b@uji.example", "Budi").await);
    k.penuh(&a, 3, &[("1.a.Ak", 4)]).await;
    k.penuh(&b, 3, &[]).await;
    k.bekukan().await;
    let j = a.p.get(&k.jalur("/konsensus")).await;
    j.memuat("Hasil sudah dibekukan");
    assert!(!j.isi.contains("Simpan kesepakatan"));
    assert_eq!(putus(&k, &a, &Uuid::new_v4().to_string(), "0", "4", "x").await.status, StatusCode::CONFLICT);
}

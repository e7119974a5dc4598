//! An evaluator declares a conflict of interest after the sheet is done: the organiser is told, and decides before freezing.

use axum::http::StatusCode;
use store::{berita_acara as ba, id::AkunId, kueri::Kueri, nilai};

use super::{
    bangun::{akun_evaluator, dinilai, f03, medan, penanda},
    berita_acara::buat,
};
use crate::bangun::Dunia;

/// Another evaluator with the same scores.
async fn kedua(d: &Dunia) {
    d.evaluator("budi@uji.example").await;
    let (a, b): (AkunId, AkunId) =
        (akun_evaluator(d).await, store::akun::dari_surel(d.app.store(), "budi@uji.example").await.unwrap().unwrap().id);
    let tx = d.app.store().mulai().await.unwrap();
    for sql in [
        "INSERT INTO f02_lembar (lokus_id, akun_id, versi, skor, pada) SELECT lokus_id, $2, versi, skor, pada FROM f02_lembar WHERE akun_id = $1",
        "INSERT INTO f02_isian (lokus_id, akun_id, indikator, versi, skor, sumber, catatan, rekomendasi, pada, oleh)
         SELECT lokus_id, $2, indikator, versi, skor, sumber, catatan, rekomendasi, pada, oleh FROM f02_isian WHERE akun_id = $1",
    ] {
        tx.jalankan(sql, nilai![a, b]).await.unwrap();
    }
    let sql = "INSERT INTO f02_selesai (id, lokus_id, akun_id, pada) SELECT $3, lokus_id, $2, pada FROM f02_selesai WHERE akun_id = $1";
    tx.jalankan(sql, nilai![a, b, uuid::Uuid::now_v7()]).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn whether_the_sheet_counts_is_decided_before_freezing() {
    let d = dinilai(30).await;
    f03(&d, 10).await;
    let eva = d.app.masuk(akun_evaluator(&d).await).await;
    let biro = d.penyelenggara().await;
    let (unit, hasil) = (format!("/lokus/{}", d.lokus), format!("/lokus/{}/hasil", d.lokus));
    let (j, a) = (format!("jawaban-{}", d.lokus), format!("alasan-{}", d.lokus));
    let jawab = eva.post(&format!("{unit}/f02/pernyataan"), &[(&j, "ada"), (&a, "Pasangan pindah ke sana")]).await;
    assert_eq!(jawab.status, StatusCode::SEE_OTHER);
    // Nobody else scored: no reason helps.
    let sendiri = biro.get(&hasil).await;
    sendiri.memuat("Evaluatornya harus diganti");
    assert!(!sendiri.isi.contains("name=\"setuju\""), "{}", sendiri.isi);
    kedua(&d).await;
    biro.get(&unit).await.memuat("Lembar penilaian dari evaluator yang berbenturan").memuat("masih dihitung");
    assert!(!d.kepala().await.get(&unit).await.isi.contains("evaluator yang berbenturan"), "nothing for the unit");
    let halaman = biro.get(&hasil).await;
    halaman.memuat("Mengapa lembar evaluator");
    let op = medan(&halaman, "op");
    let diam = biro.post(&hasil, &[("op", &op), ("setuju", "ya")]).await;
    assert_eq!(diam.status, StatusCode::UNPROCESSABLE_ENTITY);
    diam.memuat("Pilih alasannya, atau ganti evaluatornya dahulu");
    assert_eq!(biro.post(&hasil, &[("op", &op), ("setuju", "ya"), ("tetap", "timbul-sesudah")]).await.ke(), hasil);
    biro.get(&hasil).await.memuat("memutuskan lembar itu tetap dihitung: Benturannya baru timbul");
    assert!(!biro.get(&unit).await.isi.contains("evaluator yang berbenturan"), "it is decided");
    // It stands in the minutes, which he does not sign.
    let orang = penanda(&d).await;
    let ke = buat(&d, &biro, "hasil", orang).await.ke().to_owned();
    let b = ba::daftar(d.app.store().baca(), d.lokus).await.unwrap().remove(0);
    assert!(b.isi.contains("memutuskan lembar itu tetap dihitung"), "{}", b.isi);
    let tanda: Vec<AkunId> = b.penanda().unwrap().iter().map(|h| h.akun).collect();
    assert!(tanda.len() == 3 && !tanda.contains(&akun_evaluator(&d).await));
    assert!(!biro.get(&ke).await.isi.contains("tidak dapat selesai"));
}

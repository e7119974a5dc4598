//! The quality page: flags with counts, exclusion with a reason, both figures, no look at answers without the right.

use axum::http::StatusCode;
use store::peran::{Lingkup, Peran};

use super::dunia::Survei;

#[tokio::test]
async fn answers_are_left_out_with_a_reason_and_come_back() {
    let s = Survei::baru().await;
    let op = s.op().await;
    op.get(&s.jalur("/mutu")).await.memuat("Belum ada jawaban");
    s.jawab(3, 4, 1).await;
    s.jawab(1, 2, 1 << 2).await;
    // (3 × 4 + 2) / 4 = 3.5, times 25.
    op.get(&s.jalur("/mutu")).await.memuat("87,50").memuat("Beruntun dari satu jaringan").memuat("Dari 4 jawaban");
    let daftar = op.get(&s.jalur("/mutu?tanda=2")).await;
    daftar.memuat("2 2 2 2 2 2 2 2 2").memuat("1 Maret 2026").memuat("Kursi tunggu &#60;kurang&#62;");
    let id = daftar.isi.split("name=\"jawaban\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let tanpa = op.post(&s.jalur("/mutu?tanda=2"), &[("_aksi", "kecuali"), ("jawaban", &id), ("alasan", "")]).await;
    assert_eq!(tanpa.status, StatusCode::UNPROCESSABLE_ENTITY);
    tanpa.memuat("Tulis alasannya");
    let hampa = op.post(&s.jalur("/mutu?tanda=2"), &[("_aksi", "kecuali"), ("alasan", "x")]).await;
    assert_eq!(hampa.status, StatusCode::UNPROCESSABLE_ENTITY);
    hampa.memuat("Pilih sedikitnya satu jawaban");
    assert_eq!(s.n().await, 4);
    let jawab = op.post(&s.jalur("/mutu?tanda=2"), &[("_aksi", "kecuali"), ("jawaban", &id), ("alasan", "uji coba petugas")]).await;
    assert_eq!(jawab.ke(), s.jalur("/mutu?tanda=2"));
    op.get(&s.jalur("/mutu")).await.memuat("100,00").memuat("87,50").memuat("uji coba petugas").memuat("1 di antaranya dikecualikan");
    op.post(&s.jalur("/mutu?tanda=0"), &[("_aksi", "kecuali-semua"), ("alasan", "lurus")]).await;
    assert_eq!(s.n().await, 0);
    op.get(&s.jalur("/mutu")).await.memuat("Belum ada jawaban yang dihitung");
    op.post(&s.jalur("/mutu?kelompok=daring"), &[("_aksi", "pulih-semua"), ("alasan", "ternyata sah")]).await;
    assert_eq!(s.n().await, 4);
    assert_eq!(op.get(&s.jalur("/mutu?tanda=9")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn only_those_with_the_right_see_answers() {
    let s = Survei::baru().await;
    s.jawab(2, 4, 1).await;
    let auditor = s.d.app.sebagai(Peran::Auditor, Lingkup::Instansi(s.d.instansi)).await;
    let lihat = auditor.get(&s.jalur("/mutu?tanda=0")).await;
    lihat.memuat("4 4 4 4 4 4 4 4 4");
    assert!(!lihat.isi.contains("_aksi"), "an auditor changes nothing");
    assert_eq!(auditor.post(&s.jalur("/mutu?tanda=0"), &[("_aksi", "kecuali-semua"), ("alasan", "x")]).await.status, StatusCode::FORBIDDEN);
    let pembina = s.d.app.sebagai(Peran::Pembina, Lingkup::Wilayah("64".into())).await;
    let baca = pembina.get(&s.jalur("/mutu?tanda=0")).await;
    assert!(!baca.isi.contains("4 4 4 4") && !baca.isi.contains("Kursi tunggu"));
    baca.memuat("hanya tampil bagi");
}

/// Two figures and one excluded answer: the difference is that answer.
#[tokio::test]
async fn few_excluded_answers_are_told_and_not_given_away() {
    let s = Survei::baru().await;
    let op = s.op().await;
    s.jawab(12, 4, 1).await;
    s.jawab(1, 1, 1 << 2).await;
    op.post(&s.jalur("/mutu?tanda=2"), &[("_aksi", "kecuali-semua"), ("alasan", "ganda")]).await;
    op.get(&s.jalur("/mutu")).await.memuat("100,00").memuat("94,23");
    let pembina = s.d.app.sebagai(Peran::Pembina, Lingkup::Wilayah("64".into())).await;
    for halaman in ["/mutu", "/hasil", "/penerbitan"] {
        assert!(!pembina.get(&s.jalur(halaman)).await.isi.contains("94,23"), "{halaman}");
    }
    pembina.get(&s.jalur("/hasil")).await.memuat("Satu jawaban dikecualikan oleh petugas");
}

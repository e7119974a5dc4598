use axum::http::StatusCode;

use super::bangun::{Kasus, edisi, medan};
use crate::app::Jawaban;

/// A field that asked nothing of the evaluator keeps what was rendered; `isi` is put over it.
fn kiriman<'a>(j: &Jawaban, nomor: &[u32], isi: &[(&'a str, &'a str)]) -> Vec<(String, String)> {
    let mut f = Vec::new();
    for n in nomor {
        for m in ["op", "versi", "asal"] {
            f.push((format!("{m}-{n}"), medan(j, &format!("{m}-{n}"))));
        }
    }
    f.extend(isi.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())));
    f
}

async fn post(e: &super::bangun::Penilai<'_>, jalur: &str, f: &[(String, String)]) -> Jawaban {
    let f: Vec<(&str, &str)> = f.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
    e.p.post(jalur, &f).await
}

#[tokio::test]
async fn the_working_page_shows_unit_rubric_and_proposal() {
    let k = Kasus::baru().await;
    let e = k.penilai("a@uji.example", "Ani").await;
    let j = e.p.get(&k.jalur("/I")).await;
    j.memuat("Berapa jumlah SP yang sudah ada?").memuat("Video layanan").memuat("rel=\"noopener noreferrer\"");
    let rubrik = edisi().cari_indikator("1.a.Ak").unwrap().rubrik.as_ref().unwrap();
    j.memuat(&rubrik[4]).memuat("Usulan rubrik: 3").memuat("F01 belum lengkap").memuat("data-usulan=\"3\"");
    j.memuat("sp-loket.png").memuat(&format!("<img src=\"/lokus/{}/bukti/", k.d.lokus));
    assert!(!j.isi.contains("ab12"), "a hash is never shown");
    assert!(!j.isi.contains(" checked><span class=\"lembar-angka\""), "a proposal is not a score");
    assert_eq!(k.angka("SELECT COUNT(*) AS n FROM f01_pembukaan").await, 1);
    e.p.get(&k.jalur("/tambahan")).await.memuat("data-nomor=\"31\"");
}

#[tokio::test]
async fn one_form_saves_what_was_touched() {
    let k = Kasus::baru().await;
    let e = k.penilai("a@uji.example", "Ani").await;
    let j = e.p.get(&k.jalur("/I")).await;
    let isi =
        [("skor-1", "4"), ("cara-1", "dokumen"), ("cara-1", "observasi"), ("sumber-1", "loket"), ("catatan-1", "baik"), ("simpan", "1")];
    let f = kiriman(&j, &[1, 2, 3], &isi);
    let j = post(&e, &k.jalur("/I"), &f).await;
    assert_eq!((j.status, j.ke()), (StatusCode::SEE_OTHER, k.jalur("/I#i-1").as_str()));
    assert_eq!(k.angka("SELECT COUNT(*) AS n FROM f02_isian").await, 1);
    assert_eq!(k.angka("SELECT COUNT(*) AS n FROM f02_isian WHERE skor = 4 AND sumber = 'dokumen, observasi; loket'").await, 1);
    // The same press twice.
    assert_eq!(post(&e, &k.jalur("/I"), &f).await.status, StatusCode::SEE_OTHER);
    assert_eq!(k.angka("SELECT COUNT(*) AS n FROM f02_ubah").await, 1);
    e.p.get(&k.jalur("/I")).await.memuat("value=\"4\" checked").memuat("value=\"observasi\" id=\"cara-1-3\" checked").memuat(">1/9<");
}

#[tokio::test]
async fn faults_come_back_with_all_that_was_typed() {
    let k = Kasus::baru().await;
    let e = k.penilai("a@uji.example", "Ani").await;
    let j = e.p.get(&k.jalur("/I")).await;
    let panjang = "x".repeat(4001);
    let f = kiriman(&j, &[1, 2], &[("skor-1", "9"), ("catatan-1", "tetap ada"), ("skor-2", "3"), ("rekomendasi-2", &panjang)]);
    let j = post(&e, &k.jalur("/I"), &f).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("tetap ada").memuat("Nilai harus dari 0 sampai 5").memuat("href=\"#skor-1\"").memuat("Paling banyak 4000").memuat(&panjang);
    assert_eq!(k.angka("SELECT COUNT(*) AS n FROM f02_isian").await, 0);
}

#[tokio::test]
async fn a_newer_version_is_shown_beside_the_typed_one() {
    let k = Kasus::baru().await;
    let e = k.penilai("a@uji.example", "Ani").await;
    let j = e.p.get(&k.jalur("/I")).await;
    k.skor(&e, "1.a.Ak", 2, 0).await;
    let f = kiriman(&j, &[1, 2], &[("skor-1", "5"), ("catatan-1", "dari tab ini"), ("skor-2", "1")]);
    let j = post(&e, &k.jalur("/I"), &f).await;
    assert_eq!(j.status, StatusCode::CONFLICT);
    j.memuat("Ada versi lain yang lebih baru").memuat("catatan 1.a.Ak").memuat("dari tab ini").memuat("name=\"pakai\" value=\"1\"");
    assert_eq!(k.angka("SELECT COUNT(*) AS n FROM f02_isian WHERE indikator = '2.a.P' AND skor = 1").await, 1, "the others are saved");

    let tersimpan = kiriman(&j, &[1], &[("skor-1", "5"), ("catatan-1", "dari tab ini"), ("pakai", "1")]);
    assert_eq!(post(&e, &k.jalur("/I"), &tersimpan).await.status, StatusCode::SEE_OTHER);
    assert_eq!(k.angka("SELECT skor AS n FROM f02_isian WHERE indikator = '1.a.Ak'").await, 2);
    let saya = kiriman(&j, &[1], &[("skor-1", "5"), ("catatan-1", "dari tab ini"), ("simpan", "1")]);
    assert_eq!(post(&e, &k.jalur("/I"), &saya).await.status, StatusCode::SEE_OTHER);
    assert_eq!(k.angka("SELECT skor AS n FROM f02_isian WHERE indikator = '1.a.Ak'").await, 5);
}

#[tokio::test]
async fn a_closed_sheet_is_read_only() {
    let k = Kasus::baru().await;
    let e = k.penilai("a@uji.example", "Ani").await;
    let j = e.p.get(&k.jalur("/I")).await;
    let f = kiriman(&j, &[1], &[("skor-1", "5")]);
    k.penuh(&e, 3, &[]).await;
    let j = e.p.get(&k.jalur("/I")).await;
    j.memuat("Penilaian Anda sudah selesai").memuat("<fieldset class=\"lembar-isian\" disabled>");
    assert!(!j.isi.contains("data-lembar"));
    assert_eq!(post(&e, &k.jalur("/I"), &f).await.status, StatusCode::CONFLICT);
    k.tutup_fase().await;
    e.p.get(&k.jalur("/I")).await.memuat("Tahap pelaksanaan ditutup");
}

#[tokio::test]
async fn before_the_submission_there_is_nothing_to_open() {
    let k = Kasus::tanpa_f01().await;
    let e = k.penilai("a@uji.example", "Ani").await;
    let j = e.p.get(&k.jalur("/I")).await;
    assert_eq!((j.status, j.ke()), (StatusCode::SEE_OTHER, k.jalur("").as_str()));
    e.p.get(&k.jalur("")).await.memuat("Menunggu F01 dari unit");
}

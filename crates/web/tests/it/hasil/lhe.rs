use axum::http::StatusCode;
use store::lhe;

use super::bangun::{bekukan, dinilai, f03, medan, penanda};

#[tokio::test]
async fn a_report_is_made_from_the_frozen_result_in_versions() {
    let d = dinilai(30).await;
    f03(&d, 10).await;
    penanda(&d).await;
    let jalur = format!("/lokus/{}/lhe", d.lokus);
    let (biro, operator) = (d.penyelenggara().await, d.operator().await);
    operator.get(&jalur).await.memuat("LHE belum dapat dibuat");
    assert_eq!(biro.post(&jalur, &[]).await.status, StatusCode::CONFLICT);
    bekukan(&d, &biro).await;
    let j = biro.get(&jalur).await;
    j.memuat("Pratinjau isi").memuat("Perbaiki 1.a.Ak").memuat("4,25");
    // All scores are 4: strengths, and nothing to be improved.
    assert_eq!(j.isi.matches(": <b>4</b>").count(), 6);
    j.memuat("Indikator dengan skor 4 atau lebih").memuat("Tidak ada.");
    let op = medan(&j, "op");
    // A sentence of the library that leads to the level which the score has reached is pointed out to the organiser.
    let (e, _) = pekppp::bawaan("pekppp-2022-a").unwrap();
    let saran = pekppp::pustaka::pustaka().unwrap().berikut(e, "1.a.Ak", &pekppp::Pecahan::bulat(3)).unwrap().teks;
    let rek = format!("/lokus/{}/rekomendasi", d.lokus);
    assert!(!biro.get(&rek).await.isi.contains("Sudah terpenuhi oleh skornya"));
    assert_eq!(biro.post(&rek, &[("indikator", "1.a.Ak"), ("isi", saran)]).await.ke(), rek);
    biro.get(&rek).await.memuat("Sudah terpenuhi oleh skornya").memuat("keluarkan dari daftar sebelum LHE dibuat");
    let salah = biro.post(&jalur, &[("op", &op), ("nomor", "700/1")]).await;
    assert_eq!(salah.status, StatusCode::UNPROCESSABLE_ENTITY);
    salah.memuat("value=\"700/1\"");
    assert_eq!(operator.post(&jalur, &[("op", &op), ("tempat", "x")]).await.status, StatusCode::FORBIDDEN);
    for _ in 0..2 {
        assert_eq!(biro.post(&jalur, &[("op", &op), ("nomor", "700/1"), ("tempat", "Sangatta")]).await.ke(), jalur);
    }
    let s = d.app.store();
    let e = lhe::daftar(s.baca(), d.lokus).await.unwrap();
    assert_eq!(e.len(), 1);
    operator.get(&jalur).await.memuat("XLSX");
    assert!(operator.get(&format!("{jalur}/{}/pdf", e[0].id)).await.isi.starts_with("%PDF-"));
    assert!(operator.get(&format!("{jalur}/{}/xlsx", e[0].id)).await.isi.starts_with("PK"));
    d.app.tamu().get(&format!("/verifikasi/{}", e[0].kode)).await.memuat("Laporan Hasil Evaluasi").memuat(&e[0].pdf);
}

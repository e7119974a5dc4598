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
    let op = medan(&j, "op");
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

use axum::http::StatusCode;

use crate::{
    bangun::Dunia,
    hasil::bangun::{bekukan, dinilai, f03},
};

#[tokio::test]
async fn the_board_and_the_agreement_of_a_period() {
    let d = dinilai(30).await;
    let (biro, operator) = (d.penyelenggara().await, d.operator().await);
    let (papan, sepakat) = (format!("/periode/{}/tindak-lanjut", d.periode), format!("/periode/{}/kesepakatan", d.periode));
    biro.get(&papan).await.memuat("RSUD Uji").memuat("LHE belum disampaikan");
    f03(&d, 10).await;
    bekukan(&d, &biro).await;
    biro.get(&papan).await.memuat("Semua unit (1)").memuat("Belum ada rencana (1)").memuat(">30</td>");
    biro.get(&format!("{papan}?status=diterima")).await.memuat("Tidak ada unit dengan keadaan ini");
    assert_eq!(operator.get(&sepakat).await.status, StatusCode::FORBIDDEN);
    biro.get(&sepakat)
        .await
        .memuat("1 unit selesai dinilai, 0 di antaranya")
        .memuat("Tidak ada unit yang dinilai dua evaluator")
        .memuat("-1,00");
}

#[tokio::test]
async fn nothing_is_compared_before_it_is_done() {
    let d = Dunia::baru().await;
    let biro = d.penyelenggara().await;
    biro.get(&format!("/periode/{}/kesepakatan", d.periode)).await.memuat("Belum ada yang dapat dibandingkan");
}

/// A lokus of an ordinary scheme has no page of pemantauan; one without an earlier period says so.
#[tokio::test]
async fn pemantauan_belongs_to_its_scheme() {
    let d = Dunia::baru().await;
    let eva = d.evaluator("eva@uji.example").await;
    let jalur = format!("/lokus/{}/pemantauan", d.lokus);
    assert_eq!(eva.get(&jalur).await.status, StatusCode::NOT_FOUND);
    let tx = d.app.store().mulai().await.unwrap();
    store::kueri::Kueri::jalankan(&*tx, "UPDATE periode SET skema = 'pemantauan' WHERE id = $1", store::nilai![d.periode]).await.unwrap();
    tx.commit().await.unwrap();
    // Start pages name no step of scoring.
    let (operator, biro) = (d.operator().await, d.penyelenggara().await);
    for p in [&operator, &biro] {
        let j = p.get("/").await;
        assert!(!j.isi.contains("Menunggu F01") && !j.isi.contains("Isi F01"), "{}", j.isi);
    }
    operator.get("/").await.memuat("Tidak ada rekomendasi yang tersisa").memuat(&format!("href=\"{jalur}\""));
    eva.get(&jalur).await.memuat("Tidak ada yang diperiksa");
}

use axum::http::StatusCode;

use super::buka;
use crate::bangun::Dunia;

#[tokio::test]
async fn before_it_is_opened_the_page_says_who_opens_it() {
    let d = Dunia::baru().await;
    let jalur = format!("/lokus/{}/f03", d.lokus);
    d.penyelenggara().await.get(&jalur).await.memuat("Buka F03");
    let operator = d.operator().await;
    operator.get(&jalur).await.memuat("belum membuka survei");
    assert_eq!(operator.post(&jalur, &[]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(operator.get(&format!("{jalur}/poster")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn poster_and_paper_form_are_pdf() {
    let d = Dunia::baru().await;
    buka(&d).await;
    let operator = d.operator().await;
    operator.get(&format!("/lokus/{}/f03", d.lokus)).await.memuat("<svg").memuat("Unduh poster");
    for nama in ["poster", "kuesioner"] {
        let jawaban = operator.get(&format!("/lokus/{}/f03/{nama}", d.lokus)).await;
        assert_eq!(jawaban.status, StatusCode::OK);
        assert!(jawaban.isi.starts_with("%PDF-"));
    }
}

use axum::http::StatusCode;

use super::buka;
use crate::{
    bangun::Dunia,
    hasil::bangun::{dinilai, f03},
};

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
    operator.get(&format!("/lokus/{}/f03", d.lokus)).await.memuat("<svg").memuat("Unduh poster").memuat("Alamat Prima belum diatur");
    for nama in ["poster", "kuesioner"] {
        let jawaban = operator.get(&format!("/lokus/{}/f03/{nama}", d.lokus)).await;
        assert_eq!(jawaban.status, StatusCode::OK);
        assert!(jawaban.isi.starts_with("%PDF-"));
    }
}

#[tokio::test]
async fn the_page_names_the_unit_shares_first_and_counts_beyond_the_target() {
    let d = dinilai(0).await;
    f03(&d, 11).await;
    let j = d.penyelenggara().await.get(&format!("/lokus/{}/f03", d.lokus)).await;
    j.memuat("11, lebih dari 10 yang diminta").memuat("<p class=\"kecil\">RSUD Uji ·");
    let letak = |teks: &str| j.isi.find(teks).unwrap_or_else(|| panic!("{teks} is not on the page"));
    assert!(letak("Bagikan survei") < letak("Responden terhitung"), "QR and link come before the figures");
}

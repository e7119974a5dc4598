use axum::http::StatusCode;
use store::peran::{Lingkup, Peran};

use crate::{app::TestApp, bangun::Dunia};

#[tokio::test]
async fn the_operator_sees_progress_what_is_missing_and_the_hand_over() {
    let d = Dunia::baru().await;
    let j = d.operator().await.get(&format!("/lokus/{}/f01", d.lokus)).await;
    assert_eq!(j.status, StatusCode::OK);
    j.memuat("RSUD Uji").memuat("Sedang diisi").memuat("I. Kebijakan Pelayanan").memuat("pertanyaan belum dijawab");
    j.memuat("Serahkan kepada kepala unit").memuat("Indikator tambahan (tanpa bobot)");
}

#[tokio::test]
async fn readers_see_it_without_actions_and_strangers_do_not_see_it() {
    let d = Dunia::baru().await;
    let jalur = format!("/lokus/{}/f01", d.lokus);
    let j = d.penyelenggara().await.get(&jalur).await;
    assert_eq!(j.status, StatusCode::OK);
    assert!(!j.isi.contains("Serahkan kepada kepala unit"));
    let asing = d.app.sebagai(Peran::Pembina, Lingkup::Wilayah("11".into())).await;
    for ekor in ["", "/I", "/cetak"] {
        assert_eq!(asing.get(&format!("{jalur}{ekor}")).await.status, StatusCode::NOT_FOUND);
    }
    d.kepala().await.get(&jalur).await.memuat("Operator masih mengisi");
}

#[tokio::test]
async fn links_to_open_questions_lead_to_them_also_for_readers() {
    let d = Dunia::baru().await;
    let ringkasan = format!("/lokus/{}/f01", d.lokus);
    for p in [d.penyelenggara().await, d.operator().await] {
        let isi = p.get(&ringkasan).await.isi;
        let aspek = p.get(&format!("{ringkasan}/II")).await.isi;
        let awal = format!("href=\"{ringkasan}/II#");
        let sasaran: Vec<_> = isi.split(&awal).skip(1).filter_map(|s| s.split('"').next()).collect();
        assert!(sasaran.len() > 3);
        for s in sasaran {
            assert!(aspek.contains(&format!("id=\"{s}\"")), "{s}");
        }
    }
}

#[tokio::test]
async fn handing_over_an_incomplete_form_needs_a_tick() {
    let d = Dunia::baru().await;
    let op = d.operator().await;
    let j = op.post(&format!("/lokus/{}/f01/siap", d.lokus), &[("catatan", "SK menyusul")]).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("SK menyusul").memuat("href=\"#tetap\"");
    let j = op.post(&format!("/lokus/{}/f01/siap", d.lokus), &[("catatan", "SK menyusul"), ("tetap", "ya")]).await;
    assert_eq!(j.status, StatusCode::SEE_OTHER);
    let j = op.get(&format!("/lokus/{}/f01", d.lokus)).await;
    j.memuat("Menunggu kepala unit").memuat("SK menyusul").memuat("F01 sudah diserahkan");
    assert!(!j.isi.contains("<h2 id=\"serah-judul\">"));
}

#[tokio::test]
async fn the_printed_page_shows_every_question() {
    let d = Dunia::baru().await;
    let j = d.penyelenggara().await.get(&format!("/lokus/{}/f01/cetak", d.lokus)).await;
    j.memuat("F01 RSUD Uji").memuat("Apakah Standar Pelayanan (SP) sudah dibuat?").memuat("Belum dijawab").memuat("Belum dikirim");
}

#[tokio::test]
async fn an_unknown_lokus_is_the_same_404() {
    let app = TestApp::baru().await;
    let orang = app.sebagai(Peran::Nasional, Lingkup::Instalasi).await;
    assert_eq!(orang.get(&format!("/lokus/{}/f01", uuid::Uuid::now_v7())).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_english_page_says_that_the_instrument_is_not_translated() {
    let d = Dunia::baru().await;
    let op = d.operator().await;
    op.post("/bahasa", &[("bahasa", "en"), ("kembali", "/")]).await;
    for ekor in ["", "/I"] {
        op.get(&format!("/lokus/{}/f01{ekor}", d.lokus)).await.memuat("is in Indonesian and is not translated");
    }
    let j = d.kepala().await.get(&format!("/lokus/{}/f01", d.lokus)).await;
    assert!(!j.isi.contains("Isi instrumen (pertanyaan"));
}

//! The exemplar: a page, a form with a fault, a change and its effect.

use axum::http::StatusCode;

use crate::app::TestApp;

#[tokio::test]
async fn the_choice_changes_the_language_of_all_pages() {
    let app = TestApp::baru().await;
    let tamu = app.tamu();
    tamu.get("/bahasa").await.memuat("Bahasa tampilan");
    let jawaban = tamu.post("/bahasa", &[("bahasa", "en"), ("kembali", "/")]).await;
    assert_eq!((jawaban.status, jawaban.ke()), (StatusCode::SEE_OTHER, "/"));
    tamu.get("/").await.memuat("<html lang=\"en\">");
    tamu.get("/bahasa").await.memuat("Display language");
}

#[tokio::test]
async fn a_language_we_do_not_have_comes_back_as_a_fault_at_its_field() {
    let app = TestApp::baru().await;
    let jawaban = app.tamu().post("/bahasa", &[("bahasa", "fr")]).await;
    assert_eq!(jawaban.status, StatusCode::UNPROCESSABLE_ENTITY);
    jawaban.memuat("Pilih salah satu bahasa.</a>").memuat("id=\"bahasa-salah\"");
}

#[tokio::test]
async fn the_way_back_never_leads_to_another_site() {
    let app = TestApp::baru().await;
    let jawaban = app.tamu().post("/bahasa", &[("bahasa", "en"), ("kembali", "//evil.example")]).await;
    assert_eq!(jawaban.ke(), "/bahasa");
}

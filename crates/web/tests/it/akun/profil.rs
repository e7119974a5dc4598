//! One's own profile.

use axum::http::StatusCode;

use crate::app::TestApp;

#[tokio::test]
async fn two_browsers_editing_the_profile_do_not_overwrite_each_other() {
    let app = TestApp::baru().await;
    let id = app.akun("ani@uji.example", &[]).await;
    let orang = app.masuk(id).await;
    orang.get("/akun").await.memuat("name=\"versi\" value=\"1\"").memuat("Akun ini belum memiliki peran");
    let isian = |nama, versi| [("nama", nama), ("jabatan", "Camat"), ("bahasa", "en"), ("versi", versi)];
    assert_eq!(orang.post("/akun", &isian("Ani Baru", "1")).await.status, StatusCode::SEE_OTHER);
    orang.get("/akun").await.memuat("<html lang=\"en\">").memuat("The changes to your account are saved.");
    assert!(!orang.get("/akun").await.isi.contains("are saved."), "a message is shown once");
    let jawaban = orang.post("/akun", &isian("Ani Lama", "1")).await;
    assert_eq!(jawaban.status, StatusCode::UNPROCESSABLE_ENTITY);
    jawaban.memuat("Someone else saved a change first").memuat("value=\"Ani Lama\"").memuat("name=\"versi\" value=\"2\"");
}

#[tokio::test]
async fn a_name_is_needed() {
    let app = TestApp::baru().await;
    let id = app.akun("ani@uji.example", &[]).await;
    let jawaban = app.masuk(id).await.post("/akun", &[("nama", " "), ("jabatan", "Camat"), ("bahasa", "id"), ("versi", "1")]).await;
    jawaban.memuat("<a href=\"#nama\">Isi nama lengkap Anda.</a>").memuat("value=\"Camat\"");
}

//! What somebody wrote into the database past the program is not shown as if it held.

use axum::http::StatusCode;
use store::{id::PekerjaanId, id::PeranId, kueri::Kueri as _, nilai, pekerjaan};

use crate::{app::TestApp, dunia::dunia};

#[tokio::test]
async fn a_role_that_opens_nothing_is_named_to_the_administrator_and_left_out_of_the_own_page() {
    let app = TestApp::baru().await;
    let d = dunia(&app).await;
    let admin = app.masuk(d.admin).await;
    let jalur = format!("/admin/pengguna/{}", d.operator);
    let orang = app.masuk(d.operator).await;
    assert!(!admin.get(&jalur).await.isi.contains("Tidak berlaku"));
    let tx = app.store().mulai().await.unwrap();
    let sql = "INSERT INTO peran (id, akun_id, peran, pada) VALUES ($1, $2, 'admin', 1)";
    tx.jalankan(sql, nilai![PeranId::baru(), d.operator]).await.unwrap();
    tx.commit().await.unwrap();
    let j = orang.get("/akun").await;
    j.memuat("Operator unit");
    assert!(!j.isi.contains("Pengelola sistem"));
    admin.get(&jalur).await.memuat("Pengelola sistem").memuat("Tidak berlaku").memuat("tanpa lewat program");
    admin.get("/admin/pengguna").await.memuat("Tidak berlaku");
}

#[tokio::test]
async fn a_job_that_is_not_done_says_what_it_would_have_been() {
    let app = TestApp::baru().await;
    let d = dunia(&app).await;
    let admin = app.masuk(d.admin).await;
    let (s, id) = (app.store(), PekerjaanId::baru());
    let tx = s.mulai().await.unwrap();
    let sql = "INSERT INTO pekerjaan (id, jenis, isi, dibuat, setelah, coba) VALUES ($1, 'lhe-sampai', '{}', $2, 1, 0)";
    tx.jalankan(sql, nilai![id, tx.pada]).await.unwrap();
    tx.commit().await.unwrap();
    assert!(pekerjaan::ambil(s, &["lhe-sampai"]).await.unwrap().is_none());
    let j = admin.get("/admin/surat").await;
    j.memuat("Menyampaikan LHE ke unit").memuat("tanpa lewat program, jadi tidak dijalankan").memuat("Tidak dicoba lagi");
    assert!(!j.isi.contains("value=\"ulangi\""), "another try cannot help");
    assert_eq!(admin.post(&format!("/admin/surat/{id}"), &[("_aksi", "buang")]).await.status, StatusCode::SEE_OTHER);
    admin.get("/admin/surat").await.memuat("Tidak ada surel yang gagal");
}

//! The administrator sees what mail failed and why, never what was in it.

use axum::http::StatusCode;
use store::{
    pekerjaan::{self, SUREL, Surel},
    peran::{Lingkup, Peran},
};
use web::{
    Konfig,
    surat::{Cara, KonfigSurat},
};

use crate::app::TestApp;

#[tokio::test]
async fn failed_mail_is_seen_tried_again_and_dropped() {
    let folder = tempfile::tempdir().unwrap();
    let surat = KonfigSurat { cara: Cara::Berkas, folder: folder.path().into(), ..KonfigSurat::default() };
    let app = TestApp::dengan(Konfig { surat, laju: false, ..Konfig::default() }).await;
    let (s, admin) = (app.store(), app.sebagai(Peran::Admin, Lingkup::Instalasi).await);
    admin.get("/admin/surat").await.memuat("Tidak ada surel yang gagal").memuat("ditulis sebagai berkas di server");
    assert!(!admin.get("/").await.isi.contains("Ada yang gagal"));
    assert_eq!(admin.post("/admin/surat", &[("_aksi", "uji")]).await.ke(), "/admin/surat");
    let p = pekerjaan::ambil(s, &[SUREL]).await.unwrap().unwrap();
    assert_eq!(serde_json::from_str::<Surel>(&p.isi).unwrap().kepada, "admin@uji.example");
    pekerjaan::gagal(s, &p, "550 <kotak> penuh").await.unwrap();
    let j = admin.get("/admin/surat").await;
    j.memuat("550 &#60;kotak&#62; penuh").memuat("Dicoba lagi");
    assert!(!j.isi.contains("Surel dari Prima sampai"), "the content stays out");
    admin.get("/").await.memuat("Ada yang gagal").memuat("href=\"/admin/surat\"");

    let jalur = format!("/admin/surat/{}", p.id);
    assert_eq!(admin.post(&jalur, &[("_aksi", "buang")]).await.status, StatusCode::NOT_FOUND, "it is still tried");
    pekerjaan::menyerah(s, &p, "terlambat").await.unwrap();
    admin.get("/admin/surat").await.memuat("Tidak dicoba lagi").memuat(&jalur);
    assert_eq!(admin.post(&jalur, &[("_aksi", "ulangi")]).await.ke(), "/admin/surat");
    let p = pekerjaan::ambil(s, &[SUREL]).await.unwrap().unwrap();
    pekerjaan::menyerah(s, &p, "terlambat").await.unwrap();
    assert_eq!(admin.post(&jalur, &[("_aksi", "buang")]).await.ke(), "/admin/surat");
    admin.get("/admin/surat").await.memuat("Tidak ada surel yang gagal");
    let biro = app.sebagai(Peran::Auditor, Lingkup::Wilayah("64".into())).await;
    assert_eq!(biro.get("/admin/surat").await.status, StatusCode::FORBIDDEN);
}

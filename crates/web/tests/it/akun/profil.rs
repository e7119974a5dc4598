//! One's own profile.

use axum::http::StatusCode;
use store::{
    StoreError,
    akun::kelola,
    peran::{JenisPengganti, Lingkup, Masa, Pengganti, Peran},
};

use crate::{
    app::TestApp,
    dunia::{dunia, pelaku},
};

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

#[tokio::test]
async fn a_role_says_where_it_holds_until_when_and_in_whose_place() {
    let app = TestApp::baru().await;
    let d = dunia(&app).await;
    let hak = pelaku(&app, d.admin).await;
    let id = app.akun("ani@uji.example", &[]).await;
    let sampai = app.store().sekarang().hari("WIB");
    let dasar = Pengganti { jenis: JenisPengganti::Plt, jabatan: "Kepala Dinas Sosial".into(), dasar: "SP 12/2026".into() };
    let masa = |sampai| Masa { sampai: Some(sampai), pengganti: Some(dasar.clone()), ..Masa::default() };
    let beri = async |masa: Masa| {
        kelola::beri_peran(app.store(), &hak.admin().unwrap(), id, Peran::Penanggungjawab, &Lingkup::Instansi(d.kab), &masa).await
    };
    let lewat = beri(masa(sampai.yesterday().unwrap())).await;
    assert!(matches!(lewat, Err(StoreError::Keadaan("peran-masa-lewat"))), "{lewat:?}");
    beri(masa(sampai)).await.unwrap();
    let j = app.masuk(id).await.get("/akun").await;
    let nama = store::instansi::dari_id(app.store(), d.kab).await.unwrap().nama;
    j.memuat(&format!("Penanggungjawab – {nama}")).memuat("Plt. Kepala Dinas Sosial · Sampai ").memuat("SP 12/2026");
    // From 22.00 WIB on it is the next day in WIT, by which roles hold: a role of "today" could never be used.
    while app.store().sekarang().hari("WIT") == app.store().sekarang().hari("WIB") {
        app.store().jam().maju(1800);
    }
    let malam = beri(masa(app.store().sekarang().hari("WIB"))).await;
    assert!(matches!(malam, Err(StoreError::Keadaan("peran-masa-lewat"))), "{malam:?}");
    app.store().jam().maju(2 * 86_400);
    let j = app.masuk(id).await.get("/akun").await;
    j.memuat("Akun ini belum memiliki peran");
}

#[tokio::test]
async fn a_name_stays_on_its_line() {
    let app = TestApp::baru().await;
    let id = app.akun("ani@uji.example", &[]).await;
    let isi = [("nama", "Yusuf\r\nBcc: jahat@x.example"), ("jabatan", "Camat\u{7}\nLain"), ("bahasa", "id"), ("versi", "1")];
    assert_eq!(app.masuk(id).await.post("/akun", &isi).await.status, StatusCode::SEE_OTHER);
    let a = store::akun::dari_id(app.store(), id).await.unwrap();
    assert_eq!((a.nama.as_str(), a.jabatan.as_str()), ("Yusuf Bcc: jahat@x.example", "Camat Lain"));
}

//! Two-step sign-in: set up, used, lost, required, and asked for again before acts of weight.

use axum::http::{StatusCode, header};
use store::{
    akun,
    faktor::totp::{self, Calon},
    id::AkunId,
    kueri::Kueri as _,
    nilai,
    peran::{Lingkup, Peran},
};
use testkit::basis::BasisUji;

use super::{SANDI, akun_bersandi};
use crate::{
    app::{Jawaban, Peramban, TestApp},
    hasil::bangun::medan,
};

/// Sets up the app in this browser; the app, and the recovery codes of the page.
pub async fn pasang(app: &TestApp, id: AkunId, orang: &Peramban<'_>) -> (Calon, Vec<String>) {
    const JALUR: &str = "/akun/dua-langkah/aplikasi";
    let j = orang.post(JALUR, &[("_aksi", "mulai"), ("sandi", SANDI)]).await;
    assert_eq!((j.status, j.ke()), (StatusCode::SEE_OTHER, JALUR));
    let token = store::sesi::buka(app.store(), id, "::1", "uji").await.unwrap();
    let pelaku = store::sesi::pelaku(app.store(), &token, "::1", "uji").await.unwrap().unwrap();
    let calon = totp::calon(app.store(), &pelaku).await.unwrap().unwrap();
    orang.get(JALUR).await.memuat("<svg").memuat(&calon.teks()).memuat("otpauth://totp/Prima%20127.0.0.1:");
    let salah = orang.post(JALUR, &[("_aksi", "nyalakan"), ("kode-masuk", "abc")]).await;
    assert_eq!(salah.status, StatusCode::UNPROCESSABLE_ENTITY);
    let j = orang.post(JALUR, &[("_aksi", "nyalakan"), ("kode-masuk", &calon.kode(app.store().sekarang()))]).await;
    j.memuat("Simpan kode pemulihan ini");
    let kode: Vec<String> = j.isi.split("<li><code>").skip(1).map(|s| s.split('<').next().unwrap().to_owned()).collect();
    assert_eq!(kode.len(), 10);
    app.store().jam().maju(30);
    (calon, kode)
}

/// Turns it on without pages; a code of the app that fits now is not used yet.
pub async fn nyalakan(app: &TestApp, id: AkunId, sandi: &str) -> Calon {
    let surel = akun::dari_id(app.store(), id).await.unwrap().surel;
    let akun::Masuk::Berhasil(bukti) = akun::masuk(app.store(), &surel, sandi.to_owned(), "::1").await.unwrap() else { panic!("password") };
    totp::mulai(app.store(), &bukti).await.unwrap();
    let token = store::sesi::buka(app.store(), id, "::1", "uji").await.unwrap();
    let pelaku = store::sesi::pelaku(app.store(), &token, "::1", "uji").await.unwrap().unwrap();
    let calon = totp::calon(app.store(), &pelaku).await.unwrap().unwrap();
    totp::nyalakan(app.store(), &pelaku, &calon.kode(app.store().sekarang())).await.unwrap().unwrap();
    app.store().jam().maju(30);
    calon
}

async fn masuk(tamu: &Peramban<'_>, surel: &str) -> Jawaban {
    tamu.post("/masuk", &[("surel", surel), ("sandi", SANDI), ("kembali", "/akun/sesi")]).await
}

testkit::dua_basis! {
    async fn the_password_alone_opens_nothing_and_the_code_opens_once(basis: BasisUji) {
        let app = TestApp::pada(basis).await;
        let id = akun_bersandi(&app, "ani@uji.example").await;
        let orang = app.masuk(id).await;
        orang.get("/akun/dua-langkah").await.memuat("Belum menyala");
        let salah = orang.post("/akun/dua-langkah/aplikasi", &[("_aksi", "mulai"), ("sandi", "bukan itu")]).await;
        assert_eq!(salah.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(!salah.isi.contains("bukan itu"));
        let (app_kode, pulih) = pasang(&app, id, &orang).await;
        // The page with the codes, loaded again.
        let ulang = orang.post("/akun/dua-langkah/aplikasi", &[("_aksi", "nyalakan"), ("kode-masuk", "123456")]).await;
        assert_eq!(ulang.ke(), "/akun/dua-langkah");
        orang.get("/akun/dua-langkah").await.memuat("Langkah kedua sudah menyala. Sepuluh kode pemulihan hanya ditampilkan sekali");
        orang.get("/akun/dua-langkah").await.memuat("Menyala").memuat("Tersisa 10 kode");

        let tamu = app.tamu();
        let j = masuk(&tamu, "ani@uji.example").await;
        assert_eq!(j.status, StatusCode::OK);
        j.memuat("Langkah kedua").memuat("name=\"kembali\" value=\"/akun/sesi\"");
        assert!(!tamu.kuki.borrow().contains_key("sesi"), "no session yet");
        assert_eq!(tamu.get("/akun").await.status, StatusCode::SEE_OTHER);
        let tunda = medan(&j, "_tunda");
        let isi = |kode: &str| vec![("_tunda".to_owned(), tunda.clone()), ("kembali".into(), "/akun/sesi".into()), ("kode-masuk".into(), kode.to_owned())];
        let kirim = async |p: &Peramban<'_>, kode: &str| {
            let isi = isi(kode);
            p.post("/masuk/kode", &isi.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect::<Vec<_>>()).await
        };
        let salah = kirim(&tamu, "12345").await;
        assert_eq!(salah.status, StatusCode::UNPROCESSABLE_ENTITY);
        salah.memuat("Kode tidak cocok");
        let kode = app_kode.kode(app.store().sekarang());
        let j = kirim(&tamu, &kode).await;
        assert_eq!((j.status, j.ke()), (StatusCode::SEE_OTHER, "/akun/sesi"));
        tamu.get("/akun/sesi").await.memuat("dengan kode aplikasi").memuat("Tutup semua sesi lain");
        let lain = app.tamu();
        assert_eq!(kirim(&lain, &kode).await.status, StatusCode::UNPROCESSABLE_ENTITY, "used");
        let j = kirim(&lain, &pulih[0]).await;
        assert_eq!(j.status, StatusCode::SEE_OTHER);
        lain.get("/akun/dua-langkah").await.memuat("Anda masuk dengan kode pemulihan").memuat("Tersisa 9 kode");

        // One of them ends all others.
        lain.post("/akun/sesi", &[]).await;
        assert_eq!(tamu.get("/akun").await.status, StatusCode::SEE_OTHER);
        assert_eq!(lain.get("/akun").await.status, StatusCode::OK);
        // Off again: the password is enough.
        let tolak = lain.post("/akun/dua-langkah/aplikasi", &[("_aksi", "matikan"), ("sandi-matikan", "bukan")]).await;
        assert_eq!(tolak.status, StatusCode::UNPROCESSABLE_ENTITY);
        lain.post("/akun/dua-langkah/aplikasi", &[("_aksi", "matikan"), ("sandi-matikan", SANDI)]).await;
        assert_eq!(masuk(&app.tamu(), "ani@uji.example").await.status, StatusCode::SEE_OTHER);
    }
}

#[tokio::test]
async fn a_held_form_survives_both_steps_and_guesses_are_held() {
    let app = TestApp::baru().await;
    let id = akun_bersandi(&app, "ani@uji.example").await;
    let (kode, _) = pasang(&app, id, &app.masuk(id).await).await;
    let tamu = app.tamu();
    let tertahan = [("_tertahan-ke", "/akun"), ("_tertahan-isi", "nama=Ani+Baru&versi=1")];
    let isian = [&[("surel", "ani@uji.example"), ("sandi", SANDI)], &tertahan[..]].concat();
    let j = tamu.post("/masuk", &isian).await;
    let tunda = medan(&j, "_tunda");
    let langkah = |kode| [&[("_tunda", tunda.as_str()), ("kode-masuk", kode)], &tertahan[..]].concat();
    tamu.post("/masuk/kode", &langkah("000-000")).await.memuat("nama=Ani");
    let benar = kode.kode(app.store().sekarang());
    tamu.post("/masuk/kode", &langkah(&benar)).await.memuat("Isian Anda masih ada").memuat("Ani Baru");

    app.store().jam().maju(60);
    let tamu = app.tamu();
    let tunda = medan(&masuk(&tamu, "ani@uji.example").await, "_tunda");
    for _ in 0..9 {
        tamu.post("/masuk/kode", &[("_tunda", &tunda), ("kode-masuk", "999")]).await;
    }
    let benar = kode.kode(app.store().sekarang());
    let j = tamu.post("/masuk/kode", &[("_tunda", &tunda), ("kode-masuk", &benar)]).await;
    assert_eq!(j.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(j.headers.contains_key(header::RETRY_AFTER));
    app.store().jam().maju(16 * 60);
    let benar = kode.kode(app.store().sekarang());
    let j = tamu.post("/masuk/kode", &[("_tunda", &tunda), ("kode-masuk", &benar)]).await;
    j.memuat("Terlalu lama").memuat("name=\"sandi\"");
    assert_eq!(tamu.post("/masuk/kode", &[("_tunda", "x"), ("kode-masuk", "1")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_link_for_a_new_password_does_not_pass_by_the_second_step() {
    let app = TestApp::baru().await;
    let id = akun_bersandi(&app, "ani@uji.example").await;
    pasang(&app, id, &app.masuk(id).await).await;
    let tx = app.store().mulai().await.unwrap();
    let rahasia = akun::buat_tautan(&tx, None, akun::JenisTautan::SetelSandi, Some(id), 3600).await.unwrap();
    tx.commit().await.unwrap();
    let tamu = app.tamu();
    let baru = "lima kata yang sama sekali lain";
    tamu.post(&format!("/sandi/setel/{rahasia}"), &[("sandi", baru), ("ulangi", baru)]).await.memuat("Langkah kedua");
    assert!(!tamu.kuki.borrow().contains_key("sesi"));
}

#[tokio::test]
async fn a_role_that_needs_it_opens_nothing_until_it_is_set_up() {
    let app = TestApp::baru().await;
    let admin = app.sebagai(Peran::Admin, Lingkup::Instalasi).await;
    let id = akun_bersandi(&app, "ani@uji.example").await;
    let tx = app.store().mulai().await.unwrap();
    store::peran::beri(&tx, None, id, Peran::Nasional, &Lingkup::Instalasi).await.unwrap();
    tx.commit().await.unwrap();
    let orang = app.masuk(id).await;
    assert_eq!(orang.get("/nasional").await.status, StatusCode::OK);
    assert_eq!(orang.get("/admin/keamanan").await.status, StatusCode::FORBIDDEN);
    admin.get("/admin/keamanan").await.memuat("value=\"nasional\"");
    assert_eq!(admin.post("/admin/keamanan", &[("peran", "bukan-peran")]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(admin.post("/admin/keamanan", &[("peran", "nasional")]).await.status, StatusCode::SEE_OTHER);
    admin.get("/admin/keamanan").await.memuat("value=\"nasional\" checked");
    for jalur in ["/nasional", "/"] {
        let j = orang.get(jalur).await;
        assert_eq!((j.status, j.ke()), (StatusCode::SEE_OTHER, "/akun/dua-langkah"), "{jalur}");
    }
    orang.get("/akun/dua-langkah").await.memuat("Peran Anda mewajibkan langkah kedua");
    pasang(&app, id, &orang).await;
    assert_eq!(orang.get("/nasional").await.status, StatusCode::OK);
    let tolak = orang.post("/akun/dua-langkah/aplikasi", &[("_aksi", "matikan"), ("sandi-matikan", SANDI)]).await;
    tolak.memuat("Peran Anda mewajibkan langkah kedua");

    // The administrator takes it off for one who lost his phone; with an old proof he is asked again first.
    let jalur = format!("/admin/pengguna/{id}");
    admin.get(&jalur).await.memuat("Hapus langkah kedua");
    let tanpa = admin.post(&jalur, &[("_aksi", "faktor"), ("alasan-faktor", " ")]).await;
    assert_eq!(tanpa.status, StatusCode::UNPROCESSABLE_ENTITY);
    app.store().jam().maju(601);
    let tahan = admin.post(&jalur, &[("_aksi", "faktor"), ("alasan-faktor", "Ponsel hilang")]).await;
    assert_eq!(tahan.status, StatusCode::UNAUTHORIZED);
    tahan.memuat("Pastikan ini Anda").memuat("Ponsel%20hilang");
    assert_eq!(orang.get("/nasional").await.status, StatusCode::OK, "nothing was done");
}

#[tokio::test]
async fn an_administrator_takes_off_a_lost_second_step() {
    let app = TestApp::baru().await;
    let admin = app.sebagai(Peran::Admin, Lingkup::Instalasi).await;
    let id = akun_bersandi(&app, "ani@uji.example").await;
    let orang = app.masuk(id).await;
    pasang(&app, id, &orang).await;
    let jalur = format!("/admin/pengguna/{id}");
    assert_eq!(admin.post(&jalur, &[("_aksi", "faktor"), ("alasan-faktor", "Ponsel hilang")]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(orang.get("/akun").await.status, StatusCode::SEE_OTHER, "its sessions end");
    assert_eq!(masuk(&app.tamu(), "ani@uji.example").await.status, StatusCode::SEE_OTHER);
    assert!(!admin.get(&jalur).await.isi.contains("Hapus langkah kedua"));
}

/// Its rows were taken away in the database: the password opens nothing, everybody concerned is told so, and an administrator mends it.
#[tokio::test]
async fn a_second_step_that_was_taken_away_in_the_database_is_told() {
    let app = TestApp::baru().await;
    let admin = app.sebagai(Peran::Admin, Lingkup::Instalasi).await;
    let id = akun_bersandi(&app, "ani@uji.example").await;
    let orang = app.masuk(id).await;
    let (_, kode) = pasang(&app, id, &orang).await;
    let tx = app.store().mulai().await.unwrap();
    assert_eq!(tx.jalankan("DELETE FROM totp WHERE akun_id = $1", nilai![id]).await.unwrap(), 1);
    tx.commit().await.unwrap();
    let tamu = app.tamu();
    let j = masuk(&tamu, "ani@uji.example").await;
    j.memuat("catatan langkah kedua akun ini hilang");
    let kirim = [("_tunda", medan(&j, "_tunda")), ("kode-masuk", kode[0].clone()), ("kembali", "/akun".into())];
    let kirim: Vec<(&str, &str)> = kirim.iter().map(|(a, b)| (*a, b.as_str())).collect();
    assert_eq!(tamu.post("/masuk/kode", &kirim).await.ke(), "/akun", "a recovery code still opens");
    let j = orang.get("/akun/dua-langkah").await;
    j.memuat("Langkah kedua akun ini hilang").memuat("value=\"mulai\"");
    assert!(!j.isi.contains("Buat kode baru") && !j.isi.contains("Belum menyala"));
    let jalur = format!("/admin/pengguna/{id}");
    admin.get(&jalur).await.memuat("Langkah kedua akun ini hilang").memuat("Hapus langkah kedua");
    assert_eq!(admin.post(&jalur, &[("_aksi", "faktor"), ("alasan-faktor", "Hilang di basis data")]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(masuk(&app.tamu(), "ani@uji.example").await.ke(), "/akun/sesi");
}

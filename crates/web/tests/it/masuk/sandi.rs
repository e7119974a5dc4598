//! Forgotten passwords by mail, one-time links, and the change of one's own password.

use std::{fs, time::Duration};

use axum::http::StatusCode;
use store::{
    akun::{self, JenisTautan},
    id::PekerjaanId,
    pekerjaan::{self, SUREL, Surel},
};
use web::{
    Konfig,
    surat::{Cara, KonfigSurat},
};

use super::{SANDI, akun_bersandi};
use crate::app::TestApp;

const BARU: &str = "lima kata yang sama sekali lain";

#[tokio::test]
async fn a_link_by_mail_sets_a_new_password_once() {
    let folder = tempfile::tempdir().unwrap();
    let surat = KonfigSurat { cara: Cara::Berkas, folder: folder.path().into(), ..KonfigSurat::default() };
    let app = TestApp::dengan(Konfig { surat, laju: false, ..Konfig::default() }).await;
    akun_bersandi(&app, "ani@uji.example").await;
    let tamu = app.tamu();
    let ada = tamu.post("/sandi/lupa", &[("surel", "ani@uji.example")]).await;
    let tiada = tamu.post("/sandi/lupa", &[("surel", "tiada@uji.example")]).await;
    assert_eq!((ada.status, tiada.status), (StatusCode::OK, StatusCode::OK));
    ada.memuat("Periksa surel Anda");
    // The mail is in the queue, not on its way: a mail server that is away costs nobody his link.
    let surat = tunggu_antrean(&app).await;
    assert_eq!((surat.kepada.as_str(), surat.sampai), ("ani@uji.example", Some(app.store().sekarang().tambah_detik(1800).0)));
    app.state.kirim_surat(PekerjaanId::baru(), &surat.kepada, &surat.judul, surat.isi).await.unwrap();

    let surat = tunggu_surat(folder.path()).await;
    let jalur = surat.split("http://127.0.0.1:8080").nth(1).unwrap().split_whitespace().next().unwrap().to_owned();
    tamu.get(&jalur).await.memuat("ani@uji.example");
    tamu.post(&jalur, &[("sandi", "pendek"), ("ulangi", "pendek")]).await.memuat("Kata sandi paling sedikit 10 karakter.");
    assert_eq!(tamu.post(&jalur, &[("sandi", BARU), ("ulangi", BARU)]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(tamu.get("/akun").await.status, StatusCode::OK);
    tamu.get(&jalur).await.memuat("Tautan ini sudah tidak berlaku");
    let jawaban = app.tamu().post("/masuk", &[("surel", "ani@uji.example"), ("sandi", BARU)]).await;
    assert_eq!(jawaban.status, StatusCode::SEE_OTHER);
}

/// The mail is queued after the answer.
async fn tunggu_antrean(app: &TestApp) -> Surel {
    for _ in 0..200 {
        if let Some(p) = pekerjaan::ambil(app.store(), &[SUREL]).await.unwrap() {
            pekerjaan::selesai(app.store(), &p).await.unwrap();
            return serde_json::from_str(&p.isi).unwrap();
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    panic!("no mail was queued");
}

/// Mail is written after the answer; the file's text with soft line breaks taken out.
async fn tunggu_surat(folder: &std::path::Path) -> String {
    for _ in 0..200 {
        if let Some(entri) = fs::read_dir(folder).unwrap().find_map(|e| e.ok().filter(|e| e.path().extension().is_some_and(|x| x == "eml")))
        {
            let teks = fs::read_to_string(entri.path()).unwrap();
            if teks.contains("/sandi/setel/") || teks.contains("setel") {
                return teks.replace("=\r\n", "").replace("=3D", "=");
            }
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    panic!("no mail came");
}

#[tokio::test]
async fn without_mail_the_page_says_whom_to_ask() {
    let app = TestApp::baru().await;
    app.tamu().get("/sandi/lupa").await.memuat("tautan sekali pakai");
}

#[tokio::test]
async fn an_administrators_link_ends_with_its_time() {
    let app = TestApp::baru().await;
    let id = app.akun("ani@uji.example", &[]).await;
    let tx = app.store().mulai().await.unwrap();
    let rahasia = akun::buat_tautan(&tx, None, JenisTautan::SetelSandi, Some(id), 3600).await.unwrap();
    tx.commit().await.unwrap();
    let jalur = format!("/sandi/setel/{rahasia}");
    app.tamu().get(&jalur).await.memuat("Buat kata sandi baru");
    app.store().jam().maju(3601);
    app.tamu().get(&jalur).await.memuat("Tautan ini sudah tidak berlaku");
    let jawaban = app.tamu().post(&jalur, &[("sandi", BARU), ("ulangi", BARU)]).await;
    assert_eq!(jawaban.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn changing_the_password_needs_the_old_one_and_ends_other_sessions() {
    let app = TestApp::baru().await;
    let id = akun_bersandi(&app, "ani@uji.example").await;
    let (sini, sana) = (app.masuk(id).await, app.masuk(id).await);
    let jawaban = sini.post("/akun/sandi", &[("sandi-lama", "bukan itu ya"), ("sandi", BARU), ("ulangi", BARU)]).await;
    jawaban.memuat("Kata sandi sekarang tidak cocok");
    let jawaban = sini.post("/akun/sandi", &[("sandi-lama", SANDI), ("sandi", BARU), ("ulangi", BARU)]).await;
    assert_eq!(jawaban.status, StatusCode::SEE_OTHER);
    assert_eq!(sini.get("/akun").await.status, StatusCode::OK);
    assert_eq!(sana.get("/akun").await.status, StatusCode::SEE_OTHER);
}

/// Each refusal says why, on every page where a password is chosen the same.
#[tokio::test]
async fn easy_own_and_leaked_passwords_are_refused_with_the_reason() {
    let app = TestApp::baru().await;
    let id = akun_bersandi(&app, "ani@uji.example").await;
    std::fs::write(app.store().folder().join("sandi-bocor.txt"), "perahu tembaga loncat\nlain\n").unwrap();
    let orang = app.masuk(id).await;
    let semua = [
        ("pendek", "paling sedikit 10 karakter"),
        ("199001012020121001", "Jangan hanya angka"),
        ("qwertyuiop12", "Jangan pola papan ketik"),
        ("ANI@uji.example", "Jangan nama atau alamat"),
        ("Indonesia-1945", "paling sering dicoba orang"),
        ("Perahu Tembaga Loncat", "pernah bocor"),
    ];
    for (sandi, harap) in semua {
        let j = orang.post("/akun/sandi", &[("sandi-lama", SANDI), ("sandi", sandi), ("ulangi", sandi)]).await;
        assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY, "{sandi}");
        j.memuat(harap);
    }
    let beda = orang.post("/akun/sandi", &[("sandi-lama", SANDI), ("sandi", BARU), ("ulangi", "lain")]).await;
    beda.memuat("Tidak sama dengan kata sandi baru");
}

#[tokio::test]
async fn a_session_elsewhere_can_be_ended_but_not_someone_elses() {
    let app = TestApp::baru().await;
    let (ani, budi) = (app.akun("ani@uji.example", &[]).await, app.akun("budi@uji.example", &[]).await);
    let (sini, sana, orang_lain) = (app.masuk(ani).await, app.masuk(ani).await, app.masuk(budi).await);
    let halaman = sini.get("/akun/sesi").await;
    let jalur = halaman.isi.split("action=\"/akun/sesi/").nth(1).unwrap().split('"').next().unwrap();
    let jalur = format!("/akun/sesi/{jalur}");
    assert_eq!(orang_lain.post(&jalur, &[]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(sini.post(&jalur, &[]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(sana.get("/akun").await.status, StatusCode::SEE_OTHER);
    assert_eq!(sini.get("/akun").await.status, StatusCode::OK);
}

/// The agency's provider opened the account: there is no old password to ask for, so another proof is.
#[tokio::test]
async fn an_account_without_a_password_is_not_asked_for_one() {
    let app = TestApp::baru().await;
    let id = app.akun("ani@uji.example", &[]).await;
    let orang = app.masuk(id).await;
    let j = orang.get("/akun/sandi").await;
    j.memuat("belum punya kata sandi Prima").memuat("name=\"sandi\"");
    assert!(!j.isi.contains("sandi-lama"));
    let j = orang.get("/akun/dua-langkah").await;
    j.memuat("belum punya kata sandi").memuat("value=\"mulai\"");
    assert!(!j.isi.contains("Kata sandi sekarang") && !j.isi.contains("Selain kata sandi"));
    j.memuat("Selain masuk lewat layanan masuk instansi");
    assert_eq!(orang.post("/akun/dua-langkah/aplikasi", &[("_aksi", "mulai")]).await.ke(), "/akun/dua-langkah/aplikasi");

    // The last proof is old: another one first, and nothing was changed.
    app.store().jam().maju(601);
    let j = orang.get("/akun/sandi").await;
    j.memuat("Buktikan ini saya").memuat("href=\"/masuk/ulang?kembali=/akun/sandi\"");
    assert!(!j.isi.contains("name=\"sandi\""));
    let isi = [("sandi", BARU), ("ulangi", BARU), ("sandi-lama", "")];
    assert_eq!(orang.post("/akun/sandi", &isi).await.ke(), "/masuk/ulang?kembali=/akun/sandi");
    for (jalur, aksi) in
        [("/akun/dua-langkah/aplikasi", "mulai"), ("/akun/dua-langkah/aplikasi", "matikan"), ("/akun/dua-langkah/kode-pulih", "")]
    {
        assert_eq!(orang.post(jalur, &[("_aksi", aksi)]).await.ke(), "/masuk/ulang?kembali=/akun/dua-langkah", "{jalur} {aksi}");
    }
    assert!(akun::dari_id(app.store(), id).await.unwrap().sandi.is_none());
    let j = orang.get("/masuk/ulang?kembali=/akun/sandi").await;
    j.memuat("Akun ini tidak punya kata sandi");
    assert!(!j.isi.contains("name=\"sandi-ulang\""));

    let j = app.masuk(id).await.post("/akun/sandi", &isi).await;
    assert_eq!(j.ke(), "/akun");
    assert!(akun::dari_id(app.store(), id).await.unwrap().sandi.is_some());
    app.masuk(id).await.get("/akun/sandi").await.memuat("sandi-lama");
}

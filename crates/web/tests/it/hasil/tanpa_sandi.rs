//! Signing minutes without typing a secret ("Tanpa kata sandi"): a passkey or the agency's own sign-in, proved a moment ago. The button and a
//! device are in `e2e/uji/rantai/09-berita-acara.mjs`.

use axum::http::StatusCode;
use store::{berita_acara as ba, faktor::Cara, sesi};

use super::{
    bangun::{akun_evaluator, dinilai, penanda},
    berita_acara::buat,
};

#[tokio::test]
async fn a_proof_without_a_password_signs_for_a_moment_only() {
    let d = dinilai(1).await;
    let orang = penanda(&d).await;
    let eva = d.app.masuk(akun_evaluator(&d).await).await;
    let ke = buat(&d, &eva, "pelaksanaan", orang).await.ke().to_owned();
    let (s, kepala) = (d.app.store(), d.app.masuk(orang[0]).await);
    let b = ba::daftar(s.baca(), d.lokus).await.unwrap().remove(0);
    let tanda = async || kepala.post(&format!("{ke}/tanda-tangan"), &[("pdf", &b.objek), ("_aksi", "lain")]).await;
    let terbukti = async |cara: Cara, detik: i64| {
        let tx = s.mulai().await.unwrap();
        let sesi = sesi::milik(s, orang[0]).await.unwrap();
        sesi::terbukti(&tx, sesi[0].id, cara, tx.pada.tambah_detik(-detik)).await.unwrap();
        tx.commit().await.unwrap();
    };
    // Nothing, an older proof, and a password typed elsewhere: asked, and the form waits.
    for (cara, detik) in [(None, 0), (Some(Cara::KunciSandi), 3600), (Some(Cara::Sso), 3600), (Some(Cara::Sandi), 0)] {
        if let Some(cara) = cara {
            terbukti(cara, detik).await;
        }
        let j = tanda().await;
        assert_eq!(j.status, StatusCode::UNAUTHORIZED, "{cara:?}");
        j.memuat("Pastikan ini Anda").memuat("_tertahan-isi");
    }
    assert!(ba::tanda_tangan(s.baca(), b.id).await.unwrap().is_empty());
    terbukti(Cara::KunciSandi, 0).await;
    assert_eq!(tanda().await.ke(), ke);
    assert_eq!(ba::tanda_tangan(s.baca(), b.id).await.unwrap().len(), 1);
}

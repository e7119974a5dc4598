//! Electronic signatures on the page: off, each end of a call, settling an unknown one, and the signed file.

use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};
use store::{berita_acara as ba, berita_acara::elektronik, kueri::Kueri as _};
use web::{
    Konfig,
    tte::tiruan::{FRASA, Perilaku},
};

use super::{
    bangun::{SANDI, akun_evaluator, medan, penanda},
    berita_acara::buat,
};
use crate::{
    app::{Jawaban, Peramban, TestApp},
    bangun::Dunia,
    tte::{konfig, mulai, nik},
};

/// Sends the form of the page as it stands.
async fn tanda(p: &Peramban<'_>, jalur: &str, nik: &str, frasa: &str) -> Jawaban {
    let j = p.get(jalur).await;
    let (op, pdf) = (medan(&j, "op"), medan(&j, "pdf"));
    let j = p.post(jalur, &[("op", &op), ("pdf", &pdf), ("nik", nik), ("sandi-tte", frasa)]).await;
    if j.status == StatusCode::SEE_OTHER {
        assert_eq!(j.ke(), format!("{jalur}#panggilan"));
        let lagi = p.post(jalur, &[("op", &op), ("pdf", &pdf), ("nik", nik), ("sandi-tte", frasa)]).await;
        assert_eq!(lagi.status, StatusCode::SEE_OTHER, "pressed twice is one call");
        return p.get(jalur).await;
    }
    j
}

async fn putuskan(p: &Peramban<'_>, jalur: &str, medan: &[(&str, &str)], berkas: &[u8]) -> Jawaban {
    let mut body = Vec::new();
    for (n, v) in medan {
        body.extend_from_slice(format!("--uji\r\nContent-Disposition: form-data; name=\"{n}\"\r\n\r\n{v}\r\n").as_bytes());
    }
    body.extend_from_slice(
        b"--uji\r\nContent-Disposition: form-data; name=\"berkas\"; filename=\"a.pdf\"\r\nContent-Type: application/pdf\r\n\r\n",
    );
    body.extend_from_slice(berkas);
    body.extend_from_slice(b"\r\n--uji--\r\n");
    let req = p.permintaan(Method::POST, jalur).header(header::CONTENT_TYPE, "multipart/form-data; boundary=uji");
    p.kirim(req.body(Body::from(body)).unwrap()).await
}

#[tokio::test]
async fn signing_electronically_in_all_its_ends() {
    let (tiruan, alamat) = mulai().await;
    let app = TestApp::dengan(Konfig { laju: false, tte: konfig(alamat, 1), ..Konfig::default() }).await;
    let d = Dunia::pada(app).await;
    d.evaluator("eva@uji.example").await;
    let orang = penanda(&d).await;
    let (biro, eva) = (d.penyelenggara().await, d.app.masuk(akun_evaluator(&d).await).await);
    let ke = buat(&d, &eva, "pelaksanaan", orang).await.ke().to_owned();
    let s = d.app.store();
    let b = ba::daftar(s.baca(), d.lokus).await.unwrap().remove(0);
    let jalur = format!("{ke}/elektronik");
    let (kepala, sekda) = (d.app.masuk(orang[0]).await, d.app.masuk(orang[1]).await);
    biro.get(&ke).await.memuat(&format!("href=\"{jalur}\""));
    assert!(!biro.get(&jalur).await.isi.contains("name=\"nik\""), "the organiser is no signatory");
    kepala.get(&jalur).await.memuat("Tandatangani dahulu di Prima");
    assert_eq!(biro.post(&jalur, &[("nik", nik(Perilaku::Tanda))]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(d.app.tamu().get(&jalur).await.status, StatusCode::SEE_OTHER);
    assert_eq!(kepala.get(&format!("{jalur}/pdf")).await.status, StatusCode::NOT_FOUND);
    for p in [&kepala, &sekda, &eva] {
        assert_eq!(p.post(&format!("{ke}/tanda-tangan"), &[("pdf", &b.objek), ("sandi", SANDI)]).await.ke(), ke);
    }

    // A form with faults gives back what was typed, but never the passphrase.
    let j = tanda(&kepala, &jalur, "123", FRASA).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("NIK terdiri dari 16 angka").memuat("value=\"123\"");
    assert!(!j.isi.contains(FRASA));
    // Refusals: the person may try again.
    tanda(&kepala, &jalur, nik(Perilaku::TanpaSertifikat), FRASA).await.memuat("belum memiliki sertifikat").memuat("Kata layanan");
    tanda(&kepala, &jalur, nik(Perilaku::Tanda), "salah").await.memuat("Frasa sandi tidak cocok");
    let j = tanda(&kepala, &jalur, nik(Perilaku::Tanda), FRASA).await;
    j.memuat("Ditandatangani").memuat("Unduh PDF bertanda tangan elektronik").memuat("Anda sudah menandatangani");
    assert_eq!(tiruan.bertanda().len(), 1);
    biro.post(&format!("{jalur}/pemeriksaan"), &[]).await.memuat("Layanan menemukan 1 tanda tangan");

    // No answer: nobody can sign until the organiser said what he found.
    let j = tanda(&sekda, &jalur, nik(Perilaku::Diam), FRASA).await;
    j.memuat("Satu permintaan belum diketahui hasilnya").memuat("Tidak ada jawaban dalam 1 detik");
    assert!(!j.isi.contains("name=\"nik\"") && !j.isi.contains("name=\"putusan\""));
    eva.get(&jalur).await.memuat("Hasil satu permintaan belum diketahui.");
    let t = elektronik::daftar(s.baca(), b.id).await.unwrap().pop().unwrap();
    let putusan = format!("{jalur}/{}/putusan", t.id);
    biro.get(&jalur).await.memuat(&format!("action=\"{putusan}\"")).memuat("Lihat di layanan (127.0.0.1)");
    assert_eq!(putuskan(&sekda, &putusan, &[("putusan", "ya"), ("catatan", "x")], b"").await.status, StatusCode::FORBIDDEN);
    putuskan(&biro, &putusan, &[("catatan", "")], b"").await.memuat("Pilih yang Anda temukan").memuat("Tulis bagaimana Anda memeriksanya");
    putuskan(&biro, &putusan, &[("putusan", "ya"), ("catatan", "x")], b"bukan pdf").await.memuat("Pilih berkas PDF");
    let (_, bertanda) = tiruan.bertanda().pop().unwrap();
    let j = putuskan(&biro, &putusan, &[("putusan", "ya"), ("catatan", "ada di dasbor")], &bertanda).await;
    assert_eq!(j.ke(), jalur);
    sekda.get(&jalur).await.memuat("Diperiksa dan dicatat oleh").memuat("ada di dasbor");
    let (_, berkas) = biro.kirim_mentah(biro.permintaan(Method::GET, &format!("{jalur}/pdf")).body(Body::empty()).unwrap()).await;
    assert_eq!(berkas, bertanda);

    // The answer broke off; at the service there was nothing, so he signs again.
    tanda(&eva, &jalur, nik(Perilaku::Aneh), FRASA).await.memuat("Satu permintaan belum diketahui hasilnya");
    let t = elektronik::daftar(s.baca(), b.id).await.unwrap().pop().unwrap();
    let putusan = format!("{jalur}/{}/putusan", t.id);
    assert_eq!(putuskan(&biro, &putusan, &[("putusan", "tidak"), ("catatan", "tidak ada")], b"").await.ke(), jalur);
    tanda(&eva, &jalur, nik(Perilaku::Tanda), FRASA).await;
    biro.post(&format!("{jalur}/pemeriksaan"), &[]).await.memuat("Layanan menemukan 3 tanda tangan");

    // Everybody can tell the signed copy; NIK and passphrase stand in no table.
    let akhir = tiruan.bertanda().pop().unwrap().1;
    putuskan(&d.app.tamu(), &format!("/verifikasi/{}", b.kode), &[], &akhir).await.memuat("salinan bertanda tangan elektronik");
    for sql in [
        "SELECT COUNT(*) AS n FROM audit WHERE rincian LIKE '%64080101019%'",
        "SELECT COUNT(*) AS n FROM tte_akhir WHERE pesan LIKE '%frasa%'",
    ] {
        assert_eq!(s.baca().angka(sql, vec![]).await.unwrap(), 0, "{sql}");
    }
}

#[tokio::test]
async fn without_a_service_the_page_says_so() {
    let d = Dunia::baru().await;
    d.evaluator("eva@uji.example").await;
    let orang = penanda(&d).await;
    let biro = d.penyelenggara().await;
    let ke = buat(&d, &biro, "pelaksanaan", orang).await.ke().to_owned();
    let kepala = d.app.masuk(orang[0]).await;
    let j = kepala.get(&format!("{ke}/elektronik")).await;
    j.memuat("Tidak diaktifkan di sini");
    assert!(!j.isi.contains("name=\"nik\""));
    assert_eq!(kepala.post(&format!("{ke}/elektronik"), &[]).await.status, StatusCode::CONFLICT);
}

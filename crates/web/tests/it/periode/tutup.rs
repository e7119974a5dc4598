//! What a closed phase refuses is not offered: the pages say why instead.

use axum::http::StatusCode;
use store::{
    hak, penugasan,
    peran::{Lingkup, Peran},
};

use crate::{
    app::TestApp,
    dunia::{dunia, pelaku},
};

#[tokio::test]
async fn a_closed_phase_hides_what_it_refuses_and_says_why() {
    let app = TestApp::baru().await;
    let d = dunia(&app).await;
    let p = d.periode(&app).await;
    let l = d.lokus(&app, p).await;
    let hak = hak::periode(app.store(), &pelaku(&app, d.biro).await, p).await.unwrap().penyelenggara().unwrap();
    penugasan::usulkan(app.store(), &hak, d.eva, &[l]).await.unwrap();
    let (biro, sekda) = (app.masuk(d.biro).await, app.masuk(d.sekda).await);
    // Page, who looks, what stands there while the phase is open, and what it says when it is closed.
    let pelaksanaan = "Tahap pelaksanaan sudah ditutup. Penyelenggara dapat membukanya kembali dengan alasan.";
    let persiapan = "Tahap persiapan sudah ditutup. Penyelenggara dapat membukanya kembali dengan alasan.";
    let evaluator = "Evaluator baru belum dapat diusulkan atau ditetapkan";
    let halaman = [
        (format!("/periode/{p}"), &biro, format!("/periode/{p}/ubah"), persiapan),
        (format!("/periode/{p}"), &biro, format!("/periode/{p}/lokus/pilih"), persiapan),
        (format!("/lokus/{l}"), &biro, format!("/lokus/{l}/ubah"), persiapan),
        (format!("/periode/{p}/evaluator"), &biro, "name=\"akun\"".to_owned(), evaluator),
        (format!("/periode/{p}/sk"), &sekda, "name=\"nomor\"".to_owned(), evaluator),
        (format!("/lokus/{l}/berita-acara"), &biro, "berita-acara/baru/pelaksanaan".to_owned(), pelaksanaan),
        (format!("/lokus/{l}/f03"), &biro, "<button class=\"tombol tombol--utama\">".to_owned(), pelaksanaan),
    ];
    for (jalur, siapa, ada, kata) in &halaman[..6] {
        let j = siapa.get(jalur).await;
        j.memuat(ada);
        assert!(!j.isi.contains(kata), "{jalur}");
    }
    biro.get(&format!("/periode/{p}/fase/pelaksanaan")).await.memuat("Yang belum selesai").memuat("Satu unit belum mengirim F01");
    biro.get(&format!("/periode/{p}/fase/persiapan"))
        .await
        .memuat("Satu usulan evaluator belum ditetapkan dengan SK")
        .memuat("Satu unit belum punya evaluator yang ditetapkan");
    biro.get(&format!("/periode/{p}/fase/pemeringkatan")).await.memuat("Yang belum selesai").memuat("Satu unit belum ada hasilnya");
    for fase in ["persiapan", "pelaksanaan", "penyampaian", "pemeringkatan"] {
        let j = biro.post(&format!("/periode/{p}/fase/{fase}"), &[("_aksi", "tutup")]).await;
        assert_eq!(j.status, StatusCode::SEE_OTHER);
    }
    for (jalur, siapa, ada, kata) in &halaman {
        let j = siapa.get(jalur).await;
        j.memuat(kata);
        assert!(!j.isi.contains(ada), "{jalur} still offers {ada}");
    }
    biro.get(&format!("/lokus/{l}/berita-acara")).await.memuat("Tahap penyampaian hasil sudah ditutup.");
    // What is to be done, and who may do it is led there.
    let buka = format!("href=\"/periode/{p}/fase/pelaksanaan\"");
    biro.get(&format!("/periode/{p}/evaluator")).await.memuat(&buka);
    let j = sekda.get(&format!("/periode/{p}/sk")).await;
    j.memuat("penyelenggara membuka kembali tahap pelaksanaan");
    assert!(!j.isi.contains(&buka), "he cannot open it");
    // Those who could change nothing anyway are not told.
    let auditor = app.masuk(d.auditor).await;
    assert!(!auditor.get(&format!("/periode/{p}")).await.isi.contains(persiapan));
}

#[tokio::test]
async fn who_closes_second_is_told_by_whom_and_keeps_his_note() {
    let app = TestApp::baru().await;
    let d = dunia(&app).await;
    let jalur = format!("/periode/{}/fase/persiapan", d.periode(&app).await);
    let lain = app.akun("biro2@uji.example", &[(Peran::Penyelenggara, Lingkup::Instansi(d.kab))]).await;
    let nama = store::akun::dari_id(app.store(), d.biro).await.unwrap().nama;
    let (satu, dua) = (app.masuk(d.biro).await, app.masuk(lain).await);
    for _ in 0..2 {
        let j = satu.post(&jalur, &[("_aksi", "tutup"), ("alasan", "Semua siap")]).await;
        assert_eq!(j.status, StatusCode::SEE_OTHER, "pressed twice is closed once");
    }
    let j = dua.post(&jalur, &[("_aksi", "tutup"), ("alasan", "Catatan kedua")]).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat(&format!("Tahap ini sudah ditutup oleh {nama}")).memuat("“Catatan kedua”");
    let j = dua.get(&jalur).await;
    j.memuat("Semua siap");
    assert!(!j.isi.contains("Catatan kedua") && !j.isi.contains("sudah ditutup oleh"), "{}", j.isi);
}

use axum::http::StatusCode;
use store::{hasil::periksa_bundel, kueri::Kueri, nilai};

use super::bangun::{bekukan, dinilai, f03, medan};

#[tokio::test]
async fn before_the_sheets_are_done_nobody_sees_a_score_and_the_missing_is_named() {
    let d = dinilai(3).await;
    let jalur = format!("/lokus/{}/hasil", d.lokus);
    let operator = d.operator().await;
    operator.get(&jalur).await.memuat("Hasil belum dibekukan").memuat("Belum dibekukan");
    assert_eq!(operator.post(&jalur, &[]).await.status, StatusCode::FORBIDDEN);
    let biro = d.penyelenggara().await;
    let j = biro.get(&jalur).await;
    j.memuat("Nilai belum dapat dilihat").memuat("3 dari 30 indikator dinilai").memuat("F03 baru 0 responden");
    assert!(!j.isi.contains("Catatan rahasia") && !j.isi.contains("angka-besar"));
    for p in [&operator, &biro] {
        assert_eq!(p.get(&format!("{jalur}/turunan")).await.status, StatusCode::CONFLICT);
        assert_eq!(p.get(&format!("{jalur}/bundel")).await.status, StatusCode::NOT_FOUND);
    }
    let op = store::id::HasilId::baru().to_string();
    let ditolak = biro.post(&jalur, &[("op", &op), ("setuju", "ya")]).await;
    assert_eq!(ditolak.status, StatusCode::UNPROCESSABLE_ENTITY);
    ditolak.memuat("Hasil belum dapat dibekukan");
}

#[tokio::test]
async fn frozen_by_the_organiser_and_then_seen_by_the_unit() {
    let d = dinilai(30).await;
    f03(&d, 10).await;
    let jalur = format!("/lokus/{}/hasil", d.lokus);
    let (biro, operator) = (d.penyelenggara().await, d.operator().await);
    let j = biro.get(&jalur).await;
    // F02 is 4 everywhere, F03 is 5: 0.75 * 4 + 0.25 * 5.
    j.memuat("Hasil sementara").memuat("4,25").memuat("<svg").memuat("Pelayanan").memuat("skema mandiri").memuat("pekppp-2022-a");
    assert!(!j.isi.contains(" style=\""), "a strict CSP would block it");
    operator.get(&jalur).await.memuat("Hasil belum dibekukan");
    let op = medan(&j, "op");
    assert_eq!(biro.post(&jalur, &[("op", &op)]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    for _ in 0..2 {
        assert_eq!(biro.post(&jalur, &[("op", &op), ("setuju", "ya")]).await.ke(), jalur);
    }
    let j = operator.get(&jalur).await;
    j.memuat("Dibekukan").memuat("4,25").memuat("Unduh berkas bertanda tangan");
    assert!(!j.isi.contains("Batalkan pembekuan"));
    operator.get(&format!("{jalur}/turunan")).await.memuat("1.a.Ak").memuat("Catatan rahasia evaluator").memuat("4,25 dibulatkan");
    let turunan = operator.get(&format!("{jalur}/turunan")).await;
    turunan.memuat("Aplikasi Kota Singkawang, ").memuat("<code>kubar_next</code>");
    assert_eq!(turunan.isi.matches("kubar_next").count(), 1, "keys stand only in the list of sources");
    let bundel = operator.get(&format!("{jalur}/bundel")).await;
    assert!(periksa_bundel(bundel.isi.as_bytes(), None).unwrap().sah());
    assert!(!bundel.isi.contains("rahasia"));
}

#[tokio::test]
async fn too_few_respondents_give_no_ipp_and_annulling_needs_a_reason() {
    let d = dinilai(30).await;
    f03(&d, 2).await;
    let jalur = format!("/lokus/{}/hasil", d.lokus);
    let biro = d.penyelenggara().await;
    bekukan(&d, &biro).await;
    let j = biro.get(&jalur).await;
    j.memuat("IPP tidak dihitung").memuat("Ada 2 responden").memuat("IPP belum ada");
    let op = medan(&j, "op");
    let salah = biro.post(&jalur, &[("op", &op), ("_aksi", "batal"), ("alasan", " ")]).await;
    assert_eq!(salah.status, StatusCode::UNPROCESSABLE_ENTITY);
    let eva = d.app.masuk(super::bangun::akun_evaluator(&d).await).await;
    assert_eq!(eva.post(&jalur, &[("op", &op), ("_aksi", "batal"), ("alasan", "x")]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(biro.post(&jalur, &[("op", &op), ("_aksi", "batal"), ("alasan", "responden kurang")]).await.ke(), jalur);
    biro.get(&jalur).await.memuat("Hasil sementara").memuat("Riwayat pembekuan").memuat("responden kurang");
}

/// While the results are public the organiser reads why the freezing stands, and who can change that; there is no form.
#[tokio::test]
async fn a_published_result_says_why_its_freezing_is_not_annulled() {
    let d = dinilai(30).await;
    f03(&d, 10).await;
    let (biro, jalur) = (d.penyelenggara().await, format!("/lokus/{}/hasil", d.lokus));
    bekukan(&d, &biro).await;
    let sebab = "Pembekuan tidak dapat dibatalkan selama hasilnya terbit. Penanggungjawab menarik dahulu penerbitannya.";
    let j = biro.get(&jalur).await;
    j.memuat("Batalkan pembekuan");
    assert!(!j.isi.contains(sebab), "{}", j.isi);
    let op = medan(&j, "op");
    penerbitan(&d, "terbit", 1).await;
    let j = biro.get(&jalur).await;
    j.memuat(sebab).memuat(&format!("href=\"/periode/{}/penerbitan\"", d.periode));
    assert!(!j.isi.contains("Batalkan pembekuan"), "{}", j.isi);
    let batal = biro.post(&jalur, &[("op", &op), ("_aksi", "batal"), ("alasan", "keliru")]).await;
    assert_eq!(batal.status, StatusCode::CONFLICT);
    assert!(!d.operator().await.get(&jalur).await.isi.contains(sebab), "who cannot annul is not told");
    penerbitan(&d, "tarik", 2).await;
    biro.get(&jalur).await.memuat("Batalkan pembekuan");
}

/// Publishes the period past its page, or takes that back.
async fn penerbitan(d: &crate::bangun::Dunia, jenis: &str, pada: i64) {
    let tx = d.app.store().mulai().await.unwrap();
    let sql = "INSERT INTO penerbitan (id, periode_id, jenis, alasan, pada, oleh) VALUES ($1, $2, $3, '', $4, $5)";
    tx.jalankan(sql, nilai![store::id::baru(), d.periode, jenis, pada, d.oleh]).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn the_public_sees_figures_only_once_they_are_published_and_never_a_note() {
    let d = dinilai(30).await;
    f03(&d, 10).await;
    bekukan(&d, &d.penyelenggara().await).await;
    let s = d.app.store();
    let kode = store::hasil::hidup(s.baca(), d.lokus).await.unwrap().unwrap().kode().to_owned();
    let tamu = d.app.tamu();
    let jalur = format!("/verifikasi/{kode}");
    let j = tamu.get(&jalur).await;
    j.memuat("Asli dan tidak berubah").memuat("RSUD Uji").memuat("setelah hasil periode diterbitkan");
    assert!(!j.isi.contains("4,25"));
    assert_eq!(tamu.get(&format!("{jalur}/turunan")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(tamu.get(&format!("{jalur}/bundel")).await.status, StatusCode::NOT_FOUND);
    penerbitan(&d, "terbit", 1).await;
    tamu.get(&jalur).await.memuat("4,25");
    let j = tamu.get(&format!("{jalur}/turunan")).await;
    j.memuat("Evaluator 1").memuat("1.a.Ak").memuat("bukti dukung tidak ditampilkan untuk umum");
    assert!(!j.isi.contains("rahasia") && !j.isi.contains("Ibu Uji"));
    assert!(periksa_bundel(tamu.get(&format!("{jalur}/bundel")).await.isi.as_bytes(), None).unwrap().sah());
}

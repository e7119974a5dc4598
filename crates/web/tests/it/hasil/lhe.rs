use axum::http::StatusCode;
use store::{
    berita_acara as ba, lhe,
    massal::Dokumen,
    pekerjaan,
    penyampaian::{self, Penerima},
};
use web::skm::ekspor::Jadi;

use super::{
    bangun::{SANDI, akun_evaluator, bekukan, dinilai, f03, medan, penanda},
    berita_acara::buat,
};

#[tokio::test]
async fn a_report_is_made_from_the_frozen_result_in_versions() {
    let d = dinilai(30).await;
    f03(&d, 10).await;
    penanda(&d).await;
    let jalur = format!("/lokus/{}/lhe", d.lokus);
    let (biro, operator) = (d.penyelenggara().await, d.operator().await);
    operator.get(&jalur).await.memuat("LHE belum dapat dibuat");
    assert_eq!(biro.post(&jalur, &[]).await.status, StatusCode::CONFLICT);
    bekukan(&d, &biro).await;
    let j = biro.get(&jalur).await;
    j.memuat("Pratinjau isi").memuat("Perbaiki 1.a.Ak").memuat("4,25");
    // All scores are 4: strengths, and nothing to be improved.
    assert_eq!(j.isi.matches(": <b>4</b>").count(), 6);
    j.memuat("Indikator dengan skor 4 atau lebih").memuat("Tidak ada.");
    let op = medan(&j, "op");
    // A sentence of the library that leads to the level which the score has reached is pointed out to the organiser.
    let (e, _) = pekppp::bawaan("pekppp-2022-a").unwrap();
    let saran = pekppp::pustaka::pustaka().unwrap().berikut(e, "1.a.Ak", &pekppp::Pecahan::bulat(3)).unwrap().teks;
    let rek = format!("/lokus/{}/rekomendasi", d.lokus);
    assert!(!biro.get(&rek).await.isi.contains("Sudah terpenuhi oleh skornya"));
    assert_eq!(biro.post(&rek, &[("indikator", "1.a.Ak"), ("isi", saran)]).await.ke(), rek);
    biro.get(&rek).await.memuat("Sudah terpenuhi oleh skornya").memuat("keluarkan dari daftar sebelum LHE dibuat");
    let salah = biro.post(&jalur, &[("op", &op), ("nomor", "700/1")]).await;
    assert_eq!(salah.status, StatusCode::UNPROCESSABLE_ENTITY);
    salah.memuat("value=\"700/1\"");
    assert_eq!(operator.post(&jalur, &[("op", &op), ("tempat", "x")]).await.status, StatusCode::FORBIDDEN);
    for _ in 0..2 {
        assert_eq!(biro.post(&jalur, &[("op", &op), ("nomor", "700/1"), ("tempat", "Sangatta")]).await.ke(), jalur);
    }
    let s = d.app.store();
    let e = lhe::daftar(s.baca(), d.lokus).await.unwrap();
    assert_eq!(e.len(), 1);
    operator.get(&jalur).await.memuat("XLSX");
    assert!(operator.get(&format!("{jalur}/{}/pdf", e[0].id)).await.isi.starts_with("%PDF-"));
    assert!(operator.get(&format!("{jalur}/{}/xlsx", e[0].id)).await.isi.starts_with("PK"));
    d.app.tamu().get(&format!("/verifikasi/{}", e[0].kode)).await.memuat("Laporan Hasil Evaluasi").memuat(&e[0].pdf);
    let cari = format!("/cari?q={}", e[0].kode.to_uppercase());
    assert_eq!(d.app.tamu().get(&cari).await.ke(), format!("/verifikasi/{}", e[0].kode), "the one box takes the code of a document");
}

/// Minutes are sealed, then all reports of the period are made and conveyed together; a job that is done again does nothing twice.
#[tokio::test]
async fn reports_of_all_sealed_units_are_made_and_conveyed_at_once() {
    let d = dinilai(30).await;
    f03(&d, 10).await;
    let orang = penanda(&d).await;
    let (biro, s) = (d.penyelenggara().await, d.app.store());
    let jalur = format!("/periode/{}/lhe", d.periode);
    biro.get(&jalur).await.memuat("Belum ada hasil yang dibekukan");
    bekukan(&d, &biro).await;
    let j = biro.get(&format!("/lokus/{}/f02/konsensus", d.lokus)).await;
    j.memuat("Satu evaluator");
    assert!(!j.isi.contains("Belum dapat dibandingkan"), "no second sheet comes any more");
    let j = biro.get(&jalur).await;
    j.memuat("1 unit belum dapat dibuatkan LHE karena berita acara hasilnya belum bersegel")
        .memuat("0 dari 1")
        .memuat("?tahap=belum-bersegel");
    biro.get(&format!("/periode/{}?tahap=belum-bersegel", d.periode)).await.memuat("RSUD Uji");
    assert!(!j.isi.contains("Nomor urut pertama"), "no minutes are sealed");
    let isian = [("_aksi", "buat"), ("depan", "700/"), ("mulai", "5"), ("belakang", "/LHE/2026"), ("tempat", "Sangatta")];
    biro.post(&jalur, &isian).await.memuat("Tidak ada unit yang dapat dikerjakan");

    let ke = buat(&d, &biro, "hasil", orang).await.ke().to_owned();
    let b = ba::daftar(s.baca(), d.lokus).await.unwrap().remove(0);
    for akun in [orang[0], orang[1], akun_evaluator(&d).await] {
        assert_eq!(d.app.masuk(akun).await.post(&format!("{ke}/tanda-tangan"), &[("pdf", &b.objek), ("sandi", SANDI)]).await.ke(), ke);
    }
    biro.get(&jalur).await.memuat("Buat 1 LHE").memuat("Nomor urut pertama");
    assert_eq!(d.operator().await.get(&jalur).await.status, StatusCode::FORBIDDEN);
    let salah = biro.post(&jalur, &[("_aksi", "buat"), ("mulai", "nol")]).await;
    assert_eq!(salah.status, StatusCode::UNPROCESSABLE_ENTITY);
    salah.memuat("Tulis bilangan bulat").memuat("Tulis tempatnya");
    assert_eq!(biro.post(&jalur, &isian).await.ke(), jalur);
    biro.get(&jalur).await.memuat("Sedang dibuat").memuat("Hentikan");
    kerjakan(&d, Dokumen::Lhe).await;
    let semua = lhe::daftar(s.baca(), d.lokus).await.unwrap();
    assert_eq!(semua.iter().map(|e| e.nomor.as_deref()).collect::<Vec<_>>(), [Some("700/5/LHE/2026")]);
    let buku = biro.get(&format!("/lokus/{}/lhe/{}/xlsx", d.lokus, semua[0].id)).await;
    assert!(buku.isi.starts_with("PK"));

    biro.get(&jalur).await.memuat("1 LHE dibuat").memuat("Sampaikan 1 LHE");
    assert!(penyampaian::daftar(s.baca(), d.lokus).await.unwrap().is_empty());
    assert_eq!(biro.post(&jalur, &[("_aksi", "sampaikan"), ("catatan", "Mohon ditindaklanjuti")]).await.ke(), jalur);
    kerjakan(&d, Dokumen::LheSampai).await;
    let kirim = penyampaian::daftar(s.baca(), d.lokus).await.unwrap();
    let mut kepada: Vec<_> = kirim.iter().map(|p| (p.kepada.kunci(), p.lhe_id, p.isi.as_str())).collect();
    kepada.sort_unstable_by_key(|(kunci, ..)| *kunci);
    let satu = |p: Penerima| (p.kunci(), Some(semua[0].id), "Mohon ditindaklanjuti");
    assert_eq!(kepada, [satu(Penerima::Penanggungjawab), satu(Penerima::Unit)]);
    let j = biro.get(&jalur).await;
    j.memuat("1 LHE disampaikan kepada unit").memuat("1 dari 1");
    assert!(!j.isi.contains("Sampaikan 1 LHE"));
    biro.post(&jalur, &[("_aksi", "sampaikan")]).await.memuat("Tidak ada unit yang dapat dikerjakan");
}

/// As the background would, twice: broken off and done again.
async fn kerjakan(d: &crate::bangun::Dunia, dokumen: Dokumen) {
    let p = pekerjaan::ambil(d.app.store(), &[dokumen.jenis()]).await.unwrap().unwrap();
    for _ in 0..2 {
        assert_eq!(web::periode::massal(&d.app.state, &p).await, Ok(Jadi::Siap));
    }
}

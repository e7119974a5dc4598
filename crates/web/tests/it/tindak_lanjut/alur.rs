use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};
use store::{kueri::Kueri, lhe, penyampaian, rekomendasi};

use crate::{
    app::{Jawaban, Peramban},
    bangun::Dunia,
    hasil::bangun::{bekukan, dinilai, f03, medan},
};

async fn multipart(p: &Peramban<'_>, jalur: &str, teks: &[(&str, &str)], berkas: &[(&str, &[u8])]) -> Jawaban {
    let mut b = Vec::new();
    for (nama, isi) in teks {
        b.extend(format!("--x\r\nContent-Disposition: form-data; name=\"{nama}\"\r\n\r\n{isi}\r\n").into_bytes());
    }
    for (nama, isi) in berkas {
        b.extend(format!("--x\r\nContent-Disposition: form-data; name=\"berkas\"; filename=\"{nama}\"\r\n\r\n").into_bytes());
        b.extend_from_slice(isi);
        b.extend(b"\r\n");
    }
    b.extend(b"--x--\r\n");
    let req = p.permintaan(Method::POST, jalur).header(header::CONTENT_TYPE, "multipart/form-data; boundary=x");
    p.kirim(req.header(header::CONTENT_LENGTH, b.len()).body(Body::from(b)).unwrap()).await
}

#[track_caller]
fn tanpa(j: &Jawaban, teks: &str) {
    assert!(!j.isi.contains(teks), "{teks:?} is on the page:\n{}", j.isi);
}

/// Frozen, with a report; the recommendations are still open.
async fn berlaporan(d: &Dunia, biro: &Peramban<'_>) {
    f03(d, 10).await;
    bekukan(d, biro).await;
    let jalur = format!("/lokus/{}/lhe", d.lokus);
    let op = medan(&biro.get(&jalur).await, "op");
    assert_eq!(biro.post(&jalur, &[("op", &op), ("tempat", "Sangatta")]).await.ke(), jalur);
}

async fn sampaikan(d: &Dunia, biro: &Peramban<'_>) {
    let jalur = format!("/lokus/{}/penyampaian", d.lokus);
    let e = lhe::daftar(d.app.store().baca(), d.lokus).await.unwrap()[0].id.to_string();
    let op = medan(&biro.get(&jalur).await, "op");
    assert_eq!(biro.post(&jalur, &[("op", &op), ("dokumen", "lhe"), ("lhe", &e)]).await.ke(), jalur);
}

#[tokio::test]
async fn the_organiser_improves_recommendations_until_the_delivery() {
    let d = dinilai(30).await;
    let (biro, operator) = (d.penyelenggara().await, d.operator().await);
    let jalur = format!("/lokus/{}/rekomendasi", d.lokus);
    operator.get(&jalur).await.memuat("Belum ada rekomendasi");
    f03(&d, 10).await;
    bekukan(&d, &biro).await;
    let j = biro.get(&jalur).await;
    j.memuat("Perbaiki 1.a.Ak").memuat("Pakai kalimat ini").memuat("bukan kalimat resmi");
    tanpa(operator.get(&jalur).await.memuat("Perbaiki 1.a.Ak"), "Pakai kalimat ini");
    // The sentence of the library for level 5 of the first indicator begins the form.
    biro.get(&format!("{jalur}?indikator=1.a.Ak")).await.memuat("Pantau dan evaluasi penerapan Standar Pelayanan");
    let op = medan(&j, "op");
    let salah = biro.post(&jalur, &[("op", &op), ("indikator", "1.a.Ak"), ("isi", " ")]).await;
    assert_eq!(salah.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(operator.post(&jalur, &[("op", &op), ("indikator", "1.a.Ak"), ("isi", "x")]).await.status, StatusCode::FORBIDDEN);
    for _ in 0..2 {
        assert_eq!(biro.post(&jalur, &[("op", &op), ("indikator", "1.a.Ak"), ("isi", "Pasang standar di loket.")]).await.ke(), jalur);
    }
    let semua = rekomendasi::daftar(d.app.store().baca(), d.lokus).await.unwrap();
    assert_eq!(semua.len(), 31);
    let satu = format!("{jalur}/{op}");
    biro.get(&satu).await.memuat("Pasang standar di loket.");
    assert_eq!(biro.post(&satu, &[("versi", "1"), ("isi", "Pasang standar di tiap loket.")]).await.ke(), jalur);
    let bentrok = biro.post(&satu, &[("versi", "1"), ("isi", "lain")]).await;
    assert_eq!(bentrok.status, StatusCode::UNPROCESSABLE_ENTITY);
    bentrok.memuat("Pasang standar di tiap loket.").memuat("lain");
    let ditolak = biro.post(&satu, &[("_aksi", "hapus"), ("alasan", "")]).await;
    assert_eq!(ditolak.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(biro.post(&satu, &[("_aksi", "hapus"), ("alasan", "ganda")]).await.ke(), jalur);
    assert_eq!(biro.get(&satu).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_unit_plans_reports_and_is_verified() {
    let d = dinilai(30).await;
    let biro = d.penyelenggara().await;
    berlaporan(&d, &biro).await;
    let (operator, eva) = (d.operator().await, d.app.masuk(crate::hasil::bangun::akun_evaluator(&d).await).await);
    let jalur = format!("/lokus/{}/tindak-lanjut", d.lokus);
    let rek = rekomendasi::daftar(d.app.store().baca(), d.lokus).await.unwrap()[0].id;
    let satu = format!("{jalur}/{rek}");
    operator.get(&jalur).await.memuat("Menunggu LHE disampaikan");
    tanpa(&operator.get("/").await, "rencana tindak lanjut");
    sampaikan(&d, &biro).await;
    // A task of the unit, not "waiting for the Penanggungjawab".
    for tempat in ["/".to_owned(), format!("/lokus/{}", d.lokus)] {
        operator.get(&tempat).await.memuat("Buat rencana tindak lanjut untuk 30 rekomendasi").memuat(&format!("href=\"{jalur}\""));
        tanpa(&eva.get(&tempat).await, "Buat rencana tindak lanjut");
    }
    operator.get(&satu).await.memuat("Simpan rencana");
    let rencana = [("versi", "0"), ("rencana", "Susun SK"), ("target", "SK terbit"), ("keluaran", "SK"), ("penanggung_jawab", "Kasubag")];
    let salah = operator.post(&satu, &rencana).await;
    assert_eq!(salah.status, StatusCode::UNPROCESSABLE_ENTITY);
    salah.memuat("Isi tanggal tenggat").memuat("Susun SK");
    let penuh: Vec<(&str, &str)> = rencana.into_iter().chain([("tenggat", "2026-12-31")]).collect();
    assert_eq!(eva.post(&satu, &penuh).await.status, StatusCode::FORBIDDEN);
    let lalu: Vec<(&str, &str)> = rencana.into_iter().chain([("tenggat", "2016-12-31")]).collect();
    let salah = operator.post(&satu, &lalu).await;
    assert_eq!(salah.status, StatusCode::UNPROCESSABLE_ENTITY);
    salah.memuat("Tenggat sudah lewat").memuat("2016-12-31");
    assert_eq!(operator.post(&satu, &penuh).await.ke(), satu);
    let j = operator.get(&satu).await;
    j.memuat("Laporkan pelaksanaan").memuat("Direncanakan");
    let op = medan(&j, "op");
    let tanpa_bukti =
        multipart(&operator, &format!("{satu}/kemajuan"), &[("op", &op), ("uraian", "SK ditetapkan"), ("selesai", "ya")], &[]).await;
    assert_eq!(tanpa_bukti.status, StatusCode::UNPROCESSABLE_ENTITY);
    tanpa_bukti.memuat("Unggah bukti").memuat("SK ditetapkan");
    let pdf = b"%PDF-1.4\nisi\nstartxref\n9\n%%EOF\n".as_slice();
    let kirim = [("op", op.as_str()), ("uraian", "SK ditetapkan"), ("selesai", "ya")];
    assert_eq!(multipart(&operator, &format!("{satu}/kemajuan"), &kirim, &[("SK.pdf", pdf)]).await.ke(), satu);
    eva.get("/")
        .await
        .memuat("Tindak lanjut menunggu verifikasi Anda")
        .memuat(&format!("href=\"{jalur}\""))
        .memuat("1 rekomendasi dilaporkan selesai");
    let j = eva.get(&satu).await;
    j.memuat("Periksa tindak lanjut").memuat("SK.pdf");
    assert!(eva.get(&format!("{satu}/kemajuan/{op}")).await.isi.starts_with("%PDF"));
    let putusan = format!("{satu}/verifikasi");
    let op = medan(&j, "op");
    assert_eq!(operator.post(&putusan, &[("op", &op), ("putusan", "diterima")]).await.status, StatusCode::FORBIDDEN);
    let ditolak = eva.post(&putusan, &[("op", &op), ("putusan", "belum"), ("alasan", "")]).await;
    assert_eq!(ditolak.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(eva.post(&putusan, &[("op", &op), ("putusan", "diterima"), ("alasan", "")]).await.ke(), jalur);
    operator.get(&jalur).await.memuat("Diterima").memuat("Kasubag");
    tanpa(&operator.get(&satu).await, "Simpan rencana");
    assert!(operator.get(&format!("{jalur}/laporan.pdf")).await.isi.starts_with("%PDF-"));
    assert!(operator.get(&format!("{jalur}/laporan.xlsx")).await.isi.starts_with("PK"));
}

#[tokio::test]
async fn what_is_sent_has_a_receipt_on_both_sides() {
    let d = dinilai(30).await;
    let (biro, operator) = (d.penyelenggara().await, d.operator().await);
    berlaporan(&d, &biro).await;
    let jalur = format!("/lokus/{}/penyampaian", d.lokus);
    tanpa(operator.get(&jalur).await.memuat("Belum ada yang disampaikan"), "Sampaikan jadwal");
    let op = medan(&biro.get(&jalur).await, "op");
    assert_eq!(biro.post(&jalur, &[("op", &op), ("dokumen", "jadwal"), ("jadwal", " ")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(operator.post(&jalur, &[("op", &op), ("dokumen", "jadwal"), ("jadwal", "x")]).await.status, StatusCode::FORBIDDEN);
    let lhe = lhe::daftar(d.app.store().baca(), d.lokus).await.unwrap()[0].id;
    biro.get(&jalur).await.memuat(&format!("value=\"{lhe}\" selected"));
    sampaikan(&d, &biro).await;
    let semua = penyampaian::daftar(d.app.store().baca(), d.lokus).await.unwrap();
    let id = |p: penyampaian::Penerima| semua.iter().find(|x| x.kepada == p).unwrap().id;
    let unit = format!("{jalur}/{}", id(penyampaian::Penerima::Unit));
    operator.get(&jalur).await.memuat("Buka dan konfirmasi");
    assert!(operator.post(&unit, &[("_aksi", "buka")]).await.ke().ends_with("/pdf"));
    biro.get(&jalur).await.memuat("Sudah dibuka");
    tanpa(&operator.get(&unit).await, "Susun rencana tindak lanjut");
    assert_eq!(operator.post(&unit, &[("_aksi", "konfirmasi")]).await.ke(), unit);
    operator.get(&unit).await.memuat("Susun rencana tindak lanjut").memuat(&format!("href=\"/lokus/{}/tindak-lanjut\"", d.lokus));
    let sudah = biro.get(&jalur).await;
    tanpa(sudah.memuat("LHE sudah disampaikan").memuat("Sampaikan LHE lagi"), "tombol--utama");
    biro.get(&unit).await.memuat("Dikonfirmasi");
    let pj = format!("{jalur}/{}", id(penyampaian::Penerima::Penanggungjawab));
    assert_eq!(operator.post(&pj, &[("_aksi", "konfirmasi")]).await.status, StatusCode::FORBIDDEN);
    let rapat = [("_aksi", "rapat"), ("tempat", "Aula"), ("tanggal", "2023-12-04"), ("penerima", "Sekda")];
    assert_eq!(operator.post(&pj, &rapat).await.status, StatusCode::FORBIDDEN);
    assert_eq!(biro.post(&pj, &[("_aksi", "rapat"), ("tempat", "Aula")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(biro.post(&pj, &rapat).await.ke(), pj);
    biro.get(&pj).await.memuat("Diserahkan dalam rapat").memuat("Aula, 4 Desember 2023");
    // The head of the unit sends the follow-up report: a PDF made now.
    let kepala = d.kepala().await;
    let op = medan(&kepala.get(&jalur).await, "op");
    assert_eq!(kepala.post(&jalur, &[("op", &op), ("dokumen", "tindak-lanjut"), ("catatan", "Terlampir")]).await.ke(), jalur);
    let tl = penyampaian::daftar(d.app.store().baca(), d.lokus).await.unwrap();
    let tl = tl.iter().find(|p| p.dokumen == penyampaian::Dokumen::TindakLanjut).unwrap();
    assert!(biro.get(&format!("{jalur}/{}/berkas", tl.id)).await.isi.starts_with("%PDF-"));
}

/// What is late stands on the start pages of who has to do it and of who runs the period, with the way there.
#[tokio::test]
async fn late_follow_up_is_on_the_start_pages() {
    let d = dinilai(30).await;
    let (biro, operator, kepala) = (d.penyelenggara().await, d.operator().await, d.kepala().await);
    berlaporan(&d, &biro).await;
    sampaikan(&d, &biro).await;
    let papan = format!("/periode/{}/tindak-lanjut?status=lewat", d.periode);
    for p in [&biro, &operator] {
        tanpa(&p.get("/").await, "tindak lanjut lewat tenggat");
    }
    let s = d.app.store();
    let semua = rekomendasi::daftar(s.baca(), d.lokus).await.unwrap();
    let tx = s.mulai().await.unwrap();
    for (r, hari) in semua.iter().zip(["2020-03-31", "2020-02-29"]) {
        let sql = "INSERT INTO tl_rencana (rekomendasi_id, rencana, target, keluaran, tenggat, penanggung_jawab, versi, pada, oleh)
            VALUES ($1, 'SK', '', '', $2, 'Kasubag', 1, 1, $3)";
        tx.jalankan(sql, store::nilai![r.id, hari, d.oleh]).await.unwrap();
    }
    tx.jalankan("UPDATE penyampaian SET pada = 1 WHERE lokus_id = $1", store::nilai![d.lokus]).await.unwrap();
    tx.jalankan("DELETE FROM periode_fase WHERE periode_id = $1", store::nilai![d.periode]).await.unwrap();
    let fase = "INSERT INTO periode_fase (periode_id, fase, mulai, selesai) VALUES ($1, 'persiapan', '2019-01-15', '2099-01-31')";
    tx.jalankan(fase, store::nilai![d.periode]).await.unwrap();
    tx.commit().await.unwrap();
    for p in [&operator, &kepala] {
        p.get("/")
            .await
            .memuat("2 rencana tindak lanjut lewat tenggat sejak 29 Februari 2020; Laporan tindak lanjut lewat batas 15 Oktober 2019")
            .memuat(&format!("href=\"/lokus/{}/tindak-lanjut\"", d.lokus));
    }
    let j = biro.get("/").await;
    j.memuat("Tindak lanjut terlambat di 1 unit").memuat(&format!("href=\"{papan}\""));
    tanpa(&j, "rencana tindak lanjut lewat tenggat");
    biro.get(&papan).await.memuat("RSUD Uji").memuat("Terlambat");
}

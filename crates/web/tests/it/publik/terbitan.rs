//! The signed file of a publication on its public page, version by version.

use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};
use std::io::{Cursor, Read as _};
use store::{
    kueri::Kueri as _,
    pekerjaan,
    penerbitan::{bundel, versi::TERBITAN},
    peran::{Lingkup, Peran},
};

use super::{palsu, sekda, terbitkan};
use crate::{
    app::{Peramban, TestApp},
    bangun::Dunia,
    diterima::daftarkan,
    hasil::bangun::{bekukan, dinilai, f03, medan},
    periode::kirim_berkas,
};

/// A world with a real frozen result that is published.
pub async fn terbit() -> Dunia {
    let d = dinilai(pekppp::bawaan("pekppp-2022-a").unwrap().0.indikator().count()).await;
    f03(&d, 30).await;
    let biro = d.penyelenggara().await;
    bekukan(&d, &biro).await;
    terbitkan(&d).await;
    d
}

/// Does the jobs that wait, as the background work does.
pub async fn kerjakan(app: &TestApp) -> usize {
    let mut n = 0;
    while let Some(p) = pekerjaan::ambil(app.store(), &[TERBITAN]).await.unwrap() {
        web::publik::terbitan::kerjakan(&app.state, &p).await.unwrap();
        pekerjaan::selesai(app.store(), &p).await.unwrap();
        n += 1;
    }
    n
}

pub async fn unduh(p: &Peramban<'_>, jalur: &str) -> (axum::http::HeaderMap, Vec<u8>) {
    p.kirim_mentah(p.permintaan(Method::GET, jalur).body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn each_version_is_listed_with_its_reason_and_proves_itself() {
    let d = terbit().await;
    let tamu = d.app.tamu();
    let jalur = "/hasil/uji-2026/terbitan";
    tamu.get("/hasil/uji-2026").await.memuat(&format!("href=\"{jalur}\""));
    tamu.get(jalur).await.memuat("Versi 1").memuat("Terbitan pertama").memuat("Sedang dibuat");
    assert_eq!(tamu.get(&format!("{jalur}/1")).await.status, StatusCode::NOT_FOUND, "not made yet");
    assert_eq!(kerjakan(&d.app).await, 1);
    tamu.get(jalur).await.memuat("Unduh versi 1").memuat("Berlaku sekarang");
    let (kepala, isi) = unduh(&tamu, &format!("{jalur}/1")).await;
    assert_eq!(kepala[header::CONTENT_TYPE], "application/zip");
    assert_eq!(kepala[header::CONTENT_DISPOSITION], "attachment; filename=\"terbitan-uji-2026-versi-1.zip\"");
    let l = bundel::periksa(Cursor::new(&isi), None).unwrap();
    assert!(l.sah(), "{:?}", l.temuan);
    assert_eq!(l.dibandingkan, ["peringkat.csv"]);
    assert_eq!(l.isi.lampiran.iter().map(|x| x.nama.as_str()).collect::<Vec<_>>(), ["peringkat.csv", "dokumen.csv", "pengumuman.pdf"]);
    let mut zip = zip::ZipArchive::new(Cursor::new(&isi)).unwrap();
    let mut lembar = Vec::new();
    zip.by_name("lampiran/pengumuman.pdf").unwrap().read_to_end(&mut lembar).unwrap();
    assert!(lembar.starts_with(b"%PDF-"));
    // The sheet for the notice board is the one in the signed file, byte for byte.
    tamu.get("/hasil/uji-2026").await.memuat("href=\"/hasil/uji-2026/pengumuman.pdf\"");
    assert_eq!(unduh(&tamu, "/hasil/uji-2026/pengumuman.pdf").await.1, lembar);
    let penuh: Vec<_> = (0..3).map(|_| d.app.state.cetak_umum.ambil(web::middleware::alamat::TAK_DIKENAL).unwrap()).collect();
    let ramai = tamu.get("/hasil/uji-2026/pengumuman.pdf").await;
    assert_eq!(ramai.status, StatusCode::TOO_MANY_REQUESTS, "one visitor does not keep the printers busy");
    let buku = tamu.get("/hasil/uji-2026/unduhan/xlsx").await;
    assert_eq!(buku.status, StatusCode::TOO_MANY_REQUESTS, "nor the makers of workbooks, whom officers wait for");
    assert_eq!(tamu.get("/hasil/uji-2026/unduhan/csv").await.status, StatusCode::OK);
    drop(penuh);
    assert_eq!(tamu.get("/hasil/lain/pengumuman.pdf").await.status, StatusCode::NOT_FOUND);
    assert_eq!(tamu.get(&format!("{jalur}/2")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(tamu.get("/hasil/lain/terbitan").await.status, StatusCode::NOT_FOUND);

    // Another file or another mark in the row, past the program: it is said so, and nothing is given.
    let geser = async |dari: &str, ke: &str| {
        let tx = d.app.store().mulai().await.unwrap();
        let sql = "UPDATE terbitan SET sidik = REPLACE(sidik, $1, $2)";
        tx.jalankan(sql, store::nilai![dari, ke]).await.unwrap();
        tx.commit().await.unwrap();
    };
    geser("a", "z").await;
    tamu.get(jalur).await.memuat("bukan berkas yang dicatat saat dibuat");
    assert_eq!(tamu.get(&format!("{jalur}/1")).await.status, StatusCode::NOT_FOUND);
    assert!(tamu.get("/api/v1/periode/uji-2026/terbitan").await.isi.contains("\"sha256\":null"));
    let temuan = store::rawat::periksa(d.app.store()).await.unwrap().temuan;
    assert!(temuan.iter().any(|t| t.isi.contains("bukan berkas yang dicatat saat dibuat")), "{temuan:?}");
    geser("z", "a").await;
    tamu.get(jalur).await.memuat("Unduh versi 1");

    // Taken back: the addresses say so. Published again: the reason stands beside the new version, and both files stay.
    let s = d.app.masuk(store::akun::dari_surel(d.app.store(), "sekda@uji.example").await.unwrap().unwrap().id).await;
    let halaman = format!("/periode/{}/penerbitan", d.periode);
    d.app.store().jam().maju(60);
    s.post(&halaman, &[("_aksi", "tarik"), ("alasan", "Satu nilai <keliru>")]).await;
    assert_eq!(tamu.get(jalur).await.status, StatusCode::GONE);
    assert_eq!(tamu.get(&format!("{jalur}/1")).await.status, StatusCode::GONE);
    assert_eq!(tamu.get("/hasil/uji-2026/pengumuman.pdf").await.status, StatusCode::GONE);
    let j = s.get(&format!("{halaman}/konfirmasi")).await;
    j.memuat("Alasan versi baru").memuat("Satu nilai &#60;keliru&#62;").memuat("Versi baru ini belum diterbitkan");
    assert!(!j.isi.contains("Belum ada yang diterbitkan"), "version 1 was");
    let isi_form = [("alasan_ba", "x"), ("alasan_versi", "Nilai sudah diperiksa ulang"), ("dilihat", &medan(&j, "dilihat"))];
    assert_eq!(s.post(&halaman, &isi_form).await.ke(), halaman);
    assert_eq!(kerjakan(&d.app).await, 1);
    tamu.get(jalur).await.memuat("Versi lama").memuat("Unduh versi 1").memuat("Unduh versi 2").memuat("Nilai sudah diperiksa ulang");
    assert_eq!(unduh(&tamu, &format!("{jalur}/1")).await.1, isi);
    let (_, dua) = unduh(&tamu, &format!("{jalur}/2")).await;
    // The ministry that is given it reads the reason too.
    let pusat = TestApp::baru().await;
    pusat.store().jam().maju(60);
    daftarkan(&pusat, d.app.store().kunci().publik()).await;
    let n = pusat.sebagai(Peran::Nasional, Lingkup::Instalasi).await;
    let diterima = [kirim_berkas(&n, "/diterima", &[], "1.zip", &isi).await, kirim_berkas(&n, "/diterima", &[], "2.zip", &dua).await];
    assert!(!n.get(diterima[0].ke()).await.isi.contains("Alasan versi ini menurut daerah"));
    n.get(diterima[1].ke()).await.memuat("Alasan versi ini menurut daerah").memuat("Nilai sudah diperiksa ulang");
    let dua = bundel::periksa(Cursor::new(&dua), None).unwrap();
    assert!(dua.sah() && dua.isi.sebelumnya.as_deref() == Some(&l.sidik));
}

/// The organiser's start page calls a period published only while all its results are.
#[tokio::test]
async fn a_result_frozen_since_is_named_on_the_start_page() {
    let d = terbit().await;
    let biro = d.app.akun("biro2@uji.example", &[(Peran::Penyelenggara, Lingkup::Instansi(d.instansi))]).await;
    let biro = d.app.masuk(biro).await;
    biro.get("/").await.memuat("Sudah terbit · ");
    d.app.store().jam().maju(60);
    let tx = d.app.store().mulai().await.unwrap();
    tx.jalankan("UPDATE hasil SET pada = $1", store::nilai![tx.pada]).await.unwrap();
    tx.commit().await.unwrap();
    biro.get("/").await.memuat("Sudah terbit, tetapi ada hasil yang belum · ");
}

/// What is public gets a new version only with a reason.
#[tokio::test]
async fn a_later_result_needs_a_reason() {
    let d = Dunia::baru().await;
    super::bekukan(&d).await;
    terbitkan(&d).await;
    d.app.store().jam().maju(60);
    let tx = d.app.store().mulai().await.unwrap();
    tx.jalankan("UPDATE hasil SET pada = $1", store::nilai![tx.pada]).await.unwrap();
    tx.commit().await.unwrap();
    crate::bubuhi::bubuhi(d.app.store(), d.lokus).await;
    let s = sekda(&d, "sekda2@uji.example").await;
    let halaman = format!("/periode/{}/penerbitan", d.periode);
    let dilihat = medan(&s.get(&format!("{halaman}/konfirmasi")).await, "dilihat");
    let j = s.post(&halaman, &[("alasan_ba", "x"), ("dilihat", &dilihat)]).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("Tulis alasan versi baru ini").memuat("href=\"#alasan_versi\"");
}

/// The page around the check in the browser: with a published result, and for any file.
#[tokio::test]
async fn a_published_result_leads_to_the_check_in_the_browser() {
    let d = terbit().await;
    let tamu = d.app.tamu();
    let kode = "uji-2026-rsud";
    let jalur = format!("/hasil/uji-2026/{kode}/periksa");
    tamu.get(&format!("/hasil/uji-2026/{kode}")).await.memuat(&format!("href=\"{jalur}\"")).memuat("Periksa di peramban Anda");
    let j = tamu.get(&jalur).await;
    j.memuat(&format!("data-berkas=\"/hasil/uji-2026/{kode}/bundel\""))
        .memuat("/turunan\"")
        .memuat("periksa-halaman.js")
        .memuat("<noscript>");
    tamu.get("/periksa").await.memuat("pilih berkas hasil").memuat("Yang tidak dibuktikan");
    assert_eq!(tamu.get("/hasil/uji-2026/tidakada/periksa").await.status, StatusCode::NOT_FOUND);
}

/// The table in the signed file says what the signed results say, whoever signed it.
#[tokio::test]
async fn the_table_of_a_signed_file_is_compared_with_its_results() {
    let d = terbit().await;
    assert_eq!(kerjakan(&d.app).await, 1);
    let (_, zip) = unduh(&d.app.tamu(), "/hasil/uji-2026/terbitan/1").await;
    let (tabel, kunci) = (palsu::tabel(&zip), d.app.store().kunci().potret());
    let cek = |teks: &str| {
        let l = bundel::periksa(Cursor::new(palsu::dengan_tabel(&zip, &kunci, teks)), None).unwrap();
        assert!(l.temuan.iter().all(|t| t.kode == "lampiran"), "{:?}", l.temuan);
        (l.temuan.iter().map(|t| t.pesan.clone()).collect::<Vec<_>>().join("; "), l.peringatan.join("; "))
    };
    assert_eq!(cek(&tabel).0, "");
    let baris: Vec<&str> = tabel.split_inclusive("\r\n").collect();
    let sel: Vec<&str> = baris[1].trim_end().split(',').collect();
    let satu = |n: usize, baru: &str| {
        let mut s = sel.clone();
        s[n] = baru;
        s.join(",") + "\r\n"
    };
    let ganti = |n: usize, baru: &str| tabel.replacen(baris[1], &satu(n, baru), 1);
    let (salah, _) = cek(&ganti(7, "4.99"));
    assert!(
        salah.contains("lampiran/peringkat.csv baris 2") && salah.contains("kolom ipp tertulis \"4.99\"") && salah.contains(sel[7]),
        "{salah}"
    );
    for (n, baru) in
        [(0, "2"), (1, "lain"), (5, "1"), (6, "1"), (8, "4.985825"), (9, "A+"), (10, "f02-kurang"), (11, "2030"), (12, "nasional")]
    {
        assert_ne!(cek(&ganti(n, baru)).0, "", "column {n}");
    }
    assert!(cek(&ganti(3, "lain")).0.contains("seharusnya unit"));
    let (salah, peringatan) = cek(&ganti(2, "RSUD Lain"));
    assert!(salah.is_empty() && peringatan.contains("unit \"RSUD Lain\", yang ditandatangani \"RSUD Uji\""), "{salah} {peringatan}");
    let lebih = format!("{tabel}{}", satu(3, "hantu"));
    assert!(cek(&lebih).0.contains("unit hantu tidak ada di hasil.jsonl"), "{}", cek(&lebih).0);
    assert!(cek(&format!("{tabel}{}", baris[1])).0.contains("ada dua kali"));
    assert!(cek(baris[0]).0.contains("seharusnya unit"), "a unit was left out");
    assert!(cek("unit,ipp\r\n").0.contains("kolom kode_lokus tidak ada"));
    assert!(cek(&tabel.replacen("f02,", "f02,f02,", 1)).0.contains("dua kali"));
}

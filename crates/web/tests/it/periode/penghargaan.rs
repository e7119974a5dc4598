//! Awards on their pages: set, proposed with reasons, decided by decree, printed, announced, withdrawn; and coaching beside them.

use axum::{
    body::Body,
    http::{Method, StatusCode},
};
use std::io::{Cursor, Read as _};
use store::{
    kueri::Kueri as _,
    nilai, pekerjaan,
    penghargaan::cetak::PIAGAM,
    peran::{Lingkup, Peran},
};
use web::skm::ekspor::Jadi;

use crate::{
    app::Peramban,
    bangun::Dunia,
    hasil::bangun::medan,
    periode::kirim_berkas,
    publik::{bekukan, terbitkan},
};

const ISI: [(&str, &str); 8] = [
    ("nama", "Terbaik <2026>"),
    ("bentuk", "piagam"),
    ("sasaran", "unit"),
    ("peringkat_maks", "1"),
    ("kategori_min", "-"),
    ("ipp_min", "3,00"),
    ("sumber", "Uji"),
    ("kepastian", "rendah"),
];

/// An award of the period, and where its page is.
async fn tambah(d: &Dunia, biro: &Peramban<'_>) -> String {
    let j = biro.post(&format!("/periode/{}/penghargaan/baru", d.periode), &ISI).await;
    assert_eq!(j.status, StatusCode::SEE_OTHER, "{}", j.isi);
    j.ke().to_owned()
}

async fn putuskan(biro: &Peramban<'_>, halaman: &str, lain: &[(&str, &str)]) -> crate::app::Jawaban {
    let j = biro.get(halaman).await;
    let (op, dilihat) = (medan(&j, "op"), medan(&j, "dilihat"));
    let mut isi = vec![("op", op.as_str()), ("dilihat", dilihat.as_str()), ("nomor", "1/2026"), ("tanggal", "2026-09-01")];
    isi.extend([("tempat", "Uji"), ("jabatan", "Bupati Uji"), ("nama", "Budi")]);
    isi.extend(lain);
    biro.post(&format!("{halaman}/putusan"), &isi).await
}

#[tokio::test]
async fn from_conditions_to_a_certificate_that_can_be_checked() {
    let d = Dunia::baru().await;
    bekukan(&d).await;
    let (biro, lokus) = (d.penyelenggara().await, d.lokus.to_string());
    let dasar = format!("/periode/{}/penghargaan", d.periode);
    biro.get(&dasar).await.memuat("Belum ada penghargaan").memuat("Tambah penghargaan");
    biro.get(&format!("{dasar}/baru?contoh=adicita")).await.memuat("Adicita Sewaka Pertiwi").memuat("Cukup pasti");
    let salah = biro.post(&format!("{dasar}/baru"), &[("nama", "X"), ("sumber", "Y"), ("ipp_min", "4,001")]).await;
    assert_eq!(salah.status, StatusCode::UNPROCESSABLE_ENTITY);
    salah.memuat("paling banyak dua desimal").memuat("value=\"4,001\"");
    let kosong = [("nama", "X"), ("sumber", "Y"), ("bentuk", "piagam"), ("sasaran", "unit")];
    biro.post(&format!("{dasar}/baru"), &kosong).await.memuat("Isi sedikitnya satu syarat");

    let halaman = tambah(&d, &biro).await;
    biro.get(&halaman).await.memuat("Terbaik &#60;2026&#62;").memuat("peringkat 1; nilai paling rendah 3,00").memuat("RSUD Uji");
    // Nobody ticked departs from the proposal and gives nothing.
    putuskan(&biro, &halaman, &[]).await.memuat("Belum ada yang diberi penghargaan");
    assert_eq!(putuskan(&biro, &halaman, &[("beri", &lokus)]).await.status, StatusCode::SEE_OTHER);
    biro.get(&halaman).await.memuat("Diberikan").memuat("Sudah diputus");
    let ubah = biro.post(&format!("{halaman}/ubah"), &ISI).await;
    ubah.memuat("syaratnya tidak dapat diubah");

    // The signed decree: by the organiser, a PDF; whoever reads the period takes it.
    let (unggah, operator) = (format!("{halaman}/keputusan"), d.operator().await);
    let j = biro.get(&halaman).await;
    j.memuat("belum diunggah");
    let sk = j.isi.split("name=\"sk\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let bukan = kirim_berkas(&biro, &unggah, &[("sk", sk.as_str())], "sk.pdf", b"bukan pdf").await;
    assert_eq!(bukan.status, StatusCode::UNPROCESSABLE_ENTITY);
    let berkas = b"%PDF-1.7\nisi\nstartxref\n9\n%%EOF\n";
    assert_eq!(kirim_berkas(&operator, &unggah, &[("sk", sk.as_str())], "sk.pdf", berkas).await.status, StatusCode::FORBIDDEN);
    assert_eq!(kirim_berkas(&biro, &unggah, &[("sk", sk.as_str())], "sk<1>.pdf", berkas).await.ke(), halaman);
    biro.get(&halaman).await.memuat("sk&#60;1&#62;.pdf");
    let (_, isi) = biro.kirim_mentah(biro.permintaan(Method::GET, &format!("{unggah}/{sk}")).body(Body::empty()).unwrap()).await;
    assert_eq!(isi, berkas);

    // All certificates at once, in the background; found again by the organiser, by nobody else.
    let piagam = format!("{dasar}/piagam");
    assert_eq!(biro.post(&piagam, &[("pilih", "semua")]).await.ke(), piagam);
    biro.get(&piagam).await.memuat("Halaman ini boleh ditinggalkan").memuat("Batalkan");
    let p = pekerjaan::ambil(d.app.store(), &[PIAGAM]).await.unwrap().unwrap();
    assert_eq!(web::periode::piagam(&d.app.state, &p).await, Ok(Jadi::Siap));
    let j = biro.get(&piagam).await;
    j.memuat("1 piagam siap diunduh");
    let berkas = format!("{piagam}/{}", p.id);
    assert_eq!(operator.get(&berkas).await.status, StatusCode::FORBIDDEN);
    let (kepala, isi) = biro.kirim_mentah(biro.permintaan(Method::GET, &berkas).body(Body::empty()).unwrap()).await;
    assert_eq!(kepala["content-type"], "application/zip");
    let mut zip = zip::ZipArchive::new(Cursor::new(isi)).unwrap();
    assert_eq!(zip.len(), 2);
    let mut pdf = Vec::new();
    zip.by_index(0).unwrap().read_to_end(&mut pdf).unwrap();
    assert!(pdf.starts_with(b"%PDF"));
    let mut daftar = String::new();
    zip.by_name("daftar.csv").unwrap().read_to_string(&mut daftar).unwrap();
    assert!(daftar.contains(&store::sidik_hex(&pdf)) && daftar.contains("RSUD Uji"), "{daftar}");
    let n = d.app.store().baca().angka("SELECT COUNT(*) AS n FROM piagam", nilai![]).await.unwrap();
    assert_eq!(n, 1);

    // Announced beside published results; the certificate says so to anybody, also once it is withdrawn.
    let sekda = d.app.sebagai(Peran::Penanggungjawab, Lingkup::Instansi(d.instansi)).await;
    sekda.post(&dasar, &[("_aksi", "umumkan")]).await.memuat("Terbitkan dulu hasil periode ini");
    terbitkan(&d).await;
    let tamu = d.app.tamu();
    tamu.get("/hasil/uji-2026/penghargaan").await.memuat("Belum ada penghargaan yang diumumkan");
    assert_eq!(sekda.post(&dasar, &[("_aksi", "umumkan")]).await.ke(), dasar);
    let umum = tamu.get("/hasil/uji-2026/penghargaan").await;
    umum.memuat("RSUD Uji").memuat("Terbaik &#60;2026&#62;").memuat("Hasil sementara");
    tamu.get("/hasil/uji-2026").await.memuat("/hasil/uji-2026/penghargaan");
    tamu.get("/instansi/64.08").await.memuat("RSUD Uji: Terbaik &#60;2026&#62;");
    let kepala = d.kepala().await;
    let milik = kepala.get("/penghargaan").await;
    milik.memuat("RSUD Uji").memuat("Unduh piagam");
    // The recipient's certificate is the organiser's, byte for byte; nobody else gets it.
    let alamat = format!("/penghargaan/{}", milik.isi.split("\"/penghargaan/").last().unwrap().split('"').next().unwrap());
    let (kepala_http, isi) = kepala.kirim_mentah(kepala.permintaan(Method::GET, &alamat).body(Body::empty()).unwrap()).await;
    assert_eq!(kepala_http["content-type"], "application/pdf");
    assert_eq!(store::sidik_hex(&isi), store::sidik_hex(&pdf));
    let lain = d.app.sebagai(Peran::Pembina, Lingkup::Wilayah("99".into())).await;
    assert_eq!(lain.get(&alamat).await.status, StatusCode::NOT_FOUND);
    let kode = umum.isi.split("/verifikasi/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    tamu.get(&format!("/verifikasi/{kode}")).await.memuat("Piagam penghargaan").memuat("Berlaku").memuat("Bupati Uji");
    // Somebody who writes the database, but holds no key, makes nobody a receiver.
    let penerima = async |nama: &str| {
        let tx = d.app.store().mulai().await.unwrap();
        tx.jalankan("UPDATE penghargaan_putusan SET penerima = $1", nilai![nama]).await.unwrap();
        tx.commit().await.unwrap();
    };
    penerima("Unit Palsu").await;
    let palsu = tamu.get(&format!("/verifikasi/{kode}")).await;
    palsu.memuat("Piagam ini tidak dapat dipastikan");
    let daftar = tamu.get("/hasil/uji-2026/penghargaan").await;
    assert!(palsu.status == StatusCode::OK && !palsu.isi.contains("Unit Palsu") && !daftar.isi.contains("Unit Palsu"));
    penerima("RSUD Uji").await;
    tamu.get(&format!("/verifikasi/{kode}")).await.memuat("Berlaku");
    let putusan = biro.get(&halaman).await.isi.split("/putusan/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let satu = format!("{halaman}/putusan/{putusan}");
    biro.post(&satu, &[("alasan", " ")]).await.memuat("Alasan");
    assert_eq!(biro.post(&satu, &[("alasan", "Nilai keliru")]).await.ke(), halaman);
    tamu.get(&format!("/verifikasi/{kode}")).await.memuat("Penghargaan ini dicabut").memuat("Nilai keliru");
    assert_eq!(biro.get(&format!("{satu}/piagam")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(kepala.get(&alamat).await.status, StatusCode::NOT_FOUND);
    assert_eq!(sekda.post(&satu, &[("alasan", "x")]).await.status, StatusCode::FORBIDDEN);
}

/// Writes the figure of the decision past the program.
async fn angka(d: &Dunia, tampil: &str) {
    let tx = d.app.store().mulai().await.unwrap();
    assert_eq!(tx.jalankan("UPDATE penghargaan_putusan SET tampil = $1", nilai![tampil]).await.unwrap(), 1);
    tx.commit().await.unwrap();
}

/// Given although a condition is not met: the public page says so, without the reason, which was written for officers.
#[tokio::test]
async fn the_public_sees_that_an_award_departs_from_its_conditions() {
    let d = Dunia::baru().await;
    bekukan(&d).await;
    let (biro, lokus) = (d.penyelenggara().await, d.lokus.to_string());
    let dasar = format!("/periode/{}/penghargaan", d.periode);
    let mut isi = ISI.to_vec();
    isi[5].1 = "5,00";
    let halaman = biro.post(&format!("{dasar}/baru"), &isi).await.ke().to_owned();
    let j = putuskan(&biro, &halaman, &[("beri", &lokus), ("alasan", "Titipan pejabat X")]).await;
    assert_eq!(j.status, StatusCode::SEE_OTHER, "{}", j.isi);
    terbitkan(&d).await;
    let sekda = d.app.sebagai(Peran::Penanggungjawab, Lingkup::Instansi(d.instansi)).await;
    assert_eq!(sekda.post(&dasar, &[("_aksi", "umumkan")]).await.ke(), dasar);
    let umum = d.app.tamu().get("/hasil/uji-2026/penghargaan").await;
    umum.memuat("Belum memenuhi semua syarat; diberikan dengan pertimbangan pejabat");
    assert!(!umum.isi.contains("Titipan") && !umum.isi.contains("Hasilnya dibatalkan"));
    assert!(!biro.get("/").await.isi.contains("berdasar angka yang sudah dibatalkan"));
    let piagam = format!("/verifikasi/{}", umum.isi.split("/verifikasi/").nth(1).unwrap().split('"').next().unwrap());
    d.app.tamu().get(&piagam).await.memuat("berlaku sementara sampai divalidasi");
    // Other figures than the public ones: the organiser reads it at the decision as anybody does, and which ones are public.
    let j = biro.get(&halaman).await;
    assert!(!j.isi.contains("Angkanya berubah"), "{}", j.isi);
    let satu = format!("{halaman}/putusan/{}", j.isi.split("/putusan/").nth(1).unwrap().split('"').next().unwrap());
    angka(&d, "3.90").await;
    for jalur in [&halaman, &satu] {
        biro.get(jalur).await.memuat("Angkanya berubah").memuat("Menurut hasil yang terbit sekarang: peringkat 1").memuat("nilai 4,00");
    }
    angka(&d, "4.00").await;
    // Its result is annulled: both public pages say so, and the organiser reads it on the start page.
    let tx = d.app.store().mulai().await.unwrap();
    let batal = "INSERT INTO hasil_batal (hasil_id, alasan, pada, oleh)
        SELECT h.id, 'keliru', h.pada + 9000000000, h.oleh FROM hasil h WHERE h.lokus_id = $1";
    tx.jalankan(batal, nilai![d.lokus]).await.unwrap();
    tx.commit().await.unwrap();
    for jalur in ["/hasil/uji-2026/penghargaan", "/instansi/64.08"] {
        d.app.tamu().get(jalur).await.memuat("Hasilnya dibatalkan").memuat("Hasil yang mendasarinya dibatalkan");
    }
    for jalur in [&halaman, &satu] {
        biro.get(jalur).await.memuat("Hasilnya dibatalkan").memuat("Hasil yang mendasarinya dibatalkan");
    }
    d.operator().await.get("/penghargaan").await.memuat("RSUD Uji").memuat("Hasilnya dibatalkan");
    biro.get("/").await.memuat("Satu penghargaan yang diumumkan berdasar angka yang sudah dibatalkan atau berubah");
    biro.get("/").await.memuat(&format!("href=\"{dasar}\""));
    biro.get(&dasar).await.memuat("Dasar angkanya berubah");
    // What is annulled is never validated.
    let j = d.app.tamu().get(&piagam).await;
    j.memuat("Hasil yang mendasarinya dibatalkan").memuat("Hasil yang terbit sekarang memuat angka yang sama");
    assert!(!j.isi.contains("berlaku sementara sampai divalidasi"), "{}", j.isi);
}

/// Visible to the unit at once, to the public only when it is decided so.
#[tokio::test]
async fn coaching_is_recorded_decided_and_ended() {
    let d = Dunia::baru().await;
    bekukan(&d).await;
    terbitkan(&d).await;
    let (biro, tamu) = (d.penyelenggara().await, d.app.tamu());
    let dasar = format!("/periode/{}/pembinaan", d.periode);
    biro.get(&dasar).await.memuat("Belum ada catatan");
    let isi = [("jenis", "sanksi"), ("bentuk", "Teguran <tertulis>"), ("alasan", "A"), ("dari", "2026-09-01")];
    biro.post(&dasar, &isi).await.memuat("Bagian ini wajib diisi");
    let lokus = d.lokus.to_string();
    let isi: Vec<(&str, &str)> = isi.into_iter().chain([("dasar", "Perbup"), ("lokus", lokus.as_str())]).collect();
    let satu = biro.post(&dasar, &isi).await.ke().to_owned();
    d.operator().await.get("/penghargaan").await.memuat("Teguran &#60;tertulis&#62;").memuat("Belum diputus");
    let publik = "/hasil/uji-2026/penghargaan";
    assert!(!tamu.get(publik).await.isi.contains("Teguran"));
    let sekda = d.app.sebagai(Peran::Penanggungjawab, Lingkup::Instansi(d.instansi)).await;
    sekda.post(&satu, &[("_aksi", "putuskan"), ("nomor", "7")]).await.memuat("href=\"#pejabat\"");
    let putus = [("_aksi", "putuskan"), ("nomor", "7"), ("tanggal", "2026-09-02"), ("pejabat", "Bupati"), ("keterbukaan", "umum")];
    assert_eq!(biro.post(&satu, &putus).await.status, StatusCode::FORBIDDEN);
    assert_eq!(sekda.post(&satu, &putus).await.ke(), satu);
    tamu.get(publik).await.memuat("Teguran &#60;tertulis&#62;").memuat("Perbup");
    assert_eq!(biro.post(&satu, &[("_aksi", "cabut"), ("alasan", "Keliru")]).await.ke(), satu);
    assert!(!tamu.get(publik).await.isi.contains("Teguran"));
}

//! A case from the form's design to the proven letter, with a correction and a payment; what is refused is told plainly.

mod surel;
mod ulang;

use std::collections::BTreeMap;

use axum::{
    body::Body,
    http::{Method, StatusCode},
};
use jiff::ToSpan;
use store::{
    hak,
    id::{AkunId, GeraiId, LayananId, PelaksanaId, PenempatanId, PermohonanId, TenanId, UnitId},
    layanan::{self, Isi, KOMPONEN, Sk},
    mpp::{self, GeraiIsi, MppIsi, PenempatanIsi, TenanIsi},
    peran::{Lingkup, Peran},
    permohonan::formulir,
    tagihan::{self, qris},
};

use crate::{
    app::{Jawaban, Peramban, TestApp},
    dunia::{Dunia, dunia, pelaku},
};

const PDF: &[u8] = b"%PDF-1.4\n1 0 obj<</Pages 2 0 R>>endobj\n2 0 obj<</Kids[3 0 R]>>endobj\n3 0 obj<</Type/Page>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF";
const MUATAN: &str = "00020101021126530016ID.CO.CONTOH.WWW01189360000000000000000207000000151440014ID.CO.QRIS.WWW0215ID00000000000000303UME5204939953033605802ID5910MPP CONTOH6006CONTOH610512345630499B2";

pub struct Mal {
    pub d: Dunia,
    pub kepala: AkunId,
    pub petugas: AkunId,
    pub kasir: AkunId,
    pub layanan: LayananId,
    pub tenan: TenanId,
    pub gerai: GeraiId,
}

/// The hospital as a mall: one gerai, one service in force, its people.
pub async fn mal(app: &TestApp) -> Mal {
    let (d, s) = (dunia(app).await, app.store());
    let unit = || Lingkup::Unit { unit: d.rsud, instansi: d.kab };
    let kepala = app.akun("kepala.mpp@uji.example", &[(Peran::MppKepala, unit()), (Peran::UnitKepala, unit())]).await;
    let petugas = app.akun("pelaksana@uji.example", &[(Peran::Pelaksana, unit())]).await;
    let kasir = app.akun("kasir@uji.example", &[(Peran::Kasir, unit())]).await;
    let biro = hak::instansi(s, &pelaku(app, d.biro).await, d.kab).await.unwrap().penyelenggara().unwrap();
    mpp::buat(s, &biro, d.rsud, "mal-uji", &MppIsi { ringkas: "", jam: &[], letak: None }, true).await.unwrap();
    let p = pelaku(app, kepala).await;
    let (hak, akses) = (hak::mpp(s, &p, d.rsud).await.unwrap().kepala().unwrap(), hak::unit(s, &p, d.rsud).await.unwrap());
    let mut teks: BTreeMap<String, String> = KOMPONEN.iter().map(|k| (k.kunci.to_owned(), "ada".to_owned())).collect();
    teks.insert("biaya".into(), "Rp25.000".into());
    let isi = Isi { nama: "Surat keterangan".into(), ringkas: String::new(), teks, hari_kerja: Some(3) };
    let layanan = layanan::buat(s, &akses.pengelola_layanan().unwrap(), LayananId::baru(), &isi, true).await.unwrap();
    let hari = s.sekarang().hari("WITA");
    let sk = Sk { nomor: "1", tanggal: hari, mulai: hari, tinjau: hari.saturating_add(1.year()) };
    layanan::tetapkan(s, &akses.kepala_layanan().unwrap(), layanan, 1, &sk).await.unwrap();
    let (tenan, gerai) = (TenanId::baru(), GeraiId::baru());
    mpp::tambah_tenan(s, &hak, tenan, &TenanIsi { nama: "Dukcapil", jenis: "pemda", unit: None, sendiri: false }).await.unwrap();
    mpp::tambah_gerai(s, &hak, gerai, tenan, &GeraiIsi { kode: "G01", nama: "Dukcapil", letak: "Lantai 1", tautan: None }).await.unwrap();
    let isi = PenempatanIsi { awalan: "A", menit: None, undangan: false };
    mpp::tempatkan(s, &hak, PenempatanId::baru(), (gerai, layanan), &isi).await.unwrap();
    mpp::tugaskan(s, &hak, PelaksanaId::baru(), (gerai, petugas), (hari, None)).await.unwrap();
    Mal { d, kepala, petugas, kasir, layanan, tenan, gerai }
}

async fn kirim(p: &Peramban<'_>, jalur: &str, isian: &[(&str, &str)], berkas: &[(&str, &str, &[u8])]) -> Jawaban {
    let mut b = Vec::new();
    for (n, v) in isian {
        b.extend(format!("--batas\r\nContent-Disposition: form-data; name=\"{n}\"\r\n\r\n{v}\r\n").into_bytes());
    }
    for (n, nama, isi) in berkas {
        let kepala = format!(
            "--batas\r\nContent-Disposition: form-data; name=\"{n}\"; filename=\"{nama}\"\r\nContent-Type: application/pdf\r\n\r\n"
        );
        b.extend(kepala.into_bytes());
        b.extend_from_slice(isi);
        b.extend(b"\r\n");
    }
    b.extend(b"--batas--\r\n");
    let req = p.permintaan(Method::POST, jalur).header("content-type", "multipart/form-data; boundary=batas");
    p.kirim(req.body(Body::from(b)).unwrap()).await
}

#[track_caller]
fn tanpa(j: &Jawaban, teks: &str) {
    assert!(!j.isi.contains(teks), "{teks:?} is on the page:\n{}", j.isi);
}

async fn rancang(app: &TestApp, m: &Mal) {
    let (kepala, jalur) = (app.masuk(m.kepala).await, format!("/layanan/{}/formulir", m.layanan));
    kepala.get(&jalur).await.memuat("Belum ada formulir").memuat("Isian 3");
    let dasar = [("nomor", "0"), ("diminta", "nama"), ("diminta", "kontak"), ("tarif", "25.000")];
    let j = kepala.post(&jalur, &[&dasar[..], &[("label-0", "Warna"), ("jenis-0", "pilihan"), ("surat", "{salah}")]].concat()).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("paling sedikit dua pilihan").memuat("Kata salah dalam kurung").memuat("Warna");
    let isian = [
        ("label-0", "Nama <b>anak</b>"),
        ("jenis-0", "teks"),
        ("wajib-0", "ya"),
        ("urut-0", "2"),
        ("label-1", "Kartu keluarga"),
        ("jenis-1", "berkas"),
        ("wajib-1", "ya"),
        ("urut-1", "1"),
        ("surat", "Diberikan kepada {nama} untuk {isian:nama-b-anak-b}. Nomor {nomor}."),
    ];
    let lain = kepala.post(&jalur, &[&[("nomor", "0"), ("diminta", "nama"), ("tarif", "5.000")], &isian[..]].concat()).await;
    assert_eq!(lain.status, StatusCode::UNPROCESSABLE_ENTITY);
    lain.memuat("menyebut biaya").memuat("Rp25.000").memuat("5.000");
    assert_eq!(kepala.post(&jalur, &[&dasar[..], &isian[..]].concat()).await.ke(), jalur);
    let j = kepala.post(&jalur, &[&dasar[..], &isian[..]].concat()).await;
    assert_eq!(j.ke(), jalur, "the same again is no new version");
    kepala.get(&jalur).await.memuat("Versi 1").memuat("{isian:kartu-keluarga}");
    assert_eq!(app.masuk(m.d.operator).await.get(&jalur).await.status, StatusCode::OK);
    assert_eq!(app.masuk(m.petugas).await.get(&jalur).await.status, StatusCode::FORBIDDEN);
}

/// A case as a citizen sends it, with the form that it needs.
pub async fn ajukan(app: &TestApp, m: &Mal) -> PermohonanId {
    rancang(app, m).await;
    let f = formulir::terakhir(app.store().baca(), m.layanan).await.unwrap().unwrap().id.to_string();
    let (op, gerai) = (PermohonanId::baru().to_string(), m.gerai.to_string());
    let isian =
        [("op", op.as_str()), ("formulir", &f), ("gerai", &gerai), ("nama", "Ibu Sari"), ("kontak", "0812"), ("i-nama-b-anak-b", "Dewi")];
    let (tamu, baru) = (app.tamu(), "/permohonan/baru/surat-keterangan");
    tamu.get(baru).await;
    let j = kirim(&tamu, baru, &isian, &[("i-kartu-keluarga", "kk.pdf", PDF)]).await;
    let kode = j.ke().rsplit('/').next().unwrap();
    store::permohonan::dari_kode(app.store().baca(), kode).await.unwrap().id
}

/// A new standard names another fee than the form bills: whoever keeps the service is told.
#[tokio::test]
async fn a_fee_that_the_standard_no_longer_names_is_said() {
    let app = TestApp::baru().await;
    let m = mal(&app).await;
    rancang(&app, &m).await;
    let (kepala, jalur) = (app.masuk(m.kepala).await, format!("/layanan/{}", m.layanan));
    tanpa(&kepala.get(&jalur).await, "Tarif formulir berbeda");
    let (s, p) = (app.store(), pelaku(&app, m.kepala).await);
    let akses = hak::unit(s, &p, m.d.rsud).await.unwrap();
    let mut teks: BTreeMap<String, String> = KOMPONEN.iter().map(|k| (k.kunci.to_owned(), "ada".to_owned())).collect();
    teks.insert("biaya".into(), "Gratis".into());
    let isi = Isi { nama: "Surat keterangan".into(), ringkas: String::new(), teks, hari_kerja: Some(3) };
    layanan::simpan(s, &akses.pengelola_layanan().unwrap(), m.layanan, 0, &isi).await.unwrap();
    let hari = s.sekarang().hari("WITA");
    let sk = Sk { nomor: "2", tanggal: hari, mulai: hari, tinjau: hari.saturating_add(1.year()) };
    layanan::tetapkan(s, &akses.kepala_layanan().unwrap(), m.layanan, 1, &sk).await.unwrap();
    kepala.get(&jalur).await.memuat("Tarif formulir berbeda dari standar").memuat("Rp25.000").memuat("Gratis");
}

async fn panggil(app: &TestApp, rahasia: &str, badan: &str) -> Jawaban {
    let waktu = (app.store().sekarang().0 / 1_000_000).to_string();
    let tanda = qris::tanda(rahasia, &waktu, badan.as_bytes());
    let req = axum::http::Request::builder().method(Method::POST).uri("/api/v1/bayar/qris").header("content-type", "application/json");
    let req = req.header("x-prima-mpp", "mal-uji").header("x-prima-waktu", waktu).header("x-prima-tanda", tanda);
    app.tamu().kirim(req.body(Body::from(badan.to_owned())).unwrap()).await
}

#[tokio::test]
async fn the_whole_way_of_a_case() {
    let app = TestApp::baru().await;
    let m = mal(&app).await;
    let tamu = app.tamu();
    let baru = "/permohonan/baru/surat-keterangan";
    tamu.get(baru).await.memuat("belum menerima permohonan");
    tanpa(&tamu.get("/pelayanan/surat-keterangan").await, baru);
    rancang(&app, &m).await;
    tamu.get("/pelayanan/surat-keterangan").await.memuat(baru);
    tamu.get(baru).await.memuat("Rp25.000").memuat("3 hari kerja").memuat("Nama &#60;b&#62;anak&#60;/b&#62;").memuat("Dukcapil");
    // Faults: everything typed is still there, and each is told at its field.
    let f = formulir::terakhir(app.store().baca(), m.layanan).await.unwrap().unwrap().id.to_string();
    let (op, gerai) = (PermohonanId::baru().to_string(), m.gerai.to_string());
    let isian = [
        ("op", op.as_str()),
        ("formulir", &f),
        ("gerai", &gerai),
        ("nama", "Ibu <i>Sari</i>"),
        ("kontak", "0812"),
        ("i-nama-b-anak-b", "Dewi"),
    ];
    let j = kirim(&tamu, baru, &isian[..5], &[("i-kartu-keluarga", "kk.pdf", PDF)]).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("Ibu &#60;i&#62;Sari")
        .memuat("harus diisi")
        .memuat("Berkas ini baik, tetapi harus dipilih lagi")
        .memuat("data-teks-tetap=\"Berkas ini baik dan tetap terpilih");
    // A page that keeps what was chosen in it says nothing against a file that is fine, and one that is refused is still told.
    let tetap: Vec<(&str, &str)> = isian[..5].iter().copied().chain([("_tetap", "ya")]).collect();
    let j = kirim(&tamu, baru, &tetap, &[("i-kartu-keluarga", "kk.pdf", PDF)]).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    tanpa(&j, "Berkas ini baik, tetapi harus dipilih lagi");
    tanpa(&j, "href=\"#i-kartu-keluarga\"");
    let j = kirim(&tamu, baru, &tetap, &[("i-kartu-keluarga", "kk.pdf", b"<script>")]).await;
    j.memuat("href=\"#i-kartu-keluarga\"");
    let besar = vec![b'x'; 21 * 1024 * 1024];
    let j = kirim(&tamu, baru, &isian, &[("i-kartu-keluarga", "500 halaman.pdf", &besar)]).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY, "far too large is told, not cut off");
    j.memuat("20 MB").memuat("Dewi");
    let j = kirim(&tamu, baru, &isian, &[("i-kartu-keluarga", "x.pdf", b"<script>alert(1)</script>")]).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    // Known as infected: told at the file, not at the name.
    let jahat = [PDF, b"\n%jahat\n"].concat();
    store::pindai::ingat_isi(app.store(), &store::sidik_hex(&jahat), "Uji.Jahat-1").await.unwrap();
    let j = kirim(&tamu, baru, &isian, &[("i-kartu-keluarga", "kk.pdf", &jahat)]).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("href=\"#i-kartu-keluarga\"").memuat("pemindai virus menemukan isi berbahaya");
    tanpa(&j, "href=\"#nama\"");
    // Sent, twice: one case.
    let berkas: &[(&str, &str, &[u8])] = &[("i-kartu-keluarga", "<img src=x onerror=alert(1)>.pdf", PDF)];
    let jalur = kirim(&tamu, baru, &isian, berkas).await.ke().to_owned();
    assert_eq!(kirim(&tamu, baru, &isian, berkas).await.ke(), jalur);
    // The page that keeps its files is told the way on instead of being led there, and the message is still to be read.
    let tetap: Vec<(&str, &str)> = isian.iter().copied().chain([("_tetap", "ya")]).collect();
    let j = kirim(&tamu, baru, &tetap, berkas).await;
    assert_eq!((j.status, j.headers["x-lanjut"].to_str().unwrap()), (StatusCode::OK, jalur.as_str()));
    let j = tamu.get(&jalur).await;
    j.memuat("sudah kami terima").memuat("Janji selesai").memuat("Simpan kode ini");
    tanpa(&j, "Ibu");
    let kode = jalur.rsplit('/').next().unwrap().to_owned();
    assert_eq!(tamu.get(&format!("/cari?q={}", store::kode::tampil(&kode))).await.ke(), jalur, "the one box finds it");
    // The officer asks for a correction; the applicant sends it.
    let petugas = app.masuk(m.petugas).await;
    petugas.get("/").await;
    petugas.get(&format!("/gerai/{gerai}/permohonan")).await.memuat("Surat keterangan").memuat("Diterima");
    let hak = store::permohonan::dari_kode(app.store().baca(), &kode).await.unwrap();
    let (id, sini) = (hak.id, format!("/berkas/{}", hak.id));
    // Log and addresses of officers hold the id of the case; sent as a form's secret it gives a case of its own, not this one's code.
    let log = id.to_string();
    let curi: Vec<(&str, &str)> = std::iter::once(("op", log.as_str())).chain(isian[1..].iter().copied()).collect();
    assert_ne!(kirim(&tamu, baru, &curi, berkas).await.ke(), jalur);
    // Ever more text is no way to fill the memory.
    let panjang = "x".repeat(60_000);
    let banyak: Vec<(&str, &str)> = isian.iter().copied().chain(std::iter::repeat_n(("i-lain", panjang.as_str()), 40)).collect();
    assert_eq!(kirim(&tamu, baru, &banyak, berkas).await.status, StatusCode::PAYLOAD_TOO_LARGE);
    let j = petugas.get(&sini).await;
    j.memuat("Ibu &#60;i&#62;Sari").memuat("Dewi").memuat("Mulai periksa");
    tanpa(&j, "<img src=x");
    let unduh = j.isi.split('"').find(|t| t.contains("/lampiran/")).unwrap().to_owned();
    assert_eq!(petugas.get(&unduh).await.isi.as_bytes(), PDF);
    assert_eq!(app.masuk(m.d.operator).await.get(&unduh).await.status, StatusCode::FORBIDDEN);
    assert_eq!(app.masuk(m.kasir).await.get(&sini).await.status, StatusCode::FORBIDDEN);
    assert_eq!(petugas.post(&format!("{sini}/pemeriksaan"), &[("versi", "1")]).await.ke(), sini);
    let j = petugas.post(&format!("{sini}/perbaikan"), &[("versi", "2"), ("perbaikan", "")]).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    petugas.post(&format!("{sini}/perbaikan"), &[("versi", "2"), ("perbaikan", "Nama <anak> lengkap")]).await;
    let j = petugas.post(&format!("{sini}/pemrosesan"), &[("versi", "2")]).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("sudah berubah");
    tamu.get(&jalur).await.memuat("Nama &#60;anak&#62; lengkap").memuat("Perbaiki dan kirim ulang");
    let perbaikan = format!("{jalur}/perbaikan");
    tamu.get(&perbaikan).await.memuat("Sudah ada: ").memuat("Dewi");
    let isian = [("versi", "3"), ("nama", "Ibu Sari"), ("kontak", "0812"), ("i-nama-b-anak-b", "Dewi Lestari")];
    assert_eq!(kirim(&tamu, &perbaikan, &isian, &[]).await.ke(), jalur, "the file need not be sent again");
    for (langkah, versi) in [("pemeriksaan", "4"), ("pemrosesan", "5"), ("persetujuan", "6")] {
        assert_eq!(petugas.post(&format!("{sini}/{langkah}"), &[("versi", versi)]).await.ke(), sini);
    }
    let j = petugas.post(&format!("{sini}/kesiapan"), &[("versi", "7")]).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY, "the bill first");
    bayar(&app, &m, id, &jalur).await;
    surat(&petugas, &tamu, &sini, &jalur).await;
}

/// QRIS by a signed call; the cashier's page and the day's sums.
async fn bayar(app: &TestApp, m: &Mal, id: PermohonanId, jalur: &str) {
    let (tamu, kepala, kasir) = (app.tamu(), app.masuk(m.kepala).await, app.masuk(m.kasir).await);
    let t = tagihan::milik(app.store().baca(), id).await.unwrap().remove(0);
    let bayar = format!("/bayar/{}", t.kode);
    tamu.get(jalur).await.memuat(&bayar).memuat("Menunggu pembayaran").memuat("Bayar tagihan di bawah ini");
    assert_eq!(tamu.get(&format!("/cari?q={}", store::kode::tampil(&t.kode))).await.ke(), bayar, "the one box takes the code of a bill");
    tanpa(&tamu.get(&bayar).await, "QRIS");
    let atur = format!("/mpp/{}/qris", m.d.rsud);
    assert_eq!(kepala.post(&atur, &[("muatan", "000201")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(kepala.post(&atur, &[("muatan", MUATAN)]).await.ke(), atur);
    kepala.get(&atur).await.memuat("MPP CONTOH").memuat("/api/v1/bayar/qris");
    tamu.get(&bayar).await.memuat("bukan bukti").memuat("<svg").memuat("540525000");
    let satu = format!("/kasir/{}/tagihan/{}", m.d.rsud, t.id);
    assert_eq!(kasir.get("/kasir").await.ke(), format!("/kasir/{}", m.d.rsud));
    kasir.get(&format!("/kasir/{}", m.d.rsud)).await.memuat(&satu).memuat("Rp25.000");
    let j = kasir.post(&satu, &[("dibayar", "20.000"), ("kuitansi", "K-1")]).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("tidak sama dengan tagihan").memuat("K-1");
    // Recorded by mistake, and taken back with the reason: the bill waits again, and everybody reads why.
    assert_eq!(kasir.post(&satu, &[("dibayar", "25.000"), ("kuitansi", "K-9")]).await.ke(), format!("/kasir/{}", m.d.rsud));
    let j = kasir.get(&satu).await;
    j.memuat("Batalkan pembayaran yang salah catat").memuat("Kuitansi K-9");
    let pada = j.isi.split("name=\"dibayar_pada\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let balik = format!("{satu}/pembatalan");
    let j = kasir.post(&balik, &[("dibayar_pada", &pada), ("balik_alasan", " ")]).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(kepala.post(&balik, &[("dibayar_pada", &pada), ("balik_alasan", "Kuitansi <b>lain</b>")]).await.ke(), satu);
    // The head who took it back works on the case no more: that is said, and no step is offered.
    let j = kepala.get(&format!("/berkas/{id}")).await;
    j.memuat("Anda mencatat atau membatalkan pembayaran permohonan ini");
    tanpa(&j, "/pengalihan");
    tanpa(&j, "/kesiapan");
    kasir.get(&satu).await.memuat("Menunggu pembayaran").memuat("Kuitansi K-9, dicatat").memuat("&#60;b&#62;lain");
    kepala.get(&satu).await.memuat("kasir yang mencatat");
    let j = tamu.get(jalur).await;
    j.memuat("Pencatatan pembayaran dengan kuitansi K-9 dibatalkan").memuat("Menunggu pembayaran");
    tanpa(&j, "lain</b>");
    tamu.get(&bayar).await.memuat("Pencatatan pembayaran dengan kuitansi K-9 dibatalkan");
    let rekon = format!("/kasir/{}/rekonsiliasi", m.d.rsud);
    kepala.get(&rekon).await.memuat("Pembayaran dibatalkan").memuat("-Rp25.000").memuat("Kuitansi &#60;b&#62;lain").memuat(&satu);
    kepala.get(&rekon).await.memuat("Rp0 (1 dicatat, 1 dibatalkan)");
    kepala.get(&satu).await.memuat(&format!("<li><a href=\"{rekon}\">"));
    assert_eq!(app.masuk(m.petugas).await.post(&balik, &[]).await.status, StatusCode::FORBIDDEN);
    app.store().jam().maju(1);
    let hak = hak::mpp(app.store(), &pelaku(app, m.kepala).await, m.d.rsud).await.unwrap().kepala().unwrap();
    let rahasia = qris::rahasia(app.store(), &hak).await.unwrap();
    let badan = format!(r#"{{"id":"T1","tagihan":"{}","nominal":25000,"saat":"2026-03-02T00:00:00Z"}}"#, store::kode::tampil(&t.kode));
    let j = panggil(app, &"0".repeat(64), &badan).await;
    assert_eq!((j.status, j.headers["content-type"].to_str().unwrap()), (StatusCode::UNAUTHORIZED, "application/problem+json"));
    j.memuat("bayar-panggilan-tidak-sah");
    let (a, b) = (panggil(app, &rahasia, &badan).await, panggil(app, &rahasia, &badan).await);
    assert_eq!((a.status, &a.isi), (StatusCode::OK, &b.isi), "twice: the same answer once");
    assert_eq!(tagihan::harian(app.store().baca(), m.d.rsud, app.store().sekarang().hari("WITA")).await.unwrap().qris.banyak, 1);
    tamu.get(&bayar).await.memuat("sudah dicatat");
    // Who has paid again is not sent back to the cashier, and an old page of the cashier takes nothing back.
    tanpa(&tamu.get(jalur).await, "dibatalkan pada");
    let j = kasir.post(&balik, &[("dibayar_pada", &pada), ("balik_alasan", "Kuitansi lain")]).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("sudah berubah sejak halaman dibuka");
    let harian = format!("/kasir/{}/rekonsiliasi", m.d.rsud);
    kasir.get(&harian).await.memuat("Rp25.000 (1)").memuat("belum dihitung").memuat("T1");
    let hari = app.store().sekarang().hari("WITA").to_string();
    let op = uuid::Uuid::now_v7().to_string();
    let hitung = [("op", op.as_str()), ("hari", &hari), ("tunai", "0"), ("qris", "20.000"), ("catatan", "Menunggu setoran")];
    assert!(kasir.post(&harian, &hitung).await.ke().contains("hari="));
    kepala.get(&harian).await.memuat("-Rp5.000").memuat("Menunggu setoran");
    assert_eq!(kepala.post(&harian, &hitung).await.status, StatusCode::FORBIDDEN);
    // A count under an id of the far future does not stay the newest.
    for (op, qris) in [("ffffffff-ffff-7fff-bfff-ffffffffffff", "1"), ("", "25.000")] {
        let op = if op.is_empty() { store::id::baru().to_string() } else { op.to_owned() };
        kasir.post(&harian, &[("op", &op), ("hari", &hari), ("tunai", "0"), ("qris", qris), ("catatan", "Hitung ulang")]).await;
    }
    let h = tagihan::harian(app.store().baca(), m.d.rsud, app.store().sekarang().hari("WITA")).await.unwrap();
    assert_eq!(h.hitungan.unwrap().qris, 25_000);
    kasir.get(&format!("{harian}/csv")).await.memuat("T1,25000");
    assert!(kasir.get(&format!("{harian}/xlsx")).await.isi.starts_with("PK"));
    assert_eq!(app.masuk(m.petugas).await.get(&harian).await.status, StatusCode::FORBIDDEN);
    let lain = UnitId::baru();
    assert_eq!(kasir.get(&format!("/kasir/{lain}")).await.status, StatusCode::NOT_FOUND);
}

/// The letter: printed, proven, downloaded; then the case is over.
async fn surat(petugas: &Peramban<'_>, tamu: &Peramban<'_>, sini: &str, jalur: &str) {
    let surat = format!("{sini}/surat");
    petugas.get(&surat).await.memuat("Diberikan kepada Ibu Sari untuk Dewi Lestari. Nomor {nomor}.");
    let op = uuid::Uuid::now_v7().to_string();
    let isi = [("op", op.as_str()), ("nomor", ""), ("teks", "Isi surat")];
    assert_eq!(petugas.post(&surat, &isi).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    // A place of the template that nobody filled is never printed; the number is.
    let isi = [("op", op.as_str()), ("nomor", "470/1"), ("teks", "Untuk {nama}, {bukan tempat}.")];
    let j = petugas.post(&surat, &isi).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("masih memuat {nama}");
    let isi = [
        ("op", op.as_str()),
        ("nomor", "470/1"),
        ("teks", "Isi #surat {nomor}\r\n\r\nSekian"),
        ("tempat", "Sangatta"),
        ("penanda", "Kepala"),
    ];
    assert_eq!(petugas.post(&surat, &isi).await.ke(), sini);
    assert_eq!(tamu.get(&format!("{jalur}/dokumen")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(petugas.post(&format!("{sini}/kesiapan"), &[("versi", "8"), ("pesan", "Unduh saja")]).await.ke(), sini);
    tamu.get(jalur).await.memuat("Unduh hasil").memuat("Unduh saja");
    // Looking at its address, as a preview or a scanner of mails does, ends nothing.
    assert_eq!(tamu.get(&format!("{jalur}/dokumen")).await.ke(), jalur);
    tamu.get(jalur).await.memuat("Unduh hasil");
    let ambil = format!("{jalur}/pengambilan");
    for _ in 0..2 {
        assert_eq!(tamu.post(&ambil, &[]).await.ke(), format!("{jalur}/dokumen"));
    }
    let pdf = tamu.get(&format!("{jalur}/dokumen")).await;
    assert!(pdf.isi.starts_with("%PDF"), "{}", pdf.status);
    tamu.get(jalur).await.memuat("Selesai").memuat("Hasil diterima pemohon");
    let j = petugas.get(sini).await;
    let verifikasi = j.isi.split('"').find(|t| t.starts_with("/verifikasi/")).unwrap().to_owned();
    let j = tamu.get(&verifikasi).await;
    j.memuat("470/1").memuat("Berlaku");
    tanpa(&j, "Ibu Sari");
    assert_eq!(petugas.post(&format!("{sini}/catatan"), &[("op", &op), ("catatan", "Arsip lemari 2")]).await.ke(), sini);
    petugas.get(sini).await.memuat("Arsip lemari 2").memuat("Hasil diunduh pemohon");
    petugas.post(&format!("{sini}/arsip"), &[("versi", "10")]).await;
    let j = petugas.get(sini).await;
    j.memuat("Tidak ada lagi. Permohonan ini sudah disimpan").memuat("catatan baru tidak dapat ditambahkan");
    tanpa(&j, &format!("{sini}/catatan"));
    let op = uuid::Uuid::now_v7().to_string();
    let j = petugas.post(&format!("{sini}/catatan"), &[("op", &op), ("catatan", "Sesudah arsip")]).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("sudah diarsipkan");
    tamu.get(jalur).await.memuat("disimpan dalam arsip");
    let j = tamu.post(&format!("{jalur}/pembatalan"), &[("versi", "11")]).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
}

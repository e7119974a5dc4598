//! Personal data on the pages: the register, what a holder of a code may ask and take along, who opened what, the purge, a breach.

use std::io::{Cursor, Read as _};

use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};
use store::{
    Store,
    pengaduan::{self, Baru, Tujuan},
    peran::{Lingkup, Peran},
};

use crate::{
    app::{Peramban, TestApp},
    dunia::{Dunia, dunia},
};

/// `docs/DATA-PRIBADI.md` is made from the register. `PRIMA_TULIS_DOKUMEN=1` writes it anew.
#[test]
fn the_page_of_personal_data_is_current() {
    use store::pdp::daftar::SEMUA;
    let nama: std::collections::BTreeSet<_> = SEMUA.iter().map(|g| web::admin::data_pribadi::kata::nama(g.kunci)).collect();
    assert_eq!(nama.len(), SEMUA.len(), "each activity has words of its own");
    let jalur = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/DATA-PRIBADI.md");
    let harap = web::admin::data_pribadi::dokumen();
    if std::env::var_os("PRIMA_TULIS_DOKUMEN").is_some() {
        std::fs::write(&jalur, &harap).unwrap();
    }
    let ada = std::fs::read_to_string(&jalur).unwrap_or_default();
    assert!(ada == harap, "docs/DATA-PRIBADI.md is out of date: PRIMA_TULIS_DOKUMEN=1 cargo test -p web the_page_of_personal_data");
}

async fn aduan(s: &Store, d: &Dunia, kiriman: &str) -> String {
    let tujuan = Tujuan { instansi: d.kab, unit: Some(d.rsud), layanan: None };
    let b = Baru {
        tempat: "Loket 2",
        samaran: layanan::pengaduan::Samaran { anonim: false, rahasia: true },
        nama: "Sari Dewi",
        surel: "sari@contoh.id",
        ilustrasi: true,
        ..Baru::polos(kiriman, tujuan, "Antrean lama", "Saya menunggu empat jam.")
    };
    pengaduan::kirim(s, &b).await.unwrap()
}

async fn zip(p: &Peramban<'_>, jalur: &str) -> zip::ZipArchive<Cursor<Vec<u8>>> {
    let req = p.permintaan(Method::POST, jalur).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    let (kepala, isi) = p.kirim_mentah(req.body(Body::from("_aksi=salinan")).unwrap()).await;
    assert_eq!(kepala[header::CONTENT_TYPE], "application/zip");
    zip::ZipArchive::new(Cursor::new(isi)).unwrap()
}

fn isi(z: &mut zip::ZipArchive<Cursor<Vec<u8>>>, nama: &str) -> String {
    let mut t = String::new();
    z.by_name(nama).unwrap().read_to_string(&mut t).unwrap();
    t
}

#[tokio::test]
async fn a_holder_takes_a_copy_and_is_answered() {
    let app = TestApp::baru().await;
    let d = dunia(&app).await;
    let s = app.store();
    app.akun("penghubung@uji.example", &[(Peran::Penghubung, Lingkup::Instansi(d.kab))]).await;
    let kode = aduan(s, &d, "0123456789abcdef").await;
    let (tamu, admin) = (app.tamu(), app.masuk(d.admin).await);
    tamu.get("/data-pribadi").await.memuat("Data pribadi Anda");
    let j = tamu.post("/data-pribadi", &[("kode", "A-22222-22222")]).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("tidak dikenal");
    let jalur = format!("/data-pribadi/{kode}");
    assert_eq!(tamu.post("/data-pribadi", &[("kode", &store::kode::tampil(&kode))]).await.ke(), jalur);
    let j = tamu.get(&jalur).await;
    j.memuat("Pengaduan").memuat("Unduh salinan");
    assert!(!j.isi.contains("Sari"), "the page itself shows nothing of it");
    let mut z = zip(&tamu, &jalur).await;
    let (data, html) = (isi(&mut z, "data.json"), isi(&mut z, "baca.html"));
    for t in [&data, &html] {
        assert!(t.contains("Sari Dewi") && t.contains("sari@contoh.id") && t.contains("empat jam") && !t.contains("~1:"), "{t}");
    }

    tamu.post(&jalur, &[("jenis", "hapus")]).await.memuat("lasan");
    let isian = [("jenis", "hapus"), ("alasan", "Sudah <b>selesai</b>"), ("op", "01890000-0000-7000-8000-000000000001")];
    assert_eq!(tamu.post(&jalur, &isian).await.ke(), jalur);
    tamu.get(&jalur).await.memuat("Menunggu jawaban");
    let daftar = admin.get("/admin/data-pribadi/permintaan").await;
    daftar.memuat("Hapus data saya").memuat("Menunggu jawaban");
    let id = &daftar.isi.split("/admin/data-pribadi/permintaan/").nth(1).unwrap()[..36];
    let satu = format!("/admin/data-pribadi/permintaan/{id}");
    let j = admin.get(&satu).await;
    j.memuat("&#60;b&#62;selesai");
    assert!(!j.isi.contains("Sari") && !j.isi.contains(&kode), "who decides does not read the report here");
    let putus = [("putusan", "kabul"), ("dasar", "Pasal 8 UU 27/2022"), ("alasan", "Dikabulkan")];
    admin.post(&satu, &putus).await.memuat("masih diproses");
    assert_eq!(admin.post(&satu, &[("putusan", "tolak"), putus[1], ("alasan", "Masih diproses")]).await.status, StatusCode::SEE_OTHER);
    tamu.get(&jalur).await.memuat("Ditolak").memuat("Pasal 8 UU 27/2022");
    let operator = app.masuk(d.operator).await;
    assert_eq!(operator.get("/admin/data-pribadi/permintaan").await.status, StatusCode::FORBIDDEN);
    let mut z = zip(&operator, "/akun/data-pribadi").await;
    assert!(isi(&mut z, "baca.html").contains("operator"), "his own account");
}

#[tokio::test]
async fn openings_the_purge_and_the_register() {
    let app = TestApp::baru().await;
    let d = dunia(&app).await;
    let s = app.store();
    let penghubung = app.masuk(app.akun("penghubung@uji.example", &[(Peran::Penghubung, Lingkup::Instansi(d.kab))]).await).await;
    let kode = aduan(s, &d, "0123456789abcdef").await;
    let id = pengaduan::dari_kode(s.baca(), &kode).await.unwrap().id;
    let (auditor, admin) = (app.masuk(d.auditor).await, app.masuk(d.admin).await);
    auditor.get("/admin/data-pribadi/pembacaan").await.memuat("Belum ada catatan");
    penghubung.get(&format!("/aduan/{id}")).await.memuat("Sari Dewi");
    auditor.get("/admin/data-pribadi/pembacaan").await.memuat("Pengaduan").memuat("Ibu Uji").memuat("Semua yang membukanya");
    auditor.get(&format!("/admin/data-pribadi/pembacaan?id={id}&jenis=permohonan")).await.memuat("Belum ada catatan");
    // A form that comes back with a fault shows the report too.
    let lain = aduan(s, &d, "0123456789abcdeg").await;
    let lain = pengaduan::dari_kode(s.baca(), &lain).await.unwrap().id;
    penghubung.post(&format!("/aduan/{lain}/verifikasi"), &[]).await.memuat("Sari Dewi");
    auditor.get(&format!("/admin/data-pribadi/pembacaan?id={lain}")).await.memuat("Semua yang membukanya");
    auditor.get("/admin/data-pribadi").await.memuat("pengaduan_pelapor: nama*, surel*, telepon*").memuat("1.825 hari");
    assert_eq!(auditor.get("/admin/data-pribadi/pembersihan").await.status, StatusCode::FORBIDDEN);

    let jalur = "/admin/data-pribadi/pembersihan";
    admin.get(jalur).await.memuat("Tidak ada data yang lewat masanya").memuat("Hanya bila dijalankan");
    admin.post(jalur, &[("_aksi", "jalankan")]).await.memuat("Centang dahulu");
    let atur = [("_aksi", "atur"), ("jenis", "pengaduan"), ("hari", "29"), ("dasar", "JRA 7")];
    admin.post(jalur, &atur).await.memuat("30 sampai 36500");
    assert_eq!(admin.post(jalur, &[atur[0], atur[1], ("hari", "400"), atur[3]]).await.ke(), jalur);
    assert_eq!(admin.post(jalur, &[("_aksi", "nyala")]).await.ke(), jalur);
    admin.get(jalur).await.memuat("400 hari").memuat("JRA 7").memuat("Otomatis setiap hari");
    assert_eq!(admin.post(jalur, &[("_aksi", "jalankan"), ("yakin", "ya")]).await.ke(), jalur);
    admin.get(jalur).await.memuat("Pengaduan: 0");
    penghubung.get(&format!("/aduan/{id}")).await.memuat("Sari Dewi");
}

#[tokio::test]
async fn a_breach_is_entered_told_and_closed() {
    let app = TestApp::baru().await;
    let admin = app.sebagai(Peran::Admin, Lingkup::Instalasi).await;
    let hari = app.store().sekarang().hari("WIB").to_string();
    admin.get("/admin/insiden").await.memuat("Belum ada insiden");
    let dasar =
        [("judul", "Surel salah kirim"), ("data", "Nama dan surel"), ("kejadian", "Lampiran <i>tertukar</i>"), ("tanggal", hari.as_str())];
    let j = admin.post("/admin/insiden", &[&dasar[..], &[("jam", "siang")]].concat()).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("Isi pukulnya").memuat("Surel salah kirim");
    let ke = admin.post("/admin/insiden", &[&dasar[..], &[("jam", "00.00"), ("jumlah", "12")]].concat()).await.ke().to_owned();
    admin.get(&ke).await.memuat("Perlu diberitahukan").memuat("12 orang").memuat("versi 1");
    admin
        .get(&format!("{ke}/surat/subjek"))
        .await
        .memuat("Pasal 46")
        .memuat("Lampiran &#60;i&#62;tertukar")
        .memuat("Belum diketahui; akan disusulkan");
    assert_eq!(admin.get(&format!("{ke}/surat/siapa")).await.status, StatusCode::NOT_FOUND);
    let ubah = [&dasar[..3], &[("versi", "1"), ("penanganan", "Ditarik"), ("_aksi", "ubah")]].concat();
    assert_eq!(admin.post(&ke, &ubah).await.ke(), ke);
    let basi = [&dasar[..3], &[("versi", "1"), ("penanganan", "Diminta kembali"), ("_aksi", "ubah")]].concat();
    let j = admin.post(&ke, &basi).await;
    j.memuat("menyimpan perubahan pada").memuat("<dd>Ditarik</dd>").memuat("Diminta kembali").memuat("name=\"versi\" value=\"2\"");
    admin.get(&ke).await.memuat("Keterangan sebelumnya").memuat("Versi 1");
    admin.post(&ke, &[("_aksi", "tutup"), ("catatan", "x")]).await.memuat("belum tercatat diberi tahu");
    for (n, kepada) in ["subjek", "lembaga"].into_iter().enumerate() {
        let op = format!("01890000-0000-7000-8000-00000000000{n}");
        let kabar = [
            ("_aksi", "kabar"),
            ("kepada", kepada),
            ("cara", "surat 1"),
            ("tanggal", hari.as_str()),
            ("jam", "00:00"),
            ("op", op.as_str()),
        ];
        assert_eq!(admin.post(&ke, &kabar).await.ke(), ke);
    }
    assert_eq!(admin.post(&ke, &[("_aksi", "tutup"), ("catatan", "Selesai ditangani")]).await.ke(), ke);
    admin.get("/admin/insiden").await.memuat("Surel salah kirim").memuat("Selesai");
    // A register is read after the end too: everything that was known, with each version.
    let tutup = admin.get(&ke).await;
    tutup.memuat("Versi 2").memuat("Versi 1").memuat("Nama dan surel").memuat("Ditarik");
    assert!(!tutup.isi.contains("name=\"judul\""), "nothing is changed after the end");
    let auditor = app.sebagai(Peran::Auditor, Lingkup::Wilayah("99".into())).await;
    assert_eq!(auditor.get(&ke).await.status, StatusCode::FORBIDDEN);
}

/// The clocks of the law wait for the administrator on his start page, and are late there.
#[tokio::test]
async fn running_clocks_stand_on_the_start_page() {
    let app = TestApp::baru().await;
    let d = dunia(&app).await;
    let s = app.store();
    app.akun("penghubung@uji.example", &[(Peran::Penghubung, Lingkup::Instansi(d.kab))]).await;
    let admin = app.masuk(d.admin).await;
    assert!(!admin.get("/").await.isi.contains("tenggat 3 x 24 jam"), "nothing runs");
    let hari = s.sekarang().hari("WIB").to_string();
    let insiden =
        [("judul", "Surel salah kirim"), ("data", "Nama"), ("kejadian", "Tertukar"), ("tanggal", hari.as_str()), ("jam", "00.00")];
    let ke = admin.post("/admin/insiden", &insiden).await.ke().to_owned();
    let jalur = format!("/data-pribadi/{}", aduan(s, &d, "0123456789abcdef").await);
    let minta = [("jenis", "hapus"), ("alasan", "Sudah selesai"), ("op", "01890000-0000-7000-8000-000000000001")];
    assert_eq!(app.tamu().post(&jalur, &minta).await.ke(), jalur);
    let j = admin.get("/").await;
    j.memuat("tenggat 3 x 24 jam").memuat("Surel salah kirim").memuat("Hapus data saya").memuat("dijawab paling lambat");
    assert!(j.isi.contains("2</strong><span>menunggu Anda") && !j.isi.contains("seharusnya sudah"), "{}", j.isi);
    assert!(!app.masuk(d.operator).await.get("/").await.isi.contains("tenggat 3 x 24 jam"));

    s.jam().maju(4 * 86_400);
    let admin = app.masuk(d.admin).await;
    let j = admin.get("/").await;
    assert_eq!(j.isi.matches("seharusnya sudah").count(), 4, "both wait, and both are late: {}", j.isi);
    let hari = s.sekarang().hari("WIB").to_string();
    for (n, kepada) in ["subjek", "lembaga"].into_iter().enumerate() {
        let op = format!("01890000-0000-7000-8000-00000000001{n}");
        let kabar =
            [("_aksi", "kabar"), ("kepada", kepada), ("cara", "surat"), ("tanggal", hari.as_str()), ("jam", "00:00"), ("op", op.as_str())];
        assert_eq!(admin.post(&ke, &kabar).await.ke(), ke);
    }
    let j = admin.get("/").await;
    assert!(!j.isi.contains("Surel salah kirim") && j.isi.contains("Hapus data saya"), "everybody was told: {}", j.isi);
}

#[tokio::test]
async fn an_officer_finds_what_belongs_to_a_person() {
    let app = TestApp::baru().await;
    let d = dunia(&app).await;
    app.akun("penghubung@uji.example", &[(Peran::Penghubung, Lingkup::Instansi(d.kab))]).await;
    let kode = aduan(app.store(), &d, "0123456789abcdef").await;
    let (admin, operator) = (app.masuk(d.admin).await, app.masuk(d.operator).await);
    let jalur = "/admin/data-pribadi/cari";
    admin.get("/admin/data-pribadi/permintaan").await.memuat(jalur);
    admin.get(jalur).await.memuat("Laporan anonim");
    assert_eq!(operator.get(jalur).await.status, StatusCode::FORBIDDEN);
    let cari = async |t: &str| admin.post(jalur, &[("tanda-orang", t)]).await;
    let j = cari("Sari").await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("16 angka");
    cari("orang@lain.id").await.memuat("Tidak ditemukan");
    let j = cari("SARI@contoh.id").await;
    j.memuat("Catat permintaannya");
    assert!(!j.isi.contains("Sari Dewi") && !j.isi.contains("empat jam") && !j.isi.contains(&kode), "nothing of what is in it");
    let ke = j.isi.split("href=\"").map(|b| b.split('"').next().unwrap()).find(|b| b.starts_with(&format!("{jalur}/pengaduan/"))).unwrap();
    // The officer speaks of somebody else's data.
    let catat = admin.get(ke).await;
    catat.memuat("Permintaan ini masuk").memuat("Yang dimintanya").memuat("Hapus datanya");
    assert!(!catat.isi.contains("data saya"), "{}", catat.isi);
    // It is named as people name it, not by the id of its row.
    let (nomor, id) = (pengaduan::dari_kode(app.store().baca(), &kode).await.unwrap().nomor, ke.rsplit('/').next().unwrap());
    catat.memuat(&nomor);
    assert!(!catat.isi.split("<main").nth(1).unwrap().split("<form").next().unwrap().contains(id), "{}", catat.isi);
    assert_eq!(admin.get(&format!("{jalur}/pengaduan/{}", uuid::Uuid::now_v7())).await.status, StatusCode::NOT_FOUND);
    assert_eq!(admin.post(ke, &[("jenis", "hapus")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let satu = admin.post(ke, &[("jenis", "perbaikan"), ("alasan", "Namanya salah; KTP diperiksa")]).await.ke().to_owned();
    let j = admin.get(&satu).await;
    j.memuat("Namanya salah").memuat(&nomor).memuat("Masuk ");
    assert!(!j.isi.contains(id), "{}", j.isi);
    for asing in ["/akun/", "/lain/"] {
        assert_eq!(admin.get(&ke.replace("/pengaduan/", asing)).await.status, StatusCode::NOT_FOUND);
    }
    // A browser left open asks who it is before it says anything, and before an erasure is decided.
    app.store().jam().maju(700);
    for (ke, isian) in [(jalur, ("tanda-orang", "sari@contoh.id")), (satu.as_str(), ("putusan", "kabul"))] {
        assert_eq!(admin.post(ke, &[isian]).await.status, StatusCode::UNAUTHORIZED, "{ke}");
    }
}

//! A mall in the browser: its head sets it up, officers come, citizens read, a tenant's program proves its connection; and the
//! way of a mall from both sides.

use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};
use store::{
    id::{GeraiId, JalanId, LangkahId, MasukanId, PelaksanaId, PenempatanId, PerjanjianId, TenanId, UnitId},
    instansi::{self, UnitBaru},
    kueri::Kueri as _,
    layanan::{self, Isi, Sk},
    nilai,
    peran::{Lingkup, Peran},
};

use crate::{
    app::{Jawaban, Peramban, TestApp},
    dunia::{Dunia, dunia, pelaku},
};

struct Mal<'a> {
    d: Dunia,
    id: UnitId,
    kepala: Peramban<'a>,
    petugas: Peramban<'a>,
    akun: store::id::AkunId,
}

/// A mall registered through its page, with its head and an officer.
async fn mal(app: &TestApp) -> Mal<'_> {
    let d = dunia(app).await;
    let tx = app.store().mulai().await.unwrap();
    let u = UnitBaru { kode: "mpp", instansi: d.kab, induk: None, nama: "MPP <Uji>", jenis: "mpp", alamat: "Jalan 1" };
    let id = instansi::tambah_unit(&tx, None, u).await.unwrap();
    tx.commit().await.unwrap();
    let lingkup = || Lingkup::Unit { unit: id, instansi: d.kab };
    let biro = app.masuk(d.biro).await;
    biro.get("/mpp").await.memuat("Belum ada MPP").memuat("/mpp/usulan/baru");
    biro.get("/mpp/baru").await.memuat("MPP &#60;Uji&#62;");
    let u = id.to_string();
    let isi = |kode, tutup| {
        [("unit", u.as_str()), ("kode", kode), ("buka-1", "08:00"), ("tutup-1", tutup), ("lintang", "0,5"), ("bujur", "117,5")]
    };
    let j = biro.post("/mpp/baru", &isi("mal-uji", "07:00")).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("mal-uji").memuat("Jam buka tidak sah");
    assert_eq!(biro.post("/mpp/baru", &isi("mal-uji", "15:00")).await.ke(), "/mpp");
    let kepala = app.akun("kepala.mpp@uji.example", &[(Peran::MppKepala, lingkup())]).await;
    let akun = app.akun("petugas@uji.example", &[(Peran::Pelaksana, lingkup())]).await;
    Mal { kepala: app.masuk(kepala).await, petugas: app.masuk(akun).await, akun, id, d }
}

/// Who registers a mall is sent to the administrator only while nobody is its head.
#[tokio::test]
async fn a_mall_that_has_a_head_asks_for_none() {
    let app = TestApp::baru().await;
    let d = dunia(&app).await;
    let tx = app.store().mulai().await.unwrap();
    let baru = |kode, nama| UnitBaru { kode, instansi: d.kab, induk: None, nama, jenis: "mpp", alamat: "Jalan 1" };
    let tanpa = instansi::tambah_unit(&tx, None, baru("mpp-a", "MPP A")).await.unwrap();
    let ada = instansi::tambah_unit(&tx, None, baru("mpp-b", "MPP B")).await.unwrap();
    tx.commit().await.unwrap();
    app.akun("kepala.b@uji.example", &[(Peran::MppKepala, Lingkup::Unit { unit: ada, instansi: d.kab })]).await;
    let biro = app.masuk(d.biro).await;
    let minta = "Mintalah pengelola sistem memberi peran kepala MPP";
    for (unit, kode, diminta) in [(tanpa, "mal-a", true), (ada, "mal-b", false)] {
        let unit = unit.to_string();
        let isi =
            [("unit", unit.as_str()), ("kode", kode), ("buka-1", "08:00"), ("tutup-1", "15:00"), ("lintang", "0,5"), ("bujur", "117,5")];
        assert_eq!(biro.post("/mpp/baru", &isi).await.ke(), "/mpp");
        let j = biro.get("/mpp").await;
        assert_eq!(j.memuat("MPP terdaftar").isi.contains(minta), diminta, "{}", j.isi);
    }
}

/// A service of the RSUD with a standard in force; its code is `rawat-jalan`.
async fn layanan(app: &TestApp, d: &Dunia) {
    let lingkup = Lingkup::Unit { unit: d.rsud, instansi: d.kab };
    let kepala = pelaku(app, app.akun("kepala.rsud@uji.example", &[(Peran::UnitKepala, lingkup)]).await).await;
    let akses = store::hak::unit(app.store(), &kepala, d.rsud).await.unwrap();
    let teks = layanan::KOMPONEN.iter().map(|k| (k.kunci.to_owned(), "x".to_owned())).collect();
    let isi = Isi { nama: "Rawat jalan".into(), teks, ..Isi::default() };
    let id = layanan::buat(app.store(), &akses.pengelola_layanan().unwrap(), store::id::LayananId::baru(), &isi, false).await.unwrap();
    let hari = jiff::civil::date(2026, 1, 2);
    let sk = Sk { nomor: "1", tanggal: hari, mulai: hari, tinjau: jiff::civil::date(2030, 1, 1) };
    layanan::tetapkan(app.store(), &akses.kepala_layanan().unwrap(), id, 1, &sk).await.unwrap();
}

#[track_caller]
fn salah(j: &Jawaban, teks: &str) {
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat(teks);
}

/// What a mall says to citizens and programs.
async fn warga_membaca(app: &TestApp, tamu: &Peramban<'_>) {
    let j = tamu.get("/mal/mal-uji").await;
    for fitur in ["Informasi umum", "Ajukan dan lacak dokumen", "Konsultasi dan pengaduan", "Survei kepuasan", "Kinerja pelayanan"] {
        j.memuat(fitur);
    }
    j.memuat("MPP &#60;Uji&#62;")
        .memuat("Petugas di tempat")
        .memuat("/pelayanan/rawat-jalan")
        .memuat("GovernmentOffice")
        .memuat("Buka pukul 08.00–15.00");
    assert!(!j.isi.contains("Ibu Uji"), "no officer's name is public");
    assert_eq!(crate::api::periksa(tamu, &["/api/v1/mpp", "/api/v1/layanan"]).await, 7);
    tamu.get("/api/v1/mpp/lain").await.memuat("umum-404-isi");
    tamu.get("/api/v1/mpp/mal-uji/kinerja?dari=2026-03-02&sampai=2026-03-01").await.memuat("kinerja-rentang");
    let kosong = tamu.get("/mal/mal-uji/kinerja?dari=2024-01-01&sampai=2024-01-31").await;
    kosong.memuat("Belum ada catatan pada kurun ini");
    assert!(!kosong.isi.contains("Per gerai"), "no rows of zero");
    tamu.get("/mal").await.memuat("/mal/mal-uji").memuat("1 beroperasi");
    tamu.get("/mal?provinsi=64").await.memuat("Kalimantan Timur").memuat("/mal/mal-uji");
    tamu.get("/cari?q=mpp+uji").await.memuat("/mal/mal-uji");
    tamu.get("/sitemap.xml").await.memuat("/mal/mal-uji</loc>");
    // Visitors have few documents in print at a time, so that officers find a worker.
    let semua: Vec<_> = (0..3).map(|_| app.state.cetak_umum.ambil(web::middleware::alamat::TAK_DIKENAL).unwrap()).collect();
    assert_eq!(tamu.get("/mal/mal-uji/poster").await.status, StatusCode::TOO_MANY_REQUESTS);
    drop(semua);
    let pdf = tamu.get("/mal/mal-uji/poster").await;
    assert!(pdf.status.is_success() && pdf.isi.starts_with("%PDF"));
    assert_eq!(tamu.get("/mal/lain").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_head_sets_up_a_mall_and_citizens_read_it() {
    let app = TestApp::baru().await;
    let m = mal(&app).await;
    layanan(&app, &m.d).await;
    let (dasar, tamu) = (format!("/mpp/{}", m.id), app.tamu());
    m.kepala.get(&dasar).await.memuat("Belum ada gerai").memuat("MPP &#60;Uji&#62;");
    m.kepala.get(&format!("{dasar}/tenan")).await.memuat("Belum ada organisasi");
    m.petugas.get(&format!("{dasar}/petugas")).await.memuat("Tidak ada petugas yang ditempatkan");
    // A tenant, its agreement, a place, a counter, a service.
    let op = TenanId::baru().to_string();
    let tenan = |nama: &'static str| [("op", op.clone()), ("nama", nama.into()), ("jenis", "pemda".into()), ("sistem", "prima".into())];
    let pinjam = |f: &[(&'static str, String)]| f.iter().map(|(a, b)| (*a, b.clone())).collect::<Vec<_>>();
    let kirim = async |p: &Peramban<'_>, jalur: &str, f: &[(&'static str, String)]| {
        let f = pinjam(f);
        p.post(jalur, &f.iter().map(|(a, b)| (*a, b.as_str())).collect::<Vec<_>>()).await
    };
    salah(&kirim(&m.kepala, &format!("{dasar}/tenan"), &tenan("")).await, "Tulis nama organisasi");
    assert_eq!(kirim(&m.petugas, &format!("{dasar}/tenan"), &tenan("X")).await.status, StatusCode::FORBIDDEN);
    let t = kirim(&m.kepala, &format!("{dasar}/tenan"), &tenan("Dinas <Kesehatan>")).await.ke().to_owned();
    m.kepala.get(&t).await.memuat("Belum ada perjanjian").memuat("semua fitur tersedia");
    let pj = |sampai| {
        let op = PerjanjianId::baru().to_string();
        [
            ("pj_op", op),
            ("pj_jenis", "sinergi".into()),
            ("pj_nomor", "S/9".into()),
            ("pj_tanggal", "2026-01-02".into()),
            ("pj_mulai", "2026-01-02".into()),
            ("pj_sampai", String::from(sampai)),
        ]
    };
    let f = pj("2025-01-01");
    let j = m.kepala.post_multipart(&format!("{t}/perjanjian"), &f.iter().map(|(a, b)| (*a, b.as_str())).collect::<Vec<_>>()).await;
    salah(&j, "tidak boleh sebelum berlaku sejak");
    let f = pj("2026-04-01");
    let j = m.kepala.post_multipart(&format!("{t}/perjanjian"), &f.iter().map(|(a, b)| (*a, b.as_str())).collect::<Vec<_>>()).await;
    assert_eq!(j.ke(), t);
    m.kepala.get(&t).await.memuat("S/9").memuat("Segera berakhir");
    let g = GeraiId::baru().to_string();
    let gerai = |kode: &'static str| {
        [("op", g.clone()), ("tenan", op.clone()), ("kode", kode.into()), ("nama", "Gerai Kesehatan".into()), ("letak", "Lantai 1".into())]
    };
    salah(&kirim(&m.kepala, &format!("{dasar}/gerai"), &gerai("G 1!")).await, "Kode gerai: satu sampai delapan");
    let g = kirim(&m.kepala, &format!("{dasar}/gerai"), &gerai("G01")).await.ke().to_owned();
    assert_eq!(m.kepala.post(&format!("{g}/loket"), &[("lk_nama", "1")]).await.status, StatusCode::SEE_OTHER);
    salah(&m.kepala.post(&format!("{g}/loket"), &[("lk_nama", "1")]).await, "sudah ada");
    let p = PenempatanId::baru().to_string();
    let taruh = |kode: &'static str, awalan: &'static str| {
        [
            ("pl_op", p.clone()),
            ("pl_layanan", kode.into()),
            ("pl_awalan", awalan.into()),
            ("pl_menit", "10".into()),
            ("pl_kehadiran", "jadwal".into()),
        ]
    };
    salah(
        &kirim(&m.kepala, &format!("{g}/layanan"), &taruh("tidak-ada", "A")).await,
        "Tidak ada satu layanan pun dengan kode atau nama ini",
    );
    salah(&kirim(&m.kepala, &format!("{g}/layanan"), &taruh("rawat-jalan", "ABCD")).await, "satu sampai tiga huruf");
    // By the name as it is read, where the field does not fill in the code; `izin.rs` places one by its code.
    assert_eq!(kirim(&m.kepala, &format!("{g}/layanan"), &taruh("rawat JALAN", "A")).await.status, StatusCode::SEE_OTHER);
    m.kepala.get(&g).await.memuat("Rawat jalan").memuat("sekitar 10 menit");
    // An officer is placed, comes and leaves.
    let tg = [
        ("tg_op", PelaksanaId::baru().to_string()),
        ("tg_akun", m.akun.to_string()),
        ("tg_gerai", g.rsplit('/').next().unwrap().into()),
        ("tg_mulai", "2026-01-02".into()),
    ];
    assert_eq!(kirim(&m.kepala, &format!("{dasar}/petugas"), &tg).await.status, StatusCode::SEE_OTHER);
    m.petugas.get(&format!("{dasar}/petugas")).await.memuat("Belum datang").memuat("Catat datang");
    // The forms stand above the list, and the list has a search.
    let j = m.kepala.get(&format!("{dasar}/petugas")).await;
    assert!(j.isi.find("name=\"tg_akun\"") < j.isi.find("Catat datang") && j.isi.contains("name=\"tg_akun\""), "{}", j.isi);
    let j = m.kepala.get(&format!("{dasar}/petugas?cari=tidak+ada")).await;
    j.memuat("Tidak ada yang cocok dengan pencarian ini").memuat("Tampilkan semua");
    assert!(!j.isi.contains("Catat datang"), "{}", j.isi);
    let hadir = format!("{dasar}/petugas/{}/kehadiran", tg[0].1);
    assert_eq!(m.petugas.post(&hadir, &[]).await.status, StatusCode::SEE_OTHER);
    m.kepala.get(&dasar).await.memuat("1 dari 1").memuat("Segera berakhir".to_lowercase().as_str());
    // At a second gerai too: one person, two placements.
    let (g2, p2) = (GeraiId::baru().to_string(), PelaksanaId::baru().to_string());
    let isi = [("op", g2.as_str()), ("tenan", op.as_str()), ("kode", "G02"), ("nama", "Gerai dua"), ("letak", "")];
    let dua = m.kepala.post(&format!("{dasar}/gerai"), &isi).await.ke().to_owned();
    let akun = m.akun.to_string();
    let isi = [("tg_op", p2.as_str()), ("tg_akun", akun.as_str()), ("tg_gerai", g2.as_str()), ("tg_mulai", "2026-01-02")];
    assert_eq!(m.kepala.post(&format!("{dasar}/petugas"), &isi).await.status, StatusCode::SEE_OTHER);
    m.kepala.get(&format!("{dasar}/petugas")).await.memuat("1 dari 1 petugas sudah di tempat").memuat("1 dari 2 penempatan");
    assert_eq!(m.petugas.post(&format!("{dasar}/petugas/{p2}/kehadiran"), &[]).await.status, StatusCode::SEE_OTHER);
    m.kepala.get(&format!("{dasar}/petugas")).await.memuat("1 dari 1 petugas sudah di tempat").memuat("2 dari 2 penempatan");
    assert_eq!(m.kepala.post(&format!("{dua}/penutupan"), &[("tutup_alasan", "Uji")]).await.ke(), dua);
    warga_membaca(&app, &tamu).await;
    // Strangers, and closing.
    let lain = app.akun("lain@uji.example", &[(Peran::MppKepala, Lingkup::Unit { unit: m.d.rsud, instansi: m.d.kab })]).await;
    let lain = app.masuk(lain).await;
    for j in [dasar.clone(), format!("{dasar}/tenan"), t.clone(), g.clone(), format!("{dasar}/perjalanan")] {
        assert_eq!(lain.get(&j).await.status, StatusCode::NOT_FOUND, "{j}");
    }
    salah(&m.kepala.post(&format!("{t}/keluar"), &[("keluar_alasan", "Pindah")]).await, "Tutup dahulu gerai");
    assert_eq!(m.kepala.post(&format!("{g}/penutupan"), &[("tutup_alasan", "Pindah")]).await.ke(), g);
    assert_eq!(m.kepala.post(&format!("{t}/keluar"), &[("keluar_alasan", "Pindah")]).await.ke(), t);
    m.kepala.get(&t).await.memuat("Sudah keluar");
    tamu.get("/mal/mal-uji").await.memuat("Belum ada gerai");
}

#[tokio::test]
async fn a_tenants_program_proves_its_connection() {
    let app = TestApp::baru().await;
    let m = mal(&app).await;
    let op = TenanId::baru().to_string();
    let t = m
        .kepala
        .post(
            &format!("/mpp/{}/tenan", m.id),
            &[("op", &op), ("nama", "Imigrasi"), ("jenis", "kementerian-lembaga"), ("sistem", "sendiri")],
        )
        .await;
    let t = t.ke().to_owned();
    m.kepala.get(&t).await.memuat("Belum terhubung minimal");
    for f in ["informasi-umum", "pendaftaran"] {
        let medan = format!("tautan-{f}");
        salah(&m.kepala.post(&format!("{t}/fitur"), &[("fitur", f), (&medan, "javascript:x")]).await, "https://");
        let j = m.kepala.post(&format!("{t}/fitur"), &[("fitur", f), (&medan, "https://imigrasi.example")]).await;
        assert_eq!(j.status, StatusCode::SEE_OTHER);
    }
    m.kepala.get(&t).await.memuat("Terhubung minimal").memuat("Belum terbukti");
    let j = m.kepala.post(&format!("{t}/token"), &[("token_nama", "Server"), ("token_hari", "30")]).await;
    let rahasia = j.isi.split("prima_tenan_").nth(1).unwrap().split('<').next().unwrap().to_owned();
    let rahasia = format!("prima_tenan_{rahasia}");
    let jalur = format!("/api/v1/mpp/mal-uji/tenan/{op}/fitur");
    let kirim = async |token: &str, jalur: &str, isi: &str| {
        let p = app.tamu();
        let req = p.permintaan(Method::POST, jalur).header(header::AUTHORIZATION, format!("Bearer {token}"));
        p.kirim(req.header(header::CONTENT_TYPE, "application/json").body(Body::from(isi.to_owned())).unwrap()).await
    };
    assert_eq!(kirim("salah", &jalur, "{}").await.status, StatusCode::UNAUTHORIZED);
    let lain = format!("/api/v1/mpp/mal-uji/tenan/{}/fitur", TenanId::baru());
    assert_eq!(kirim(&rahasia, &lain, "{}").await.status, StatusCode::UNAUTHORIZED, "a key is for one tenant");
    salah(&kirim(&rahasia, &jalur, "{").await, "laporan-bentuk");
    salah(&kirim(&rahasia, &jalur, "{}").await, "laporan-isi");
    let isi = r#"{"layanan": [{"kode": "paspor", "nama": "Paspor"}], "antrean": [{"layanan": "paspor", "tanggal": "2026-03-02", "diambil": 9, "dilayani": 4, "menunggu": 3}]}"#;
    let j = kirim(&rahasia, &jalur, isi).await;
    assert_eq!(j.status, StatusCode::OK);
    j.memuat("\"tingkat\":\"minimal\"");
    m.kepala.get(&t).await.memuat("Terbukti").memuat("1 layanan dilaporkan");
    m.kepala.get("/api/v1/openapi.json").await.memuat("laporTenan");
}

#[tokio::test]
async fn both_sides_take_the_way_of_a_mall() {
    let app = TestApp::baru().await;
    let m = mal(&app).await;
    let (biro, tamu) = (app.masuk(m.d.biro).await, app.tamu());
    let pusat = app.sebagai(Peran::Nasional, Lingkup::Instalasi).await;
    pusat.get("/nasional/mpp").await.memuat("Tidak ada MPP yang cocok");
    biro.get("/mpp/usulan").await.memuat("Belum ada usulan");
    m.kepala.get(&format!("/mpp/{}/perjalanan", m.id)).await.memuat("belum dicatat");
    let op = JalanId::baru().to_string();
    let kab = m.d.kab.to_string();
    let baru = |nama, awal| {
        [("op", op.as_str()), ("instansi", kab.as_str()), ("nama", nama), ("alamat", "Sangatta"), ("awal", awal), ("tanggal", "2026-01-01")]
    };
    salah(&biro.post("/mpp/usulan/baru", &baru("", "kajian")).await, "Tulis nama MPP");
    // The degree that is wrong is the one that is named.
    let letak = |lintang, bujur| [baru("MPP Baru", "kajian").as_slice(), &[("lintang", lintang), ("bujur", bujur)]].concat();
    for (lintang, bujur, medan) in [("0,6", "999", "bujur"), ("91", "117,5", "lintang")] {
        biro.post("/mpp/usulan/baru", &letak(lintang, bujur)).await.memuat(&format!("href=\"#{medan}\""));
    }
    let j = biro.post("/mpp/usulan/baru", &baru("MPP Baru", "kajian")).await.ke().to_owned();
    biro.get(&j).await.memuat("Tahap 1 dari 13").memuat("Kajian urgensi dan kelayakan").memuat("Menunggu dokumen");
    tamu.get("/mal").await.memuat("1 beroperasi, 0 disiapkan");
    let dok = async |p: &Peramban<'_>, jenis: &str| {
        let op = LangkahId::baru().to_string();
        p.post_multipart(
            &format!("{j}/dokumen"),
            &[("dok_op", &op), ("dok_jenis", jenis), ("dok_nomor", "1"), ("dok_tanggal", "2026-01-10")],
        )
        .await
    };
    biro.get("/").await.memuat("MPP Baru").memuat("dokumen dari pihak Anda belum ada");
    assert!(!pusat.get("/").await.isi.contains("dari pihak Anda"), "it is not the ministry's turn");
    assert_eq!(dok(&biro, "kajian").await.ke(), j);
    assert_eq!(dok(&pusat, "kajian").await.status, StatusCode::FORBIDDEN);
    // The forum: every input answered, then public.
    let x =
        biro.post(&format!("{j}/forum"), &[("judul", "Forum <satu>"), ("tempat", "Aula"), ("tanggal", "2026-02-03")]).await.ke().to_owned();
    biro.get(&x).await.memuat("Belum ada undangan untuk kelompok Ahli");
    for k in layanan_kelompok() {
        let j = biro.post(&x, &[("_aksi", "undang"), ("un_kelompok", k), ("un_nama", "Lembaga")]).await;
        assert_eq!(j.ke(), x);
    }
    assert_eq!(biro.post(&x, &[("_aksi", "laksana"), ("la_tanggal", "2026-02-03"), ("la_hadir", "30")]).await.ke(), x);
    let ma = MasukanId::baru().to_string();
    let isi = [("_aksi", "masukan"), ("ma_op", ma.as_str()), ("ma_kelompok", "pengguna"), ("ma_isi", "Buka <b>sore</b>.")];
    assert_eq!(biro.post(&x, &isi).await.ke(), x);
    biro.get(&x).await.memuat("Masukan nomor 1 belum dijawab").memuat("Buka &#60;b&#62;sore");
    salah(&biro.post(&x, &[("_aksi", "terbit")]).await, "Masih ada yang kurang");
    assert_eq!(biro.post(&x, &[("_aksi", "jawab"), ("masukan", &ma), ("jawab", "Dibuka sampai sore.")]).await.ke(), x);
    let pdf = biro.get(&format!("{x}/risalah")).await;
    assert!(pdf.status.is_success() && pdf.isi.starts_with("%PDF"), "{}", pdf.status);
    salah(&biro.post_multipart(&format!("{x}/berita-acara"), &[("ba_nomor", "1"), ("ba_tanggal", "2026-02-04")]).await, "sebagai PDF");
    assert_eq!(tamu.get(&x.replace(&j, "/mal")).await.status, StatusCode::NOT_FOUND, "not published");
    // Steps are refused with a reason, taken by their side, and shown to both.
    let langkah = |l: &'static str| [("langkah", l), ("tanggal", "2026-01-20")];
    salah(&biro.post(&format!("{j}/langkah"), &langkah("maju:usulan-diajukan")).await, "belum lengkap");
    assert_eq!(dok(&biro, "berita-acara-forum").await.status, StatusCode::SEE_OTHER);
    assert_eq!(pusat.post(&format!("{j}/langkah"), &langkah("maju:usulan-diajukan")).await.status, StatusCode::FORBIDDEN);
    assert_eq!(biro.post(&format!("{j}/langkah"), &langkah("maju:usulan-diajukan")).await.ke(), j);
    pusat.get("/nasional/mpp").await.memuat("MPP Baru").memuat("Usulan diajukan");
    pusat.get("/nasional/mpp?tahap=kajian").await.memuat("Tidak ada MPP yang cocok");
    for d in ["surat-permohonan", "daftar-pelayanan", "analisis-sarana", "rencana-strategis"] {
        dok(&biro, d).await;
    }
    assert_eq!(pusat.post(&format!("{j}/langkah"), &langkah("maju:usulan-lengkap")).await.ke(), j);
    biro.get(&j).await.memuat("Batas waktu 19 Februari 2026 sudah lewat").memuat("dicatat oleh kementerian");
    // A limit that is over stands with what is late, on both sides.
    for p in [&biro, &pusat] {
        p.get("/").await.memuat("MPP Baru").memuat("Batas waktu 19 Februari 2026 sudah lewat");
    }
    pusat.get("/nasional/mpp?lewat=1").await.memuat("MPP Baru").memuat("Lewat batas");
    // Texts: an example until an office names its source.
    biro.get(&format!("{j}/naskah/kajian")).await.memuat("lampiran resmi belum diperoleh").memuat("MPP Baru");
    assert_eq!(biro.post(&format!("{j}/naskah/kajian"), &[("versi", "0"), ("isi", "# A\n[[isi]]")]).await.status, StatusCode::SEE_OTHER);
    salah(&biro.post(&format!("{j}/naskah/kajian"), &[("versi", "0"), ("isi", "B")]).await, "baru saja diubah");
    let pdf = biro.get(&format!("{j}/naskah/kajian/pdf")).await;
    assert!(pdf.status.is_success() && pdf.isi.starts_with("%PDF"));
    pusat.get("/mpp/templat").await.memuat("Bawaan program");
    let templat = pusat.get("/mpp/templat/kajian").await;
    templat.memuat("terisi sendiri dari usulan: nama, instansi, alamat");
    assert!(!templat.isi.contains("tempat belum diisi"), "a template is not unfinished");
    let isi = [("isi", "# Resmi [[nama]]"), ("sumber", "Lampiran I")];
    assert_eq!(pusat.post("/mpp/templat/sinergi", &isi).await.status, StatusCode::SEE_OTHER);
    biro.get(&format!("{j}/naskah/sinergi")).await.memuat("Lampiran I").memuat("Resmi MPP Baru");
    // Sent back: the page names whose turn it is now, and no longer the Menteri's.
    assert_eq!(pusat.post(&format!("{j}/langkah"), &langkah("maju:verifikasi")).await.ke(), j);
    assert_eq!(dok(&pusat, "formulir-verifikasi").await.ke(), j);
    for l in ["faktual", "maju:keputusan"] {
        assert_eq!(pusat.post(&format!("{j}/langkah"), &langkah(l)).await.ke(), j, "{l}");
    }
    biro.get(&j).await.memuat("Dikerjakan Menteri");
    let kembali = [("langkah", "putusan:dikembalikan"), ("tanggal", "2026-01-20"), ("catatan", "Lengkapi analisis sarana.")];
    assert_eq!(pusat.post(&format!("{j}/langkah"), &kembali).await.ke(), j);
    let sesudah = biro.get(&j).await;
    sesudah.memuat("Selanjutnya dikerjakan pemerintah daerah").memuat("Lengkapi analisis sarana.");
    assert!(!sesudah.isi.contains("Dikerjakan Menteri"));
    let n = app.store().baca().angka("SELECT COUNT(*) AS n FROM audit WHERE aksi LIKE 'mpp.%'", nilai![]).await.unwrap();
    assert!(n > 20, "{n}");
}

#[tokio::test]
async fn a_mall_that_operated_before_gets_a_point_in_another_regency() {
    let app = TestApp::baru().await;
    let m = mal(&app).await;
    let (biro, tamu) = (app.masuk(m.d.biro).await, app.tamu());
    let kab = m.d.kab.to_string();
    // A mall that operated before, linked, with a point in another regency.
    let op = JalanId::baru().to_string();
    let isi = [
        ("op", op.as_str()),
        ("instansi", kab.as_str()),
        ("nama", "MPP Uji"),
        ("alamat", "Jalan 1"),
        ("awal", "beroperasi"),
        ("tanggal", "2024-02-01"),
    ];
    let lama = biro.post("/mpp/usulan/baru", &isi).await.ke().to_owned();
    assert_eq!(biro.post(&format!("{lama}/tautan"), &[("mal", &m.id.to_string())]).await.ke(), lama);
    m.kepala.get(&format!("/mpp/{}/perjalanan", m.id)).await.memuat("Tahap 12 dari 13");
    let titik = |kesepakatan| {
        [
            ("nama", "Pojok Bontang"),
            ("bentuk", "pelabuhan"),
            ("alamat", "Pelabuhan"),
            ("wilayah", "64.74"),
            ("kesepakatan", kesepakatan),
            ("pn_nomor", "2"),
            ("pn_tanggal", "2026-02-01"),
            ("mulai", "2026-02-02"),
        ]
    };
    salah(&biro.post(&format!("{lama}/titik"), &titik("")).await, "nomor kesepakatan bersama");
    assert_eq!(biro.post(&format!("{lama}/titik"), &titik("KB/7")).await.status, StatusCode::SEE_OTHER);
    biro.get(&format!("{lama}/titik")).await.memuat("Belum diberitahukan kepada Menteri").memuat("KB/7");
    tamu.get("/mal/mal-uji").await.memuat("Pojok Bontang");
    assert_eq!(
        m.kepala.post(&format!("{lama}/titik"), &titik("KB/7")).await.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "the head of the region sets it"
    );
}

fn layanan_kelompok() -> [&'static str; 5] {
    ["pengguna", "ahli", "instansi-terkait", "masyarakat-sipil", "media"]
}

#[tokio::test]
async fn another_ministry_reads_one_proposal_and_comments() {
    let app = TestApp::baru().await;
    let m = mal(&app).await;
    let biro = app.masuk(m.d.biro).await;
    let pusat = app.sebagai(Peran::Nasional, Lingkup::Instalasi).await;
    let kab = m.d.kab.to_string();
    let baru = async |nama: &str| {
        let op = JalanId::baru().to_string();
        let isi = [
            ("op", op.as_str()),
            ("instansi", &kab),
            ("nama", nama),
            ("alamat", "Sangatta"),
            ("awal", "kajian"),
            ("tanggal", "2026-01-01"),
        ];
        biro.post("/mpp/usulan/baru", &isi).await.ke().to_owned()
    };
    let (j, lain) = (baru("MPP <Baru>").await, baru("MPP Kedua").await);
    let ke = j.replace("/usulan/", "/tanggapan/");
    let staf = app.masuk(app.akun("staf@dagri.example", &[]).await).await;
    staf.get("/mpp/tanggapan").await.memuat("Tidak ada usulan yang meminta tanggapan Anda");
    assert_eq!(staf.get(&ke).await.status, StatusCode::NOT_FOUND);
    let penanggap = format!("{j}/penanggap");
    assert_eq!(biro.get(&penanggap).await.status, StatusCode::FORBIDDEN);
    pusat.get(&j).await.memuat(&penanggap);
    pusat.get(&penanggap).await.memuat("Belum ada yang ditunjuk");
    salah(&pusat.post(&penanggap, &[("surel", "siapa@luar.example"), ("kementerian", "Kemendagri")]).await, "Tidak ada akun aktif");
    assert_eq!(pusat.post(&penanggap, &[("surel", "staf@dagri.example"), ("kementerian", "Kemendagri <RI>")]).await.ke(), penanggap);
    pusat.get(&penanggap).await.memuat("Kemendagri &#60;RI&#62;");
    // The start page and the notice lead there; no meeting yet.
    staf.get("/").await.memuat(&ke);
    staf.get("/pemberitahuan").await.memuat(&ke);
    staf.get(&ke).await.memuat("MPP &#60;Baru&#62;").memuat("Belum ada rapat koordinasi").memuat("Belum ada dokumen");
    staf.get("/mpp/tanggapan").await.memuat("Menunggu rapat koordinasi");
    let x = pusat.post(&format!("{j}/forum"), &[("judul", "Rapat satu"), ("tempat", "Jakarta"), ("tanggal", "2026-02-03")]).await;
    let x = x.ke().to_owned();
    staf.get("/mpp/tanggapan").await.memuat("Menunggu tanggapan Anda");
    staf.get("/").await.memuat("Giliran Anda");
    let rapat = x.rsplit('/').next().unwrap().to_owned();
    salah(&staf.post(&ke, &[("rapat", rapat.as_str()), ("isi", " ")]).await, "Tulis tanggapannya");
    assert_eq!(staf.post(&ke, &[("rapat", rapat.as_str()), ("isi", "Periksa <i>lahan</i>.")]).await.ke(), ke);
    staf.get(&ke).await.memuat("Periksa &#60;i&#62;lahan").memuat("Kemendagri &#60;RI&#62;");
    staf.get("/mpp/tanggapan").await.memuat("Sudah ditanggapi");
    for p in [&pusat, &biro] {
        p.get(&x).await.memuat("Periksa &#60;i&#62;lahan").memuat("Kemendagri &#60;RI&#62;");
    }
    // Nothing else: not the other proposal, not the pages of the two governments.
    let lain = lain.replace("/usulan/", "/tanggapan/");
    for jalur in [lain.as_str(), &j, &x, &penanggap, "/mpp", "/nasional/mpp"] {
        assert!(!staf.get(jalur).await.status.is_success(), "{jalur}");
    }
    let satu = pusat.get(&penanggap).await;
    let id = satu.isi.split("name=\"_aksi\" value=\"").nth(1).unwrap()[..36].to_owned();
    assert_eq!(pusat.post(&penanggap, &[("_aksi", id.as_str())]).await.ke(), penanggap);
    assert_eq!(staf.get(&ke).await.status, StatusCode::NOT_FOUND);
}

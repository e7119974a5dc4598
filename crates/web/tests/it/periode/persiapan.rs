//! Preparing a period from the screens: many units, method, schedule and its receipt, calendar, budget, decrees, declarations,
//! sessions.

use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};
use store::{
    hak,
    instansi::{self, UnitBaru},
    kueri::Kueri as _,
    nilai,
    peran::{Lingkup, Peran},
};

use super::medan;
use crate::{
    app::{Jawaban, Peramban, TestApp},
    bangun::Dunia as Satu,
    dunia::{dunia, pelaku},
};

async fn kirim(p: &Peramban<'_>, jalur: &str, isian: &[(&str, &str)]) -> Jawaban {
    p.post(jalur, isian).await
}

/// The `value` that stands before or after a name in the same tag.
fn nilai_kotak(j: &Jawaban, nama: &str) -> Vec<String> {
    j.isi
        .split("<input ")
        .filter(|t| t.contains(&format!("name=\"{nama}\"")) && t.contains("type=\"checkbox\""))
        .filter_map(|t| Some(t.split("value=\"").nth(1)?.split('"').next()?.to_owned()))
        .collect()
}

fn waktu(judul: &str) -> Vec<(&'static str, String)> {
    [("jenis", "sosialisasi"), ("tanggal", "2026-03-02"), ("jam", "08.30"), ("jam_selesai", "10.00"), ("tempat", "Aula")]
        .map(|(k, v)| (k, v.to_owned()))
        .into_iter()
        .chain([("judul", judul.to_owned())])
        .collect()
}

fn pinjam<'a>(v: &'a [(&'static str, String)]) -> Vec<(&'static str, &'a str)> {
    v.iter().map(|(k, v)| (*k, v.as_str())).collect()
}

/// A thousand units: filtered, paged, and those that match taken in one press.
#[tokio::test]
async fn many_units_are_chosen_at_once() {
    let app = TestApp::baru().await;
    let d = dunia(&app).await;
    let p = d.periode(&app).await;
    let tx = app.store().mulai().await.unwrap();
    for n in 0..1000 {
        let (kode, nama) = (format!("pkm-{n}"), format!("Puskesmas {n:04}"));
        let u = UnitBaru { kode: &kode, instansi: d.kab, induk: None, nama: &nama, jenis: "puskesmas", alamat: "" };
        instansi::tambah_unit(&tx, None, u).await.unwrap();
    }
    tx.commit().await.unwrap();
    let biro = app.masuk(d.biro).await;
    let jalur = format!("/periode/{p}/lokus/pilih");
    let mulai = std::time::Instant::now();
    let j = biro.get(&format!("{jalur}?jenis=puskesmas")).await;
    assert!(mulai.elapsed().as_millis() < 2000, "even unoptimised: {:?}", mulai.elapsed());
    j.memuat("Belum pernah dievaluasi")
        .memuat("1–25 dari 1.000")
        .memuat("Tambahkan semua 1.000 unit yang cocok")
        .memuat("Belum ada unit untuk");
    let kotak = nilai_kotak(&j, "unit");
    assert_eq!(kotak.len(), 25);
    let kosong = kirim(&biro, &jalur, &[("formulir", "A"), ("cakupan", "jasa")]).await;
    assert_eq!(kosong.status, StatusCode::UNPROCESSABLE_ENTITY);
    kosong.memuat("Centang sedikitnya satu unit");
    let tanpa = kirim(&biro, &jalur, &[("unit", &kotak[0]), ("unit", &kotak[1]), ("formulir", "A"), ("jenis", "puskesmas")]).await;
    assert_eq!(tanpa.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(tanpa.isi.contains("checked"), "what was ticked stays ticked");
    let isi = [("unit", kotak[0].as_str()), ("unit", &kotak[1]), ("formulir", "A"), ("cakupan", "jasa"), ("jenis", "puskesmas")];
    assert_eq!(kirim(&biro, &jalur, &isi).await.status, StatusCode::SEE_OTHER);
    biro.get(&format!("{jalur}?jenis=puskesmas")).await.memuat("dari 998");
    let semua = kirim(&biro, &jalur, &[("_aksi", "semua"), ("formulir", "A"), ("cakupan", "jasa"), ("jenis", "puskesmas")]).await;
    assert_eq!(semua.status, StatusCode::SEE_OTHER);
    biro.get(&format!("{jalur}?jenis=puskesmas")).await.memuat("Tidak ada unit yang cocok");
    biro.get(&format!("/periode/{p}/persiapan")).await.memuat("1.000 unit dipilih.").memuat("Pelayanan barang");
    let auditor = app.masuk(d.auditor).await;
    assert_eq!(auditor.get(&jalur).await.status, StatusCode::FORBIDDEN);
    auditor.get(&format!("/periode/{p}/persiapan")).await.memuat("Sebagian");
}

/// The organiser plans, tells the unit; the head confirms; a calendar program reads it without signing in.
#[tokio::test]
async fn a_schedule_reaches_the_unit_and_its_calendar() {
    let app = TestApp::baru().await;
    let d = dunia(&app).await;
    let p = d.periode(&app).await;
    let l = d.lokus(&app, p).await;
    let biro = app.masuk(d.biro).await;
    let jalur = format!("/periode/{p}/jadwal");
    biro.get(&jalur).await.memuat("Belum ada acara").memuat("ILUSTRASI");
    let metode = format!("/periode/{p}/metode");
    let salah = kirim(&biro, &metode, &[("dokumen", "tidak"), ("wawancara", "tidak"), ("lokus", &l.to_string())]).await;
    assert_eq!(salah.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        kirim(&biro, &metode, &[("dokumen", "daring"), ("wawancara", "luring"), ("lokus", &l.to_string())]).await.status,
        StatusCode::SEE_OTHER
    );
    biro.get(&metode).await.memuat("Pemeriksaan dokumen daring, wawancara tatap muka").memuat("Ibu Uji");
    let op = medan(&biro.get(&format!("{jalur}/baru")).await, "op");
    let mut isi = waktu("Sosialisasi; F01, F02");
    isi.push(("op", op));
    isi[2].1 = "25.00".into();
    let salah = kirim(&biro, &format!("{jalur}/baru"), &pinjam(&isi)).await;
    assert_eq!(salah.status, StatusCode::UNPROCESSABLE_ENTITY);
    salah.memuat("Isi jam, misalnya 09.00").memuat("Sosialisasi; F01, F02");
    isi[2].1 = "8.30".into();
    assert_eq!(kirim(&biro, &format!("{jalur}/baru"), &pinjam(&isi)).await.status, StatusCode::SEE_OTHER);
    let j = biro.get(&jalur).await;
    j.memuat("2 Maret 2026 pukul 08.30–10.00 WITA")
        .memuat("class=\"gantt\"")
        .memuat("Belum disampaikan")
        .memuat("1 unit belum diberi tahu");
    let operator = app.masuk(d.operator).await;
    operator.get(&format!("/lokus/{l}/jadwal")).await.memuat("belum disampaikan secara resmi");
    assert_eq!(kirim(&biro, &format!("{jalur}/penyampaian"), &[]).await.status, StatusCode::SEE_OTHER);
    // The unit finds it again without the notice.
    operator.get(&format!("/lokus/{l}")).await.memuat(&format!("/lokus/{l}/jadwal")).memuat("Menunggu pernyataan unit");
    let unit = operator.get(&format!("/lokus/{l}/jadwal")).await;
    unit.memuat("Kami sudah menerima jadwal ini");
    let sampai = medan(&unit, "sampai");
    assert_eq!(kirim(&biro, &format!("/lokus/{l}/jadwal"), &[("sampai", &sampai)]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(kirim(&operator, &format!("/lokus/{l}/jadwal"), &[("sampai", &sampai)]).await.status, StatusCode::SEE_OTHER);
    biro.get(&jalur).await.memuat("Diterima unit");

    // Who answers for the period is told with the units, sees it on his start page and confirms: one receipt a schedule.
    let sekda = app.masuk(d.sekda).await;
    sekda.get("/").await.memuat("Dokumen menunggu tanda terima Anda");
    let halaman = sekda.get(&jalur).await;
    halaman.memuat("1 acara untuk 1 unit");
    let sampai = medan(&halaman, "sampai");
    let terima = format!("{jalur}/tanda-terima");
    assert_eq!(kirim(&biro, &terima, &[("sampai", &sampai)]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(kirim(&sekda, &terima, &[("sampai", &sampai)]).await.status, StatusCode::SEE_OTHER);
    biro.get(&jalur).await.memuat("Diterima penanggungjawab");
    assert!(!sekda.get("/").await.isi.contains("Dokumen menunggu tanda terima Anda"));
    let penyampaian = format!("/lokus/{l}/penyampaian");
    let j = biro.get(&penyampaian).await;
    assert!(j.memuat("tanda terimanya tampil di daftar di atas").isi.matches("Dikonfirmasi").count() == 2, "{}", j.isi);
    let lagi = kirim(&biro, &penyampaian, &[("dokumen", "jadwal"), ("jadwal", "sekali lagi")]).await;
    assert_eq!(lagi.status, StatusCode::UNPROCESSABLE_ENTITY);
    lagi.memuat("sudah disampaikan dari jadwal periode");

    // The first address replaces none.
    kirim(&operator, "/kalender", &[]).await;
    let halaman = operator.get("/kalender").await;
    assert!(halaman.memuat("Alamat kalender dibuat.").isi.matches("tidak berlaku lagi").count() == 0, "{}", halaman.isi);
    kirim(&operator, "/kalender", &[]).await;
    operator.get("/kalender").await.memuat("Alamat kalender diganti. Alamat yang lama tidak berlaku lagi.");
    let halaman = operator.get("/kalender").await;
    let alamat = halaman.isi.split("/kalender/").find(|s| s.contains(".ics")).unwrap().split(".ics").next().unwrap().to_owned();
    let ics = app.tamu().get(&format!("/kalender/{alamat}.ics")).await;
    assert_eq!(ics.headers[header::CONTENT_TYPE], "text/calendar; charset=utf-8");
    ics.memuat("DTSTART:20260302T003000Z").memuat("SUMMARY:Sosialisasi\\; F01\\, F02").memuat("ILUSTRASI");
    kirim(&operator, "/kalender", &[("_aksi", "cabut")]).await;
    assert_eq!(app.tamu().get(&format!("/kalender/{alamat}.ics")).await.status, StatusCode::NOT_FOUND);

    let id =
        biro.get(&jalur).await.isi.split(&format!("{jalur}/")).find(|s| s.len() > 36 && s.as_bytes()[8] == b'-').unwrap()[..36].to_owned();
    let satu = format!("{jalur}/{id}");
    assert_eq!(medan(&biro.get(&satu).await, "versi"), "1");
    assert_eq!(kirim(&biro, &satu, &[("_aksi", "batal"), ("alasan", "")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    kirim(&biro, &satu, &[("_aksi", "batal"), ("alasan", "Ruang dipakai")]).await;
    biro.get(&jalur).await.memuat("Dibatalkan: Ruang dipakai");
    operator.get(&format!("/lokus/{l}/jadwal")).await.memuat("Jadwal berubah setelah disampaikan");
}

#[tokio::test]
async fn a_budget_adds_up() {
    let app = TestApp::baru().await;
    let d = dunia(&app).await;
    let p = d.periode(&app).await;
    let biro = app.masuk(d.biro).await;
    let jalur = format!("/periode/{p}/anggaran");
    biro.get(&jalur).await.memuat("Belum ada baris anggaran");
    let isi =
        |harga: &'static str| [("rekening", "5.1.02"), ("uraian", "Honorarium"), ("volume", "6"), ("satuan", "orang"), ("harga", harga)];
    for salah in ["", "0", "1,5", "seribu", "99999999999999999"] {
        assert_eq!(kirim(&biro, &jalur, &isi(salah)).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{salah}");
    }
    assert_eq!(kirim(&biro, &jalur, &isi("Rp350.000")).await.status, StatusCode::SEE_OTHER);
    let j = biro.get(&jalur).await;
    j.memuat("Rp2.100.000").memuat("6 orang");
    let id = j.isi.split(&format!("{jalur}/")).find(|s| s.as_bytes().get(8) == Some(&b'-')).unwrap()[..36].to_owned();
    let satu = format!("{jalur}/{id}");
    biro.get(&satu).await.memuat("Belum ada realisasi");
    let bayar = [("_aksi", "bayar"), ("tanggal", "2026-03-01"), ("jumlah", "2.500.000"), ("keterangan", "Termin")];
    assert_eq!(kirim(&biro, &satu, &bayar).await.status, StatusCode::SEE_OTHER);
    let rinci = biro.get(&satu).await;
    rinci.memuat("-Rp400.000");
    assert_eq!(kirim(&biro, &satu, &[("_aksi", "hapus"), ("alasan", "x")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let (kepala, isi) = biro.kirim_mentah(biro.permintaan(Method::GET, &format!("{jalur}/unduhan")).body(Body::empty()).unwrap()).await;
    assert!(kepala[header::CONTENT_TYPE].to_str().unwrap().contains("spreadsheetml") && isi.starts_with(b"PK"));
    let auditor = app.masuk(d.auditor).await;
    let baca = auditor.get(&satu).await;
    baca.memuat("Termin");
    assert!(!baca.isi.contains("Catat realisasi"));
}

/// An evaluator who was appointed finds the declaration first; a conflict shuts the sheet and is seen by the organiser.
#[tokio::test]
async fn a_declaration_comes_before_the_sheet() {
    let d = Satu::baru().await;
    let eva = d.evaluator("eva@uji.example").await;
    let tx = d.app.store().mulai().await.unwrap();
    tx.jalankan("DELETE FROM benturan", vec![]).await.unwrap();
    let sql = "INSERT INTO f01_pengiriman (id, lokus_id, nomor, sidik, isi, pada, oleh) VALUES ($1, $2, 1, '', '{}', 1, $3)";
    tx.jalankan(sql, nilai![uuid::Uuid::now_v7(), d.lokus, d.oleh]).await.unwrap();
    tx.commit().await.unwrap();
    let (l, p) = (d.lokus, d.periode);
    let jalur = format!("/lokus/{l}/f02/pernyataan");
    assert_eq!(eva.get(&format!("/lokus/{l}/f02/I")).await.ke(), jalur);
    // He is led there before he opens a sheet, and before he goes out without a line: what he typed there would be refused.
    eva.get("/").await.memuat("Nyatakan benturan kepentingan").memuat(&jalur);
    eva.get(&format!("/lokus/{l}/f02")).await.memuat("Isi pernyataan").memuat(&jalur);
    let lapangan = eva.get("/lapangan").await;
    lapangan.memuat("Isi pernyataan").memuat(&jalur);
    assert!(!lapangan.isi.contains("Siapkan unit ini"));
    let bekal = format!("/lapangan/bekal/{l}");
    assert_eq!(eva.get(&bekal).await.memuat("Nyatakan dahulu").status, StatusCode::CONFLICT);
    eva.get(&jalur).await.memuat("RSUD Uji").memuat("Saya menyatakan dengan jujur");
    let (j, a) = (format!("jawaban-{l}"), format!("alasan-{l}"));
    assert_eq!(kirim(&eva, &jalur, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let tanpa = kirim(&eva, &jalur, &[(&j, "ada"), (&a, "")]).await;
    assert_eq!(tanpa.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(kirim(&eva, &jalur, &[(&j, "ada"), (&a, "Kakak bekerja di sana")]).await.ke(), jalur);
    eva.get(&jalur).await.memuat("Anda tidak dapat menilai unit ini");
    eva.get("/lapangan").await.memuat("Anda tidak dapat menilai unit ini");
    assert_eq!(eva.get(&bekal).await.status, StatusCode::CONFLICT);
    assert!(!eva.get("/").await.isi.contains("Nyatakan benturan kepentingan"), "nothing is owed any more");
    assert_eq!(eva.get(&format!("/lokus/{l}/f02/I")).await.ke(), jalur);
    let biro = d.penyelenggara().await;
    biro.get(&format!("/periode/{p}/pernyataan")).await.memuat("Kakak bekerja di sana").memuat("Ada benturan kepentingan");
    biro.get(&format!("/periode/{p}/persiapan")).await.memuat("Perlu ditangani");
    let auditor = d.app.sebagai(Peran::Auditor, Lingkup::Instansi(d.instansi)).await;
    let baca = auditor.get(&format!("/periode/{p}/pernyataan")).await;
    baca.memuat("Hanya untuk penyelenggara");
    assert!(!baca.isi.contains("Kakak bekerja"));
    assert_eq!(kirim(&eva, &jalur, &[(&j, "tidak"), (&a, "")]).await.ke(), format!("/lokus/{l}/f02"));
    assert_eq!(eva.get(&format!("/lokus/{l}/f02/I")).await.status, StatusCode::OK);
    assert_eq!(eva.get(&bekal).await.status, StatusCode::OK);
}

/// Somebody without an account signs the list by the address in the QR; somebody with one presses once.
#[tokio::test]
async fn attendance_is_taken_by_a_public_address() {
    let app = TestApp::baru().await;
    let d = dunia(&app).await;
    let p = d.periode(&app).await;
    let biro = app.masuk(d.biro).await;
    kirim(&biro, &format!("/periode/{p}/jadwal/baru"), &pinjam(&waktu("Sosialisasi F01"))).await;
    let h = hak::periode(app.store(), &pelaku(&app, d.biro).await, p).await.unwrap().pembaca();
    let j = store::persiapan::jadwal::milik_periode(app.store(), &h, 0, 9).await.unwrap().0[0].id;
    let jalur = format!("/periode/{p}/kegiatan/{j}");
    biro.get(&format!("/periode/{p}/kegiatan")).await.memuat("Sosialisasi F01").memuat("Belum disiapkan");
    app.masuk(d.auditor).await.get(&jalur).await.memuat("Penyelenggara belum menyiapkan");
    assert_eq!(kirim(&biro, &jalur, &[("versi", "0"), ("agenda", "Pembukaan\r\nPaparan")]).await.status, StatusCode::SEE_OTHER);
    let rinci = biro.get(&jalur).await;
    rinci.memuat("<li>Paparan</li>").memuat("Daftar sedang dibuka").memuat("class=\"qr\"").memuat("Alamat Prima belum diatur");
    let token = rinci.isi.split("/hadir/").nth(1).unwrap().split('<').next().unwrap().to_owned();
    let hadir = format!("/hadir/{token}");
    let tamu = app.tamu();
    tamu.get(&hadir).await.memuat("Sosialisasi F01").memuat("disimpan selama berkas periode");
    let kosong = kirim(&tamu, &hadir, &[("nama", ""), ("unit", "")]).await;
    assert_eq!(kosong.status, StatusCode::UNPROCESSABLE_ENTITY);
    kosong.memuat("Tulis nama.").memuat("Tulis unit atau instansi.");
    assert_eq!(kirim(&tamu, &hadir, &[("nama", "Ibu <b>Tamu</b>"), ("unit", "Dinas Sosial")]).await.status, StatusCode::SEE_OTHER);
    assert!(!tamu.get(&hadir).await.isi.contains("Ibu "), "nobody sees who else came");
    let operator = app.masuk(d.operator).await;
    operator.get(&hadir).await.memuat("Catat kehadiran sebagai Ibu Uji");
    assert_eq!(kirim(&operator, &hadir, &[("_aksi", "akun")]).await.status, StatusCode::SEE_OTHER);
    let sudah = operator.get(&hadir).await;
    assert!(!sudah.memuat("Kehadiran Anda sudah tercatat").isi.contains("Catat kehadiran sebagai"), "not asked a second time");
    assert_eq!(tamu.get("/hadir/tidak-ada").await.status, StatusCode::NOT_FOUND);
    let rinci = biro.get(&jalur).await;
    rinci.memuat("Ibu &#60;b&#62;Tamu").memuat("Dengan akun");
    // Who came with an account typed nothing: the column of the unit is filled from his role.
    let baris = rinci.isi.split("<tr").skip(1).find(|b| b.contains("Ibu Uji")).unwrap();
    assert!(baris.contains("RSUD Kudungga"), "{baris}");
    assert!(!app.masuk(d.auditor).await.get(&jalur).await.isi.contains("Tamu"), "names are for who runs the period");
    let (kepala, isi) =
        biro.kirim_mentah(biro.permintaan(Method::GET, &format!("{jalur}/daftar-hadir")).body(Body::empty()).unwrap()).await;
    assert_eq!(kepala[header::CONTENT_TYPE], "application/pdf");
    assert!(isi.starts_with(b"%PDF"));
    let batas = "----batas";
    let bahan = format!(
        "--{batas}\r\nContent-Disposition: form-data; name=\"judul\"\r\n\r\nPaparan\r\n--{batas}\r\nContent-Disposition: form-data; name=\"berkas\"; filename=\"p.exe\"\r\n\r\nMZ\r\n--{batas}--\r\n"
    );
    let req = biro
        .permintaan(Method::POST, &format!("{jalur}/bahan"))
        .header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={batas}"));
    let salah = biro.kirim(req.body(Body::from(bahan)).unwrap()).await;
    assert_eq!(salah.status, StatusCode::UNPROCESSABLE_ENTITY);
    salah.memuat("yang utuh");
    app.store().jam().maju(6 * 3600);
    tamu.get(&hadir).await.memuat("Daftar hadir sudah ditutup");
    assert_eq!(kirim(&tamu, &hadir, &[("nama", "Ibu B"), ("unit", "X")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_decree_is_drafted_from_the_data() {
    let app = TestApp::baru().await;
    let d = dunia(&app).await;
    let p = d.periode(&app).await;
    d.lokus(&app, p).await;
    let biro = app.masuk(d.biro).await;
    for jenis in ["lokus", "evaluator"] {
        let jalur = format!("/periode/{p}/sk/rancangan/{jenis}");
        let j = biro.get(&jalur).await;
        j.memuat("Nomor 29 Tahun 2022").memuat("PEKPPP Mandiri 2026");
        assert_eq!(biro.get(&format!("{jalur}/cetak")).await.status, StatusCode::NOT_FOUND, "nothing saved yet");
        let salah = kirim(&biro, &jalur, &[("versi", "0"), ("menetapkan", "x")]).await;
        assert_eq!(salah.status, StatusCode::UNPROCESSABLE_ENTITY);
        let isi = [("versi", "0"), ("pejabat", "Sekretaris Daerah"), ("nama", "Contoh"), ("menetapkan", "Satu\r\nDua"), ("menimbang", "a")];
        assert_eq!(kirim(&biro, &jalur, &isi).await.status, StatusCode::SEE_OTHER);
        kirim(&biro, &jalur, &isi).await.memuat("Orang lain menyimpan lebih dahulu");
        let (kepala, pdf) = biro.kirim_mentah(biro.permintaan(Method::GET, &format!("{jalur}/cetak")).body(Body::empty()).unwrap()).await;
        assert_eq!(kepala[header::CONTENT_TYPE], "application/pdf");
        assert!(pdf.starts_with(b"%PDF"));
    }
    let sekda = app.masuk(d.sekda).await;
    let jalur = format!("/periode/{p}/sk/lokus");
    sekda.get(&jalur).await.memuat("1 unit belum tercantum").memuat("Unggah SK yang ditandatangani");
    assert!(!biro.get(&jalur).await.isi.contains("Unggah SK yang ditandatangani"));
    let batas = "----batas";
    let isi = format!(
        "--{batas}\r\nContent-Disposition: form-data; name=\"nomor\"\r\n\r\n065/1\r\n--{batas}\r\nContent-Disposition: form-data; name=\"tanggal\"\r\n\r\n2026-02-01\r\n--{batas}\r\nContent-Disposition: form-data; name=\"berkas\"; filename=\"sk.pdf\"\r\n\r\n%PDF-1.7\nisi\nstartxref\n9\n%%EOF\n\r\n--{batas}--\r\n"
    );
    let req = sekda.permintaan(Method::POST, &jalur).header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={batas}"));
    assert_eq!(sekda.kirim(req.body(Body::from(isi)).unwrap()).await.status, StatusCode::SEE_OTHER);
    biro.get(&jalur).await.memuat("065/1").memuat("sk.pdf");
}

/// An event without an end has none when it is opened again, so its begin is moved alone; so is the day of one that ends on the same day.
#[tokio::test]
async fn the_begin_of_an_event_is_moved_alone() {
    let app = TestApp::baru().await;
    let d = dunia(&app).await;
    let p = d.periode(&app).await;
    let biro = app.masuk(d.biro).await;
    let jalur = format!("/periode/{p}/jadwal");
    for (judul, selesai, kapan) in [("Tanpa akhir", "", "pukul 10.00 WITA"), ("Sehari", "11.00", "3 Maret 2026 pukul 10.00–11.00 WITA")] {
        let op = medan(&biro.get(&format!("{jalur}/baru")).await, "op");
        let mut isi = waktu(judul);
        isi.push(("op", op.clone()));
        isi[3].1 = selesai.into();
        assert_eq!(kirim(&biro, &format!("{jalur}/baru"), &pinjam(&isi)).await.status, StatusCode::SEE_OTHER);
        let ubah = format!("{jalur}/{op}");
        let j = biro.get(&ubah).await;
        let nilai = |nama: &str| {
            let tag = j.isi.split("<input ").find(|t| t.contains(&format!("name=\"{nama}\""))).unwrap_or_default();
            tag.split('>').next().unwrap().split("value=\"").nth(1).map_or(String::new(), |v| v.split('"').next().unwrap().to_owned())
        };
        assert_eq!((nilai("tanggal"), nilai("jam")), ("2026-03-02".to_owned(), "08.30".to_owned()));
        assert_eq!((nilai("tanggal_selesai"), nilai("jam_selesai")), (String::new(), selesai.to_owned()));
        let mut isi = waktu(judul);
        isi.extend([("versi", medan(&j, "versi")), ("tanggal_selesai", nilai("tanggal_selesai"))]);
        (isi[1].1, isi[2].1, isi[3].1) = ("2026-03-03".into(), "10.00".into(), nilai("jam_selesai"));
        assert_eq!(kirim(&biro, &ubah, &pinjam(&isi)).await.status, StatusCode::SEE_OTHER);
        biro.get(&jalur).await.memuat(kapan);
    }
}

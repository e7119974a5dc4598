//! Reports of citizens on the pages: from the form to the proof file, who sees what, floods; consultations.

mod kiriman;

use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};
use layanan::pengaduan::Kelas;
use store::{
    hak,
    id::AkunId,
    pengaduan::{self, Baru, Isi, Kanal, Tindakan, Tujuan},
    peran::{Lingkup, Peran},
};
use uuid::Uuid;

use crate::{
    app::{Jawaban, Peramban, TestApp},
    dunia::{Dunia, dunia},
    lokus::f02::bangun::Kasus,
};

pub async fn penghubung(app: &TestApp, d: &Dunia) -> AkunId {
    app.akun("penghubung@uji.example", &[(Peran::Penghubung, Lingkup::Instansi(d.kab))]).await
}

#[track_caller]
fn tanpa(j: &Jawaban, teks: &str) {
    assert!(!j.isi.contains(teks), "{teks:?} is on the page:\n{}", j.isi);
}

/// The value of the first hidden field of this name.
fn medan(j: &Jawaban, nama: &str) -> String {
    let awal = format!("name=\"{nama}\" value=\"");
    let sisa = j.isi.split(&awal).nth(1).unwrap_or_else(|| panic!("no field {nama}:\n{}", j.isi));
    sisa.split('"').next().unwrap().to_owned()
}

const BARU: &str = "/pengaduan/baru?unit=rsud";

pub async fn kirim(p: &Peramban<'_>, judul: &str, lain: &[(&str, &str)]) -> Jawaban {
    let j = p.get(BARU).await;
    let (stempel, kiriman) = (medan(&j, "stempel"), medan(&j, "kiriman"));
    let mut isi = vec![("stempel", stempel.as_str()), ("kiriman", kiriman.as_str()), ("jenis", "pengaduan"), ("judul", judul)];
    isi.extend([("cerita", "Saya menunggu <b>empat</b> jam."), ("tempat", "Loket 2"), ("nama", "Sari Dewi"), ("surel", "sari@contoh.id")]);
    isi.extend(lain);
    p.post_multipart(BARU, &isi).await
}

/// Id of the only report on the queue page of this person with this title.
pub async fn cari_id(p: &Peramban<'_>, judul: &str) -> String {
    let j = p.get("/aduan?saring=semua").await;
    let i = j.isi.find(judul).unwrap_or_else(|| panic!("{judul} is not in the queue:\n{}", j.isi));
    j.isi[..i].rsplit("/aduan/").next().unwrap()[..36].to_owned()
}

#[tokio::test]
async fn a_report_goes_all_the_way() {
    let app = TestApp::baru().await;
    let d = dunia(&app).await;
    let tamu = app.tamu();
    tamu.get("/pengaduan").await.memuat("112").memuat("Belum ada instansi yang menerima laporan").memuat("14 hari kerja");
    tamu.get(BARU).await.memuat("belum menerima laporan di sini");
    let penghubung = app.masuk(penghubung(&app, &d).await).await;
    let operator = app.masuk(d.operator).await;
    penghubung.get("/aduan").await.memuat("Belum ada laporan");
    tamu.get("/pengaduan").await.memuat("Kabupaten Kutai Timur").memuat("/pengaduan/baru?instansi=64.08");
    assert_eq!(tamu.get("/pengaduan/baru").await.ke(), "/pengaduan", "without an addressee one chooses");
    assert_eq!(tamu.get("/pengaduan/baru?unit=tidak-ada").await.status, StatusCode::NOT_FOUND);
    // A fault keeps what was typed; a form that is not ours comes back with all of it.
    let j = kirim(&tamu, "", &[]).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("Tulis judul laporan").memuat("&#60;b&#62;empat");
    let palsu = [("stempel", "AAAA"), ("kiriman", "0123456789abcdef0"), ("jenis", "pengaduan"), ("judul", "X"), ("cerita", "Y")];
    tamu.post_multipart(BARU, &palsu).await.memuat("tekan Kirim sekali lagi");
    let ke = kirim(&tamu, "Antrean lama", &[]).await.ke().to_owned();
    assert!(ke.starts_with("/pengaduan/a") && ke.len() == 22, "{ke}");
    let kode = ke.rsplit('/').next().unwrap().to_owned();
    tamu.get(&ke)
        .await
        .memuat("2026-0001")
        .memuat("Diterima")
        .memuat("Menunggu pejabat penghubung")
        .memuat("&#60;b&#62;empat")
        .memuat("noindex");
    let tampil = store::kode::tampil(&kode);
    assert_eq!(tamu.get(&format!("/pengaduan/{tampil}")).await.ke(), ke, "as it is printed");
    assert_eq!(tamu.get(&format!("/cari?q={tampil}")).await.ke(), ke, "the reference box finds it");
    assert_eq!(tamu.get("/pengaduan/a0000000000").await.status, StatusCode::NOT_FOUND);
    // The liaison officer: name, class, unit.
    let j = penghubung.get("/aduan").await;
    j.memuat("Antrean lama").memuat("2026-0001");
    tanpa(&j, &kode);
    penghubung.get("/").await.memuat("Menunggu tindakan Anda").memuat("/aduan?saring=giliran");
    let id = cari_id(&penghubung, "Antrean lama").await;
    let jalur = format!("/aduan/{id}");
    let j = penghubung.get(&jalur).await;
    j.memuat("Sari Dewi").memuat("sari@contoh.id").memuat("Periksa dan teruskan");
    tanpa(&j, &kode);
    assert_eq!(operator.get(&jalur).await.status, StatusCode::NOT_FOUND, "named, not forwarded");
    let verifikasi = format!("{jalur}/verifikasi");
    penghubung.post(&verifikasi, &[("unit", "")]).await.memuat("Pilih jenis laporan");
    let rsud = d.rsud.to_string();
    let isi = [("kelas", "tidak-berkadar-pengawasan"), ("unit", rsud.as_str()), ("catatan", "Mohon <i>segera</i>.")];
    assert_eq!(penghubung.post(&verifikasi, &isi).await.ke(), jalur);
    penghubung.post(&verifikasi, &isi).await.memuat("Keadaan laporan sudah berubah");
    // The unit answers.
    operator.get("/aduan").await.memuat("Antrean lama");
    operator.get("/pemberitahuan").await.memuat("2026-0001");
    let j = operator.get(&jalur).await;
    j.memuat("Mohon &#60;i&#62;segera").memuat("Kirim jawaban");
    tanpa(&j, "Tidak dapat ditindaklanjuti");
    assert_eq!(
        operator.post(&format!("{jalur}/penolakan"), &[("alasan_tolak", "spam"), ("alasan", "x")]).await.status,
        StatusCode::FORBIDDEN
    );
    tanpa(&tamu.get(&ke).await, "segera");
    assert_eq!(operator.post(&format!("{jalur}/proses"), &[]).await.ke(), jalur);
    operator.post_multipart(&format!("{jalur}/jawaban"), &[("jawaban", " ")]).await.memuat("Tulis keterangannya");
    assert_eq!(operator.post_multipart(&format!("{jalur}/jawaban"), &[("jawaban", "Loket ditambah.")]).await.ke(), jalur);
    // Answered back, answered again, closed.
    let j = tamu.get(&ke).await;
    j.memuat("Loket ditambah.").memuat("menyelesaikan masalah Anda").memuat("RSUD Kudungga");
    tamu.post_multipart(&format!("{ke}/tanggapan"), &[("tanggapan", "")]).await.memuat("Tulis keterangannya");
    assert_eq!(tamu.post_multipart(&format!("{ke}/tanggapan"), &[("tanggapan", "Belum berubah.")]).await.ke(), ke);
    tamu.post_multipart(&format!("{ke}/eskalasi"), &[]).await.memuat("belum lewat");
    operator.post_multipart(&format!("{jalur}/jawaban"), &[("jawaban", "Sudah tiga loket.")]).await;
    assert_eq!(tamu.post_multipart(&format!("{ke}/penyelesaian"), &[]).await.ke(), ke);
    tamu.get(&ke).await.memuat("Selesai menurut pelapor").memuat("Buka kembali laporan").memuat("Sesudah tanggapan");
    assert_eq!(tamu.post_multipart(&format!("{ke}/apa-saja"), &[]).await.status, StatusCode::NOT_FOUND);
    let pdf = tamu.get(&format!("{ke}/bukti.pdf")).await;
    assert!(pdf.status.is_success() && pdf.isi.starts_with("%PDF"), "{}", pdf.status);
    // A public summary, and taken back.
    let umum = [("judul_umum", "Antrean loket"), ("ringkas_umum", "Seorang warga menunggu lama."), ("jawaban_umum", "Loket ditambah.")];
    assert_eq!(penghubung.post(&format!("{jalur}/umum"), &umum).await.ke(), jalur);
    let j = tamu.get("/pengaduan").await;
    j.memuat("Seorang warga menunggu lama.");
    tanpa(&j, "Antrean lama");
    penghubung.post(&format!("{jalur}/umum"), &[("_aksi", "tarik")]).await;
    tanpa(&tamu.get("/pengaduan").await, "Seorang warga");
    // Measures with their definitions, and as CSV.
    penghubung.get("/aduan/ukuran").await.memuat("RSUD Kudungga").memuat("100 %").memuat("Selesai dibagi laporan masuk");
    operator.get("/aduan/ukuran.csv?dari=2026-01-01&sampai=2026-12-31").await.memuat("RSUD Kudungga,2026-01-01,2026-12-31,1,0,0,1");
    operator.get("/aduan/ukuran?dari=2026-12-31&sampai=2026-01-01").await.memuat("tidak boleh sebelum");
}

#[tokio::test]
async fn anonymous_secret_and_wrongdoing() {
    let app = TestApp::baru().await;
    let d = dunia(&app).await;
    let penghubung = app.masuk(penghubung(&app, &d).await).await;
    let (operator, tamu) = (app.masuk(d.operator).await, app.tamu());
    kirim(&tamu, "Tanpa nama", &[("anonim", "ya")]).await;
    kirim(&tamu, "Pungutan", &[("pelanggaran", "ya")]).await;
    let rsud = d.rsud.to_string();
    let isi = [("kelas", "berkadar-pengawasan"), ("unit", rsud.as_str())];
    let id = cari_id(&penghubung, "Tanpa nama").await;
    penghubung.get(&format!("/aduan/{id}")).await.memuat(&format!("value=\"{rsud}\""));
    assert!(penghubung.post(&format!("/aduan/{id}/verifikasi"), &isi).await.status.is_redirection());
    // The accused unit is not offered, and refused to who sends its id all the same.
    let id = cari_id(&penghubung, "Pungutan").await;
    tanpa(&penghubung.get(&format!("/aduan/{id}")).await, &format!("value=\"{rsud}\""));
    let j = penghubung.post(&format!("/aduan/{id}/verifikasi"), &isi).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("tidak dapat diserahkan kepada unit yang dilaporkan");
    assert!(penghubung.post(&format!("/aduan/{id}/verifikasi"), &isi[..1]).await.status.is_redirection());
    let anonim = format!("/aduan/{}", cari_id(&penghubung, "Tanpa nama").await);
    for p in [&penghubung, &operator] {
        let j = p.get(&anonim).await;
        j.memuat("Anonim: nama dan kontak tidak diperlihatkan");
        tanpa(&j, "Sari");
        tanpa(&j, "sari@contoh.id");
    }
    let wbs = format!("/aduan/{}", cari_id(&penghubung, "Pungutan").await);
    assert_eq!(operator.get(&wbs).await.status, StatusCode::NOT_FOUND);
    tanpa(&operator.get("/aduan?saring=semua").await, "Pungutan");
    let auditor = app.masuk(d.auditor).await;
    assert_eq!(auditor.get("/aduan").await.status, StatusCode::FORBIDDEN);
    let pembaca = format!("{wbs}/pembaca");
    penghubung.post(&pembaca, &[("surel", "tak.ada@uji.example")]).await.memuat("Tidak ada petugas aktif");
    assert_eq!(penghubung.post(&pembaca, &[("surel", "auditor@uji.example")]).await.ke(), wbs);
    auditor.get("/aduan?saring=semua").await.memuat("Pungutan");
    auditor.get(&wbs).await.memuat("Kirim jawaban");
    // Only the liaison officer types reports and keeps texts.
    assert_eq!(operator.get("/aduan/baru").await.status, StatusCode::FORBIDDEN);
    assert_eq!(operator.get("/aduan/templat").await.status, StatusCode::FORBIDDEN);
    assert_eq!(auditor.get("/aduan/ukuran").await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn typed_by_an_officer_with_texts_and_files() {
    let app = TestApp::baru().await;
    let d = dunia(&app).await;
    let penghubung = app.masuk(penghubung(&app, &d).await).await;
    let kiriman = medan(&penghubung.get("/aduan/baru").await, "kiriman");
    let mut isi = vec![("kiriman", kiriman.as_str()), ("kanal", "lapor"), ("tanggal", "2026-03-01"), ("jenis", "aspirasi")];
    isi.extend([("judul", "Parkir"), ("cerita", "Tambah tempat parkir.")]);
    penghubung.post_multipart("/aduan/baru", &isi).await.memuat("Isi nomor SP4N-LAPOR!").memuat("Tambah tempat parkir.");
    isi.push(("nomor_lapor", "#8812345"));
    penghubung.post_multipart("/aduan/baru", &isi).await.memuat("Laporan tersimpan").memuat("A-");
    let jalur = format!("/aduan/{}", cari_id(&penghubung, "Parkir").await);
    penghubung.get(&jalur).await.memuat("8812345");
    assert_eq!(
        penghubung.post("/aduan/templat", &[("judul", "Salam"), ("teks", "Terima kasih atas laporan Anda.")]).await.ke(),
        "/aduan/templat"
    );
    penghubung.post(&format!("{jalur}/verifikasi"), &[("kelas", "aspirasi"), ("unit", "")]).await;
    let j = penghubung.get(&jalur).await;
    let templat = j.isi.split("?templat=").nth(1).unwrap()[..36].to_owned();
    penghubung.get(&format!("{jalur}?templat={templat}")).await.memuat("Terima kasih atas laporan Anda.");
    // A file that is none is refused, and the words stay.
    let tubuh = |berkas: &str| {
        format!(
            "--b\r\nContent-Disposition: form-data; name=\"jawaban\"\r\n\r\nKami pelajari.\r\n--b\r\nContent-Disposition: form-data; \
             name=\"lampiran\"; filename=\"denah.pdf\"\r\nContent-Type: application/pdf\r\n\r\n{berkas}\r\n--b--\r\n"
        )
    };
    let kirim = async |berkas: &str| {
        let req = penghubung.permintaan(Method::POST, &format!("{jalur}/jawaban"));
        let req = req.header(header::CONTENT_TYPE, "multipart/form-data; boundary=b");
        penghubung.kirim(req.body(Body::from(tubuh(berkas))).unwrap()).await
    };
    let j = kirim("bukan pdf").await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("Kami pelajari.");
    // Nor one that nobody could read, or would: the words say which.
    let rusak = kirim("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\nstartxref\n0\n%%EOF\n").await;
    rusak.memuat("PDF ini tidak dapat dibaca").memuat("Kami pelajari.");
    let panjang = kirim(&pdf(500)).await;
    assert_eq!(panjang.status, StatusCode::UNPROCESSABLE_ENTITY);
    panjang.memuat("PDF ini lebih dari 200 halaman").memuat("Kami pelajari.").memuat("PDF paling banyak 200 halaman");
    assert_eq!(kirim(&pdf(200)).await.ke(), jalur);
    let j = penghubung.get(&jalur).await;
    j.memuat("denah.pdf");
    let berkas = j.isi.split("/lampiran/").nth(1).unwrap()[..36].to_owned();
    let unduh = penghubung.get(&format!("{jalur}/lampiran/{berkas}")).await;
    assert!(unduh.isi.starts_with("%PDF") && unduh.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap().starts_with("sandbox"));
    assert_eq!(app.masuk(d.operator).await.get(&format!("{jalur}/lampiran/{berkas}")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_flood_is_stopped_and_a_guess_too() {
    let app = TestApp::baru().await;
    let d = dunia(&app).await;
    penghubung(&app, &d).await;
    let tamu = app.tamu();
    // Forms with a fault are no reports; the thirteenth report comes back with what was typed, and when to send it.
    for _ in 0..14 {
        assert_eq!(kirim(&tamu, " ", &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let mut status = Vec::new();
    for n in 0..12 {
        status.push(kirim(&tamu, &format!("Banjir {n}"), &[]).await.status);
    }
    assert_eq!(status, [StatusCode::SEE_OTHER; 12]);
    let j = kirim(&tamu, "Banjir ketiga belas", &[]).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("kirim lagi kira-kira 5 menit lagi").memuat("Banjir ketiga belas");
    let mut tebak = Vec::new();
    for n in 0..14 {
        tebak.push(tamu.get(&format!("/pengaduan/a00000000{n:02}")).await.status);
    }
    assert_eq!((tebak[0], tebak[13]), (StatusCode::NOT_FOUND, StatusCode::TOO_MANY_REQUESTS));
    let nanti: u64 = tamu.get("/pengaduan/a0000000099").await.headers[header::RETRY_AFTER].to_str().unwrap().parse().unwrap();
    assert!((60..=301).contains(&nanti), "{nanti}");
}

#[tokio::test]
async fn a_consultation_is_agreed() {
    let app = TestApp::baru().await;
    let d = dunia(&app).await;
    let (operator, tamu) = (app.masuk(d.operator).await, app.tamu());
    tamu.get("/konsultasi").await.memuat("Belum ada unit yang dapat ditanya");
    operator.get("/aduan/konsultasi").await.memuat("Tidak ada konsultasi");
    let j = tamu.get("/konsultasi?unit=rsud").await;
    let (stempel, kiriman) = (medan(&j, "stempel"), medan(&j, "kiriman"));
    let mut isi = vec![("stempel", stempel.as_str()), ("kiriman", kiriman.as_str()), ("judul", "Rujukan"), ("pesan", "Apa yang dibawa?")];
    isi.extend([("cara", "temu"), ("tanggal", "2099-03-04"), ("jam", "sembilan")]);
    tamu.post("/konsultasi?unit=rsud", &isi).await.memuat("Isi jam seperti").memuat("Apa yang dibawa?");
    isi.pop();
    // A Sunday is warned of at its day; sent again it is meant. An odd hour likewise.
    isi.truncate(isi.len() - 1);
    isi.extend([("tanggal", "2099-03-08"), ("jam", "03.30")]);
    let j = tamu.post("/konsultasi?unit=rsud", &isi).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("Hari itu bukan hari kerja unit ini").memuat("kirim sekali lagi").memuat("name=\"luar\" value=\"2099-03-08T03:30:00\"");
    isi.truncate(isi.len() - 2);
    isi.extend([("tanggal", "2099-03-04"), ("jam", "3")]);
    tamu.post("/konsultasi?unit=rsud", &isi).await.memuat("Jam itu di luar jam layanan (07.00–17.00)");
    let aneh = [&isi[..], &[("luar", "2099-03-04T03:00:00")]].concat();
    let aneh = tamu.post("/konsultasi?unit=rsud", &aneh).await.ke().to_owned();
    let id = operator.get("/aduan/konsultasi").await.isi.split("/aduan/konsultasi/").nth(1).unwrap()[..36].to_owned();
    operator.get(&format!("/aduan/konsultasi/{id}")).await.memuat("Periksa waktu yang diusulkan").memuat("di luar jam layanan");
    assert_eq!(tamu.post(&aneh, &[("_aksi", "batal")]).await.ke(), aneh);
    let j = tamu.get("/konsultasi?unit=rsud").await;
    let (stempel, kiriman) = (medan(&j, "stempel"), medan(&j, "kiriman"));
    isi.retain(|(n, _)| !matches!(*n, "stempel" | "kiriman" | "jam"));
    isi.extend([("stempel", stempel.as_str()), ("kiriman", kiriman.as_str()), ("jam", "0930")]);
    let ke = tamu.post("/konsultasi?unit=rsud", &isi).await.ke().to_owned();
    assert!(ke.starts_with("/konsultasi/k"), "{ke}");
    let kode = ke.trim_start_matches("/konsultasi/").to_uppercase();
    assert_eq!(tamu.get(&format!("/cari?q={kode}")).await.ke(), ke, "the one box takes the code of a consultation");
    tamu.get(&ke).await.memuat("4 Maret 2099 pukul 09.30 WITA").memuat("Menunggu unit");
    operator.get("/").await.memuat("Konsultasi yang menunggu unit").memuat("1 konsultasi");
    let j = operator.get("/aduan/konsultasi").await;
    let id = j.isi.split("/aduan/konsultasi/").nth(1).unwrap()[..36].to_owned();
    let jalur = format!("/aduan/konsultasi/{id}");
    operator.get(&jalur).await.memuat("Setujui waktu yang diusulkan");
    assert_eq!(operator.post(&jalur, &[("_aksi", "sepakati")]).await.ke(), jalur);
    tamu.get(&ke).await.memuat("Waktu disepakati");
    assert_eq!(tamu.post(&ke, &[("_aksi", "pesan"), ("pesan", "Terima <i>kasih</i>")]).await.ke(), ke);
    operator.get(&jalur).await.memuat("Terima &#60;i&#62;kasih");
    operator.post(&jalur, &[("_aksi", "tidak-hadir")]).await.memuat("belum lewat");
    operator.post(&jalur, &[("_aksi", "selesai")]).await.memuat("waktu bertemunya belum lewat");
    assert_eq!(operator.post(&jalur, &[("_aksi", "selesai"), ("pesan", "Bawa kartu rujukan.")]).await.ke(), jalur);
    operator.get("/aduan/konsultasi?selesai=ya").await.memuat("Rujukan");
    // Whoever asked goes on after the end, in words, for the same unit.
    tamu.get(&ke).await.memuat("Masih ada pertanyaan?");
    tamu.post(&ke, &[("_aksi", "pesan"), ("pesan", "Lagi")]).await.memuat("sudah berakhir");
    tamu.post(&ke, &[("_aksi", "lanjut"), ("pesan", "")]).await.memuat("Masih ada pertanyaan?");
    assert_eq!(tamu.post(&ke, &[("_aksi", "lanjut"), ("pesan", "Fotokopi berapa?")]).await.ke(), ke);
    let j = tamu.get(&ke).await;
    j.memuat("Menunggu unit").memuat("Melanjutkan sesudah berakhir");
    tanpa(&j, "Masih ada pertanyaan?");
    operator.get("/aduan/konsultasi").await.memuat("Rujukan");
    operator.get(&jalur).await.memuat("Fotokopi berapa?");
    let lain = app.masuk(d.eva).await;
    assert_eq!(lain.get(&jalur).await.status, StatusCode::NOT_FOUND);
    assert_eq!(lain.get("/aduan/konsultasi").await.status, StatusCode::FORBIDDEN);
}

/// Last year's figures are offered to the operator with a document; the evaluator sees them beside what the unit declared.
#[tokio::test]
async fn measures_become_an_offer_and_the_evaluator_sees_both() {
    let k = Kasus::tanpa_f01().await;
    let (app, s) = (&k.d.app, k.d.app.store());
    let id = app.akun("penghubung@uji.example", &[(Peran::Penghubung, Lingkup::Instansi(k.d.instansi))]).await;
    let orang = crate::dunia::pelaku(app, id).await;
    let op = k.d.operator().await;
    let usul = format!("/lokus/{}/f01/usulan/28.e.Ak", k.d.lokus);
    assert_eq!(op.get(&usul).await.status, StatusCode::NOT_FOUND, "nothing here is no answer");
    let h = hak::penghubung(s, &orang, k.d.instansi).await.unwrap();
    for (n, selesai) in [(1, true), (2, false)] {
        let (kiriman, tujuan) = (format!("rahasia-formulir-{n}"), Tujuan { instansi: k.d.instansi, unit: Some(k.d.unit), layanan: None });
        let b = Baru::polos(&kiriman, tujuan, "Antrean", "Lama.");
        let (id, kode) = pengaduan::catat(s, &h, &b, Kanal::Lapor, jiff::civil::date(2025, 6, n), "771").await.unwrap();
        let p = hak::aduan(s, &orang, id).await.unwrap();
        let (isi, op) = (Isi { teks: "Ditambah.", ..Isi::default() }, Uuid::now_v7);
        pengaduan::verifikasi(s, &p.penghubung().unwrap(), op(), Kelas::TidakBerkadar, Some(k.d.unit), Isi::default()).await.unwrap();
        if selesai {
            pengaduan::jawab(s, &p.penjawab(), op(), isi).await.unwrap();
            pengaduan::lakukan(s, &kode, op(), Tindakan::Selesai, "", &[]).await.unwrap();
        }
    }
    op.get(&usul)
        .await
        .memuat("Ukuran laporan warga")
        .memuat("/aduan/ukuran?dari=2025-01-01")
        .memuat("Berapa yang selesai melalui SP4N-LAPOR!?");
    assert_eq!(op.post(&usul, &[("versi", "0"), ("bukti", "ya")]).await.status, StatusCode::SEE_OTHER);
    // All came by SP4N-LAPOR!: that the page takes reports today says nothing of that year.
    let j = op.get(&usul.replace("28.e.Ak", "26.e.P")).await;
    j.memuat("SP4N-LAPOR!");
    tanpa(&j, "Website pengaduan sendiri");
    let f = store::f01::f01(&store::f01::semua(s.baca(), k.d.lokus).await.unwrap());
    let isi = serde_json::to_value(&f["28.e.Ak"]).unwrap();
    assert_eq!((&isi["masuk_total"]["isi"], &isi["selesai_total"]["isi"], &isi["masuk_lapor"]["isi"]), (&2.into(), &1.into(), &2.into()));
    let bukti = store::bukti::milik_indikator(s.baca(), k.d.lokus, "28.e.Ak").await.unwrap();
    assert_eq!(bukti.iter().map(|b| b.nama.as_str()).collect::<Vec<_>>(), ["ukuran-pengaduan.pdf"]);
    // The unit declares more than was measured: both stand on the evaluator's page.
    let sql = "UPDATE f01 SET isi = REPLACE(isi, '\"isi\":1', '\"isi\":9') WHERE indikator = '28.e.Ak'";
    k.sql(sql, vec![]).await;
    let sql = "INSERT INTO f01_pengiriman (id, lokus_id, nomor, sidik, isi, pada, oleh) VALUES ($1, $2, 1, '', '{}', 1, $3)";
    k.sql(sql, store::nilai![store::id::PengirimanId::baru(), k.d.lokus, k.d.oleh]).await;
    let e = k.penilai("a@uji.example", "Ani").await;
    e.p.get(&k.jalur("/V")).await.memuat("Diukur Prima (1 Januari ").memuat("): 2</span>").memuat("): 1</span>").memuat("<dd>9");
}

/// A PDF with so many pages and nothing on them.
pub fn pdf(halaman: usize) -> String {
    let nomor = 3..halaman + 3;
    let anak: Vec<String> = nomor.clone().map(|i| format!("{i} 0 R")).collect();
    let isi: Vec<String> = nomor.map(|i| format!("{i} 0 obj<</Type/Page>>endobj")).collect();
    format!(
        "%PDF-1.4\n1 0 obj<</Pages 2 0 R>>endobj\n2 0 obj<</Kids[{}]>>endobj\n{}\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n",
        anak.join(" "),
        isi.join("\n")
    )
}

/// A report typed by the liaison officer and forwarded to the first unit.
async fn diteruskan(app: &TestApp, d: &Dunia, penghubung: &Peramban<'_>) -> String {
    kirim(&app.tamu(), "Antrean lama", &[]).await;
    let jalur = format!("/aduan/{}", cari_id(penghubung, "Antrean lama").await);
    let rsud = d.rsud.to_string();
    penghubung.post(&format!("{jalur}/verifikasi"), &[("kelas", "tidak-berkadar-pengawasan"), ("unit", rsud.as_str())]).await;
    jalur
}

#[tokio::test]
async fn a_report_that_was_handed_on_says_where_it_went() {
    let app = TestApp::baru().await;
    let d = dunia(&app).await;
    let (penghubung, operator) = (app.masuk(penghubung(&app, &d).await).await, app.masuk(d.operator).await);
    let jalur = diteruskan(&app, &d, &penghubung).await;
    operator.get(&jalur).await.memuat("Kirim jawaban");
    let unit = store::instansi::unit_milik(app.store(), d.kab).await.unwrap();
    let dinsos = unit.iter().find(|u| u.nama == "Dinas Sosial").unwrap().id.to_string();
    operator.post(&format!("{jalur}/penerusan"), &[("unit_lanjut", dinsos.as_str())]).await;
    operator.get("/pemberitahuan").await.memuat(&jalur);
    let j = operator.get(&jalur).await;
    assert_eq!(j.status, StatusCode::OK);
    j.memuat("Laporan nomor 2026-0001 tidak lagi pada Anda").memuat("sekarang ditangani Dinas Sosial");
    for isi in ["Antrean lama", "menunggu", "Sari"] {
        tanpa(&j, isi);
    }
    assert_eq!(operator.post_multipart(&format!("{jalur}/jawaban"), &[("jawaban", "x")]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.masuk(d.auditor).await.get(&jalur).await.status, StatusCode::NOT_FOUND, "never had it");
}

#[tokio::test]
async fn limits_of_the_office_and_reports_that_are_raised() {
    let app = TestApp::baru().await;
    let d = dunia(&app).await;
    let (akun, biro) = (penghubung(&app, &d).await, app.masuk(d.biro).await);
    let penghubung = app.masuk(akun).await;
    let akun_bupati = app.akun("bupati@uji.example", &[(Peran::Pembina, Lingkup::Instansi(d.kab))]).await;
    let bupati = app.masuk(akun_bupati).await;
    // Nothing yet, for anybody.
    penghubung.get("/aduan").await.memuat("/aduan/batas").memuat("/aduan/eskalasi");
    penghubung.get("/aduan/batas").await.memuat("Belum ada batas yang ditetapkan sendiri").memuat("PermenPANRB 62/2018");
    for p in [&penghubung, &biro, &bupati] {
        p.get("/aduan/eskalasi").await.memuat("Tidak ada laporan yang lewat batas");
    }
    biro.get("/").await.memuat("/aduan/eskalasi");
    tanpa(&biro.get("/aduan/eskalasi").await, "href=\"/aduan\"");
    let operator = app.masuk(d.operator).await;
    assert_eq!(operator.get("/aduan/batas").await.status, StatusCode::FORBIDDEN);
    assert_eq!(operator.get("/aduan/eskalasi").await.status, StatusCode::FORBIDDEN);
    assert_eq!(biro.get("/aduan/batas").await.status, StatusCode::FORBIDDEN);
    // A report of today keeps the limit of today.
    let jalur = diteruskan(&app, &d, &penghubung).await;
    let isi = |hari: &'static str, sejak: &'static str| {
        [("kelas", "tidak-berkadar-pengawasan"), ("hari_kerja", hari), ("berlaku", sejak), ("dasar", "SK <b>7</b>/2026")]
    };
    let j = penghubung.post("/aduan/batas", &isi("15", "2099-01-01")).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("lebih lama daripada aturan").memuat("SK &#60;b&#62;7");
    penghubung.post("/aduan/batas", &isi("7", "2020-01-01")).await.memuat("paling awal besok");
    assert!(penghubung.post("/aduan/batas", &isi("7", "2099-01-01")).await.status.is_redirection());
    let j = bupati.get("/aduan/batas").await;
    j.memuat("7 hari kerja").memuat("Belum berlaku").memuat("SK &#60;b&#62;7");
    penghubung.get(&jalur).await.memuat("tidak berkadar");
    let besok = app.store().sekarang().hari("WITA").tomorrow().unwrap().to_string();
    let isi = [("kelas", "aspirasi"), ("hari_kerja", "2"), ("berlaku", besok.as_str()), ("dasar", "SK 8/2026")];
    assert!(bupati.post("/aduan/batas", &isi).await.status.is_redirection(), "its head may, too");
    let jam = app.store().jam();
    jam.maju(86_400);
    let penghubung = app.masuk(akun).await;
    penghubung.get("/aduan/batas").await.memuat("2 hari kerja");
    app.tamu().get(BARU).await.memuat("2 hari kerja").memuat("14 hari kerja");
    // One that nobody looked at yet is late, too, and no head of a unit hears of it.
    kirim(&app.tamu(), "Kipas mati", &[]).await;
    // Overdue: the list of the liaison officer at once, those above five working days later.
    jam.maju(40 * 86_400);
    pengaduan::jalankan(app.store()).await.unwrap();
    let (penghubung, biro) = (app.masuk(akun).await, app.masuk(d.biro).await);
    let j = penghubung.get("/aduan/eskalasi").await;
    j.memuat("2026-0001")
        .memuat("Belum ditangani")
        .memuat(&jalur)
        .memuat("2026-0002")
        .memuat("ke kepala unit<")
        .memuat("ke Pejabat Penghubung<");
    biro.get("/aduan/eskalasi").await.memuat("Tidak ada laporan");
    jam.maju(20 * 86_400);
    pengaduan::jalankan(app.store()).await.unwrap();
    for p in [d.biro, akun_bupati] {
        let p = app.masuk(p).await;
        let j = p.get("/aduan/eskalasi").await;
        j.memuat("2026-0001").memuat("ke Pembina dan Penyelenggara").memuat("RSUD Kudungga");
        tanpa(&j, "Antrean lama");
        tanpa(&j, &jalur);
        assert_eq!(p.get(&jalur).await.status, StatusCode::NOT_FOUND);
        p.get("/pemberitahuan").await.memuat("lewat batas").memuat("/aduan/eskalasi");
    }
    let penghubung = app.masuk(akun).await;
    penghubung.get(&jalur).await.memuat("Naik ke atas").memuat("ke kepala unit (RSUD Kudungga)");
}

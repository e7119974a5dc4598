//! From opening a period to appointed evaluators, from the screens alone.

mod besar;
mod penghargaan;
mod perpanjangan;
mod persiapan;
mod tutup;

use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};

use crate::{
    app::{Jawaban, Peramban, TestApp},
    dunia::dunia,
};

/// The value of the first hidden or text field with this name.
fn medan(j: &Jawaban, nama: &str) -> String {
    let awal = j.isi.find(&format!("name=\"{nama}\"")).unwrap_or_else(|| panic!("no field {nama}: {}", j.isi));
    let sisa = &j.isi[awal..];
    let v = sisa.find("value=\"").unwrap() + 7;
    sisa[v..].split('"').next().unwrap().to_owned()
}

fn isian(op: &str) -> Vec<(&'static str, String)> {
    let tetap = [
        ("nama", "PEKPPP Mandiri 2026"),
        ("tahun", "2026"),
        ("skema", "mandiri"),
        ("edisi_a", "pekppp-2022-a"),
        ("edisi_b", ""),
        ("penyatuan", "konsensus"),
        ("persiapan_mulai", "2026-01-01"),
        ("persiapan_selesai", "2026-02-28"),
        ("pelaksanaan_mulai", "2026-03-01"),
        ("pelaksanaan_selesai", "2026-05-31"),
        ("penyampaian_mulai", "2026-06-01"),
        ("penyampaian_selesai", "2026-07-31"),
        ("pemeringkatan_mulai", "2026-08-01"),
        ("pemeringkatan_selesai", "2026-09-30"),
    ];
    let mut v: Vec<_> = tetap.into_iter().map(|(k, v)| (k, v.to_owned())).collect();
    v.push(("op", op.to_owned()));
    v
}

async fn kirim(p: &Peramban<'_>, jalur: &str, isi: &[(&'static str, String)]) -> Jawaban {
    p.post(jalur, &isi.iter().map(|(k, v)| (*k, v.as_str())).collect::<Vec<_>>()).await
}

pub async fn kirim_berkas(p: &Peramban<'_>, jalur: &str, isi: &[(&str, &str)], nama: &str, berkas: &[u8]) -> Jawaban {
    let mut body = Vec::new();
    for (k, v) in isi {
        body.extend(format!("--X\r\nContent-Disposition: form-data; name=\"{k}\"\r\n\r\n{v}\r\n").bytes());
    }
    body.extend(format!("--X\r\nContent-Disposition: form-data; name=\"berkas\"; filename=\"{nama}\"\r\n\r\n").bytes());
    body.extend(berkas);
    body.extend(b"\r\n--X--\r\n");
    let req = p.permintaan(Method::POST, jalur).header(header::CONTENT_TYPE, "multipart/form-data; boundary=X");
    p.kirim(req.body(Body::from(body)).unwrap()).await
}

#[tokio::test]
async fn a_period_from_empty_to_appointed_evaluators() {
    let app = TestApp::baru().await;
    let d = dunia(&app).await;
    let biro = app.masuk(d.biro).await;
    biro.get("/periode").await.memuat("Belum ada periode");
    let form = biro.get("/periode/baru").await;
    form.memuat("Belum dapat dipilih karena")
        .memuat("Bobot 29 indikator belum diketahui.<details><summary>Kode indikatornya")
        .memuat("Sumber dan kepastiannya");
    let kosong = biro.post("/periode/baru", &[("op", "")]).await;
    kosong.memuat("Persiapan, mulai: isi tanggalnya").memuat("Pemeringkatan dan penghargaan, selesai: isi tanggalnya");
    let isi = isian(&medan(&form, "op"));
    let satu = kirim(&biro, "/periode/baru", &isi).await;
    let dua = kirim(&biro, "/periode/baru", &isi).await;
    assert_eq!((satu.status, satu.ke()), (StatusCode::SEE_OTHER, dua.ke()), "pressing twice opens one period");
    let periode = satu.ke().to_owned();
    // The clock stands at 2 March 2026: preparation is past its date and still open.
    let daftar = biro.get("/periode").await;
    assert!(!daftar.isi.contains("<span class=\"kecil\">2026</span>"), "the name ends with the year: {}", daftar.isi);
    biro.get(&periode).await.memuat("lewat tanggal, belum ditutup").memuat("Belum ada unit lokus");

    let form = biro.get(&format!("{periode}/lokus/baru?cari=kudungga")).await;
    form.memuat("RSUD Kudungga");
    assert!(!form.isi.contains("Menampilkan 1 dari 1 unit"), "nothing to narrow down: {}", form.isi);
    let (op, unit) = (medan(&form, "op"), d.rsud.to_string());
    let isi = [("op", op.as_str()), ("unit", &unit), ("formulir", "A"), ("cakupan", "jasa"), ("kategori", "RSUD")];
    assert_eq!(biro.post(&format!("{periode}/lokus/baru"), &isi).await.status, StatusCode::SEE_OTHER);
    let lagi = biro.post(&format!("{periode}/lokus/baru"), &[&[("op", "")], &isi[1..]].concat()).await;
    assert_eq!(lagi.status, StatusCode::UNPROCESSABLE_ENTITY);
    lagi.memuat("Unit ini sudah menjadi lokus");
    let tanpa = biro.post(&format!("{periode}/lokus/baru"), &isi[..2]).await;
    tanpa.memuat("<a href=\"#formulir\">Pilih formulir").memuat("<a href=\"#cakupan\">Pilih cakupan pelayanan");
    let halaman = biro.get(&periode).await;
    halaman.memuat("RSUD Kudungga").memuat(&format!("<a href=\"{periode}/evaluator\">Usulkan evaluator")).memuat("1–1 dari 1");
    halaman.memuat("<option value=\"\">Semua</option>");
    biro.get(&format!("{periode}?cari=tidak-ada")).await.memuat("Tidak ada unit yang cocok");

    let lokus = halaman.isi.split("/lokus/").find_map(|s| s.get(..36).filter(|s| s.matches('-').count() == 4)).unwrap().to_owned();
    let eva = d.eva.to_string();
    let usul = biro.post(&format!("{periode}/evaluator"), &[("akun", &eva), ("lokus", &lokus)]).await;
    assert_eq!(usul.status, StatusCode::SEE_OTHER, "{}", usul.isi);
    biro.get(&format!("{periode}/evaluator")).await.memuat("Satu usulan evaluator menunggu SK").memuat("Tarik usulan");

    let sekda = app.masuk(d.sekda).await;
    sekda.get("/").await.memuat("Satu usulan evaluator menunggu SK");
    let form = sekda.get(&format!("{periode}/sk")).await;
    let (op, g) = (medan(&form, "op"), medan(&form, "usulan"));
    let isi = [("op", op.as_str()), ("usulan", &g), ("nomor", "188.4/12/2026"), ("tanggal", "2026-02-20")];
    // The clock stands at 2 March 2026, so a decree cannot be of the day after.
    let esok = [("op", op.as_str()), ("usulan", &g), ("nomor", "188.4/12/2026"), ("tanggal", "2026-03-03")];
    let salah = kirim_berkas(&sekda, &format!("{periode}/sk"), &esok, "sk.pdf", b"%PDF-1.7\nisi\nstartxref\n9\n%%EOF\n").await;
    assert_eq!(salah.status, StatusCode::UNPROCESSABLE_ENTITY);
    salah.memuat("<a href=\"#tanggal\">Tanggal SK belum tiba").memuat("id=\"tanggal-salah\"");
    let salah = kirim_berkas(&sekda, &format!("{periode}/sk"), &isi, "sk.pdf", b"MZ program").await;
    assert_eq!(salah.status, StatusCode::UNPROCESSABLE_ENTITY);
    salah.memuat("<a href=\"#berkas\">Berkas SK: Berkas ini bukan PDF yang utuh").memuat("188.4/12/2026");
    kirim_berkas(&sekda, &format!("{periode}/sk"), &isi, "sk.pdf", b"%PDF-1.7 terpotong").await.memuat("bukan PDF yang utuh");
    let jadi = kirim_berkas(&sekda, &format!("{periode}/sk"), &isi, "sk.pdf", b"%PDF-1.7\nisi\nstartxref\n9\n%%EOF\n").await;
    assert_eq!(jadi.status, StatusCode::SEE_OTHER, "{}", jadi.isi);
    let tabel = sekda.get(&format!("{periode}/evaluator")).await;
    tabel.memuat("188.4/12/2026").memuat("Ditetapkan").memuat("Akhiri");
    let sk = tabel.isi.split(&format!("{periode}/sk/")).nth(1).unwrap().get(..36).unwrap().to_owned();
    // The organiser is in Kutai Timur: the page keeps its time, not the office server's.
    let daftar = sekda.get(&format!("{periode}/sk")).await;
    daftar.memuat(" WITA</span>");
    assert!(!daftar.isi.contains(" WIB"), "{}", daftar.isi);
    let unduh = sekda.get(&format!("{periode}/sk/{sk}")).await;
    assert_eq!(unduh.headers[header::CONTENT_TYPE], "application/pdf");

    let evaluator = app.masuk(d.eva).await;
    evaluator.get("/").await.memuat("RSUD Kudungga");
    evaluator.get(&format!("/lokus/{lokus}")).await.memuat("Menunggu operator unit.").memuat("Satu orang ditetapkan");
    let tanpa = sekda.post(&format!("{periode}/evaluator/{g}/akhir"), &[("alasan", " ")]).await;
    assert_eq!(tanpa.status, StatusCode::UNPROCESSABLE_ENTITY);
    sekda.post(&format!("{periode}/evaluator/{g}/akhir"), &[("alasan", "pindah tugas")]).await;
    assert_eq!(evaluator.get(&format!("/lokus/{lokus}")).await.status, StatusCode::NOT_FOUND);
    evaluator.get("/").await.memuat("Belum ada unit untuk Anda");
}

#[tokio::test]
async fn faults_keep_what_was_typed() {
    let app = TestApp::baru().await;
    let d = dunia(&app).await;
    let biro = app.masuk(d.biro).await;
    let mut isi = isian("");
    for (k, v) in &mut isi {
        match *k {
            "tahun" => *v = "duaribu".into(),
            "edisi_a" => v.clear(),
            "pelaksanaan_selesai" => *v = "2026-02-01".into(),
            "pemeringkatan_mulai" => *v = "2026-05-01".into(),
            _ => {}
        }
    }
    let j = kirim(&biro, "/periode/baru", &isi).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("value=\"duaribu\"")
        .memuat("PEKPPP Mandiri 2026")
        .memuat("Pilih sedikitnya satu edisi")
        .memuat("<a href=\"#pelaksanaan_selesai\">Pelaksanaan, selesai: hari terakhir tidak boleh sebelum")
        .memuat("<a href=\"#pemeringkatan_mulai\">Pemeringkatan dan penghargaan, mulai: tidak boleh mulai");
}

#[tokio::test]
async fn two_people_changing_a_period_see_each_other() {
    let app = TestApp::baru().await;
    let d = dunia(&app).await;
    let p = d.periode(&app).await;
    let biro = app.masuk(d.biro).await;
    let jalur = format!("/periode/{p}/ubah");
    let mut isi = isian("");
    isi.push(("versi", medan(&biro.get(&jalur).await, "versi")));
    isi[0].1 = "Nama dari orang lain".into();
    assert_eq!(kirim(&biro, &jalur, &isi).await.status, StatusCode::SEE_OTHER);
    isi[0].1 = "Nama saya".into();
    let j = kirim(&biro, &jalur, &isi).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("Orang lain menyimpan lebih dahulu").memuat("Nama dari orang lain").memuat("value=\"Nama saya\"");
    isi.retain(|(k, _)| *k != "versi");
    isi.push(("versi", medan(&j, "versi")));
    assert_eq!(kirim(&biro, &jalur, &isi).await.status, StatusCode::SEE_OTHER, "saving again replaces it");
}

#[tokio::test]
async fn a_phase_is_closed_and_reopened_with_a_reason() {
    let app = TestApp::baru().await;
    let d = dunia(&app).await;
    let p = d.periode(&app).await;
    let biro = app.masuk(d.biro).await;
    let jalur = format!("/periode/{p}/fase/persiapan");
    assert_eq!(biro.post(&jalur, &[("_aksi", "tutup")]).await.status, StatusCode::SEE_OTHER);
    let tutup = biro.get(&format!("/periode/{p}/ubah")).await;
    assert_eq!(tutup.status, StatusCode::CONFLICT);
    tutup.memuat("Tahap persiapan sudah ditutup");
    let j = biro.post(&jalur, &[("_aksi", "buka"), ("alasan", "")]).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("Tulis alasan membuka kembali");
    biro.post(&jalur, &[("_aksi", "buka"), ("alasan", "Unit terlambat didaftarkan")]).await;
    biro.get(&format!("/periode/{p}")).await.memuat("Unit terlambat didaftarkan");
    assert_eq!(biro.get(&format!("/periode/{p}/fase/karangan")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn others_read_or_see_nothing() {
    let app = TestApp::baru().await;
    let d = dunia(&app).await;
    let p = d.periode(&app).await;
    let l = d.lokus(&app, p).await;
    let auditor = app.masuk(d.auditor).await;
    let halaman = auditor.get(&format!("/periode/{p}")).await;
    halaman.memuat("RSUD Kudungga").memuat("ILUSTRASI");
    assert!(!halaman.isi.contains("Tambah unit lokus"));
    assert_eq!(auditor.get(&format!("/periode/{p}/ubah")).await.status, StatusCode::FORBIDDEN);
    let operator = app.masuk(d.operator).await;
    assert_eq!(operator.get(&format!("/periode/{p}")).await.status, StatusCode::NOT_FOUND);
    operator.get("/").await.memuat("RSUD Kudungga");
    operator.get(&format!("/lokus/{l}")).await.memuat("Sekarang giliran Anda.").memuat("F01 unit");
    let ubah = app.masuk(d.biro).await;
    let form = ubah.get(&format!("/lokus/{l}/ubah")).await;
    form.memuat("Keluarkan dari periode");
    assert_eq!(ubah.post(&format!("/lokus/{l}/ubah"), &[("_aksi", "hapus")]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(ubah.get(&format!("/lokus/{l}")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn start_pages_teach_the_next_step() {
    let app = TestApp::baru().await;
    let d = dunia(&app).await;
    app.tamu().get("/").await.memuat("Evaluasi pelayanan publik (PEKPPP)").memuat("href=\"/masuk\"");
    for (akun, teks) in [
        (d.biro, "Mulai dengan membuka periode"),
        (d.sekda, "SK muncul di sini setelah"),
        (d.eva, "Belum ada unit untuk Anda"),
        (d.operator, "belum menjadi lokus"),
        (d.auditor, "Jejak audit"),
        (d.admin, "Impor dari berkas"),
    ] {
        app.masuk(akun).await.get("/").await.memuat(teks);
    }
    let kosong = app.akun("kosong@uji.example", &[]).await;
    app.masuk(kosong).await.get("/").await.memuat("Akun Anda belum memiliki peran");
}

/// A period from before spellings were kept alike says so to its organiser, who makes them alike with one press.
#[tokio::test]
async fn spellings_of_a_category_are_made_alike() {
    use store::kueri::Kueri as _;
    let app = TestApp::baru().await;
    let d = dunia(&app).await;
    let p = d.periode(&app).await;
    let l = d.lokus(&app, p).await;
    let (biro, sekda) = (app.masuk(d.biro).await, app.masuk(d.sekda).await);
    let jalur = format!("/periode/{p}");
    assert!(!biro.get(&jalur).await.isi.contains("Kategori ditulis berbeda"));
    let tx = app.store().mulai().await.unwrap();
    let lokus = store::lokus::dari_id(app.store().baca(), l).await.unwrap();
    let u =
        store::instansi::UnitBaru { kode: "lain", instansi: lokus.instansi_id, induk: None, nama: "RSUD Lain", jenis: "rsud", alamat: "" };
    let unit = store::instansi::tambah_unit(&tx, None, u).await.unwrap();
    tx.jalankan(
        "INSERT INTO lokus (id, kode, periode_id, unit_id, formulir, cakupan, kategori, versi, dibuat, oleh) VALUES ($1, 'lain', $2, $3, 'A', 'jasa', $4, 1, 1, $5)",
        store::nilai![store::id::LokusId::baru(), p, unit, lokus.kategori.to_lowercase(), d.biro],
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
    biro.get(&jalur).await.memuat("Kategori ditulis berbeda").memuat(&format!("action=\"{jalur}/kategori\""));
    assert!(!sekda.get(&jalur).await.isi.contains("Kategori ditulis berbeda"), "only who can mend it is asked");
    assert_eq!(sekda.post(&format!("{jalur}/kategori"), &[]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(biro.post(&format!("{jalur}/kategori"), &[]).await.ke(), jalur);
    assert!(!biro.get(&jalur).await.isi.contains("Kategori ditulis berbeda"));
}

#[tokio::test]
async fn two_people_changing_a_lokus_see_each_other() {
    let app = TestApp::baru().await;
    let d = dunia(&app).await;
    let p = d.periode(&app).await;
    let l = d.lokus(&app, p).await;
    let biro = app.masuk(d.biro).await;
    let jalur = format!("/lokus/{l}/ubah");
    let isi =
        |kategori: &'static str, versi: &'static str| [("formulir", "A"), ("cakupan", "jasa"), ("kategori", kategori), ("versi", versi)];
    assert_eq!(biro.post(&jalur, &isi("Rumah Sakit", "1")).await.status, StatusCode::SEE_OTHER);
    let j = biro.post(&jalur, &isi("RSUD Kelas B", "1")).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("Orang lain menyimpan lebih dahulu")
        .memuat("Ibu Uji menyimpan")
        .memuat("<dd>Rumah Sakit</dd>")
        .memuat("value=\"RSUD Kelas B\"");
    assert_eq!(biro.post(&jalur, &isi("RSUD Kelas B", "2")).await.status, StatusCode::SEE_OTHER, "saving again replaces it");
}

/// The page of a period leads to its ranking and publication, and the start page says when the organiser is to act.
#[tokio::test]
async fn a_period_leads_on_to_ranking_and_publication() {
    let app = TestApp::baru().await;
    let d = dunia(&app).await;
    let p = d.periode(&app).await;
    let biro = app.masuk(d.biro).await;
    biro.get("/").await.memuat("Giliran Anda").memuat("Satu hal menunggu Anda");
    let halaman = biro.get(&format!("/periode/{p}")).await;
    for bagian in ["peringkat", "penerbitan"] {
        let jalur = format!("/periode/{p}/{bagian}");
        halaman.memuat(&format!("href=\"{jalur}\""));
        assert_eq!(biro.get(&jalur).await.status, StatusCode::OK);
    }
}

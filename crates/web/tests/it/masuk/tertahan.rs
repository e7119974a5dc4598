//! A session that ends while someone types loses nothing.

use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};

use super::{SANDI, akun_bersandi};
use crate::app::TestApp;

fn tersembunyi(html: &str, nama: &str) -> String {
    let awal = format!("name=\"{nama}\" value=\"");
    let sisa = html.split(&awal).nth(1).unwrap_or_else(|| panic!("no hidden field {nama}:\n{html}"));
    let nilai = sisa.split('"').next().unwrap();
    nilai.replace("&#38;", "&").replace("&#60;", "<").replace("&#62;", ">").replace("&#34;", "\"")
}

#[tokio::test]
async fn the_typed_form_is_there_after_login_and_can_be_sent() {
    let app = TestApp::baru().await;
    akun_bersandi(&app, "ani@uji.example").await;
    let tamu = app.tamu();
    let isian = [("nama", "Ani & <b>Budi</b>"), ("jabatan", "Camat\r\nkedua"), ("bahasa", "id"), ("versi", "2")];
    let jawaban = tamu.post("/akun", &isian).await;
    assert_eq!(jawaban.status, StatusCode::UNAUTHORIZED);
    jawaban.memuat("isian Anda tidak hilang").memuat("Yang Anda kirim: pengaturan akun Anda.");
    let (ke, isi) = (tersembunyi(&jawaban.isi, "_tertahan-ke"), tersembunyi(&jawaban.isi, "_tertahan-isi"));
    assert_eq!(ke, "/akun");

    // A mistyped password keeps it as well.
    let salah = [("surel", "ani@uji.example"), ("sandi", "salah sekali"), ("_tertahan-ke", &ke), ("_tertahan-isi", &isi)];
    let jawaban = tamu.post("/masuk", &salah).await;
    assert_eq!(tersembunyi(&jawaban.isi, "_tertahan-isi"), isi);

    let benar = [("surel", "ani@uji.example"), ("sandi", SANDI), ("_tertahan-ke", &ke), ("_tertahan-isi", &isi)];
    let jawaban = tamu.post("/masuk", &benar).await;
    assert_eq!(jawaban.status, StatusCode::OK);
    jawaban
        .memuat("Isian Anda masih ada")
        .memuat("<strong>Yang Anda kirim: pengaturan akun Anda</strong>")
        .memuat("Ani &#38; &#60;b&#62;Budi&#60;/b&#62;")
        .memuat("<form method=\"post\" action=\"/akun\">");

    assert_eq!(tamu.post(&ke, &isian).await.status, StatusCode::SEE_OTHER);
    tamu.get("/akun").await.memuat("Ani &#38; &#60;b&#62;Budi&#60;/b&#62;");
}

#[tokio::test]
async fn what_is_shown_is_what_was_typed_in_the_words_of_the_page() {
    let app = TestApp::baru().await;
    akun_bersandi(&app, "ani@uji.example").await;
    let isi = "op-15=2ad18465-0000-4000-8000-000000000001&versi-15=0&asal-15=kosong-lama&simpan=15&id3=tujuh&_aksi=simpan-dulu\
        &catatan-15=SOP%20lengkap&rekomendasi-15=Tempel%20SOP&hal_lain=apa%20saja&tanggal=2026-12-01";
    let masuk = [("surel", "ani@uji.example"), ("sandi", SANDI), ("_tertahan-ke", "/akun"), ("_tertahan-isi", isi)];
    let jawaban = app.tamu().post("/masuk", &masuk).await;
    let tabel = jawaban.isi.split("<tbody>").nth(1).and_then(|s| s.split("</tbody>").next()).unwrap();
    let baris = |label: &str, nilai: &str| format!("<th scope=\"row\">{label}</th><td class=\"praformat\">{nilai}</td>");
    let semua = [
        ("Catatan (indikator 15)", "SOP lengkap"),
        ("Rekomendasi (indikator 15)", "Tempel SOP"),
        ("Isian lain", "apa saja"),
        ("Tanggal", "1 Desember 2026"),
    ];
    for (label, nilai) in semua {
        assert!(tabel.contains(&baris(label, nilai)), "{label}: {tabel}");
    }
    assert_eq!(tabel.matches("<tr>").count(), semua.len(), "{tabel}");
    // The header belongs to the person who has just signed in.
    jawaban.memuat("action=\"/keluar\"").memuat("akun__nama");
}

#[tokio::test]
async fn passwords_are_not_carried_along_and_no_form_leads_elsewhere() {
    let app = TestApp::baru().await;
    akun_bersandi(&app, "ani@uji.example").await;
    let jawaban = app
        .tamu()
        .post("/akun/sandi", &[("sandi-lama", "rahasia sekali"), ("sandi", "rahasia baru"), ("ulangi", "rahasia baru"), ("catatan", "x")])
        .await;
    assert!(!jawaban.isi.contains("rahasia"), "{}", jawaban.isi);
    let jahat = [("surel", "ani@uji.example"), ("sandi", SANDI), ("_tertahan-ke", "//evil.example/x"), ("_tertahan-isi", "a=b")];
    let jawaban = app.tamu().post("/masuk", &jahat).await;
    assert_eq!((jawaban.status, jawaban.ke()), (StatusCode::SEE_OTHER, "/"));
}

#[tokio::test]
async fn a_form_with_files_keeps_its_text() {
    let app = TestApp::baru().await;
    akun_bersandi(&app, "ani@uji.example").await;
    let tamu = app.tamu();
    let ke = "/lokus/01890000-0000-7000-8000-000000000001/f03/kertas";
    let isi = "--x\r\nContent-Disposition: form-data; name=\"s0-0\"\r\n\r\n4\r\n\
        --x\r\nContent-Disposition: form-data; name=\"pindaian\"; filename=\"a.pdf\"\r\n\r\n%PDF-rahasia\r\n\
        --x\r\nContent-Disposition: form-data; name=\"keterangan\"\r\n\r\nloket 3\r\n--x--\r\n";
    let req = tamu.permintaan(Method::POST, ke).header(header::CONTENT_TYPE, "multipart/form-data; boundary=x");
    let jawaban = tamu.kirim(req.body(Body::from(isi)).unwrap()).await;
    assert_eq!(jawaban.status, StatusCode::UNAUTHORIZED);
    assert!(!jawaban.isi.contains("rahasia"), "no file is carried along");
    let (ke, isi) = (tersembunyi(&jawaban.isi, "_tertahan-ke"), tersembunyi(&jawaban.isi, "_tertahan-isi"));
    assert_eq!((isi.as_str(), tersembunyi(&jawaban.isi, "_tertahan-berkas").as_str()), ("s0-0=4&keterangan=loket%203", "ya"));
    let masuk =
        [("surel", "ani@uji.example"), ("sandi", SANDI), ("_tertahan-ke", &ke), ("_tertahan-isi", &isi), ("_tertahan-berkas", "ya")];
    let jawaban = tamu.post("/masuk", &masuk).await;
    jawaban.memuat("Pilih berkasnya sekali lagi").memuat("loket 3").memuat("enctype=\"multipart/form-data\"");
}

/// Whatever form comes back, it says what it was.
#[test]
fn every_form_that_can_be_held_has_a_name() {
    let tanpa: Vec<_> = web::daftar()
        .tabel()
        .iter()
        .filter(|b| b.metode == Method::POST && b.akses != web::rute::Akses::Publik && b.jalur != "/masuk/ulang")
        .filter(|b| web::masuk::perbuatan::kunci(&format!("{}?x=1", b.jalur)).is_none())
        .map(|b| b.jalur)
        .collect();
    assert!(tanpa.is_empty(), "{tanpa:?}");
    let nama = |jalur| web::masuk::perbuatan::kunci(jalur);
    assert_eq!(nama("/lokus/0198/f01/pengiriman"), Some("perbuatan-f01-kirim"));
    assert_eq!(nama("/lokus/0198/f01/isian/3"), Some("perbuatan-f01"));
    assert_eq!(nama("/lokus/0198/f02/2"), Some("perbuatan-f02"));
    assert_eq!(nama("/tidak-ada"), None);
}

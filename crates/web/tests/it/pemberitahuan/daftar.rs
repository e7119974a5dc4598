use axum::http::StatusCode;

use super::bangun::{angka, kabari};
use crate::app::TestApp;

#[tokio::test]
async fn the_bell_counts_until_the_person_marks_the_list() {
    let app = TestApp::baru().await;
    let akun = app.akun("a@uji.example", &[]).await;
    let p = app.masuk(akun).await;
    p.get("/pemberitahuan").await.memuat("Belum ada pemberitahuan");
    kabari(&app, akun, "f01-kirim", "a").await;
    kabari(&app, akun, "fase-besok", "b").await;
    p.get("/akun").await.memuat("2 belum dilihat");
    let daftar = p.get("/pemberitahuan").await;
    daftar
        .memuat("F01 RSUD Kudungga sudah dikirim (PEKPPP 2026).")
        .memuat("Hampir berakhir: tahap Pelaksanaan dalam PEKPPP 2026 hanya sampai 9 Maret 2026.")
        .memuat("Anda menerima ini karena ditujukan kepada Anda sendiri.")
        .memuat("<h2 id=\"hari1\">2 Maret 2026</h2>");
    // Looking changes nothing; the button does. And the bell leaves the message of a save to the page that it is meant for.
    p.kuki.borrow_mut().insert("pesan".into(), "akun-tersimpan".into());
    p.get("/pemberitahuan/lonceng").await.memuat("2 belum dilihat");
    p.get("/akun").await.memuat("Perubahan pada akun Anda sudah disimpan");
    let sampai = daftar.isi.split("name=\"sampai\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    assert_eq!(p.post("/pemberitahuan", &[("sampai", &sampai)]).await.ke(), "/pemberitahuan");
    let bersih = p.get("/pemberitahuan").await;
    assert!(!bersih.isi.contains("belum dilihat") && !bersih.isi.contains("kabar__baru"));
    // Nobody marks, or reads, what is another's.
    let lain = app.masuk(app.akun("b@uji.example", &[]).await).await;
    lain.get("/pemberitahuan").await.memuat("Belum ada pemberitahuan");
    assert_eq!(lain.post("/pemberitahuan", &[("sampai", &sampai)]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn older_ones_are_a_page_further() {
    let app = TestApp::baru().await;
    let akun = app.akun("a@uji.example", &[]).await;
    for n in 0..31 {
        kabari(&app, akun, "f01-kirim", &n.to_string()).await;
    }
    let p = app.masuk(akun).await;
    let satu = p.get("/pemberitahuan").await;
    assert_eq!(satu.isi.matches("kabar__kalimat").count(), 30);
    let lanjut = satu.isi.split("/pemberitahuan?sebelum=").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let dua = p.get(&format!("/pemberitahuan?sebelum={lanjut}")).await;
    assert_eq!(dua.isi.matches("kabar__kalimat").count(), 1);
    assert!(!dua.isi.contains("href=\"/pemberitahuan?sebelum="));
}

#[tokio::test]
async fn a_kind_is_stopped_where_it_is_read_and_on_the_settings_page() {
    let app = TestApp::baru().await;
    let akun = app.akun("a@uji.example", &[]).await;
    kabari(&app, akun, "f01-kirim", "a").await;
    let p = app.masuk(akun).await;
    assert_eq!(p.post("/pemberitahuan/henti", &[("jenis", "f01-kirim")]).await.ke(), "/pemberitahuan");
    p.get("/pemberitahuan").await.memuat("Hanya di dalam program");
    assert_eq!(p.post("/pemberitahuan/henti", &[("jenis", "bukan-jenis")]).await.status, StatusCode::CONFLICT);
    // Stopped: a further one leaves no mail.
    kabari(&app, akun, "f01-kirim", "b").await;
    assert_eq!(angka(&app, "SELECT COUNT(*) AS n FROM pekerjaan WHERE jenis = 'kabar'").await, 1);
    let mut isian = vec![("ringkasan", "ya")];
    isian.extend(store::pemberitahuan::jenis::SEMUA.iter().map(|j| (j.kunci, "ringkasan")));
    assert_eq!(p.post("/akun/pemberitahuan", &isian).await.ke(), "/akun/pemberitahuan");
    p.get("/akun/pemberitahuan").await.memuat("Pilihan pemberitahuan disimpan.").memuat("name=\"f01-kirim\" value=\"ringkasan\" checked");
    isian.pop();
    assert_eq!(p.post("/akun/pemberitahuan", &isian).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(angka(&app, "SELECT COUNT(*) AS n FROM audit WHERE aksi = 'akun.pemberitahuan'").await, 2);
}

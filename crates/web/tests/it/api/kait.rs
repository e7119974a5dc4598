//! Webhooks as they leave: registered on the page, signed, tried again, refused inside.

use axum::http::StatusCode;
use std::sync::{Arc, Mutex};
use store::{kait::kirim::KAIT, pekerjaan};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpListener,
};
use web::{Konfig, tujuan::KonfigKait};

use crate::{
    app::{Peramban, TestApp},
    dunia::dunia,
};

/// A receiver that keeps what came and answers with the statuses in turn, the last one for ever.
async fn penerima(status: Vec<u16>) -> (String, Arc<Mutex<Vec<String>>>) {
    let l = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let alamat = format!("http://{}/kabar", l.local_addr().unwrap());
    let semua = Arc::new(Mutex::new(Vec::new()));
    let (catat, mut n) = (semua.clone(), 0);
    tokio::spawn(async move {
        while let Ok((mut s, _)) = l.accept().await {
            let (mut isi, mut potong) = (Vec::new(), [0; 4096]);
            while !isi.ends_with(b"}") {
                match s.read(&mut potong).await {
                    Ok(0) | Err(_) => break,
                    Ok(b) => isi.extend(&potong[..b]),
                }
            }
            catat.lock().unwrap().push(String::from_utf8_lossy(&isi).into_owned());
            let kode = status[n.min(status.len() - 1)];
            n += 1;
            let jawab = format!("HTTP/1.1 {kode} X\r\nlocation: http://127.0.0.1:9/\r\ncontent-length: 0\r\n\r\n");
            let _ = s.write_all(jawab.as_bytes()).await;
        }
    });
    (alamat, semua)
}

async fn kerjakan(app: &TestApp) -> usize {
    let mut n = 0;
    while let Some(p) = pekerjaan::ambil(app.store(), &[KAIT]).await.unwrap() {
        web::kait::kerjakan(&app.state, &p).await.unwrap();
        n += 1;
    }
    n
}

async fn daftarkan(admin: &Peramban<'_>, alamat: &str) -> (String, String) {
    let j = admin
        .post("/admin/kait", &[("nama", "Portal"), ("alamat", alamat), ("peristiwa", "skm.terbit"), ("peristiwa", "periode.terbit")])
        .await;
    assert_eq!(j.status, StatusCode::OK, "{}", j.isi);
    let rahasia = j.isi.split("whsec_").nth(1).unwrap().split('<').next().unwrap().to_owned();
    let daftar = admin.get("/admin/kait").await;
    assert!(!daftar.isi.contains("whsec_"), "shown once");
    let id = daftar.isi.split("href=\"/admin/kait/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    (id, rahasia)
}

fn di_dalam() -> Konfig {
    Konfig { laju: false, kait: KonfigKait { jaringan: vec!["127.0.0.0/8".into()], ..KonfigKait::default() }, ..Konfig::default() }
}

#[tokio::test]
async fn news_is_signed_tried_again_and_logged() {
    let app = TestApp::dengan(di_dalam()).await;
    let d = dunia(&app).await;
    let admin = app.masuk(d.admin).await;
    admin.get("/admin/kait").await.memuat("Belum ada alamat");
    let (alamat, masuk) = penerima(vec![500, 302, 204]).await;
    let (id, rahasia) = daftarkan(&admin, &alamat).await;
    let satu = format!("/admin/kait/{id}");
    admin.get(&satu).await.memuat("Belum ada kiriman").memuat("Semua instansi");
    assert_eq!(admin.post(&satu, &[("_aksi", "uji")]).await.ke(), satu);
    assert_eq!(kerjakan(&app).await, 1);
    admin.get(&satu).await.memuat("Program penerima sedang bermasalah (HTTP 500)").memuat("Akan dicoba lagi");
    app.store().jam().maju(10);
    kerjakan(&app).await;
    admin.get(&satu).await.memuat("Dialihkan ke tempat lain, tidak diikuti (HTTP 302)");
    assert_eq!(masuk.lock().unwrap().len(), 2, "a redirect is not followed");
    app.store().jam().maju(60);
    kerjakan(&app).await;
    admin.get(&satu).await.memuat("Sampai").memuat("Diterima (HTTP 204)");
    app.store().jam().maju(86_400);
    assert_eq!(kerjakan(&app).await, 0, "never again after it arrived");
    let semua = masuk.lock().unwrap().clone();
    let kepala = |n: usize, nama: &str| semua[n].lines().find_map(|b| b.strip_prefix(&format!("{nama}: "))).unwrap().to_owned();
    assert_eq!(kepala(0, "webhook-id"), kepala(2, "webhook-id"), "one message, one id");
    let isi = semua[2].split("\r\n\r\n").nth(1).unwrap();
    let kunci = base64(&rahasia);
    assert_eq!(
        kepala(2, "webhook-signature"),
        web::kait::tanda(&kunci, &kepala(2, "webhook-id"), &kepala(2, "webhook-timestamp"), isi.as_bytes())
    );
    assert!(isi.contains("\"data\":{}") && isi.contains("\"type\":\"uji\""), "{isi}");
    // A day has passed: the session is over.
    let admin = app.masuk(d.admin).await;
    assert_eq!(admin.post(&satu, &[("_aksi", "mati")]).await.ke(), satu);
    admin.get(&satu).await.memuat("Dimatikan").memuat("Hidupkan");
    admin.post(&satu, &[("_aksi", "hapus")]).await;
    assert_eq!(admin.get(&satu).await.status, StatusCode::NOT_FOUND);
}

fn base64(teks: &str) -> Vec<u8> {
    let nilai = |b: u8| match b {
        b'A'..=b'Z' => b - b'A',
        b'a'..=b'z' => b - b'a' + 26,
        b'0'..=b'9' => b - b'0' + 52,
        b'+' => 62,
        _ => 63,
    };
    let bit: Vec<u8> = teks.trim_end_matches('=').bytes().flat_map(|b| (0..6).rev().map(move |n| nilai(b) >> n & 1)).collect();
    bit.chunks_exact(8).map(|c| c.iter().fold(0, |a, b| a << 1 | b)).collect()
}

#[tokio::test]
async fn inner_addresses_are_refused_on_the_page_and_on_the_line() {
    let app = TestApp::baru().await;
    let d = dunia(&app).await;
    let admin = app.masuk(d.admin).await;
    for (alamat, kata) in [
        ("http://contoh.go.id/", "harus berawalan https"),
        ("https://127.0.0.1/", "jaringan dalam"),
        ("https://[fd00::1]/", "jaringan dalam"),
        ("bukan", "alamat yang lengkap"),
    ] {
        let j = admin.post("/admin/kait", &[("nama", "X"), ("alamat", alamat), ("peristiwa", "skm.terbit")]).await;
        assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY, "{alamat}");
        j.memuat(kata);
    }
    admin.post("/admin/kait", &[("nama", "X"), ("alamat", "https://a.id")]).await.memuat("Pilih sedikitnya satu peristiwa");
    // A name that means this machine passes the page and stops at the line.
    let (id, _) = daftarkan(&admin, "https://localhost:9/").await;
    admin.post(&format!("/admin/kait/{id}"), &[("_aksi", "uji")]).await;
    admin.get(&format!("/admin/kait/{id}")).await.memuat("Sebentar lagi, saat gilirannya");
    assert_eq!(kerjakan(&app).await, 1);
    // It says when it is tried again.
    admin.get(&format!("/admin/kait/{id}")).await.memuat("Alamat ada di jaringan dalam").memuat("Akan dicoba lagi").memuat("Berikutnya ");
    let lain = app.masuk(d.biro).await;
    assert_eq!(lain.get("/admin/kait").await.status, StatusCode::FORBIDDEN);
}

//! Short messages from the page of a queue number to a gateway: one that answers well, late, with a fault, with garbage, and not at all;
//! what it tells back; and what the administrators see.

use axum::{
    body::Body,
    http::{Method, StatusCode},
};
use std::sync::{Arc, Mutex};
use store::{gerbang::kirim::GERBANG, id::PekerjaanId, pekerjaan};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpListener,
};
use web::{
    Konfig,
    gerbang::{KonfigGerbang, KonfigSaluran},
};

use crate::{
    antrean::{Balai, balai},
    app::TestApp,
};

/// How the gateway answers: status and body; `None`: not in time. Without any left it hangs up.
type Jawaban = Option<(u16, &'static str)>;

async fn penyedia(jawaban: Vec<Jawaban>) -> (String, Arc<Mutex<Vec<String>>>) {
    let l = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let alamat = format!("http://{}/pesan", l.local_addr().unwrap());
    let semua = Arc::new(Mutex::new(Vec::new()));
    let (catat, mut sisa) = (semua.clone(), jawaban.into_iter());
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
            let jawaban = sisa.next();
            // A late answer holds up nobody else.
            tokio::spawn(async move {
                match jawaban {
                    Some(Some((kode, badan))) => {
                        let jawab = format!("HTTP/1.1 {kode} X\r\ncontent-length: {}\r\n\r\n{badan}", badan.len());
                        let _ = s.write_all(jawab.as_bytes()).await;
                    }
                    Some(None) => tokio::time::sleep(std::time::Duration::from_secs(5)).await,
                    None => {}
                }
            });
        }
    });
    (alamat, semua)
}

async fn kerjakan(app: &TestApp) -> usize {
    let mut n = 0;
    while let Some(p) = pekerjaan::ambil(app.store(), &[GERBANG]).await.unwrap() {
        web::gerbang::kerjakan(&app.state, &p).await.unwrap();
        n += 1;
    }
    n
}

fn konfig(alamat: &str, folder: &std::path::Path) -> Konfig {
    std::fs::write(folder.join("token"), "rahasia-keluar\n").unwrap();
    std::fs::write(folder.join("kabar"), "rahasia-masuk\n").unwrap();
    let wa = KonfigSaluran {
        alamat: alamat.to_owned(),
        token: folder.join("token"),
        kabar_token: folder.join("kabar"),
        isi: r#"{"to": "{nomor}", "template": "{templat}", "text": {"body": "{teks}"}}"#.into(),
        templat: [("tiket".to_owned(), "antrean_v1".to_owned())].into(),
        jawaban_id: "/messages/0/id".into(),
        batas_jawab: 1,
        biaya: 350,
        ..KonfigSaluran::default()
    };
    let gerbang = KonfigGerbang { jaringan: vec!["127.0.0.0/8".into()], ..KonfigGerbang::default() };
    Konfig { laju: false, gerbang, gerbang_wa: wa, ..Konfig::default() }
}

async fn panggil(b: &Balai, ulang: bool) {
    let p = b.app.masuk(b.petugas).await;
    let layar = format!("/gerai/{}/antrean", b.gerai);
    let op = uuid::Uuid::now_v7().to_string();
    if ulang {
        let halaman = p.get(&layar).await;
        let tiket = halaman.isi.split("name=\"tiket\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let j = p.post(&format!("{layar}/langkah"), &[("op", &op), ("tiket", &tiket), ("_aksi", "ulang")]).await;
        assert_eq!(j.status, StatusCode::SEE_OTHER, "{}", j.isi);
        return;
    }
    let halaman = p.get(&layar).await;
    let loket = halaman.isi.split("name=\"loket\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    p.post(&format!("{layar}/loket"), &[("loket", &loket)]).await;
    let j = p.post(&format!("{layar}/panggilan"), &[("op", &op)]).await;
    assert_eq!(j.status, StatusCode::SEE_OTHER, "{}", j.isi);
}

async fn kabar(app: &TestApp, token: &str, isi: &str) -> StatusCode {
    let tamu = app.tamu();
    let req = tamu.permintaan(Method::POST, "/gerbang/wa/kabar").header("authorization", format!("Bearer {token}"));
    tamu.kirim(req.header("content-type", "application/json").body(Body::from(isi.to_owned())).unwrap()).await.status
}

#[tokio::test]
async fn a_number_is_told_when_it_is_called_and_can_stop_it() {
    let folder = tempfile::tempdir().unwrap();
    let baik = r#"{"messages": [{"id": "wamid.1"}]}"#;
    let (alamat, masuk) = penyedia(vec![Some((503, "")), Some((200, baik)), None, Some((200, "<html>")), Some((400, "{}"))]).await;
    let b = balai(konfig(&alamat, folder.path())).await;
    let tamu = b.app.tamu();
    let op = uuid::Uuid::now_v7().to_string();
    let tiket = tamu.post(&format!("/antre/mal-uji/{}", b.ktp), &[("op", &op)]).await.ke().to_owned();
    tamu.get(&tiket).await.memuat("Kabar lewat ponsel").memuat("WhatsApp");
    let daftar = format!("/kabar{tiket}");
    let j = tamu.post(&daftar, &[("saluran", "wa"), ("telepon", "021 555 1234")]).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("nomor ponsel Indonesia");
    assert_eq!(
        tamu.post(&daftar, &[("saluran", "sms"), ("telepon", "08123456789")]).await.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "that one is off"
    );
    assert_eq!(tamu.post(&daftar, &[("saluran", "wa"), ("telepon", "0812 3456 7890")]).await.ke(), tiket);
    tamu.get(&tiket).await.memuat("0812…90");

    // A fault of the gateway: tried again, under the same key.
    assert_eq!(kerjakan(&b.app).await, 1);
    b.app.store().jam().maju(10);
    assert_eq!(kerjakan(&b.app).await, 1);
    let semua = masuk.lock().unwrap().clone();
    let kepala = |n: usize, nama: &str| semua[n].lines().find_map(|b| b.strip_prefix(&format!("{nama}: "))).unwrap().to_owned();
    assert_eq!((semua.len(), kepala(0, "idempotency-key")), (2, kepala(1, "idempotency-key")));
    assert_eq!(kepala(1, "authorization"), "Bearer rahasia-keluar");
    let isi: serde_json::Value = serde_json::from_str(semua[1].split("\r\n\r\n").nth(1).unwrap()).unwrap();
    assert_eq!((isi["to"].as_str(), isi["template"].as_str()), (Some("6281234567890"), Some("antrean_v1")));
    let teks = isi["text"]["body"].as_str().unwrap();
    assert!(teks.contains("A-001") && teks.contains(&tiket) && teks.contains("Balas BERHENTI"), "{teks}");

    // Called: no answer in time. Called again: an answer that names nothing. Neither is sent twice.
    panggil(&b, false).await;
    kerjakan(&b.app).await;
    panggil(&b, true).await;
    kerjakan(&b.app).await;
    b.app.store().jam().maju(200);
    assert_eq!((kerjakan(&b.app).await, masuk.lock().unwrap().len()), (0, 4));
    let panggilan = masuk.lock().unwrap()[2].clone();
    assert!(panggilan.contains("dipanggil ke Dukcapil <b>, loket 1"), "{panggilan}");

    // What the gateway tells is believed with its secret only.
    assert_eq!(kabar(&b.app, "salah", r#"{"id": "wamid.1", "status": "read"}"#).await, StatusCode::UNAUTHORIZED);
    assert_eq!(kabar(&b.app, "rahasia-masuk", "bukan json").await, StatusCode::BAD_REQUEST);
    for isi in
        [r#"{"id": "wamid.1", "status": "read"}"#, r#"{"id": "entah", "status": "read"}"#, r#"{"id": "wamid.1", "status": "?"}"#, "[]"]
    {
        assert_eq!(kabar(&b.app, "rahasia-masuk", isi).await, StatusCode::NO_CONTENT, "{isi}");
    }
    let admin = b.app.masuk(b.d.admin).await;
    let j = admin.get("/admin/gerbang").await;
    j.memuat("Dibaca").memuat("tidak dikirim dua kali").memuat("Hari ini 3 dari paling banyak 1.000").memuat("350");
    assert!(!j.isi.contains("8123456789") && !j.isi.contains("rahasia-"), "no number, no token");
    admin.post("/admin/gerbang", &[("_aksi", "uji"), ("saluran", "wa"), ("telepon", "081111111111")]).await;
    assert_eq!(masuk.lock().unwrap().len(), 5);

    // The stop word of the number's owner.
    assert_eq!(kabar(&b.app, "rahasia-masuk", r#"{"from": "+6281234567890", "text": "berhenti."}"#).await, StatusCode::NO_CONTENT);
    tamu.get(&tiket).await.memuat("Tinggalkan nomor ponsel");
    tamu.post(&daftar, &[("saluran", "wa"), ("telepon", "0812 3456 7890")]).await.memuat("pernah meminta agar tidak dikabari");
    assert_eq!(admin.post("/admin/gerbang", &[("_aksi", "buka"), ("telepon-henti", "0812 3456 7890")]).await.ke(), "/admin/gerbang");
    assert_eq!(tamu.post(&daftar, &[("saluran", "wa"), ("telepon", "0812 3456 7890")]).await.ke(), tiket);
    assert_eq!(tamu.post(&daftar, &[("_aksi", "hapus")]).await.ke(), tiket);
    tamu.get(&tiket).await.memuat("Tinggalkan nomor ponsel");
}

#[tokio::test]
async fn without_a_gateway_nothing_is_offered() {
    let b = balai(Konfig { laju: false, ..Konfig::default() }).await;
    let tamu = b.app.tamu();
    let op = uuid::Uuid::now_v7().to_string();
    let tiket = tamu.post(&format!("/antre/mal-uji/{}", b.ktp), &[("op", &op)]).await.ke().to_owned();
    assert!(!tamu.get(&tiket).await.isi.contains("Kabar lewat ponsel"));
    assert_eq!(
        tamu.post(&format!("/kabar{tiket}"), &[("saluran", "wa"), ("telepon", "081234567890")]).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    assert_eq!(kabar(&b.app, "", "{}").await, StatusCode::NOT_FOUND);
    let admin = b.app.masuk(b.d.admin).await;
    admin.get("/admin/gerbang").await.memuat("Padam").memuat("Belum ada pesan");
}

fn laporan(alamat: &str, tanda: &str) -> String {
    format!(
        "From: MAILER-DAEMON@mx.contoh.id\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\n\n--b\n\
         Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.contoh.id\n\nFinal-Recipient: rfc822; {alamat}\nAction: failed\nStatus: 5.1.1\n\n\
         --b\nContent-Type: text/rfc822-headers\n\nTo: {alamat}\nX-Prima-Tanda: {tanda}\n\n--b--\n"
    )
}

#[tokio::test]
async fn a_bounce_counts_only_with_our_mark() {
    let folder = tempfile::tempdir().unwrap();
    for nama in ["new", "cur"] {
        std::fs::create_dir(folder.path().join(nama)).unwrap();
    }
    let surat = web::surat::KonfigSurat {
        cara: web::surat::Cara::Berkas,
        folder: folder.path().join("keluar"),
        pental: folder.path().to_owned(),
        ..web::surat::KonfigSurat::default()
    };
    let app = TestApp::dengan(Konfig { laju: false, surat, ..Konfig::default() }).await;
    let d = crate::dunia::dunia(&app).await;
    let admin = app.masuk(d.admin).await;
    admin.get("/admin/surat").await.memuat("Alamat yang tidak dapat diantar").memuat("Semua alamat dapat diantar");
    let surel = store::akun::dari_id(app.store(), d.admin).await.unwrap().surel;
    let keluar = || {
        std::fs::read_dir(folder.path().join("keluar"))
            .unwrap()
            .flatten()
            .map(|e| e.path())
            .filter(|p| p.extension().is_some_and(|x| x == "eml"))
    };
    app.state.kirim_surat(PekerjaanId::baru(), &surel, "Uji", "isi".into()).await.unwrap();
    let asli = std::fs::read_to_string(keluar().next().unwrap()).unwrap();
    let tanda = asli.lines().find_map(|b| b.strip_prefix("X-Prima-Tanda: ")).unwrap().trim().to_owned();

    let taruh = |n: &str, isi: String| std::fs::write(folder.path().join("new").join(n), isi).unwrap();
    taruh("1", laporan(&surel, &"0".repeat(32)));
    taruh("2", laporan("orang.lain@contoh.id", &tanda));
    taruh("3", "bukan laporan".into());
    assert_eq!(web::pental::baca(&app.state).await.unwrap(), 0, "anybody can send a report");
    taruh("4", laporan(&surel.to_uppercase(), &tanda));
    assert_eq!((web::pental::baca(&app.state).await.unwrap(), web::pental::baca(&app.state).await.unwrap()), (1, 0));
    assert_eq!(std::fs::read_dir(folder.path().join("cur")).unwrap().count(), 4, "all put aside");

    app.state.kirim_surat(PekerjaanId::baru(), &surel, "Uji", "isi".into()).await.unwrap();
    assert_eq!(keluar().count(), 1, "held back");
    admin.get("/akun").await.memuat("Surel ke alamat Anda tidak dapat diantar");
    let j = admin.get("/admin/surat").await;
    j.memuat("5.1.1").memuat(&surel);
    let lepas = j.isi.split("action=\"/admin/surat/pental/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    assert_eq!(admin.post(&format!("/admin/surat/pental/{lepas}"), &[]).await.ke(), "/admin/surat");
    app.state.kirim_surat(PekerjaanId::baru(), &surel, "Uji", "isi".into()).await.unwrap();
    assert_eq!(keluar().count(), 2);
}

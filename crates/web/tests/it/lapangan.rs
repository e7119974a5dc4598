//! Field work: what a phone asks for and sends, who gets what, and what comes too late.

use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};
use serde_json::{Value, json};
use store::{
    nilai,
    peran::{Lingkup, Peran},
};
use uuid::Uuid;

use crate::{
    app::{Jawaban, Peramban},
    lokus::f02::bangun::Kasus,
};

async fn put(p: &Peramban<'_>, jalur: &str, jenis: &str, isi: Vec<u8>) -> Jawaban {
    let req = p.permintaan(Method::PUT, jalur).header(header::CONTENT_TYPE, jenis).header(header::ACCEPT, "application/json");
    p.kirim(req.body(Body::from(isi)).unwrap()).await
}

async fn json_put(p: &Peramban<'_>, jalur: &str, isi: &Value) -> (StatusCode, Value) {
    let j = put(p, jalur, "application/json", isi.to_string().into_bytes()).await;
    (j.status, serde_json::from_str(&j.isi).unwrap_or(Value::Null))
}

fn isi(j: &Jawaban) -> Value {
    serde_json::from_str(&j.isi).unwrap()
}

/// A form with fields and, when given, a file.
fn formulir(medan: &[(&str, &str)], berkas: Option<&[u8]>) -> Vec<u8> {
    let mut b = Vec::new();
    for (n, v) in medan {
        b.extend(format!("--x\r\nContent-Disposition: form-data; name=\"{n}\"\r\n\r\n{v}\r\n").bytes());
    }
    if let Some(isi) = berkas {
        b.extend(b"--x\r\nContent-Disposition: form-data; name=\"berkas\"; filename=\"f\"\r\n\r\n");
        b.extend(isi);
        b.extend(b"\r\n");
    }
    b.extend(b"--x--\r\n");
    b
}

const MULTI: &str = "multipart/form-data; boundary=x";
const POSISI: [(&str, &str); 6] =
    [("jenis", "posisi"), ("indikator", "1.a.Ak"), ("lintang", "502000"), ("bujur", "117536000"), ("akurasi", "12"), ("perangkat", "5")];

#[tokio::test]
async fn a_unit_is_packed_for_its_evaluator_only() {
    let k = Kasus::baru().await;
    let e = k.penilai("a@uji.example", "Ani").await;
    k.skor(&e, "1.a.Ak", 4, 0).await;
    let jalur = format!("/lapangan/bekal/{}", k.d.lokus);
    let b = isi(&e.p.get(&jalur).await);
    assert_eq!(b["lokus"], json!(k.d.lokus));
    let satu = &b["bagian"][0]["indikator"][0];
    assert_eq!((&satu["kode"], &satu["sel"]["skor"], &satu["sel"]["versi"]), (&json!("1.a.Ak"), &json!(4), &json!(1)));
    assert_eq!(satu["rubrik"].as_array().unwrap().len(), 6);
    for bagian in b["bagian"].as_array().unwrap() {
        for i in bagian["indikator"].as_array().unwrap() {
            let u = &i["usulan"];
            assert_ne!(
                u["judul"].is_null(),
                u["nilai"].is_null(),
                "a value, which the phone puts into its words, or why there is none: {u}"
            );
            assert!(!u["judul"].as_str().is_some_and(|j| j.starts_with("f02-")), "words, and not their key: {u}");
        }
    }
    assert_eq!(satu["bukti"].as_array().unwrap().len(), 2);
    assert!(!satu["periksa"]["observasi"].as_array().unwrap().is_empty());
    assert!(!b.to_string().contains("ab12"), "a hash is never shown");
    assert_eq!(k.angka("SELECT COUNT(*) AS n FROM f01_pembukaan").await, 1, "it counts as having read F01");

    e.p.get("/lapangan").await.memuat("Siapkan unit ini");
    let lain = k.d.app.sebagai(Peran::Evaluator, Lingkup::Wilayah("99".into())).await;
    assert_eq!(lain.get(&jalur).await.status, StatusCode::NOT_FOUND);
    lain.get("/lapangan").await.memuat("Belum ada unit untuk Anda");
    let admin = k.d.app.sebagai(Peran::Admin, Lingkup::Instalasi).await;
    assert_eq!(admin.get("/lapangan").await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn before_the_submission_there_is_nothing_to_pack() {
    let k = Kasus::tanpa_f01().await;
    let e = k.penilai("a@uji.example", "Ani").await;
    let j = e.p.get(&format!("/lapangan/bekal/{}", k.d.lokus)).await;
    assert_eq!(j.status, StatusCode::CONFLICT);
    j.memuat("Unit belum mengirim F01");
}

#[tokio::test]
async fn the_page_of_work_holds_nobody() {
    let k = Kasus::baru().await;
    let tamu = k.d.app.tamu().get("/lapangan/kerja").await;
    tamu.memuat("t-kartu").memuat("lapangan.js");
    assert!(tamu.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap().contains("img-src 'self' data: blob:"));
    assert!(tamu.headers["permissions-policy"].to_str().unwrap().contains("geolocation=(self)"));
    let e = k.penilai("a@uji.example", "Ani Wijaya").await;
    assert!(!e.p.get("/lapangan/kerja").await.isi.contains("Ani"));
    let sw = k.d.app.tamu().get("/lapangan/sw.js").await;
    assert_eq!((sw.status, sw.headers[header::CACHE_CONTROL].to_str().unwrap()), (StatusCode::OK, "no-cache"));
}

#[tokio::test]
async fn the_server_says_who_and_whether_still() {
    let k = Kasus::baru().await;
    let jalur = format!("/lapangan/siapa?lokus={},{}", k.d.lokus, Uuid::now_v7());
    assert_eq!(isi(&k.d.app.tamu().get(&jalur).await)["siapa"], Value::Null);
    let e = k.penilai("a@uji.example", "Ani").await;
    let j = isi(&e.p.get(&jalur).await);
    assert_eq!((&j["prima"], &j["siapa"]["nama"]), (&json!("lapangan"), &json!("Ani")));
    let lokus = k.d.lokus.to_string();
    assert_eq!(j["lokus"][&lokus], json!({ "boleh": true, "alasan": "" }));
    k.tutup_fase().await;
    assert_eq!(isi(&e.p.get(&jalur).await)["lokus"][&lokus]["alasan"], "fase-pelaksanaan-ditutup");
    k.sql("INSERT INTO penugasan_akhir (penugasan_id, alasan, pada, oleh) SELECT id, 'x', 1, $1 FROM penugasan", nilai![k.d.oleh]).await;
    assert_eq!(isi(&e.p.get(&jalur).await)["lokus"][&lokus]["boleh"], false);
}

#[tokio::test]
async fn notes_come_once_and_are_seen_by_the_right_people() {
    let k = Kasus::baru().await;
    let e = k.penilai("a@uji.example", "Ani").await;
    let b = k.penilai("b@uji.example", "Budi").await;
    let jalur = |id: Uuid| format!("/lapangan/unit/{}/catatan/{id}", k.d.lokus);
    let (tempat, rekaman) = (Uuid::new_v4(), Uuid::new_v4());
    for _ in 0..2 {
        let j = put(&e.p, &jalur(tempat), MULTI, formulir(&POSISI, None)).await;
        assert_eq!((j.status, isi(&j)["id"].clone()), (StatusCode::OK, json!(tempat)));
    }
    let suara = [&[0x1A, 0x45, 0xDF, 0xA3][..], b"....webm....A_OPUS....."].concat();
    let medan = [("jenis", "suara"), ("indikator", "")];
    assert_eq!(put(&e.p, &jalur(rekaman), MULTI, formulir(&medan, Some(&suara))).await.status, StatusCode::OK);
    let palsu = put(&e.p, &jalur(Uuid::new_v4()), MULTI, formulir(&[("jenis", "foto")], Some(b"<html>"))).await;
    assert_eq!(palsu.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(k.angka("SELECT COUNT(*) AS n FROM catatan_lapangan").await, 2);

    let halaman = format!("/lokus/{}/f02/lapangan", k.d.lokus);
    e.p.get(&halaman).await.memuat("0.502000, 117.536000").memuat("± 12 m").memuat("Catatan suara");
    b.p.get(&halaman).await.memuat("Belum ada catatan lapangan").memuat("catatan evaluator lain sesudah");
    let biro = k.d.penyelenggara().await.get(&halaman).await;
    biro.memuat("Catatan lapangan belum ditampilkan");
    assert!(!biro.isi.contains("terkirim dari ponsel"), "there are notes, and he has no phone with any: {}", biro.isi);
    assert_eq!(b.p.get(&jalur(rekaman)).await.status, StatusCode::NOT_FOUND);
    let bunyi = e.p.get(&jalur(rekaman)).await;
    assert!(bunyi.headers[header::CONTENT_DISPOSITION].to_str().unwrap().starts_with("attachment"));

    let j = e.p.post(&jalur(tempat), &[("_aksi", "hapus")]).await;
    assert_eq!(j.status, StatusCode::SEE_OTHER);
    assert!(!e.p.get(&halaman).await.isi.contains("0.502000"));
}

/// Coordinates are for those whom the phone names; what a replaced evaluator brought stays, marked as not counted.
#[tokio::test]
async fn a_position_is_seen_by_team_and_organiser_and_outlasts_the_appointment() {
    let k = Kasus::baru().await;
    let (e, b) = (k.penilai("a@uji.example", "Ani").await, k.penilai("b@uji.example", "Budi").await);
    let rekaman = format!("/lapangan/unit/{}/catatan/{}", k.d.lokus, Uuid::new_v4());
    let tempat = format!("/lapangan/unit/{}/catatan/{}", k.d.lokus, Uuid::new_v4());
    assert_eq!(put(&e.p, &tempat, MULTI, formulir(&POSISI, None)).await.status, StatusCode::OK);
    let suara = [&[0x1A, 0x45, 0xDF, 0xA3][..], b"....webm....A_OPUS....."].concat();
    assert_eq!(put(&e.p, &rekaman, MULTI, formulir(&[("jenis", "suara"), ("indikator", "")], Some(&suara))).await.status, StatusCode::OK);
    k.penuh(&e, 3, &[]).await;
    k.penuh(&b, 3, &[]).await;
    k.bekukan().await;
    let halaman = format!("/lokus/{}/f02/lapangan", k.d.lokus);
    let (biro, operator) = (k.d.penyelenggara().await, k.d.operator().await);
    for p in [&biro, &b.p, &e.p] {
        p.get(&halaman).await.memuat("0.502000, 117.536000");
    }
    let j = operator.get(&halaman).await;
    j.memuat("Catatan suara").memuat("hanya tim evaluator dan penyelenggara yang melihatnya");
    assert!(!j.isi.contains("0.502000"), "the phone does not name the unit");

    let akhir = "INSERT INTO penugasan_akhir (penugasan_id, alasan, pada, oleh)
        SELECT g.id, 'x', $1, g.oleh FROM penugasan g JOIN akun a ON a.id = g.akun_id WHERE a.surel = 'a@uji.example'";
    k.sql(akhir, nilai![2_i64]).await;
    operator.get(&halaman).await.memuat("Catatan suara");
    k.sql("UPDATE penugasan_akhir SET pada = 0", vec![]).await;
    biro.get(&halaman).await.memuat("0.502000, 117.536000").memuat("Tidak dihitung");
    assert_eq!(biro.get(&rekaman).await.status, StatusCode::OK);
    assert_eq!(e.p.get(&rekaman).await.status, StatusCode::OK, "his own");
    e.p.get(&format!("/lokus/{}/f02/lembar-saya", k.d.lokus)).await.memuat("0.502000, 117.536000").memuat("Catatan suara");
    assert!(!operator.get(&halaman).await.isi.contains("Catatan suara"), "a sheet that does not count is not shown to the unit");
    assert_eq!(operator.get(&rekaman).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_checklist_keeps_versions() {
    let k = Kasus::baru().await;
    let e = k.penilai("a@uji.example", "Ani").await;
    let jalur = format!("/lapangan/unit/{}/periksa/observasi/1.a.Ak", k.d.lokus);
    let kirim =
        |op: Uuid, dasar: i64, n: usize| json!({ "op": op, "versi_dasar": dasar, "centang": [n], "catatan": "ada", "perangkat": 9 });
    let op = Uuid::new_v4();
    for _ in 0..2 {
        let (status, j) = json_put(&e.p, &jalur, &kirim(op, 0, 1)).await;
        assert_eq!((status, &j["versi"]), (StatusCode::OK, &json!(1)));
    }
    let (status, j) = json_put(&e.p, &jalur, &kirim(Uuid::new_v4(), 0, 2)).await;
    assert_eq!((status, &j["galat"], &j["kini"]["centang"]), (StatusCode::CONFLICT, &json!("bentrok"), &json!([1])));
    let (status, _) = json_put(&e.p, &jalur, &kirim(Uuid::new_v4(), 1, 99)).await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    e.p.get(&format!("/lokus/{}/f02/lapangan", k.d.lokus)).await.memuat("1 dari 4 dicentang");
}

#[tokio::test]
async fn late_work_is_refused_in_words_and_can_be_handed_in() {
    let k = Kasus::baru().await;
    let e = k.penilai("a@uji.example", "Ani").await;
    k.tutup_fase().await;
    let sel = json!({ "op": Uuid::new_v4(), "versi_dasar": 0, "skor": 3, "perangkat": 1_700_000_000_000_i64 });
    let (status, j) = json_put(&e.p, &k.jalur("/isian/1.a.Ak"), &sel).await;
    assert_eq!((status, &j["galat"]), (StatusCode::CONFLICT, &json!("keadaan")));
    k.sql("INSERT INTO penugasan_akhir (penugasan_id, alasan, pada, oleh) SELECT id, 'x', 1, $1 FROM penugasan", nilai![k.d.oleh]).await;
    let jalur = format!("/lapangan/unit/{}/titipan/{}", k.d.lokus, Uuid::new_v4());
    let titip = json!({ "alasan": "Tahap ditutup", "isi": [
        { "jenis": "f02", "indikator": "1.a.Ak <b>", "isi": [["Nilai", "3"], ["Catatan", "<script>"]], "perangkat": 1 },
    ] });
    for _ in 0..2 {
        assert_eq!(json_put(&e.p, &jalur, &titip).await.0, StatusCode::OK);
    }
    let asing = k.d.app.sebagai(Peran::Evaluator, Lingkup::Wilayah("99".into())).await;
    assert_eq!(json_put(&asing, &jalur, &titip).await.0, StatusCode::NOT_FOUND);
    assert_eq!(json_put(&e.p, &jalur, &json!({ "alasan": "", "isi": [], "lain": 1 })).await.0, StatusCode::BAD_REQUEST);
    assert_eq!(k.angka("SELECT COUNT(*) AS n FROM titipan_lapangan").await, 1);
    assert_eq!(k.angka("SELECT COUNT(*) AS n FROM f02_isian").await, 0);
    assert_eq!(e.p.get(&format!("/lokus/{}/titipan", k.d.lokus)).await.status, StatusCode::FORBIDDEN);
}

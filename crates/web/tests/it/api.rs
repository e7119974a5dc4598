//! The interface for programs: its document, that each answer is what the document says, and that nothing closed comes out.

use axum::http::StatusCode;
use serde_json::Value;
use web::api::{OPERASI, dokumen};

use crate::{
    app::TestApp,
    publik::terbitan::{kerjakan, terbit},
};

fn cocok(nilai: &Value, jenis: &str) -> bool {
    match jenis {
        "string" => nilai.is_string(),
        "integer" => nilai.is_u64(),
        "array" => nilai.is_array(),
        _ => nilai.is_object(),
    }
}

#[test]
fn the_document_names_exactly_the_routes() {
    let mut rute: Vec<String> = web::daftar()
        .tabel()
        .iter()
        .filter(|b| b.jalur.starts_with("/api/"))
        .map(|b| format!("{} {}", b.metode.as_str().to_lowercase(), b.jalur))
        .collect();
    let mut tabel: Vec<String> = OPERASI.iter().map(|o| format!("{} {}", o.metode, o.jalur)).collect();
    rute.sort();
    tabel.sort();
    assert_eq!(rute, tabel);
    let d = dokumen();
    assert_eq!(d["openapi"], "3.1.0");
    for o in &OPERASI {
        assert_eq!(d["paths"][o.jalur][o.metode]["operationId"], o.id);
    }
}

#[tokio::test]
async fn each_answer_is_what_the_document_says() {
    let d = terbit().await;
    kerjakan(&d.app).await;
    let tamu = d.app.tamu();
    for o in OPERASI.iter().filter(|o| o.metode == "get") {
        let j = tamu.get(&o.jalur.replace("{periode}", "uji-2026")).await;
        assert_eq!(j.status.as_u16(), o.jawab.0, "{}", o.jalur);
        let v: Value = serde_json::from_str(&j.isi).unwrap();
        assert_eq!(v.as_object().unwrap().len(), o.jawab.1.len(), "{}: {v}", o.jalur);
        for (medan, jenis) in o.jawab.1 {
            assert!(cocok(&v[medan], jenis), "{} {medan}", o.jalur);
        }
    }
    let baca = async |jalur: &str| serde_json::from_str::<Value>(&tamu.get(jalur).await.isi).unwrap();
    let hasil = baca("/api/v1/periode/uji-2026/hasil").await;
    assert_eq!(
        (&hasil["semua"], &hasil["hasil"][0]["lokus"], &hasil["hasil"][0]["peringkat"]),
        (&1.into(), &"uji-2026-rsud".into(), &1.into())
    );
    assert_eq!(baca("/api/v1/periode/uji-2026/hasil?lewati=1").await["hasil"], serde_json::json!([]));
    assert_eq!(baca("/api/v1/periode/uji-2026/terbitan").await["versi"][0]["berkas"], "/hasil/uji-2026/terbitan/1");
    let j = tamu.get("/api/v1/periode/lain/hasil").await;
    assert_eq!(j.status, StatusCode::NOT_FOUND);
    assert!(serde_json::from_str::<Value>(&j.isi).unwrap()["galat"].is_string(), "a program gets no page");
}

#[tokio::test]
async fn a_token_is_shown_once_and_can_be_revoked() {
    let app = TestApp::baru().await;
    let d = crate::dunia::dunia(&app).await;
    let admin = app.masuk(d.admin).await;
    admin.get("/admin/token").await.memuat("Belum ada token");
    let salah = admin.post("/admin/token", &[("nama", ""), ("instansi", "zz"), ("hari", "9999")]).await;
    assert_eq!(salah.status, StatusCode::UNPROCESSABLE_ENTITY);
    salah.memuat("Isi nama token").memuat("Tidak ada instansi dengan kode ini");
    let j = admin.post("/admin/token", &[("nama", "Server"), ("instansi", "64.08"), ("hari", "30")]).await;
    j.memuat("Simpan token ini sekarang").memuat("prima_").memuat("Belum pernah");
    let daftar = admin.get("/admin/token").await;
    assert!(!daftar.isi.contains("prima_"));
    let id = daftar.isi.split("action=\"/admin/token/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    assert_eq!(admin.post(&format!("/admin/token/{id}"), &[]).await.ke(), "/admin/token");
    admin.get("/admin/token").await.memuat("Dicabut");
}

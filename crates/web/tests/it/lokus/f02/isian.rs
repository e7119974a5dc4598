use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};
use serde_json::{Value, json};
use uuid::Uuid;

use super::bangun::{Kasus, Penilai};

pub async fn kirim(k: &Kasus, e: &Penilai<'_>, kode: &str, isi: &Value) -> (StatusCode, Value) {
    let req = e.p.permintaan(Method::PUT, &k.jalur(&format!("/isian/{kode}"))).header(header::CONTENT_TYPE, "application/json");
    let j = e.p.kirim(req.body(Body::from(isi.to_string())).unwrap()).await;
    (j.status, serde_json::from_str(&j.isi).unwrap_or_default())
}

pub fn isi(op: Uuid, versi: i64, skor: u8) -> Value {
    json!({ "op": op, "versi_dasar": versi, "skor": skor, "cara": ["wawancara"], "sumber": "loket", "catatan": "c", "rekomendasi": "" })
}

#[tokio::test]
async fn a_cell_is_saved_once_and_conflicts_bring_the_stored_one() {
    let k = Kasus::baru().await;
    let e = k.penilai("a@uji.example", "Ani").await;
    let op = Uuid::new_v4();
    let (status, satu) = kirim(&k, &e, "1.a.Ak", &isi(op, 0, 4)).await;
    assert_eq!((status, &satu["versi"]), (StatusCode::OK, &json!(1)));
    assert_eq!(kirim(&k, &e, "1.a.Ak", &isi(op, 0, 4)).await.1, satu, "twice is once");
    let (status, j) = kirim(&k, &e, "1.a.Ak", &isi(op, 0, 5)).await;
    assert_eq!((status, &j["galat"]), (StatusCode::CONFLICT, &json!("operasi")));

    let (status, j) = kirim(&k, &e, "1.a.Ak", &isi(Uuid::new_v4(), 0, 2)).await;
    assert_eq!(status, StatusCode::CONFLICT);
    assert_eq!((&j["galat"], &j["kini"]["skor"], &j["kini"]["cara"]), (&json!("bentrok"), &json!(4), &json!(["wawancara"])));
    assert!(j["pesan"].as_str().unwrap().contains("2026"), "{j}");
    let versi = j["kini"]["versi"].as_i64().unwrap();
    assert_eq!(kirim(&k, &e, "1.a.Ak", &isi(Uuid::new_v4(), versi, 2)).await.1["versi"], json!(2));
}

#[tokio::test]
async fn refusals_say_why() {
    let k = Kasus::baru().await;
    let e = k.penilai("a@uji.example", "Ani").await;
    assert_eq!(kirim(&k, &e, "1.a.Ak", &isi(Uuid::new_v4(), 0, 6)).await.0, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(kirim(&k, &e, "1.a.Ak", &json!({ "op": "x" })).await.0, StatusCode::BAD_REQUEST);
    assert_eq!(kirim(&k, &e, "9.z", &isi(Uuid::new_v4(), 0, 3)).await.0, StatusCode::NOT_FOUND);
    k.tutup_fase().await;
    let (status, j) = kirim(&k, &e, "1.a.Ak", &isi(Uuid::new_v4(), 0, 3)).await;
    assert_eq!((status, &j["galat"]), (StatusCode::CONFLICT, &json!("keadaan")));
    assert!(j["pesan"].as_str().unwrap().contains("ditutup"));
    let op = k.d.operator().await;
    let req = op.permintaan(Method::PUT, &k.jalur("/isian/1.a.Ak")).body(Body::from(isi(Uuid::new_v4(), 0, 3).to_string())).unwrap();
    assert_eq!(op.kirim(req).await.status, StatusCode::FORBIDDEN);
}

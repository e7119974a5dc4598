//! The stream of a lokus: who may listen, what it tells, and that it ends when the server stops.

use std::time::Duration;

use axum::{body::Body, http::StatusCode};
use futures_util::StreamExt as _;
use tower::ServiceExt as _;

use crate::{
    app::{KINI, Peramban},
    bangun::Dunia,
};

async fn dengar(d: &Dunia, p: &Peramban<'_>, sejak: i64) -> axum::body::BodyDataStream {
    let jalur = format!("/lokus/{}/langsung?sejak={sejak}", d.lokus);
    let mut req = p.permintaan(axum::http::Method::GET, &jalur).body(Body::empty()).unwrap();
    req.headers_mut().insert("accept", "text/event-stream".parse().unwrap());
    let j = d.app.router.clone().oneshot(req).await.unwrap();
    assert_eq!((j.status(), j.headers()["content-type"].to_str().unwrap()), (StatusCode::OK, "text/event-stream"));
    j.into_body().into_data_stream()
}

async fn berikut(s: &mut axum::body::BodyDataStream) -> Option<String> {
    let isi = tokio::time::timeout(Duration::from_secs(10), s.next()).await.expect("nothing was told")?;
    Some(String::from_utf8(isi.unwrap().to_vec()).unwrap())
}

async fn isi(d: &Dunia, op: &Peramban<'_>, nilai: &str, versi: &str) {
    d.app.store().jam().maju(1);
    let f = [("versi", versi), ("1.a.Ak/sp_dibuat", nilai)];
    let j = op.post(&format!("/lokus/{}/f01/isian/1.a.Ak", d.lokus), &f).await;
    assert_eq!(j.status, StatusCode::SEE_OTHER, "{}", j.isi);
}

#[tokio::test]
async fn a_change_is_told_once_and_only_when_it_is_newer_than_the_page() {
    let d = Dunia::baru().await;
    let (op, kepala) = (d.operator().await, d.kepala().await);
    isi(&d, &op, "ya", "0").await;
    // The page is older than the change: told at once.
    let mut lama = dengar(&d, &kepala, KINI).await;
    assert!(berikut(&mut lama).await.unwrap().contains("event: perubahan\ndata: f01"));
    // The page is as new as the change: told when the next one comes.
    let mut baru = dengar(&d, &kepala, d.app.store().sekarang().0).await;
    isi(&d, &op, "tidak", "1").await;
    assert!(berikut(&mut baru).await.unwrap().contains("data: f01"));
    d.app.state.langsung.tutup();
    assert_eq!((berikut(&mut lama).await.filter(|s| !s.contains("f01")), berikut(&mut baru).await), (None, None), "the stream ends");
}

#[tokio::test]
async fn how_f02_moves_is_not_told_to_the_unit() {
    let d = Dunia::baru().await;
    let (op, biro) = (d.operator().await, d.penyelenggara().await);
    d.app.store().jam().maju(1);
    let tx = d.app.store().mulai().await.unwrap();
    store::peristiwa::siarkan(&tx, &store::f02::topik(d.lokus), &serde_json::json!({})).await.unwrap();
    tx.commit().await.unwrap();
    let (mut unit, mut kantor) = (dengar(&d, &op, KINI).await, dengar(&d, &biro, KINI).await);
    assert!(berikut(&mut kantor).await.unwrap().contains("data: f02"));
    isi(&d, &op, "ya", "0").await;
    assert!(berikut(&mut unit).await.unwrap().contains("data: f01"), "F01 is the first the unit hears of");
}

#[tokio::test]
async fn a_person_who_opens_the_address_is_led_to_the_page() {
    let d = Dunia::baru().await;
    let p = d.operator().await;
    let jalur = format!("/lokus/{}", d.lokus);
    assert_eq!(p.get(&format!("{jalur}/langsung")).await.ke(), jalur);
    p.get(&jalur).await.memuat("data-langsung=").memuat("Ada perubahan baru");
}

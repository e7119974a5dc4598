//! What two evaluators read who end their sheets at the same moment, and one whose server's clock was set back.

use axum::http::StatusCode;
use serde_json::json;
use uuid::Uuid;

use super::{
    bangun::{Kasus, edisi},
    isian::{isi, kirim},
};

#[tokio::test]
async fn two_evaluators_who_end_at_once_both_read_that_theirs_is_done() {
    let k = Kasus::baru().await;
    let (a, b) = (k.penilai("a@uji.example", "Ani").await, k.penilai("b@uji.example", "Budi").await);
    for i in edisi().indikator() {
        k.skor(&a, &i.kode, 3, 0).await;
        k.skor(&b, &i.kode, 4, 0).await;
    }
    let jalur = k.jalur("/selesai");
    let (x, y) = tokio::join!(a.p.post(&jalur, &[]), b.p.post(&jalur, &[]));
    for (e, j) in [(&a, x), (&b, y)] {
        assert_eq!((j.status, j.ke()), (StatusCode::SEE_OTHER, k.jalur("").as_str()));
        e.p.get(&k.jalur("")).await.memuat("Penilaian Anda sudah selesai");
        // Pressed once more: the same answer, no second end.
        assert_eq!(e.p.post(&jalur, &[]).await.ke(), k.jalur(""));
    }
    assert_eq!(k.angka("SELECT COUNT(*) AS n FROM f02_selesai").await, 2);
}

#[tokio::test]
async fn a_clock_that_is_set_back_loses_nothing_that_was_typed() {
    let k = Kasus::baru().await;
    let e = k.penilai("a@uji.example", "Ani").await;
    assert_eq!(kirim(&k, &e, "1.a.Ak", &isi(Uuid::new_v4(), 0, 4)).await.0, StatusCode::OK);
    k.d.app.store().jam().maju(-2 * 86_400);
    let (status, j) = kirim(&k, &e, "1.a.Ak", &isi(Uuid::new_v4(), 1, 2)).await;
    assert_eq!((status, &j["versi"]), (StatusCode::OK, &json!(2)), "{j}");
    let (status, j) = kirim(&k, &e, "1.a.Ak", &isi(Uuid::new_v4(), 1, 5)).await;
    assert_eq!((status, &j["kini"]["skor"]), (StatusCode::CONFLICT, &json!(2)), "what is newest is still told: {j}");
    e.p.get(&k.jalur("/I")).await.memuat("loket");
}

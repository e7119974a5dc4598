use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};
use store::{f01, hak, sesi};

use super::tersembunyi;
use crate::{app::Peramban, bangun::Dunia};

async fn serahkan(d: &Dunia, op: &Peramban<'_>) {
    d.app.store().jam().maju(1);
    let j = op.post(&format!("/lokus/{}/f01/siap", d.lokus), &[("tetap", "ya")]).await;
    assert_eq!(j.status, StatusCode::SEE_OTHER, "{}", j.isi);
}

#[tokio::test]
async fn the_head_reads_approves_submits_and_withdraws() {
    let d = Dunia::baru().await;
    let (op, kepala) = (d.operator().await, d.kepala().await);
    let (jalur, f01) = (format!("/lokus/{}/f01/pengiriman", d.lokus), format!("/lokus/{}/f01", d.lokus));
    kepala.get(&jalur).await.memuat("Belum ada yang dapat dikirim");
    op.post(&format!("{f01}/isian/1.a.Ak"), &[("versi", "0"), ("1.a.Ak/sp_dibuat", "ya")]).await;
    serahkan(&d, &op).await;
    let halaman = kepala.get(&jalur).await;
    halaman.memuat("Yang akan dikirim").memuat("Diserahkan oleh Ibu Uji");
    let (id, sidik) = (tersembunyi(&halaman, "", "op"), tersembunyi(&halaman, "", "sidik"));
    let j = kepala.post(&jalur, &[("op", &id), ("sidik", &sidik)]).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("Centang persetujuan");
    for _ in 0..2 {
        let j = kepala.post(&jalur, &[("op", &id), ("sidik", &sidik), ("setuju", "ya")]).await;
        assert_eq!(j.status, StatusCode::SEE_OTHER);
    }
    kepala.get(&f01).await.memuat("Pengiriman nomor 1").memuat(&sidik).memuat("Evaluator belum membukanya");
    op.get(&format!("{f01}/I")).await.memuat("Hanya dapat dibaca").memuat("F01 sudah dikirim");
    let j = op.post(&format!("{f01}/isian/1.a.Ak"), &[("versi", "1"), ("1.a.Ak/sp_dibuat", "tidak")]).await;
    assert_eq!(j.status, StatusCode::CONFLICT);

    d.app.store().jam().maju(1);
    let halaman = kepala.get(&jalur).await;
    let pengiriman = tersembunyi(&halaman, "", "pengiriman");
    let j = kepala.post(&jalur, &[("_aksi", "tarik"), ("pengiriman", &pengiriman), ("alasan", " ")]).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("Tulis alasan menarik kembali.");
    let j = kepala.post(&jalur, &[("_aksi", "tarik"), ("pengiriman", &pengiriman), ("alasan", "SK salah")]).await;
    assert_eq!(j.status, StatusCode::SEE_OTHER);
    op.get(&f01).await.memuat("Sedang diisi").memuat("SK salah").memuat("Serahkan kepada kepala unit");
}

#[tokio::test]
async fn a_change_after_the_page_was_opened_is_shown_first() {
    let d = Dunia::baru().await;
    let (op, kepala) = (d.operator().await, d.kepala().await);
    let jalur = format!("/lokus/{}/f01/pengiriman", d.lokus);
    serahkan(&d, &op).await;
    let lama = tersembunyi(&kepala.get(&jalur).await, "", "sidik");
    d.app.store().jam().maju(1);
    op.post(&format!("/lokus/{}/f01/isian/1.a.Ak", d.lokus), &[("versi", "0"), ("1.a.Ak/sp_dibuat", "ya")]).await;
    serahkan(&d, &op).await;
    let j = kepala.post(&jalur, &[("sidik", &lama), ("setuju", "ya")]).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("Isi F01 berubah sesudah halaman ini dibuka");
}

#[tokio::test]
async fn once_an_evaluator_opened_it_nothing_can_be_withdrawn() {
    let d = Dunia::baru().await;
    let (op, kepala) = (d.operator().await, d.kepala().await);
    let jalur = format!("/lokus/{}/f01/pengiriman", d.lokus);
    serahkan(&d, &op).await;
    let sidik = tersembunyi(&kepala.get(&jalur).await, "", "sidik");
    kepala.post(&jalur, &[("sidik", &sidik), ("setuju", "ya")]).await;
    let pengiriman = tersembunyi(&kepala.get(&jalur).await, "", "pengiriman");
    let e = d.evaluator("eva@uji.example").await;
    let token = e.kuki.borrow()["sesi"].clone();
    let pelaku = sesi::pelaku(d.app.store(), &token, "127.0.0.1", "uji").await.unwrap().unwrap();
    let hak = hak::lokus(d.app.store(), &pelaku, d.lokus).await.unwrap().evaluator().unwrap();
    f01::buka(d.app.store(), &hak).await.unwrap();
    let j = kepala.post(&jalur, &[("_aksi", "tarik"), ("pengiriman", &pengiriman), ("alasan", "x")]).await;
    assert_eq!(j.status, StatusCode::CONFLICT);
    j.memuat("Evaluator sudah membuka F01");
    kepala.get(&format!("/lokus/{}/f01", d.lokus)).await.memuat("Sudah dibuka evaluator").memuat("tidak dapat ditarik lagi");
    e.get(&format!("/lokus/{}/f01/I", d.lokus)).await.memuat("Hanya dapat dibaca");
}

/// What a script says instead of the form's `_aksi=tarik` and of `POST`.
#[tokio::test]
async fn a_script_withdraws_with_delete_and_saves_with_put() {
    let d = Dunia::baru().await;
    let (op, kepala) = (d.operator().await, d.kepala().await);
    let (jalur, f01) = (format!("/lokus/{}/f01/pengiriman", d.lokus), format!("/lokus/{}/f01", d.lokus));
    let kirim = |p: &Peramban<'_>, metode: Method, ke: &str, isi: &str| {
        let req = p.permintaan(metode, ke).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        req.body(Body::from(isi.to_owned())).unwrap()
    };
    let j = op.kirim(kirim(&op, Method::PUT, &format!("{f01}/isian/1.a.Ak"), "versi=0&1.a.Ak%2Fsp_dibuat=ya")).await;
    assert_eq!(j.status, StatusCode::SEE_OTHER, "{}", j.isi);
    serahkan(&d, &op).await;
    let sidik = tersembunyi(&kepala.get(&jalur).await, "", "sidik");
    assert_eq!(kepala.post(&jalur, &[("sidik", &sidik), ("setuju", "ya")]).await.status, StatusCode::SEE_OTHER);
    d.app.store().jam().maju(1);
    let pengiriman = tersembunyi(&kepala.get(&jalur).await, "", "pengiriman");
    let isi = format!("pengiriman={pengiriman}&alasan=");
    assert_eq!(kepala.kirim(kirim(&kepala, Method::DELETE, &jalur, &isi)).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(op.kirim(kirim(&op, Method::DELETE, &jalur, &format!("{isi}x"))).await.status, StatusCode::FORBIDDEN);
    assert_eq!(kepala.kirim(kirim(&kepala, Method::DELETE, &jalur, &format!("{isi}x"))).await.status, StatusCode::SEE_OTHER);
    kepala.get(&f01).await.memuat("Sedang diisi");
}

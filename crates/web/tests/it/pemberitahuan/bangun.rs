//! An account with notices.

use store::{
    id::AkunId,
    kueri::Kueri,
    nilai,
    pemberitahuan::{Kepada, Pemberitahuan, beri_tahu},
};

use crate::app::TestApp;

pub async fn kabari(app: &TestApp, akun: AkunId, jenis: &'static str, sekali: &str) {
    let tx = app.store().mulai().await.unwrap();
    let isi = serde_json::json!({ "unit": "RSUD Kudungga", "periode": "PEKPPP 2026", "fase": "pelaksanaan", "tanggal": "2026-03-09" });
    let kepada = [Kepada::Akun(akun)];
    let p = Pemberitahuan { jenis, kepada: &kepada, kecuali: None, periode: None, lokus: None, tautan: "/periode", isi: &isi, sekali };
    beri_tahu(&tx, &p).await.unwrap();
    tx.commit().await.unwrap();
}

pub async fn angka(app: &TestApp, sql: &str) -> i64 {
    app.store().baca().angka(sql, nilai![]).await.unwrap()
}

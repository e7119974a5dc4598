//! One POST of a webhook. What the other side answers is not read.

use std::time::Duration;

use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use tokio::time::timeout;

use crate::tujuan::{
    Alamat, Tujuan,
    garis::{Garis, permintaan},
};

/// Longest wait for the answer.
const JAWAB: Duration = Duration::from_secs(10);

pub struct Pesan<'a> {
    pub id: &'a str,
    pub waktu: &'a str,
    pub tanda: &'a str,
    pub isi: &'a str,
}

impl Pesan<'_> {
    fn kepala(&self) -> Option<HeaderMap> {
        let semua = [("webhook-id", self.id), ("webhook-timestamp", self.waktu), ("webhook-signature", self.tanda)];
        semua.into_iter().map(|(nama, isi)| Some((HeaderName::from_static(nama), HeaderValue::from_str(isi).ok()?))).collect()
    }
}

pub async fn kirim(t: &Tujuan, a: &Alamat, p: Pesan<'_>) -> Result<StatusCode, &'static str> {
    let permintaan = permintaan(a, p.kepala().ok_or("alamat")?, p.isi.to_owned())?;
    let mut garis = Garis::buka(t, a).await?;
    let jawab = timeout(JAWAB, garis.pos(a, permintaan)).await.map_err(|_| "jawaban-waktu")?;
    jawab.map(|j| j.status())
}

//! One POST to a gateway and the start of its answer. Says apart what surely did not leave from what may have arrived.

use std::time::Duration;

use axum::{
    body::Bytes,
    http::{HeaderMap, StatusCode},
};
use http_body_util::{BodyExt as _, Limited};
use tokio::time::timeout;

use crate::tujuan::{
    Alamat, Tujuan,
    garis::{Garis, permintaan},
};

/// An answer that names a message is short.
const BATAS: usize = 64 * 1024;

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Putus {
    /// Nothing left.
    Sebelum(&'static str),
    /// It may have arrived.
    Sesudah(&'static str),
}

/// Whether a line can be had; nothing is sent over it.
pub(super) async fn hubungi(t: &Tujuan, a: &Alamat) -> Result<(), &'static str> {
    Garis::buka(t, a).await.map(drop)
}

pub(super) async fn kirim(
    t: &Tujuan,
    a: &Alamat,
    (kepala, isi): (HeaderMap, String),
    jawab: Duration,
) -> Result<(StatusCode, Bytes), Putus> {
    let permintaan = permintaan(a, kepala, isi).map_err(Putus::Sebelum)?;
    let mut garis = Garis::buka(t, a).await.map_err(Putus::Sebelum)?;
    let kerja = async {
        let jawab = garis.pos(a, permintaan).await.map_err(Putus::Sesudah)?;
        let status = jawab.status();
        let badan = Limited::new(jawab.into_body(), BATAS).collect().await.map_err(|_| Putus::Sesudah("jawaban-rusak"))?;
        Ok((status, badan.to_bytes()))
    };
    timeout(jawab, kerja).await.unwrap_or(Err(Putus::Sesudah("jawaban-waktu")))
}

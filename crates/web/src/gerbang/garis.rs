//! One POST to a gateway and the start of its answer. Says apart what surely did not leave from what may have arrived.

use std::time::Duration;

use axum::{
    body::{Body, Bytes},
    http::{HeaderMap, Method, Request, StatusCode, header},
};
use http_body_util::{BodyExt as _, Limited};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use tokio::{
    io::{AsyncRead, AsyncWrite},
    time::timeout,
};
use tokio_rustls::rustls::pki_types::ServerName;

use crate::tujuan::{Alamat, Tujuan, sambung};

const SAMBUNG: Duration = Duration::from_secs(5);
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
    let tcp = sambung(t, a).await?;
    if a.https {
        let nama = ServerName::try_from(a.inang.clone()).map_err(|_| "alamat")?;
        timeout(SAMBUNG, t.tls.connect(nama, tcp)).await.map_err(|_| "tls-waktu")?.map_err(|_| "tls")?;
    }
    Ok(())
}

pub(super) async fn kirim(
    t: &Tujuan,
    a: &Alamat,
    (kepala, isi): (HeaderMap, String),
    jawab: Duration,
) -> Result<(StatusCode, Bytes), Putus> {
    let tcp = sambung(t, a).await.map_err(Putus::Sebelum)?;
    if !a.https {
        return lewat(tcp, a, (kepala, isi), jawab).await;
    }
    let nama = ServerName::try_from(a.inang.clone()).map_err(|_| Putus::Sebelum("alamat"))?;
    let tls = timeout(SAMBUNG, t.tls.connect(nama, tcp)).await.map_err(|_| Putus::Sebelum("tls-waktu"))?;
    lewat(tls.map_err(|_| Putus::Sebelum("tls"))?, a, (kepala, isi), jawab).await
}

async fn lewat<S>(garis: S, a: &Alamat, (kepala, isi): (HeaderMap, String), lama: Duration) -> Result<(StatusCode, Bytes), Putus>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let (mut kirim, sambungan) = http1::handshake(TokioIo::new(garis)).await.map_err(|_| Putus::Sebelum("sambungan"))?;
    let jaga = tokio::spawn(sambungan);
    let inang = if a.inang.contains(':') { format!("[{}]:{}", a.inang, a.porta) } else { format!("{}:{}", a.inang, a.porta) };
    let mut req = Request::builder()
        .method(Method::POST)
        .uri(&a.jalur)
        .header(header::HOST, inang)
        .header(header::CONTENT_TYPE, "application/json")
        .header(header::USER_AGENT, "Prima")
        .header(header::CONNECTION, "close")
        .body(Body::from(isi))
        .map_err(|_| Putus::Sebelum("alamat"))?;
    req.headers_mut().extend(kepala);
    let kerja = async {
        let jawab = kirim.send_request(req).await.map_err(|_| Putus::Sesudah("putus"))?;
        let status = jawab.status();
        let badan = Limited::new(jawab.into_body(), BATAS).collect().await.map_err(|_| Putus::Sesudah("jawaban-rusak"))?;
        Ok((status, badan.to_bytes()))
    };
    let hasil = timeout(lama, kerja).await.unwrap_or(Err(Putus::Sesudah("jawaban-waktu")));
    jaga.abort();
    hasil
}

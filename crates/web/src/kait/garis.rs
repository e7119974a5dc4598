//! One POST over one connection of its own, to numbers that were checked. No redirect is followed: its target was checked by
//! nobody. What the other side answers is not read.

use std::time::Duration;

use axum::{
    body::Body,
    http::{Method, Request, StatusCode, header},
};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use tokio::{
    io::{AsyncRead, AsyncWrite},
    time::timeout,
};
use tokio_rustls::rustls::pki_types::ServerName;

use crate::tujuan::{Alamat, SAMBUNG, Tujuan, sambung};

/// Longest wait for the answer.
const JAWAB: Duration = Duration::from_secs(10);

pub struct Pesan<'a> {
    pub id: &'a str,
    pub waktu: &'a str,
    pub tanda: &'a str,
    pub isi: &'a str,
}

pub async fn kirim(t: &Tujuan, a: &Alamat, p: Pesan<'_>) -> Result<StatusCode, &'static str> {
    let tcp = sambung(t, a).await?;
    if !a.https {
        return lewat(tcp, a, p).await;
    }
    let nama = ServerName::try_from(a.inang.clone()).map_err(|_| "alamat")?;
    let garis = timeout(SAMBUNG, t.tls.connect(nama, tcp)).await.map_err(|_| "tls-waktu")?.map_err(|_| "tls")?;
    lewat(garis, a, p).await
}

async fn lewat<S>(garis: S, a: &Alamat, p: Pesan<'_>) -> Result<StatusCode, &'static str>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let kerja = async {
        let (mut kirim, sambungan) = http1::handshake(TokioIo::new(garis)).await.map_err(|_| "sambungan")?;
        let jaga = tokio::spawn(sambungan);
        let inang = if a.inang.contains(':') { format!("[{}]:{}", a.inang, a.porta) } else { format!("{}:{}", a.inang, a.porta) };
        let req = Request::builder()
            .method(Method::POST)
            .uri(&a.jalur)
            .header(header::HOST, inang)
            .header(header::CONTENT_TYPE, "application/json")
            .header(header::USER_AGENT, "Prima")
            .header(header::CONNECTION, "close")
            .header("webhook-id", p.id)
            .header("webhook-timestamp", p.waktu)
            .header("webhook-signature", p.tanda)
            .body(Body::from(p.isi.to_owned()))
            .map_err(|_| "alamat")?;
        let jawab = kirim.send_request(req).await.map_err(|_| "putus");
        jaga.abort();
        jawab.map(|j| j.status())
    };
    timeout(JAWAB, kerja).await.map_err(|_| "jawaban-waktu")?
}

//! A line of its own to an address that was checked, and one POST over it. No redirect is followed: its target was checked by nobody. Why a
//! line was not had is one word for whoever asked; the cause, in the words of the system, goes to the log.

use std::fmt::Display;

use axum::{
    body::Body,
    http::{HeaderMap, Method, Request, Response, header},
};
use hyper::{
    body::Incoming,
    client::conn::http1::{self, SendRequest},
};
use hyper_util::rt::TokioIo;
use tokio::{
    io::{AsyncRead, AsyncWrite},
    task::JoinHandle,
    time::timeout,
};
use tokio_rustls::rustls::pki_types::ServerName;

use super::{Alamat, SAMBUNG, Tujuan, sambung};

/// An open line; it is closed when dropped.
pub(crate) struct Garis {
    kirim: SendRequest<Body>,
    jaga: JoinHandle<hyper::Result<()>>,
}

impl Drop for Garis {
    fn drop(&mut self) {
        self.jaga.abort();
    }
}

impl Garis {
    /// Opens a line; nothing is sent over it.
    pub(crate) async fn buka(t: &Tujuan, a: &Alamat) -> Result<Self, &'static str> {
        let tcp = sambung(t, a).await?;
        if !a.https {
            return Self::di(tcp, a).await;
        }
        let nama = ServerName::try_from(a.inang.clone()).map_err(|_| "alamat")?;
        let tls = timeout(SAMBUNG, t.tls.connect(nama, tcp)).await.map_err(|_| "tls-waktu")?;
        Self::di(tls.map_err(|e| gagal(a, "tls", &e))?, a).await
    }

    async fn di<S>(garis: S, a: &Alamat) -> Result<Self, &'static str>
    where
        S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    {
        let (kirim, sambungan) = http1::handshake(TokioIo::new(garis)).await.map_err(|e| gagal(a, "sambungan", &e))?;
        Ok(Self { kirim, jaga: tokio::spawn(sambungan) })
    }

    /// Sends what [`permintaan`] made, and waits for the start of the answer. Without one it may have arrived all the same.
    pub(crate) async fn pos(&mut self, a: &Alamat, p: Request<Body>) -> Result<Response<Incoming>, &'static str> {
        self.kirim.send_request(p).await.map_err(|e| gagal(a, "putus", &e))
    }
}

/// A POST of JSON with these headers.
pub(crate) fn permintaan(a: &Alamat, kepala: HeaderMap, isi: String) -> Result<Request<Body>, &'static str> {
    let inang = if a.inang.contains(':') { format!("[{}]:{}", a.inang, a.porta) } else { format!("{}:{}", a.inang, a.porta) };
    let mut p = Request::builder()
        .method(Method::POST)
        .uri(&a.jalur)
        .header(header::HOST, inang)
        .header(header::CONTENT_TYPE, "application/json")
        .header(header::USER_AGENT, "Prima")
        .header(header::CONNECTION, "close")
        .body(Body::from(isi))
        .map_err(|_| "alamat")?;
    p.headers_mut().extend(kepala);
    Ok(p)
}

fn gagal(a: &Alamat, kata: &'static str, sebab: &dyn Display) -> &'static str {
    tracing::warn!(host = a.inang, port = a.porta, error = %sebab, "a line to another program failed: {kata}");
    kata
}

//! One request over one connection of its own, with what can be known when it fails: before anything was sent, or after. A client
//! with a pool may send a request again by itself when a kept connection turns out to be closed, so there is none here.

use std::{path::Path, time::Duration};

use axum::{
    body::{Body, Bytes},
    http::{HeaderValue, Method, Request, StatusCode, Uri, header},
};
use http_body_util::{BodyExt as _, Limited};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::TcpStream,
};
use tokio_rustls::{TlsConnector, rustls::pki_types::ServerName};

use super::TteError;

/// Longest wait for the line itself.
const SAMBUNG: Duration = Duration::from_secs(5);
/// Longest answer: a PDF of 25 MB in base64.
const JAWABAN: usize = 40 * 1024 * 1024;

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gagal {
    /// The line could not be opened: the service saw nothing.
    TakTerhubung(String),
    /// Something was sent, and what became of it is unknown.
    TakDiketahui(&'static str),
}

pub struct Klien {
    inang: String,
    porta: u16,
    otorisasi: HeaderValue,
    tls: Option<TlsConnector>,
}

impl Klien {
    pub fn baru(alamat: &str, otorisasi: HeaderValue, ca: &Path) -> Result<Self, TteError> {
        let salah = || TteError::Alamat(alamat.to_owned());
        let uri: Uri = alamat.parse().map_err(|_| salah())?;
        let inang = uri.host().ok_or_else(salah)?.to_owned();
        let (tls, baku) = match uri.scheme_str() {
            Some("http") => (None, 80),
            Some("https") => (Some(store::tls::penyambung(ca).map_err(|e| TteError::Ca(e.to_string()))?), 443),
            _ => return Err(salah()),
        };
        if !uri.path().trim_end_matches('/').is_empty() || uri.query().is_some() {
            return Err(salah());
        }
        Ok(Self { inang, porta: uri.port_u16().unwrap_or(baku), otorisasi, tls })
    }

    pub fn inang(&self) -> &str {
        &self.inang
    }

    /// Posts JSON and reads the whole answer within `batas`, the opening of the line not counted.
    pub async fn kirim(&self, jalur: &str, json: String, batas: Duration) -> Result<(StatusCode, Bytes), Gagal> {
        let putus = |e: &dyn std::fmt::Display| Gagal::TakTerhubung(e.to_string());
        let alamat = (self.inang.trim_matches(['[', ']']), self.porta);
        let tcp = tokio::time::timeout(SAMBUNG, TcpStream::connect(alamat)).await;
        let tcp = tcp.map_err(|e| putus(&e))?.map_err(|e| putus(&e))?;
        let Some(tls) = &self.tls else { return self.lewat(tcp, jalur, json, batas).await };
        let nama = ServerName::try_from(alamat.0.to_owned()).map_err(|e| putus(&e))?;
        let tcp = tokio::time::timeout(SAMBUNG, tls.connect(nama, tcp)).await;
        self.lewat(tcp.map_err(|e| putus(&e))?.map_err(|e| putus(&e))?, jalur, json, batas).await
    }

    async fn lewat<S>(&self, garis: S, jalur: &str, json: String, batas: Duration) -> Result<(StatusCode, Bytes), Gagal>
    where
        S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    {
        let (mut kirim, sambungan) = http1::handshake(TokioIo::new(garis)).await.map_err(|e| Gagal::TakTerhubung(e.to_string()))?;
        let jaga = tokio::spawn(sambungan);
        let hasil = tokio::time::timeout(batas, async {
            let req = Request::builder()
                .method(Method::POST)
                .uri(jalur)
                .header(header::HOST, self.inang.as_str())
                .header(header::CONTENT_TYPE, "application/json")
                .header(header::ACCEPT, "application/json")
                .header(header::AUTHORIZATION, self.otorisasi.clone())
                .body(Body::from(json))
                .map_err(|_| Gagal::TakTerhubung("request".into()))?;
            let jawab = kirim.send_request(req).await.map_err(|_| Gagal::TakDiketahui("sambungan-putus"))?;
            let status = jawab.status();
            let isi = Limited::new(jawab.into_body(), JAWABAN).collect().await;
            Ok((status, isi.map_err(|_| Gagal::TakDiketahui("sambungan-putus"))?.to_bytes()))
        })
        .await;
        jaga.abort();
        hasil.unwrap_or(Err(Gagal::TakDiketahui("waktu-habis")))
    }
}

//! One request over one connection of its own to the provider, bounded in time and size; redirects are not followed. `https`, or plain
//! `http` to this very machine when the provider itself is there.

use std::{net::IpAddr, path::Path, time::Duration};

use axum::{
    body::{Body, Bytes},
    http::{HeaderName, Method, Request, Uri, header},
};
use http_body_util::{BodyExt as _, Limited};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::TcpStream,
    time::timeout,
};
use tokio_rustls::{TlsConnector, rustls::pki_types::ServerName};

use super::SsoError;

const SAMBUNG: Duration = Duration::from_secs(5);
const JAWAB: Duration = Duration::from_secs(10);
const PANJANG: usize = 512 * 1024;

pub struct Saluran {
    tls: TlsConnector,
    /// The provider is on this machine, by plain http.
    lokal: bool,
}

fn putus(e: impl std::fmt::Display) -> SsoError {
    SsoError::Putus(e.to_string())
}

fn diri(inang: &str) -> bool {
    inang == "localhost" || inang.trim_matches(['[', ']']).parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

impl Saluran {
    pub fn baru(penerbit: &str, ca: &Path) -> Result<Self, SsoError> {
        let salah = || SsoError::Setelan(format!("penerbit: {penerbit:?} bukan alamat https"));
        let uri: Uri = penerbit.parse().map_err(|_| salah())?;
        let inang = uri.host().ok_or_else(salah)?;
        let lokal = match uri.scheme_str() {
            Some("https") => false,
            Some("http") if diri(inang) => true,
            _ => return Err(salah()),
        };
        if uri.query().is_some() || penerbit.contains('#') {
            return Err(salah());
        }
        Ok(Self { tls: store::tls::penyambung(ca).map_err(|e| SsoError::Setelan(format!("ca: {e}")))?, lokal })
    }

    /// Whether an address that the provider named may be used.
    pub fn periksa(&self, alamat: &str) -> Result<Uri, SsoError> {
        let salah = || SsoError::Jawaban(format!("{alamat:?} is not an https address"));
        let uri: Uri = alamat.parse().map_err(|_| salah())?;
        let inang = uri.host().ok_or_else(salah)?;
        match uri.scheme_str() {
            Some("https") => Ok(uri),
            Some("http") if self.lokal && diri(inang) => Ok(uri),
            _ => Err(salah()),
        }
    }

    /// Reads JSON; `token` goes along as `Bearer`.
    pub async fn ambil(&self, alamat: &str, token: Option<&str>) -> Result<Bytes, SsoError> {
        let kepala = token.map(|t| (header::AUTHORIZATION, format!("Bearer {t}")));
        self.minta(Method::GET, alamat, kepala.as_slice(), String::new()).await
    }

    /// Posts a form.
    pub async fn kirim(&self, alamat: &str, isi: String) -> Result<Bytes, SsoError> {
        self.minta(Method::POST, alamat, &[(header::CONTENT_TYPE, "application/x-www-form-urlencoded".into())], isi).await
    }

    async fn minta(&self, cara: Method, alamat: &str, kepala: &[(HeaderName, String)], isi: String) -> Result<Bytes, SsoError> {
        let uri = self.periksa(alamat)?;
        let https = uri.scheme_str() == Some("https");
        let inang = uri.host().unwrap_or_default().trim_matches(['[', ']']).to_owned();
        let porta = uri.port_u16().unwrap_or(if https { 443 } else { 80 });
        let mut req = Request::builder()
            .method(cara)
            .uri(uri.path_and_query().map_or("/", |p| p.as_str()))
            .header(header::HOST, uri.authority().map_or(inang.as_str(), |a| a.as_str()))
            .header(header::ACCEPT, "application/json")
            .header(header::USER_AGENT, "Prima");
        for (nama, nilai) in kepala {
            req = req.header(nama, nilai);
        }
        let req = req.body(Body::from(isi)).map_err(putus)?;
        let tcp = timeout(SAMBUNG, TcpStream::connect((inang.as_str(), porta))).await.map_err(putus)?.map_err(putus)?;
        if !https {
            return lewat(tcp, req).await;
        }
        let nama = ServerName::try_from(inang).map_err(putus)?;
        let tcp = timeout(SAMBUNG, self.tls.connect(nama, tcp)).await.map_err(putus)?.map_err(putus)?;
        lewat(tcp, req).await
    }
}

async fn lewat<S>(garis: S, req: Request<Body>) -> Result<Bytes, SsoError>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let kerja = async {
        let (mut kirim, sambungan) = http1::handshake(TokioIo::new(garis)).await.map_err(putus)?;
        let jaga = tokio::spawn(sambungan);
        let jawab = kirim.send_request(req).await.map_err(putus)?;
        let status = jawab.status();
        let isi = Limited::new(jawab.into_body(), PANJANG).collect().await.map_err(putus)?.to_bytes();
        jaga.abort();
        if status.is_success() {
            return Ok(isi);
        }
        // The code of the standard, not the provider's sentence.
        let sebab = serde_json::from_slice::<serde_json::Value>(&isi).ok().and_then(|v| Some(v.get("error")?.as_str()?.to_owned()));
        let sebab: String = sebab.unwrap_or_default().chars().filter(|c| !c.is_control()).take(60).collect();
        Err(SsoError::Jawaban(format!("status {} {sebab}", status.as_u16())))
    };
    timeout(JAWAB, kerja).await.map_err(putus)?
}

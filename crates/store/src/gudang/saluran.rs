//! The line to the object store: HTTP/1.1, kept open between requests, with TLS where the address says `https`. One request at a
//! time on each line. What is asked, and whether it is asked again, is not decided here.

use http_body_util::combinators::UnsyncBoxBody;
use hyper::{
    Request, Response, Uri,
    body::{Bytes, Incoming},
    client::conn::http1::{self, SendRequest},
};
use hyper_util::rt::TokioIo;
use std::{
    path::Path,
    pin::pin,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::TcpStream,
    time::timeout,
};
use tokio_rustls::{TlsConnector, rustls::pki_types::ServerName};

use crate::tls;

pub(super) type Badan = UnsyncBoxBody<Bytes, std::io::Error>;

/// Longest wait for the line itself.
const SAMBUNG: Duration = Duration::from_secs(3);
/// How often it is looked whether a body goes on.
const DETAK: Duration = Duration::from_millis(250);
/// Lines kept open for the next request.
const SIMPAN: usize = 8;

pub(super) struct Saluran {
    inang: String,
    porta: u16,
    tls: Option<TlsConnector>,
    siap: Mutex<Vec<SendRequest<Badan>>>,
}

/// An answer, and the line it came by.
pub(super) struct Jawab {
    pub isi: Response<Incoming>,
    garis: SendRequest<Badan>,
}

/// Why there is no answer.
#[derive(Debug)]
pub(super) enum Gagal {
    /// Nothing came and nothing was taken for too long; says what was waited for.
    Diam(&'static str),
    /// The line broke, or there is none.
    Putus(String),
}

impl Saluran {
    /// # Errors
    /// A sentence that names the setting.
    pub fn baru(alamat: &str, ca: &Path) -> Result<Self, String> {
        let salah = || format!("alamat {alamat:?}: diharapkan misalnya https://s3.kab.go.id, tanpa jalur");
        let uri: Uri = alamat.trim_end_matches('/').parse().map_err(|_| salah())?;
        let inang = uri.host().ok_or_else(salah)?.to_owned();
        let (tls, baku) = match uri.scheme_str() {
            Some("http") => (None, 80),
            Some("https") => (Some(tls::penyambung(ca).map_err(|e| format!("ca {e}"))?), 443),
            _ => return Err(salah()),
        };
        if uri.path() != "/" && !uri.path().is_empty() || uri.query().is_some() {
            return Err(salah());
        }
        Ok(Self { inang, porta: uri.port_u16().unwrap_or(baku), tls, siap: Mutex::default() })
    }

    /// As the `Host` header says it.
    pub fn inang(&self) -> String {
        let baku = if self.tls.is_some() { 443 } else { 80 };
        if self.porta == baku { self.inang.clone() } else { format!("{}:{}", self.inang, self.porta) }
    }

    /// Sends a request and waits for the head of its answer. `baru`: by no line that was kept, for it may be dead. `sabar`: the longest
    /// silence; while `terambil` grows (bytes of the body that were taken) it is none.
    pub async fn minta(&self, req: Request<Badan>, baru: bool, sabar: Duration, terambil: &AtomicU64) -> Result<Jawab, Gagal> {
        let rentang = tracing::info_span!("object store", method = %req.method());
        tracing::Instrument::instrument(self.tanya(req, baru, sabar, terambil), rentang).await
    }

    async fn tanya(&self, req: Request<Badan>, baru: bool, sabar: Duration, terambil: &AtomicU64) -> Result<Jawab, Gagal> {
        let lama = if baru { None } else { self.siap.lock().unwrap_or_else(PoisonError::into_inner).pop() };
        let mut garis = match lama.filter(|g| !g.is_closed()) {
            Some(g) => g,
            None => timeout(SAMBUNG, self.buka()).await.map_err(|_| Gagal::Diam("no line in time"))?.map_err(Gagal::Putus)?,
        };
        let isi = {
            let mut kerja = pin!(async {
                garis.ready().await?;
                garis.send_request(req).await
            });
            let (mut dulu, mut sejak) = (0, Instant::now());
            loop {
                if let Ok(h) = timeout(DETAK, &mut kerja).await {
                    break h.map_err(|e| Gagal::Putus(e.to_string()))?;
                }
                let kini = terambil.load(Ordering::Relaxed);
                if kini != dulu {
                    (dulu, sejak) = (kini, Instant::now());
                } else if sejak.elapsed() >= sabar {
                    return Err(Gagal::Diam("no answer in time"));
                }
            }
        };
        Ok(Jawab { isi, garis })
    }

    /// Keeps the line of an answer that was read to its end.
    pub fn simpan(&self, garis: SendRequest<Badan>) {
        let mut siap = self.siap.lock().unwrap_or_else(PoisonError::into_inner);
        if siap.len() < SIMPAN && !garis.is_closed() {
            siap.push(garis);
        }
    }

    async fn buka(&self) -> Result<SendRequest<Badan>, String> {
        let inang = self.inang.trim_matches(['[', ']']);
        let tcp = TcpStream::connect((inang, self.porta)).await.map_err(|e| e.to_string())?;
        tcp.set_nodelay(true).map_err(|e| e.to_string())?;
        let Some(tls) = &self.tls else { return jabat(tcp).await };
        let nama = ServerName::try_from(inang.to_owned()).map_err(|e| e.to_string())?;
        jabat(tls.connect(nama, tcp).await.map_err(|e| e.to_string())?).await
    }
}

impl Jawab {
    pub fn pisah(self) -> (Response<Incoming>, SendRequest<Badan>) {
        (self.isi, self.garis)
    }
}

async fn jabat<S>(garis: S) -> Result<SendRequest<Badan>, String>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let (kirim, sambungan) = http1::handshake(TokioIo::new(garis)).await.map_err(|e| e.to_string())?;
    tokio::spawn(sambungan);
    Ok(kirim)
}

//! The identity of a request: its id (in the answer's `X-Request-Id`, in the log and on error pages), the client's
//! address, the language, and, once the session layer has run, who asks. One log line per request, without query string.

use std::{
    net::{IpAddr, SocketAddr},
    sync::{Arc, OnceLock},
    time::Instant,
};

use axum::{
    extract::{ConnectInfo, MatchedPath, Request, State},
    http::{Extensions, HeaderMap, HeaderValue, header},
    middleware::Next,
    response::Response,
};
use tracing::Instrument as _;

use super::alamat;
use store::hak::Pelaku;

use crate::{
    app::AppState,
    bahasa::{Bahasa, KUKI},
    jejak, kuki,
    metrik::Kelas,
};

/// Carried in the extensions of every request; cheap to clone.
#[derive(Clone)]
pub struct Permintaan(Arc<Isi>);

/// The part of a page that scripts fetch whenever somebody is told something.
const LONCENG: &str = "/pemberitahuan/lonceng";

struct Isi {
    id: String,
    alamat: IpAddr,
    jalur: String,
    kueri: Option<String>,
    kuki: Option<Bahasa>,
    bahasa: Bahasa,
    pesan: Option<String>,
    pelaku: OnceLock<Arc<Pelaku>>,
}

impl Permintaan {
    /// The request's identity. The outermost layer always puts one in; a stand-in keeps a handler tested alone alive.
    #[must_use]
    pub fn dari(extensions: &Extensions) -> Self {
        extensions.get::<Self>().cloned().unwrap_or_else(|| Self::baru(alamat::TAK_DIKENAL, "/".to_owned(), None, &HeaderMap::new()))
    }

    fn baru(alamat: IpAddr, jalur: String, kueri: Option<String>, headers: &HeaderMap) -> Self {
        let id = store::id::baru().simple().to_string();
        let pilihan = kuki::baca(headers, KUKI).and_then(|v| Bahasa::dari_kode(&v));
        let bahasa = Bahasa::default();
        // The bell is asked for by a script, often at the very moment that the page with the message is on its way.
        let pesan = if jalur == LONCENG { None } else { kuki::baca(headers, crate::tampil::KUKI_PESAN) };
        Self(Arc::new(Isi { id, alamat, jalur, kueri, kuki: pilihan, bahasa, pesan, pelaku: OnceLock::new() }))
    }

    /// 32 hexadecimal digits, unique.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.0.id
    }

    /// The client's address, behind trusted proxies the one they report.
    #[must_use]
    pub fn alamat(&self) -> IpAddr {
        self.0.alamat
    }

    #[must_use]
    pub fn jalur(&self) -> &str {
        &self.0.jalur
    }

    /// Path and query, to come back to after login.
    #[must_use]
    pub fn jalur_lengkap(&self) -> String {
        match &self.0.kueri {
            Some(kueri) => format!("{}?{kueri}", self.0.jalur),
            None => self.0.jalur.clone(),
        }
    }

    /// The visitor's choice (cookie), then the account's language, then the browser's.
    #[must_use]
    pub fn bahasa(&self) -> Bahasa {
        self.0.kuki.or_else(|| Bahasa::dari_kode(&self.0.pelaku.get()?.bahasa)).unwrap_or(self.0.bahasa)
    }

    /// The catalogue key of the message that the previous answer left for this page.
    #[must_use]
    pub fn pesan(&self) -> Option<&str> {
        self.0.pesan.as_deref()
    }

    #[must_use]
    pub fn pelaku(&self) -> Option<Arc<Pelaku>> {
        self.0.pelaku.get().cloned()
    }

    pub(crate) fn kenali(&self, pelaku: Arc<Pelaku>) {
        // Only the session layer calls this, once per request; a second value would be a fault and is ignored.
        let _ = self.0.pelaku.set(pelaku);
    }
}

fn is_html(response: &Response) -> bool {
    response.headers().get(header::CONTENT_TYPE).is_some_and(|v| v.as_bytes().starts_with(b"text/html"))
}

/// The outermost layer.
pub async fn buka(State(app): State<AppState>, mut req: Request, next: Next) -> Response {
    let mulai = Instant::now();
    let peer = req.extensions().get::<ConnectInfo<SocketAddr>>().map(|c| c.0.ip());
    let alamat = alamat::klien(peer, req.headers(), |ip| app.tepercaya(ip));
    let jalur = req.uri().path().to_owned();
    let kueri = req.uri().query().map(str::to_owned);
    let permintaan = Permintaan::baru(alamat, jalur, kueri, req.headers());
    // The pattern, not the path: a path may hold a one-time token.
    let pola = req.extensions().get::<MatchedPath>().map(|p| p.as_str().to_owned());
    let kelas = Kelas::dari(req.method(), pola.as_deref());
    let kosong = tracing::field::Empty;
    let span = tracing::info_span!(
        "request", id = %permintaan.id(), method = %req.method(), route = pola, traceparent = kosong, status = kosong
    );
    // Of a proxy only: anyone else could join his requests to a trace that is not his.
    if let Some(asal) = jejak::dari_kepala(req.headers()).filter(|_| peer.is_some_and(|ip| app.tepercaya(ip))) {
        span.record("traceparent", asal);
    }
    req.extensions_mut().insert(permintaan.clone());
    // For the guard in front of a handler, which is made before the state exists.
    req.extensions_mut().insert(app.clone());

    let mut response = next.run(req).instrument(span.clone()).await;
    if let Ok(id) = HeaderValue::from_str(permintaan.id()) {
        response.headers_mut().insert("x-request-id", id);
    }
    // A message is shown once: by the page that this answer is, if it is one.
    if permintaan.pesan().is_some() && !response.status().is_redirection() && is_html(&response) {
        response.headers_mut().extend(kuki::tulis(crate::tampil::KUKI_PESAN, "", Some(0), app.https()).map(|v| (header::SET_COOKIE, v)));
    }
    app.metrik.catat(kelas, response.status(), mulai.elapsed());
    let ms = mulai.elapsed().as_millis();
    span.in_scope(|| tracing::info!(status = response.status().as_u16(), ms, "answered"));
    // After the line of the log, which says it already.
    span.record("status", response.status().as_u16());
    response
}

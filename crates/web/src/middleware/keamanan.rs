//! Headers that tell browsers what our pages never do: run inline script, be framed, leak addresses. A handler may set a
//! stricter value itself (a download does); what it set stays.

use axum::{
    body::HttpBody as Body,
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, header},
    middleware::Next,
    response::Response,
};
use tower_http::compression::predicate::Predicate;

use crate::app::AppState;

const CSP: &str = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
    connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const TETAP: [(HeaderName, &str); 7] = [
    (header::CONTENT_SECURITY_POLICY, CSP),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("permissions-policy"), "camera=(), microphone=(), geolocation=(), payment=()"),
];

/// Mark of an answer that other sites may show in a frame; its own policy says which.
#[derive(Clone, Copy, Debug)]
pub struct BolehDibingkai;

pub async fn kepala(State(app): State<AppState>, req: Request, next: Next) -> Response {
    let mut response = next.run(req).await;
    pasang(&app, response.headers_mut());
    if response.extensions().get::<BolehDibingkai>().is_some() {
        response.headers_mut().remove(header::X_FRAME_OPTIONS);
    }
    response
}

/// Puts in what is not set yet.
pub(crate) fn pasang(app: &AppState, headers: &mut HeaderMap) {
    for (name, value) in TETAP {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    if app.https() {
        let hsts = HeaderValue::from_static("max-age=31536000; includeSubDomains");
        headers.entry(header::STRICT_TRANSPORT_SECURITY).or_insert(hsts);
    }
    // Pages show what one person may see; only assets and public files say otherwise, and they say so themselves.
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    if app.https() {
        kuki_aman(headers);
    }
}

/// Under https no cookie travels without it, whoever wrote it.
fn kuki_aman(headers: &mut HeaderMap) {
    let semua: Vec<HeaderValue> = headers.get_all(header::SET_COOKIE).iter().cloned().collect();
    if semua.iter().all(aman) {
        return;
    }
    headers.remove(header::SET_COOKIE);
    for kuki in semua {
        let baru = if aman(&kuki) { kuki } else { HeaderValue::from_bytes(&[kuki.as_bytes(), b"; Secure"].concat()).unwrap_or(kuki) };
        headers.append(header::SET_COOKIE, baru);
    }
}

fn aman(kuki: &HeaderValue) -> bool {
    kuki.as_bytes().split(|b| *b == b';').skip(1).any(|a| a.trim_ascii().eq_ignore_ascii_case(b"secure"))
}

/// Compresses pages only: files are compressed already, assets at build time.
#[derive(Clone, Copy)]
pub struct HanyaHtml;

impl Predicate for HanyaHtml {
    fn should_compress<B>(&self, response: &axum::http::Response<B>) -> bool
    where
        B: Body,
    {
        response.headers().get(header::CONTENT_TYPE).is_some_and(|v| v.as_bytes().starts_with(b"text/html"))
    }
}

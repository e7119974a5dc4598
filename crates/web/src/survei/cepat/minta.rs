//! What a public survey page needs to know of a request, read once: language, address, and what the client can read.

use std::net::{IpAddr, SocketAddr};

use axum::{
    extract::ConnectInfo,
    http::{HeaderMap, HeaderName, header, request::Parts},
};

use crate::{
    app::AppState,
    middleware::alamat,
    survei::{bahasa::BahasaSurvei, terima_kasih::Sesudah, urai::Tulisan},
};

pub struct Minta {
    pub alamat: IpAddr,
    pub bahasa: BahasaSurvei,
    pub gzip: bool,
    /// The client wants JSON, or sends it and does not ask for a page: a script of ours that sends what it kept.
    pub json: bool,
    /// `?cara=`: what the page of thanks leads to.
    pub sesudah: Sesudah,
}

impl Minta {
    #[must_use]
    pub fn dari(app: &AppState, parts: &Parts) -> Self {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|c| c.0.ip());
        let kueri = |nama: &str| {
            let mut bagian = parts.uri.query().unwrap_or_default().split('&').filter_map(|p| p.split_once('='));
            bagian.find(|(k, _)| *k == nama).map(|(_, v)| v)
        };
        let h = &parts.headers;
        Self {
            alamat: alamat::klien(peer, h, |ip| app.tepercaya(ip)),
            bahasa: BahasaSurvei::pilih(kueri("bahasa"), teks(h, header::ACCEPT_LANGUAGE)),
            gzip: teks(h, header::ACCEPT_ENCODING).is_some_and(menerima_gzip),
            json: ingin_json(teks(h, header::ACCEPT), teks(h, header::CONTENT_TYPE)),
            sesudah: Sesudah::dari(kueri("cara")),
        }
    }
}

fn teks(headers: &HeaderMap, nama: HeaderName) -> Option<&str> {
    headers.get(nama).and_then(|v| v.to_str().ok())
}

fn ingin_json(accept: Option<&str>, content_type: Option<&str>) -> bool {
    let accept = accept.unwrap_or_default();
    let kirim_json = content_type.and_then(Tulisan::dari) == Some(Tulisan::Json);
    !accept.contains("text/html") && (accept.contains("application/json") || kirim_json)
}

/// `gzip` or `x-gzip`, unless its weight is zero.
fn menerima_gzip(nilai: &str) -> bool {
    nilai.split(',').any(|satu| {
        let (nama, q) = satu.split_once(';').unwrap_or((satu, ""));
        let nol = q.trim().strip_prefix("q=").is_some_and(|q| q.trim().bytes().all(|b| matches!(b, b'0' | b'.')));
        matches!(nama.trim(), "gzip" | "x-gzip") && !nol
    })
}

#[cfg(test)]
mod tests {
    use super::{ingin_json, menerima_gzip};

    #[test]
    fn who_sends_json_is_answered_in_json() {
        assert!(ingin_json(Some("application/json"), None));
        assert!(ingin_json(None, Some("application/json; charset=utf-8")));
        assert!(ingin_json(Some("*/*"), Some("application/json")));
        assert!(!ingin_json(Some("text/html,application/json;q=0.9"), Some("application/json")), "a browser that wants a page");
        assert!(!ingin_json(Some("*/*"), Some("application/x-www-form-urlencoded")));
    }

    #[test]
    fn gzip_is_used_only_where_it_is_wanted() {
        for ya in ["gzip", "gzip, deflate, br", "br;q=1.0, gzip;q=0.5", "x-gzip"] {
            assert!(menerima_gzip(ya), "{ya}");
        }
        for tidak in ["", "br", "gzip;q=0", "gzip; q=0.000, br", "identity", "gzipp"] {
            assert!(!menerima_gzip(tidak), "{tidak}");
        }
    }
}

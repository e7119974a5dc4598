//! Reading and writing cookies: names, attributes and lifetimes in one place.
//! The session token itself is made and checked by the store; this module only carries it.

use axum::http::{HeaderMap, HeaderValue, header};

/// The value of a cookie of the request.
#[must_use]
pub fn baca(headers: &HeaderMap, nama: &str) -> Option<String> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|v| v.to_str().ok())
        .flat_map(|v| v.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(name, _)| *name == nama)
        .map(|(_, value)| value.to_owned())
}

/// A `Set-Cookie` header. `umur` in seconds; 0 deletes, `None` lasts until the browser closes.
/// The value must be free of `;`, space and control characters (tokens and keys are).
#[must_use]
pub fn tulis(nama: &str, nilai: &str, umur: Option<u64>, aman: bool) -> Option<HeaderValue> {
    let age = umur.map(|s| format!("; Max-Age={s}")).unwrap_or_default();
    let secure = if aman { "; Secure" } else { "" };
    HeaderValue::from_str(&format!("{nama}={nilai}; Path=/; HttpOnly; SameSite=Lax{age}{secure}")).ok()
}

/// A path of our own to return to, out of a form or an address: never another site (`//evil`, `https:…`, `/\evil`).
#[must_use]
pub fn jalur_sendiri(jalur: &str) -> Option<&str> {
    let bersih = jalur.starts_with('/') && !jalur.starts_with("//") && !jalur.contains('\\') && !jalur.chars().any(char::is_control);
    bersih.then_some(jalur)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_way_back_leads_to_another_site() {
        for jahat in ["//evil.example", "https://evil.example", "/\\evil", "", "x", "/a\nb"] {
            assert_eq!(jalur_sendiri(jahat), None, "{jahat:?}");
        }
        assert_eq!(jalur_sendiri("/lokus/1/f01?a=b"), Some("/lokus/1/f01?a=b"));
    }

    #[test]
    fn cookies_are_read_by_exact_name() {
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, "xsesi=1; sesi=2".parse().unwrap());
        assert_eq!(baca(&headers, "sesi").as_deref(), Some("2"));
        assert_eq!(baca(&headers, "es"), None);
    }
}

//! The address of the installation as people write it in the settings, and as links are made from it: scheme and name, nothing after it.

use std::net::IpAddr;

use crate::{
    AppState,
    app::KonfigError,
    komponen::{Nada, Pemberitahuan},
    konteks::Konteks,
};

/// Without blanks around and slashes at the end: `https://prima.contoh.go.id/` leads where it leads without.
///
/// # Errors
/// `Alamat` for another scheme or none, `AlamatJalur` where something other than a name (and a port) follows it.
pub fn rapi(alamat: &str) -> Result<String, KonfigError> {
    let bersih = alamat.trim();
    let nama = bersih
        .strip_prefix("https://")
        .or_else(|| bersih.strip_prefix("http://"))
        .ok_or_else(|| KonfigError::Alamat(alamat.to_owned()))?
        .trim_end_matches('/');
    if nama.is_empty() || nama.contains(|h: char| "/?#@\\".contains(h) || h.is_whitespace()) {
        return Err(KonfigError::AlamatJalur(alamat.to_owned()));
    }
    Ok(bersih.trim_end_matches('/').to_owned())
}

/// Whether an address opens on the machine that serves it only, or on none.
fn setempat(alamat: &str) -> bool {
    let nama = alamat.split_once("://").map_or(alamat, |(_, n)| n);
    let inang = nama.strip_prefix('[').map_or_else(|| nama.split([':', '/']).next(), |n| n.split(']').next()).unwrap_or_default();
    inang.eq_ignore_ascii_case("localhost") || inang.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback() || ip.is_unspecified())
}

/// What is said beside links, QR codes and lists of links that are made for others, while the address in the settings leads nobody here. An
/// example is looked at where it runs.
pub(crate) fn peringatan(app: &AppState, k: &Konteks) -> Option<Pemberitahuan> {
    (setempat(&app.konfig.alamat) && !app.ilustrasi)
        .then(|| k.pemberitahuan(Nada::Perhatian, "umum-alamat-setempat", "umum-alamat-setempat-isi"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_leads_nobody_here_is_known() {
        for a in [
            "http://127.0.0.1:8080",
            "http://localhost",
            "http://LOCALHOST:80",
            "http://[::1]:8080",
            "http://0.0.0.0:8080",
            "http://[::]:1",
        ] {
            assert!(setempat(a), "{a}");
        }
        for a in ["https://prima.example", "http://10.0.0.7:8080", "http://[2001:db8::1]:8080", "https://127.0.0.1.example"] {
            assert!(!setempat(a), "{a}");
        }
    }

    #[test]
    fn a_slash_at_the_end_is_taken_off_and_a_path_is_refused() {
        for (tertulis, dipakai) in [
            ("https://prima.example", "https://prima.example"),
            ("https://prima.example/", "https://prima.example"),
            (" http://10.0.0.7:8080// ", "http://10.0.0.7:8080"),
            ("http://[::1]:8080/", "http://[::1]:8080"),
        ] {
            assert_eq!(rapi(tertulis).unwrap(), dipakai);
        }
        for salah in ["https://prima.example/prima", "https://prima.example/?a", "https://a@prima.example", "https://", "https:///"] {
            assert!(matches!(rapi(salah), Err(KonfigError::AlamatJalur(_))), "{salah}");
        }
        assert!(matches!(rapi("prima.example/"), Err(KonfigError::Alamat(_))));
    }
}

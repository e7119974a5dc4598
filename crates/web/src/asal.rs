//! The address of the installation as people write it in the settings, and as links are made from it: scheme and name, nothing after it.

use crate::app::KonfigError;

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

#[cfg(test)]
mod tests {
    use super::*;

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

//! What an ID token must say to be taken (OpenID Connect Core 3.1.3.7): who issued it, for whom, when, and in answer to which question.

use serde_json::{Map, Value};
use store::{Waktu, sso::Identitas};

use super::SsoError;

/// Seconds that two clocks may differ.
pub(super) const SELISIH: i64 = 60;

/// What the provider said about a person.
#[derive(Debug)]
pub struct Keterangan {
    pub(super) penerbit: String,
    pub(super) klaim: Value,
    pub(super) dua_langkah: bool,
}

impl Keterangan {
    fn teks(&self, nama: &str) -> Option<&str> {
        self.klaim[nama].as_str().filter(|s| !s.is_empty())
    }

    #[must_use]
    pub fn identitas(&self) -> Identitas<'_> {
        Identitas {
            penerbit: &self.penerbit,
            subjek: self.teks("sub").unwrap_or_default(),
            surel: self.teks("email"),
            surel_terverifikasi: self.klaim["email_verified"].as_bool().unwrap_or(false),
            nama: self.teks("name").or_else(|| self.teks("preferred_username")),
            klaim: &self.klaim,
            dua_langkah: self.dua_langkah,
            terbukti: self.klaim["auth_time"].as_i64().and_then(|d| d.checked_mul(1_000_000)).map(Waktu),
        }
    }
}

/// What was asked, to be found in the answer.
pub(super) struct Harap<'a> {
    pub penerbit: &'a str,
    pub klien: &'a str,
    pub nonce: &'a str,
    /// Seconds now.
    pub kini: i64,
    /// The person must have been asked after this second.
    pub sejak: Option<i64>,
}

/// The programs that a token is for.
pub(super) fn untuk(k: &Value) -> Vec<&str> {
    match &k["aud"] {
        Value::String(s) => vec![s],
        Value::Array(a) => a.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

/// Adds what the provider gave on asking (`lain`, unsigned) to what it signed, which stays. An address and the word that it is verified
/// are one statement: they are never put together from two.
pub(super) fn gabung(isi: &mut Map<String, Value>, lain: Map<String, Value>) {
    let punya = isi.contains_key("email") || isi.contains_key("email_verified");
    let sama = lain.get("email").is_some_and(|e| isi.get("email") == Some(e));
    for (nama, nilai) in lain {
        if punya && !sama && matches!(nama.as_str(), "email" | "email_verified") {
            continue;
        }
        isi.entry(nama).or_insert(nilai);
    }
}

pub(super) fn periksa(k: &Value, h: &Harap<'_>) -> Result<(), SsoError> {
    let tolak = |s| Err(SsoError::Ditolak(s));
    if k["iss"].as_str() != Some(h.penerbit) {
        return tolak("token of another issuer");
    }
    let untuk = untuk(k);
    let pemegang = k["azp"].as_str();
    if !untuk.contains(&h.klien) || (untuk.len() > 1 && pemegang.is_none()) || pemegang.is_some_and(|a| a != h.klien) {
        return tolak("token for another program");
    }
    let detik = |nama: &str| k[nama].as_i64();
    if detik("exp").is_none_or(|t| t + SELISIH <= h.kini) {
        return tolak("token expired");
    }
    if detik("iat").is_none_or(|t| t > h.kini + SELISIH) || detik("nbf").is_some_and(|t| t > h.kini + SELISIH) {
        return tolak("token of the future");
    }
    if k["nonce"].as_str() != Some(h.nonce) {
        return tolak("token for another question");
    }
    if k["sub"].as_str().is_none_or(|s| s.is_empty() || s.len() > 255) {
        return tolak("token about nobody");
    }
    if h.sejak.is_some_and(|s| detik("auth_time").is_none_or(|t| t + SELISIH / 2 < s)) {
        return tolak("the person was not asked again");
    }
    Ok(())
}

/// Whether `amr` or `acr` has the value that stands for two steps.
pub(super) fn dua_langkah(k: &Value, tanda: &str) -> bool {
    let amr = k["amr"].as_array().is_some_and(|a| a.iter().any(|v| v.as_str() == Some(tanda)));
    !tanda.is_empty() && (amr || k["acr"].as_str() == Some(tanda))
}

#[cfg(test)]
mod tests;

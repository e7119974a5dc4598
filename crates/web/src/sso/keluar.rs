//! What a logout token of the provider must say to be taken (OpenID Connect Back-Channel Logout 1.0, 2.4 and 2.6): that it is one, whose,
//! for whom, and not long ago. Which sessions end, and that it is good once, is `store::sso::keluar`.

use serde_json::Value;
use store::{Store, Waktu, sso::Pamit};

use super::{
    Sso, SsoError,
    klaim::{SELISIH, untuk},
};

/// The event that makes a token one of logout.
const KEJADIAN: &str = "http://schemas.openid.net/event/backchannel-logout";
/// A token that is older is not taken: seconds.
const UMUR: i64 = 300;
/// Longest name of a token, a person or a session.
const PANJANG: usize = 255;

/// Claims of a token that was found good.
#[derive(Debug)]
pub struct Perintah(Value);

impl Perintah {
    /// For the store.
    #[must_use]
    pub fn pamit<'a>(&'a self, penerbit: &'a str) -> Pamit<'a> {
        let teks = |nama: &str| self.0[nama].as_str();
        let dibuat = self.0["iat"].as_i64().unwrap_or_default();
        // Remembered until it would be too old by both clocks.
        let sampai = Waktu((dibuat + UMUR + 2 * SELISIH).saturating_mul(1_000_000));
        Pamit { penerbit, subjek: teks("sub"), sid: teks("sid"), jti: teks("jti").unwrap_or_default(), sampai }
    }
}

fn periksa(k: &Value, penerbit: &str, klien: &str, kini: i64) -> Result<(), SsoError> {
    let tolak = |s| Err(SsoError::Ditolak(s));
    if k["iss"].as_str() != Some(penerbit) {
        return tolak("logout by another issuer");
    }
    if !untuk(k).contains(&klien) {
        return tolak("logout for another program");
    }
    // An ID token is none, whatever else it says.
    if !k["events"][KEJADIAN].is_object() || k.get("nonce").is_some() {
        return tolak("no logout token");
    }
    let detik = |nama: &str| k[nama].as_i64();
    if detik("iat").is_none_or(|t| !(kini - UMUR..=kini + SELISIH).contains(&t)) || detik("exp").is_some_and(|t| t + SELISIH <= kini) {
        return tolak("logout token too old or of the future");
    }
    let sah = |nama: &str| k[nama].as_str().is_some_and(|s| !s.is_empty() && s.len() <= PANJANG);
    let ada = |nama: &str| k.get(nama).is_some();
    if !sah("jti") || (ada("sub") && !sah("sub")) || (ada("sid") && !sah("sid")) || !(ada("sub") || ada("sid")) {
        return tolak("logout token about nobody");
    }
    Ok(())
}

impl Sso {
    /// Checks a logout token that somebody posted.
    ///
    /// # Errors
    /// See [`SsoError`].
    pub async fn pamit(&self, store: &Store, token: &str) -> Result<Perintah, SsoError> {
        // Anybody may post here; the provider is not asked about what is no token.
        if token.split('.').count() != 3 {
            return Err(SsoError::Ditolak("token malformed"));
        }
        let p = self.penyedia().await?;
        let k = self.isi_token(&p, token).await?;
        periksa(&k, &self.konfig.penerbit, &self.konfig.klien, store.sekarang().0 / 1_000_000)?;
        Ok(Perintah(k))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    type Ubah = fn(&mut Value);

    #[test]
    fn only_a_fresh_logout_token_for_us_is_taken() {
        let baik = || json!({ "iss": "i", "aud": ["lain", "prima"], "iat": 1000, "exp": 1120, "jti": "j", "sub": "s", "events": { KEJADIAN: {} } });
        let coba = |ubah: Ubah| {
            let mut k = baik();
            ubah(&mut k);
            periksa(&k, "i", "prima", 1010)
        };
        assert_eq!(coba(|_| {}), Ok(()));
        assert_eq!(
            coba(
                |k| *k = json!({ "sid": "x", "exp": null, "sub": "s", "iss": "i", "aud": "prima", "iat": 711, "jti": "j", "events": { KEJADIAN: {} } })
            ),
            Ok(())
        );
        let salah: [(&str, Ubah); 11] = [
            ("iss", |k| k["iss"] = json!("lain")),
            ("aud", |k| k["aud"] = json!("lain")),
            ("events", |k| k["events"] = json!({ "lain": {} })),
            ("not an object", |k| k["events"][KEJADIAN] = json!(true)),
            ("nonce", |k| k["nonce"] = json!("n")),
            ("old", |k| k["iat"] = json!(709)),
            ("future", |k| k["iat"] = json!(1071)),
            ("over", |k| k["exp"] = json!(950)),
            ("jti", |k| k["jti"] = json!("")),
            ("sub", |k| k["sub"] = json!(7)),
            ("nobody", |k| drop(k.as_object_mut().unwrap().remove("sub"))),
        ];
        for (apa, ubah) in salah {
            assert!(coba(ubah).is_err(), "{apa}");
        }
    }

    #[test]
    fn it_is_remembered_until_it_is_too_old() {
        let p = Perintah(json!({ "iat": 1000, "jti": "j", "sid": "x" }));
        let p = p.pamit("i");
        assert_eq!((p.subjek, p.sid, p.jti, p.sampai.0), (None, Some("x"), "j", 1_420_000_000));
    }
}

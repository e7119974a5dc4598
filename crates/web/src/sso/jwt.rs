//! What the provider signed (JWS, RFC 7515): only public-key algorithms, each with a key of its own kind; never `none`, never a shared
//! secret, so what a token says of itself cannot choose a weaker check.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use ring::signature::{
    ECDSA_P256_SHA256_FIXED, ECDSA_P384_SHA384_FIXED, ED25519, RSA_PKCS1_2048_8192_SHA256, RSA_PKCS1_2048_8192_SHA384,
    RSA_PKCS1_2048_8192_SHA512, RSA_PSS_2048_8192_SHA256, RSA_PSS_2048_8192_SHA384, RSA_PSS_2048_8192_SHA512, RsaParameters,
    RsaPublicKeyComponents, UnparsedPublicKey, VerificationAlgorithm,
};
use serde::Deserialize;
use serde_json::Value;

use super::es512;

#[derive(Debug, PartialEq, Eq)]
pub enum Salah {
    Bentuk,
    Algoritma,
    /// No key of that name: perhaps the provider changed its keys.
    KunciTakDikenal,
    Tanda,
}

/// A public key of the provider (JWK). Unknown members are ignored.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Jwk {
    kty: String,
    kid: Option<String>,
    r#use: Option<String>,
    alg: Option<String>,
    crv: String,
    x: String,
    y: String,
    n: String,
    e: String,
}

#[derive(Deserialize)]
struct Kepala {
    alg: String,
    kid: Option<String>,
    crit: Option<Value>,
}

fn urai(teks: &str) -> Result<Vec<u8>, Salah> {
    URL_SAFE_NO_PAD.decode(teks).map_err(|_| Salah::Bentuk)
}

fn rsa(alg: &str) -> Option<&'static RsaParameters> {
    Some(match alg {
        "RS256" => &RSA_PKCS1_2048_8192_SHA256,
        "RS384" => &RSA_PKCS1_2048_8192_SHA384,
        "RS512" => &RSA_PKCS1_2048_8192_SHA512,
        "PS256" => &RSA_PSS_2048_8192_SHA256,
        "PS384" => &RSA_PSS_2048_8192_SHA384,
        "PS512" => &RSA_PSS_2048_8192_SHA512,
        _ => return None,
    })
}

/// Key type and curve that an algorithm needs.
fn jenis(alg: &str) -> Option<(&'static str, &'static str)> {
    Some(match alg {
        "ES256" => ("EC", "P-256"),
        "ES384" => ("EC", "P-384"),
        "ES512" => ("EC", "P-521"),
        "EdDSA" => ("OKP", "Ed25519"),
        a if rsa(a).is_some() => ("RSA", ""),
        _ => return None,
    })
}

/// Whether a token under this algorithm could be taken.
pub fn dikenal(alg: &str) -> bool {
    jenis(alg).is_some()
}

impl Jwk {
    /// Whether it is of a kind that signs here.
    pub fn dapat_dipakai(&self) -> bool {
        let jenis = matches!((&*self.kty, &*self.crv), ("RSA", _) | ("EC", "P-256" | "P-384" | "P-521") | ("OKP", "Ed25519"));
        jenis && self.r#use.as_deref().is_none_or(|u| u == "sig") && self.alg.as_deref().is_none_or(dikenal)
    }

    fn cocok(&self, k: &Kepala, (kty, crv): (&str, &str)) -> bool {
        self.kty == kty
            && (crv.is_empty() || self.crv == crv)
            && self.r#use.as_deref().is_none_or(|u| u == "sig")
            && self.alg.as_deref().is_none_or(|a| a == k.alg)
            && (k.kid.is_none() || self.kid == k.kid)
    }

    fn periksa(&self, alg: &str, pesan: &[u8], tanda: &[u8]) -> Result<(), Salah> {
        let satu = |v: &'static dyn VerificationAlgorithm, kunci: Vec<u8>| UnparsedPublicKey::new(v, kunci).verify(pesan, tanda);
        let titik = || Ok::<_, Salah>([&[4][..], &urai(&self.x)?, &urai(&self.y)?].concat());
        let hasil = match alg {
            "ES256" => satu(&ECDSA_P256_SHA256_FIXED, titik()?),
            "ES384" => satu(&ECDSA_P384_SHA384_FIXED, titik()?),
            "ES512" => return if es512::periksa(&titik()?, pesan, tanda) { Ok(()) } else { Err(Salah::Tanda) },
            "EdDSA" => satu(&ED25519, urai(&self.x)?),
            lain => {
                let (n, e) = (urai(&self.n)?, urai(&self.e)?);
                RsaPublicKeyComponents { n, e }.verify(rsa(lain).ok_or(Salah::Algoritma)?, pesan, tanda)
            }
        };
        hasil.map_err(|_| Salah::Tanda)
    }
}

/// The claims of a token that one of these keys signed.
pub fn periksa(token: &str, kunci: &[Jwk]) -> Result<Value, Salah> {
    let (isi, tanda) = token.rsplit_once('.').ok_or(Salah::Bentuk)?;
    let (kepala, klaim) = isi.split_once('.').ok_or(Salah::Bentuk)?;
    let k: Kepala = serde_json::from_slice(&urai(kepala)?).map_err(|_| Salah::Bentuk)?;
    if k.crit.is_some() {
        return Err(Salah::Bentuk);
    }
    let jenis = jenis(&k.alg).ok_or(Salah::Algoritma)?;
    let tanda = urai(tanda)?;
    let mut calon = kunci.iter().filter(|j| j.cocok(&k, jenis)).peekable();
    if calon.peek().is_none() {
        return Err(Salah::KunciTakDikenal);
    }
    if !calon.any(|j| j.periksa(&k.alg, isi.as_bytes(), &tanda).is_ok()) {
        return Err(Salah::Tanda);
    }
    serde_json::from_slice(&urai(klaim)?).map_err(|_| Salah::Bentuk)
}

#[cfg(test)]
mod tests {
    use super::{super::kunci::tests::kunci, *};
    use serde_json::json;

    #[test]
    fn a_token_is_taken_with_its_own_key_only() {
        for (kurva, kurva_lain) in [("P-256", "P-384"), ("P-384", "P-521"), ("P-521", "P-256")] {
            let (k, lain) = (kunci(kurva), kunci(kurva));
            let jwk = |k: &super::super::kunci::KunciKlien| serde_json::from_value::<Jwk>(k.publik()).unwrap();
            let t = k.tandai(&json!({ "sub": "1" })).unwrap();
            assert_eq!(periksa(&t, &[jwk(&lain), jwk(&k)]), Ok(json!({ "sub": "1" })));
            assert_eq!(periksa(&t, &[jwk(&lain)]), Err(Salah::KunciTakDikenal));
            let samar = Jwk { kid: None, ..jwk(&lain) };
            assert_eq!(periksa(&t, &[Jwk { kid: jwk(&k).kid, ..samar }]), Err(Salah::Tanda));
            assert_eq!(periksa(&t, &[Jwk { r#use: Some("enc".into()), ..jwk(&k) }]), Err(Salah::KunciTakDikenal));
            assert_eq!(periksa(&t, &[jwk(&kunci(kurva_lain))]), Err(Salah::KunciTakDikenal), "another curve");
            // Changed claims under the same signature.
            let mut b: Vec<&str> = t.split('.').collect();
            let palsu = URL_SAFE_NO_PAD.encode(json!({ "sub": "2" }).to_string());
            b[1] = &palsu;
            assert_eq!(periksa(&b.join("."), &[jwk(&k)]), Err(Salah::Tanda));
        }
    }

    #[test]
    fn none_and_shared_secrets_are_refused() {
        let k = kunci("P-256");
        let jwk: Jwk = serde_json::from_value(k.publik()).unwrap();
        for alg in ["none", "None", "HS256", "ES256K", ""] {
            let kepala = URL_SAFE_NO_PAD.encode(json!({ "alg": alg }).to_string());
            let t = format!("{kepala}.{}.", URL_SAFE_NO_PAD.encode("{}"));
            assert_eq!(periksa(&t, std::slice::from_ref(&jwk)), Err(Salah::Algoritma), "{alg}");
        }
        let kepala = URL_SAFE_NO_PAD.encode(json!({ "alg": "ES256", "crit": ["x"] }).to_string());
        assert_eq!(periksa(&format!("{kepala}.e30.AA"), &[jwk]), Err(Salah::Bentuk));
        for t in ["", ".", "..", "a.b", "a.b.c"] {
            assert_eq!(periksa(t, &[]), Err(Salah::Bentuk), "{t}");
        }
    }
}

//! The key by which this program proves itself to the provider (`private_key_jwt`, RFC 7523): ES256 or ES384, by the curve of the key.

use std::path::Path;

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use ring::{
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_FIXED_SIGNING, ECDSA_P384_SHA384_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _},
};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use tokio_rustls::rustls::pki_types::{PrivatePkcs8KeyDer, pem::PemObject as _};

use super::SsoError;

pub struct KunciKlien {
    pasangan: EcdsaKeyPair,
    acak: SystemRandom,
    /// Algorithm of the signature and name of the curve.
    jenis: (&'static str, &'static str),
}

impl KunciKlien {
    pub fn baca(berkas: &Path) -> Result<Self, SsoError> {
        let salah = |e: &dyn std::fmt::Display| SsoError::Setelan(format!("kunci {}: {e}", berkas.display()));
        let der = PrivatePkcs8KeyDer::from_pem_file(berkas).map_err(|e| salah(&e))?;
        Self::dari(der.secret_pkcs8_der()).ok_or_else(|| salah(&"no private key on P-256 or P-384 in PKCS#8"))
    }

    fn dari(pkcs8: &[u8]) -> Option<Self> {
        let acak = SystemRandom::new();
        [(&ECDSA_P256_SHA256_FIXED_SIGNING, ("ES256", "P-256")), (&ECDSA_P384_SHA384_FIXED_SIGNING, ("ES384", "P-384"))]
            .into_iter()
            .find_map(|(alg, jenis)| EcdsaKeyPair::from_pkcs8(alg, pkcs8, &acak).ok().map(|p| (p, jenis)))
            .map(|(pasangan, jenis)| Self { pasangan, acak, jenis })
    }

    pub fn algoritma(&self) -> &'static str {
        self.jenis.0
    }

    fn titik(&self) -> (String, String) {
        let (x, y) = self.pasangan.public_key().as_ref()[1..].split_at((self.pasangan.public_key().as_ref().len() - 1) / 2);
        (URL_SAFE_NO_PAD.encode(x), URL_SAFE_NO_PAD.encode(y))
    }

    /// The thumbprint of the public half (RFC 7638), which names it.
    fn nama(&self) -> String {
        let (x, y) = self.titik();
        let isi = format!("{{\"crv\":\"{}\",\"kty\":\"EC\",\"x\":\"{x}\",\"y\":\"{y}\"}}", self.jenis.1);
        URL_SAFE_NO_PAD.encode(Sha256::digest(isi))
    }

    /// The public half (JWK).
    pub fn publik(&self) -> Value {
        let (x, y) = self.titik();
        json!({ "kty": "EC", "crv": self.jenis.1, "x": x, "y": y, "use": "sig", "alg": self.jenis.0, "kid": self.nama() })
    }

    /// A signed proof with these claims.
    pub fn tandai(&self, klaim: &Value) -> Result<String, SsoError> {
        let kepala = json!({ "alg": self.jenis.0, "typ": "JWT", "kid": self.nama() });
        let isi = [kepala, klaim.clone()].map(|v| URL_SAFE_NO_PAD.encode(v.to_string())).join(".");
        let tanda = self.pasangan.sign(&self.acak, isi.as_bytes()).map_err(|_| SsoError::Setelan("the key does not sign".into()))?;
        Ok(format!("{isi}.{}", URL_SAFE_NO_PAD.encode(tanda)))
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub fn kunci(p384: bool) -> KunciKlien {
        let alg = if p384 { &ECDSA_P384_SHA384_FIXED_SIGNING } else { &ECDSA_P256_SHA256_FIXED_SIGNING };
        let der = EcdsaKeyPair::generate_pkcs8(alg, &SystemRandom::new()).unwrap();
        KunciKlien::dari(der.as_ref()).unwrap()
    }

    #[test]
    fn the_curve_chooses_the_algorithm() {
        assert_eq!((kunci(false).algoritma(), kunci(true).algoritma()), ("ES256", "ES384"));
        let p = kunci(true).publik();
        assert_eq!((p["crv"].as_str(), p["x"].as_str().unwrap().len()), (Some("P-384"), 64));
        assert!(p.get("d").is_none());
        assert!(KunciKlien::dari(b"bukan kunci").is_none());
    }
}

//! The key by which this program proves itself to the provider (`private_key_jwt`, RFC 7523): ES256, ES384 or ES512, by the curve of the key.

use std::path::Path;

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use ring::{
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_FIXED_SIGNING, ECDSA_P384_SHA384_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _},
};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use tokio_rustls::rustls::pki_types::{PrivatePkcs8KeyDer, pem::PemObject as _};

use super::{SsoError, es512::KunciP521};

enum Pasangan {
    Ring(EcdsaKeyPair, SystemRandom),
    P521(KunciP521),
}

pub struct KunciKlien {
    pasangan: Pasangan,
    /// Algorithm of the signature and name of the curve.
    jenis: (&'static str, &'static str),
}

impl KunciKlien {
    pub fn baca(berkas: &Path) -> Result<Self, SsoError> {
        if berkas.as_os_str().is_empty() {
            return Err(SsoError::Setelan("kunci: masih kosong; tulis letak berkas kunci privat".into()));
        }
        let salah = |apa: &str| SsoError::Setelan(format!("kunci: {}: {apa}", berkas.display()));
        let der = PrivatePkcs8KeyDer::from_pem_file(berkas).map_err(|e| salah(&store::tls::kata_pem(&e)))?;
        Self::dari(der.secret_pkcs8_der()).ok_or_else(|| salah("bukan kunci privat P-256, P-384, atau P-521 dalam bentuk PKCS#8"))
    }

    fn dari(pkcs8: &[u8]) -> Option<Self> {
        let acak = SystemRandom::new();
        [(&ECDSA_P256_SHA256_FIXED_SIGNING, ("ES256", "P-256")), (&ECDSA_P384_SHA384_FIXED_SIGNING, ("ES384", "P-384"))]
            .into_iter()
            .find_map(|(alg, jenis)| EcdsaKeyPair::from_pkcs8(alg, pkcs8, &acak).ok().map(|p| (p, jenis)))
            .map(|(p, jenis)| Self { pasangan: Pasangan::Ring(p, acak), jenis })
            .or_else(|| KunciP521::dari(pkcs8).map(|p| Self { pasangan: Pasangan::P521(p), jenis: ("ES512", "P-521") }))
    }

    pub fn algoritma(&self) -> &'static str {
        self.jenis.0
    }

    fn titik(&self) -> (String, String) {
        let publik = match &self.pasangan {
            Pasangan::Ring(p, _) => p.public_key().as_ref(),
            Pasangan::P521(p) => p.publik(),
        };
        // Behind the mark of a point that is not compressed.
        let (x, y) = publik[1..].split_at((publik.len() - 1) / 2);
        (URL_SAFE_NO_PAD.encode(x), URL_SAFE_NO_PAD.encode(y))
    }

    fn tanda(&self, pesan: &[u8]) -> Option<Vec<u8>> {
        match &self.pasangan {
            Pasangan::Ring(p, acak) => p.sign(acak, pesan).ok().map(|t| t.as_ref().to_vec()),
            Pasangan::P521(p) => p.tandai(pesan),
        }
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
        let tanda = self.tanda(isi.as_bytes()).ok_or_else(|| SsoError::Setelan("kunci: tidak dapat menandatangani".into()))?;
        Ok(format!("{isi}.{}", URL_SAFE_NO_PAD.encode(tanda)))
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::{super::es512, *};

    /// One on each curve.
    pub fn kunci(kurva: &str) -> KunciKlien {
        let ring = |alg| EcdsaKeyPair::generate_pkcs8(alg, &SystemRandom::new()).unwrap().as_ref().to_vec();
        let der = match kurva {
            "P-256" => ring(&ECDSA_P256_SHA256_FIXED_SIGNING),
            "P-384" => ring(&ECDSA_P384_SHA384_FIXED_SIGNING),
            _ => es512::tests::baru(),
        };
        KunciKlien::dari(&der).unwrap()
    }

    #[test]
    fn the_curve_chooses_the_algorithm() {
        for (kurva, alg, panjang) in [("P-256", "ES256", 43), ("P-384", "ES384", 64), ("P-521", "ES512", 88)] {
            let k = kunci(kurva);
            let p = k.publik();
            assert_eq!((k.algoritma(), p["crv"].as_str(), p["x"].as_str().unwrap().len()), (alg, Some(kurva), panjang));
            assert!(p.get("d").is_none());
        }
        assert!(KunciKlien::dari(b"bukan kunci").is_none());
    }
}

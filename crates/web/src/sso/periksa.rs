//! Whether the provider and this program fit each other, as far as what it says of itself tells: for `prima doctor`.

use super::{
    Sso, SsoError,
    jwt::{self, Jwk},
    penemuan::{Penyedia, UMUR},
};

/// What does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Keluhan {
    /// It does not take `private_key_jwt`.
    Bukti,
    /// It does not take proofs under the algorithm of this program's key.
    Algoritma(&'static str),
    /// It does not take the challenge (PKCE, S256).
    Tantangan,
    /// It signs tokens under nothing that is taken here.
    Token,
    /// It has no public key that can be used here.
    Kunci,
}

/// A provider that answered.
#[derive(Debug)]
pub struct Temuan {
    /// Public keys that can be used.
    pub kunci: usize,
    pub keluhan: Vec<Keluhan>,
    /// Whether it tells when a person leaves it.
    pub kabar_keluar: bool,
}

impl Sso {
    /// Asks the provider about itself and for its keys; signs nobody in.
    ///
    /// # Errors
    /// When it cannot be asked, or what it answers cannot be used.
    pub async fn tanya_diri(&self) -> Result<Temuan, SsoError> {
        let p = self.penyedia().await?;
        let kunci = self.kunci_penyedia(&p, UMUR).await?.iter().filter(|j| Jwk::dapat_dipakai(j)).count();
        Ok(Temuan { kunci, keluhan: keluhan(&p, self.algoritma(), kunci), kabar_keluar: p.backchannel_logout_supported })
    }
}

/// A list that is missing says nothing, except for the ways of proof, whose default is a shared secret.
fn keluhan(p: &Penyedia, alg: &'static str, kunci: usize) -> Vec<Keluhan> {
    let tanpa = |daftar: &Option<Vec<String>>, isi: &str| daftar.as_ref().is_some_and(|d| !d.iter().any(|x| x == isi));
    let bukti = &p.token_endpoint_auth_methods_supported;
    let token = p.id_token_signing_alg_values_supported.as_ref().is_some_and(|d| !d.iter().any(|x| jwt::dikenal(x)));
    [
        (bukti.is_none() || tanpa(bukti, "private_key_jwt"), Keluhan::Bukti),
        (tanpa(&p.token_endpoint_auth_signing_alg_values_supported, alg), Keluhan::Algoritma(alg)),
        (tanpa(&p.code_challenge_methods_supported, "S256"), Keluhan::Tantangan),
        (token, Keluhan::Token),
        (kunci == 0, Keluhan::Kunci),
    ]
    .into_iter()
    .filter_map(|(ada, k)| ada.then_some(k))
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn only_what_it_says_is_held_against_it() {
        let dasar = json!({
            "issuer": "i", "authorization_endpoint": "a", "token_endpoint": "t", "jwks_uri": "j",
            "token_endpoint_auth_methods_supported": ["private_key_jwt"],
        });
        let dengan = |ubah: &[(&str, serde_json::Value)], kunci| {
            let mut v = dasar.clone();
            for (nama, nilai) in ubah {
                v[*nama] = nilai.clone();
            }
            keluhan(&serde_json::from_value(v).unwrap(), "ES512", kunci)
        };
        assert_eq!(dengan(&[], 1), []);
        assert_eq!(dengan(&[("token_endpoint_auth_methods_supported", json!(null))], 0), [Keluhan::Bukti, Keluhan::Kunci]);
        let semua = [
            ("token_endpoint_auth_methods_supported", json!(["client_secret_basic"])),
            ("token_endpoint_auth_signing_alg_values_supported", json!(["ES256"])),
            ("code_challenge_methods_supported", json!(["plain"])),
            ("id_token_signing_alg_values_supported", json!(["HS256", "none"])),
        ];
        assert_eq!(dengan(&semua, 1), [Keluhan::Bukti, Keluhan::Algoritma("ES512"), Keluhan::Tantangan, Keluhan::Token]);
    }
}

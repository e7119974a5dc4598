//! What the provider says about itself (OpenID Connect Discovery), and its public keys: kept for an hour. Keys are read again when a token
//! names one that is not known, so the provider may change them at any time; but not more than once a second. Anybody can make the program
//! ask (a logout token under an unknown key), so it asks one question at a time, and not at once again where there was no answer.

use std::{
    sync::{Arc, PoisonError},
    time::{Duration, Instant},
};

use serde::Deserialize;
use serde_json::Value;

use super::{
    Sso, SsoError,
    jwt::{self, Jwk, Salah},
};

pub(super) const UMUR: Duration = Duration::from_hours(1);
const PALING_SERING: Duration = Duration::from_secs(1);
/// It is not asked again so soon after a question that it did not answer.
const JEDA: Duration = Duration::from_secs(1);

/// Addresses of the provider.
#[derive(Debug, Deserialize)]
pub(super) struct Penyedia {
    issuer: String,
    pub authorization_endpoint: String,
    pub token_endpoint: String,
    jwks_uri: String,
    pub userinfo_endpoint: Option<String>,
    /// Whether each answer names the issuer (RFC 9207).
    #[serde(default)]
    pub authorization_response_iss_parameter_supported: bool,
    pub(super) token_endpoint_auth_methods_supported: Option<Vec<String>>,
    pub(super) token_endpoint_auth_signing_alg_values_supported: Option<Vec<String>>,
    pub(super) id_token_signing_alg_values_supported: Option<Vec<String>>,
    pub(super) code_challenge_methods_supported: Option<Vec<String>>,
    #[serde(default)]
    pub(super) backchannel_logout_supported: bool,
}

pub(super) struct Temuan(Instant, Arc<Penyedia>);
pub(super) struct Kunci(Instant, Arc<Vec<Jwk>>);
/// When it did not answer, and why.
#[derive(Clone)]
pub(super) struct Gagal(Instant, SsoError);

impl Sso {
    pub(super) async fn penyedia(&self) -> Result<Arc<Penyedia>, SsoError> {
        if let (Some(p), true) = self.tersimpan() {
            return Ok(p);
        }
        let _giliran = self.giliran.lock().await;
        let lama = match self.tersimpan() {
            (Some(p), true) => return Ok(p),
            (lama, _) => lama,
        };
        match self.bertanya(self.temukan()).await {
            Ok(p) => {
                let p = Arc::new(p);
                *self.temuan.lock().unwrap_or_else(PoisonError::into_inner) = Some(Temuan(Instant::now(), Arc::clone(&p)));
                Ok(p)
            }
            // What it said an hour ago is better than nothing.
            Err(e) => lama.ok_or(e),
        }
    }

    /// What it said of itself, and whether that is young enough.
    fn tersimpan(&self) -> (Option<Arc<Penyedia>>, bool) {
        let t = self.temuan.lock().unwrap_or_else(PoisonError::into_inner);
        let baru = t.as_ref().is_some_and(|t| t.0.elapsed() < UMUR);
        (t.as_ref().map(|t| Arc::clone(&t.1)), baru)
    }

    /// Asks, unless it failed to answer a moment ago.
    async fn bertanya<T>(&self, tanya: impl Future<Output = Result<T, SsoError>>) -> Result<T, SsoError> {
        let gagal = self.gagal.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(Gagal(_, e)) = gagal.filter(|g| g.0.elapsed() < JEDA) {
            return Err(e);
        }
        let hasil = tanya.await;
        let gagal = hasil.as_ref().err().map(|e| Gagal(Instant::now(), e.clone()));
        *self.gagal.lock().unwrap_or_else(PoisonError::into_inner) = gagal;
        hasil
    }

    async fn temukan(&self) -> Result<Penyedia, SsoError> {
        let alamat = format!("{}/.well-known/openid-configuration", self.konfig.penerbit.trim_end_matches('/'));
        let isi = self.saluran.ambil(&alamat, None).await?;
        let p: Penyedia = serde_json::from_slice(&isi).map_err(|e| SsoError::Jawaban(format!("discovery: {e}")))?;
        if p.issuer != self.konfig.penerbit {
            return Err(SsoError::Jawaban(format!("it calls itself {:?}", p.issuer)));
        }
        for a in [&p.authorization_endpoint, &p.token_endpoint, &p.jwks_uri].into_iter().chain(p.userinfo_endpoint.as_ref()) {
            self.saluran.periksa(a)?;
        }
        Ok(p)
    }

    /// The claims of a token that the provider signed.
    pub(super) async fn isi_token(&self, p: &Penyedia, token: &str) -> Result<Value, SsoError> {
        let kunci = self.kunci_penyedia(p, UMUR).await?;
        let hasil = match jwt::periksa(token, &kunci) {
            Err(Salah::KunciTakDikenal) => jwt::periksa(token, &self.kunci_penyedia(p, PALING_SERING).await?),
            hasil => hasil,
        };
        hasil.map_err(|s| {
            SsoError::Ditolak(match s {
                Salah::Bentuk => "token malformed",
                Salah::Algoritma => "token with an algorithm that is not taken",
                Salah::KunciTakDikenal => "token under an unknown key",
                Salah::Tanda => "token with a wrong signature",
            })
        })
    }

    /// The provider's keys, not older than `umur`.
    pub(super) async fn kunci_penyedia(&self, p: &Penyedia, umur: Duration) -> Result<Arc<Vec<Jwk>>, SsoError> {
        let tersimpan = || {
            let k = self.jwks.lock().unwrap_or_else(PoisonError::into_inner);
            k.as_ref().filter(|k| k.0.elapsed() < umur).map(|k| Arc::clone(&k.1))
        };
        if let Some(k) = tersimpan() {
            return Ok(k);
        }
        let _giliran = self.giliran.lock().await;
        if let Some(k) = tersimpan() {
            return Ok(k);
        }
        let isi = self.bertanya(self.saluran.ambil(&p.jwks_uri, None)).await?;
        let v: Value = serde_json::from_slice(&isi).map_err(|e| SsoError::Jawaban(format!("keys: {e}")))?;
        let semua = v["keys"].as_array().ok_or_else(|| SsoError::Jawaban("keys: no list".into()))?;
        // One key of a kind that nobody here knows does not spoil the others.
        let kunci: Vec<Jwk> = semua.iter().take(50).filter_map(|k| serde_json::from_value(k.clone()).ok()).collect();
        let kunci = Arc::new(kunci);
        *self.jwks.lock().unwrap_or_else(PoisonError::into_inner) = Some(Kunci(Instant::now(), Arc::clone(&kunci)));
        Ok(kunci)
    }
}

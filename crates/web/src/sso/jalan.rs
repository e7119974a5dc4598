//! The way to the provider and back (authorisation code with PKCE). What was asked travels sealed in a cookie of this browser, so an answer
//! that another browser began is none here.

use std::fmt::Write as _;

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use store::{
    Store,
    id::SesiId,
    sesi,
    tiket::{self, Tiket},
};

use super::{
    Keterangan, Sso, SsoError, TujuanBukti,
    klaim::{self, Harap},
    penemuan::Penyedia,
};
use crate::formulir::rangkai;

const GUNA: &str = "sso";
/// A person may take this long at the provider.
pub const UMUR_DETIK: i64 = 900;

/// What the way is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Tujuan {
    Masuk,
    /// Signing in as somebody else than whom the provider knows in this browser: it asks anew.
    OrangLain,
    /// Proving once more who it is, in this session.
    Ulang(SesiId),
}

/// What was asked.
#[derive(Debug, Serialize, Deserialize)]
pub struct Arah {
    pub tujuan: Tujuan,
    /// Path of our own to go on to.
    pub kembali: String,
    state: String,
    nonce: String,
    pembukti: String,
    /// Second in which it was asked.
    pada: i64,
}

fn acak() -> String {
    URL_SAFE_NO_PAD.encode(rand::random::<[u8; 32]>())
}

fn detik(store: &Store) -> i64 {
    store.sekarang().0 / 1_000_000
}

/// What the provider sent back in the address.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Balasan {
    pub code: String,
    pub state: String,
    pub error: String,
    pub iss: Option<String>,
}

impl Arah {
    /// Out of the cookie, when the answer belongs to it.
    #[must_use]
    pub fn baca(store: &Store, kuki: &str, state: &str) -> Option<(Self, Tiket)> {
        let t = tiket::baca(store, GUNA, kuki)?;
        let arah: Self = serde_json::from_slice(t.isi()).ok()?;
        (arah.state == state).then_some((arah, t))
    }
}

impl Sso {
    /// Where to send the browser, and the cookie that it takes along.
    ///
    /// # Errors
    /// When the provider cannot be asked about itself.
    pub async fn berangkat(&self, store: &Store, tujuan: Tujuan, kembali: &str) -> Result<(String, String), SsoError> {
        let p = self.penyedia().await?;
        let arah = Arah { tujuan, kembali: kembali.to_owned(), state: acak(), nonce: acak(), pembukti: acak(), pada: detik(store) };
        let mut isi = vec![
            ("response_type", "code"),
            ("client_id", &self.konfig.klien),
            ("redirect_uri", &self.kembali),
            ("scope", &self.konfig.cakupan),
            ("state", &arah.state),
            ("nonce", &arah.nonce),
            ("code_challenge_method", "S256"),
        ];
        let tantangan = URL_SAFE_NO_PAD.encode(Sha256::digest(&arah.pembukti));
        isi.push(("code_challenge", &tantangan));
        // With an age the provider must say when it asked the person (OpenID Connect Core 2).
        let umur = sesi::PENUH_DETIK.to_string();
        match tujuan {
            Tujuan::Masuk => isi.push(("max_age", &umur)),
            // The provider would let the same person in again without asking.
            Tujuan::OrangLain => isi.extend([("prompt", "login"), ("max_age", umur.as_str())]),
            Tujuan::Ulang(_) => isi.extend([("prompt", "login"), ("max_age", "0")]),
        }
        let pasangan: Vec<(String, String)> = isi.into_iter().map(|(a, b)| (a.to_owned(), b.to_owned())).collect();
        let mut alamat = p.authorization_endpoint.clone();
        let _ = write!(alamat, "{}{}", if alamat.contains('?') { '&' } else { '?' }, rangkai(&pasangan));
        let isi = serde_json::to_vec(&arah).map_err(|e| SsoError::Setelan(e.to_string()))?;
        let kuki = tiket::tulis(store, GUNA, &isi, UMUR_DETIK).map_err(|e| SsoError::Setelan(e.to_string()))?;
        Ok((alamat, kuki))
    }

    /// Exchanges the code and checks everything that comes back.
    ///
    /// # Errors
    /// See [`SsoError`].
    pub async fn pulang(&self, store: &Store, arah: &Arah, b: &Balasan) -> Result<Keterangan, SsoError> {
        let p = self.penyedia().await?;
        let lain = b.iss.as_deref().is_some_and(|i| i != self.konfig.penerbit);
        if lain || (b.iss.is_none() && p.authorization_response_iss_parameter_supported) {
            return Err(SsoError::Ditolak("answer of another issuer"));
        }
        let token = self.tukar(store, &p, arah, &b.code).await?;
        let id = token["id_token"].as_str().ok_or_else(|| SsoError::Jawaban("no id_token".into()))?;
        let mut isi = self.isi_token(&p, id).await?;
        let sejak = matches!(arah.tujuan, Tujuan::Ulang(_)).then_some(arah.pada);
        let kini = detik(store);
        let h = Harap { penerbit: &self.konfig.penerbit, klien: &self.konfig.klien, nonce: &arah.nonce, kini, sejak };
        klaim::periksa(&isi, &h)?;
        let dua_langkah = klaim::dua_langkah(&isi, &self.konfig.dua_langkah);
        if let Some((alamat, akses)) = p.userinfo_endpoint.as_deref().zip(token["access_token"].as_str()) {
            self.tambahkan(alamat, akses, &mut isi).await?;
        }
        Ok(Keterangan { penerbit: self.konfig.penerbit.clone(), klaim: isi, dua_langkah })
    }

    async fn tukar(&self, store: &Store, p: &Penyedia, arah: &Arah, kode: &str) -> Result<Value, SsoError> {
        let (klien, kini) = (self.konfig.klien.as_str(), detik(store));
        let pembaca = match self.konfig.tujuan_bukti {
            TujuanBukti::Penerbit => &self.konfig.penerbit,
            TujuanBukti::Token => &p.token_endpoint,
        };
        let bukti = json!({ "iss": klien, "sub": klien, "aud": pembaca, "jti": acak(), "iat": kini, "nbf": kini - 5, "exp": kini + 60 });
        let bukti = self.kunci.tandai(&bukti)?;
        let isi = [
            ("grant_type", "authorization_code"),
            ("code", kode),
            ("redirect_uri", &self.kembali),
            ("client_id", klien),
            ("code_verifier", &arah.pembukti),
            ("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
            ("client_assertion", &bukti),
        ];
        let pasangan: Vec<(String, String)> = isi.into_iter().map(|(a, b)| (a.to_owned(), b.to_owned())).collect();
        let jawab = self.saluran.kirim(&p.token_endpoint, rangkai(&pasangan)).await?;
        serde_json::from_slice(&jawab).map_err(|e| SsoError::Jawaban(format!("token: {e}")))
    }

    /// Claims that the provider gives only on asking. What the signed token says stays.
    async fn tambahkan(&self, alamat: &str, akses: &str, isi: &mut Value) -> Result<(), SsoError> {
        let jawab = self.saluran.ambil(alamat, Some(akses)).await?;
        let v: Value = serde_json::from_slice(&jawab).map_err(|e| SsoError::Jawaban(format!("userinfo: {e}")))?;
        if v["sub"] != isi["sub"] {
            return Err(SsoError::Ditolak("claims about somebody else"));
        }
        if let (Some(isi), Value::Object(lain)) = (isi.as_object_mut(), v) {
            klaim::gabung(isi, lain);
        }
        Ok(())
    }
}

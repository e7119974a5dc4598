//! The agency's own sign-in (OpenID Connect), as its client: settings, discovery, the way there and back, and what the provider signs.
//! Off by default. Whose account it is and which roles follow is `store::sso`; pages are `crate::masuk::sso` and `crate::admin::sso`.

mod es512;
mod jalan;
mod jwt;
mod keluar;
mod klaim;
mod kunci;
mod penemuan;
mod periksa;
mod saluran;

pub use jalan::{Arah, Balasan, Tujuan, UMUR_DETIK};
pub use klaim::Keterangan;
pub use periksa::{Keluhan, Temuan as TemuanPenyedia};

use std::{path::PathBuf, sync::Mutex};

use serde::{Deserialize, Serialize};

use kunci::KunciKlien;
use penemuan::{Gagal, Kunci, Temuan};
use saluran::Saluran;

/// What the proof of this program says it is meant for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TujuanBukti {
    #[default]
    Penerbit,
    Token,
}

/// The `[sso]` part of the settings.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct KonfigSso {
    /// The provider as it names itself (issuer), for example `https://sso.kab.go.id/realms/pegawai`; empty: no single sign-on. `http`
    /// only for a provider on this very machine.
    pub penerbit: String,
    /// The name under which the provider knows this program (client id).
    pub klien: String,
    /// File (PEM, PKCS#8) with the private key by which this program proves itself (`private_key_jwt`): P-256 for ES256, P-384 for ES384, P-521 for ES512.
    pub kunci: PathBuf,
    /// What stands on the button of the login page, for example `SSO Kabupaten`.
    pub nama: String,
    /// What the provider is asked for.
    pub cakupan: String,
    /// Value of the claim `amr` or `acr` by which the provider says that it proved two steps; empty: it never counts as two.
    pub dua_langkah: String,
    /// Whom the proof of this program names as its reader: `penerbit`, or `token` (its token address) for older providers.
    pub tujuan_bukti: TujuanBukti,
    /// File (PEM) with the certificate of an authority of your own for `https`; empty: the public authorities.
    pub ca: PathBuf,
}

impl Default for KonfigSso {
    fn default() -> Self {
        Self {
            penerbit: String::new(),
            klien: String::new(),
            kunci: PathBuf::new(),
            nama: "SSO".into(),
            cakupan: "openid profile email".into(),
            dua_langkah: "mfa".into(),
            tujuan_bukti: TujuanBukti::Penerbit,
            ca: PathBuf::new(),
        }
    }
}

/// Why it does not work. The words are for the log; pages say less.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SsoError {
    #[error("sso.{0}")]
    Setelan(String),
    #[error("the provider cannot be reached: {0}")]
    Putus(String),
    #[error("the provider's answer cannot be used: {0}")]
    Jawaban(String),
    /// What it signed is not what was asked for.
    #[error("refused: {0}")]
    Ditolak(&'static str),
}

impl SsoError {
    /// Whether trying again later may help.
    #[must_use]
    pub fn sementara(&self) -> bool {
        matches!(self, Self::Putus(_) | Self::Jawaban(_))
    }
}

/// The provider, and this program as its client.
pub struct Sso {
    pub konfig: KonfigSso,
    /// Where the provider sends people back to.
    kembali: String,
    kunci: KunciKlien,
    saluran: Saluran,
    temuan: Mutex<Option<Temuan>>,
    jwks: Mutex<Option<Kunci>>,
    /// Whoever asks the provider about itself; others wait for what it hears.
    giliran: tokio::sync::Mutex<()>,
    gagal: Mutex<Option<Gagal>>,
}

impl Sso {
    /// `None` while it is off. `alamat`: public address of this installation.
    ///
    /// # Errors
    /// A setting that cannot be used.
    pub fn dari(konfig: &KonfigSso, alamat: &str) -> Result<Option<Self>, SsoError> {
        if konfig.penerbit.is_empty() {
            return Ok(None);
        }
        if konfig.klien.is_empty() {
            return Err(SsoError::Setelan("klien: masih kosong".into()));
        }
        let saluran = Saluran::baru(&konfig.penerbit, &konfig.ca)?;
        let kunci = KunciKlien::baca(&konfig.kunci)?;
        let kembali = format!("{}/masuk/sso/kembali", alamat.trim_end_matches('/'));
        Ok(Some(Self {
            konfig: konfig.clone(),
            kembali,
            kunci,
            saluran,
            temuan: Mutex::default(),
            jwks: Mutex::default(),
            giliran: tokio::sync::Mutex::default(),
            gagal: Mutex::default(),
        }))
    }

    /// The address to which the provider sends people back, for its register.
    #[must_use]
    pub fn alamat_kembali(&self) -> &str {
        &self.kembali
    }

    /// The public half of this program's key as a set (JWKS), for the provider.
    #[must_use]
    pub fn jwks(&self) -> serde_json::Value {
        serde_json::json!({ "keys": [self.kunci.publik()] })
    }

    /// `ES256`, `ES384` or `ES512`.
    #[must_use]
    pub fn algoritma(&self) -> &'static str {
        self.kunci.algoritma()
    }
}

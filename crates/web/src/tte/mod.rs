//! Electronic signing by a service outside (BSrE): the interface, its settings, and what a call can come to. Off by default.
//!
//! A call to sign is made once and never again by the program; only [`bsre`] knows the service's words, `klien` the line
//! to it, [`tiruan`] imitates it on the loopback. What was called and how it ended is kept by `store::berita_acara::elektronik`.

pub mod bsre;
mod klien;
pub mod tiruan;

pub(crate) use store::tls::penyambung as tls;

use std::{fmt, path::PathBuf, pin::Pin, str::FromStr, sync::Arc};

use serde::{Deserialize, Serialize};
use store::berita_acara::elektronik::Akhir;

/// A future of the interface: it outlives the request that began it.
pub type Nanti<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// A signing service.
pub trait PenandaElektronik: Send + Sync {
    /// Host of the service, as it is recorded.
    fn layanan(&self) -> &str;

    /// Seconds a call to sign may take.
    fn batas(&self) -> i64;

    /// Signs a PDF. One call on the line, whatever happens to it; never fails otherwise than by [`Akhir`].
    fn tandatangani<'a>(&'a self, pdf: &'a [u8], nik: &'a Nik, frasa: &'a Frasa) -> Nanti<'a, Akhir>;

    /// Asks what the service says about the signatures in a PDF. Changes nothing there, so it may be asked again.
    fn periksa<'a>(&'a self, pdf: &'a [u8]) -> Nanti<'a, Result<Pemeriksaan, TakTerjawab>>;
}

/// What the service says about a signed file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pemeriksaan {
    pub jumlah: u64,
    /// The service's own words.
    pub kesimpulan: String,
}

/// The service could not be asked; the code goes to the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakTerjawab(pub String);

/// Nomor Induk Kependudukan: 16 digits. Shown and kept nowhere.
#[derive(Clone, PartialEq, Eq)]
pub struct Nik(String);

impl Nik {
    #[must_use]
    pub fn teks(&self) -> &str {
        &self.0
    }
}

impl FromStr for Nik {
    type Err = ();
    /// Spaces and full stops are left out, as people copy it from a card.
    fn from_str(s: &str) -> Result<Self, ()> {
        let angka: String = s.chars().filter(|c| !c.is_whitespace() && *c != '.').collect();
        if angka.len() == 16 && angka.bytes().all(|b| b.is_ascii_digit()) { Ok(Self(angka)) } else { Err(()) }
    }
}

impl fmt::Debug for Nik {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Nik(…)")
    }
}

/// The passphrase of a certificate: goes to the service and nowhere else.
pub struct Frasa(String);

impl Frasa {
    #[must_use]
    pub fn baru(s: &str) -> Self {
        Self(s.to_owned())
    }

    pub(crate) fn teks(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Frasa {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Frasa(…)")
    }
}

/// Whether a signing service is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Cara {
    #[default]
    Mati,
    Bsre,
}

/// The `[tte]` part of the settings.
#[derive(Clone, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct KonfigTte {
    /// `mati` or `bsre`.
    pub cara: Cara,
    /// Address of the agency's own BSrE client service, for example `https://esign.kab.go.id`. `http` only inside a network of
    /// your own: the passphrase passes over it.
    pub alamat: String,
    /// Account of Prima at the service.
    pub pengguna: String,
    /// Its password; better given as `PRIMA_TTE__SANDI` than written in the file.
    pub sandi: String,
    /// Seconds a call to sign may take, 1 to 300; without an answer by then its end is unknown.
    pub batas: u16,
    /// File (PEM) with the certificate of an authority of your own for `https`; empty: the public authorities.
    pub ca: PathBuf,
}

impl Default for KonfigTte {
    fn default() -> Self {
        Self { cara: Cara::Mati, alamat: String::new(), pengguna: String::new(), sandi: String::new(), batas: 20, ca: PathBuf::new() }
    }
}

impl fmt::Debug for KonfigTte {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KonfigTte")
            .field("cara", &self.cara)
            .field("alamat", &self.alamat)
            .field("batas", &self.batas)
            .finish_non_exhaustive()
    }
}

#[derive(Debug, thiserror::Error)]
pub enum TteError {
    #[error("tte.alamat: {0:?} bukan alamat seperti https://esign.kab.go.id")]
    Alamat(String),
    #[error("tte.batas: {0} tidak di antara 1 dan 300 detik")]
    Batas(u16),
    #[error("tte.ca: {0}")]
    Ca(String),
}

/// The service of the settings; `None` while it is off.
///
/// # Errors
/// A setting that cannot be used.
pub fn dari(konfig: &KonfigTte) -> Result<Option<Arc<dyn PenandaElektronik>>, TteError> {
    Ok(match konfig.cara {
        Cara::Mati => None,
        Cara::Bsre => Some(Arc::new(bsre::Bsre::baru(konfig)?)),
    })
}

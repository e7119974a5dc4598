//! Encryption of a backup, in the public format of age (`age-encryption.org/v1`): to a public key, so that the machine that writes
//! backups cannot read them, streaming, every 64 kB authenticated. What is inside is the ordinary file. Keys are text.

use super::berkas::rusak;
use crate::{Hasil, StoreError};
use age::{
    DecryptError, Decryptor, Encryptor,
    secrecy::ExposeSecret as _,
    x25519::{Identity, Recipient},
};
use std::{
    fs::File,
    io::{self, BufReader, BufWriter, Read, Write},
    path::Path,
};
use tempfile::NamedTempFile;

/// How every file of this format begins.
const AWALAN: &[u8] = b"age-encryption.org/v1\n";

/// Who can read a backup: a public key, `age1…`.
#[derive(Clone)]
pub struct Penerima(Recipient);

/// The secret half, `AGE-SECRET-KEY-1…`.
pub struct KunciCadangan(Identity);

impl std::str::FromStr for Penerima {
    type Err = ();

    fn from_str(teks: &str) -> Result<Self, ()> {
        teks.trim().parse().map(Self).map_err(|_| ())
    }
}

impl std::fmt::Display for Penerima {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl KunciCadangan {
    #[must_use]
    pub fn baru() -> Self {
        Self(Identity::generate())
    }

    /// The text of a key file: lines that begin with `#` are remarks. `None` if it holds no secret key.
    #[must_use]
    pub fn dari_teks(teks: &str) -> Option<Self> {
        let baris = teks.lines().map(str::trim).find(|b| !b.is_empty() && !b.starts_with('#'))?;
        baris.parse().ok().map(Self)
    }

    /// The key file; the tool `age` reads it as well.
    #[must_use]
    pub fn teks(&self) -> String {
        format!("# public key: {}\n{}\n", self.publik(), self.0.to_string().expose_secret())
    }

    #[must_use]
    pub fn publik(&self) -> Penerima {
        Penerima(self.0.to_public())
    }
}

/// What a backup is written to.
pub(super) enum Keluar {
    Polos(BufWriter<NamedTempFile>),
    Sandi(Box<age::stream::StreamWriter<BufWriter<NamedTempFile>>>),
}

impl Keluar {
    pub(super) fn baru(berkas: NamedTempFile, penerima: Option<&Penerima>) -> Hasil<Self> {
        let keluar = BufWriter::with_capacity(1 << 17, berkas);
        let Some(Penerima(p)) = penerima else { return Ok(Self::Polos(keluar)) };
        let sandi = Encryptor::with_recipients(std::iter::once(p as &dyn age::Recipient)).map_err(|e| io::Error::other(e.to_string()))?;
        Ok(Self::Sandi(Box::new(sandi.wrap_output(keluar)?)))
    }

    pub(super) fn selesai(self) -> Hasil<NamedTempFile> {
        let keluar = match self {
            Self::Polos(b) => b,
            Self::Sandi(s) => s.finish()?,
        };
        Ok(keluar.into_inner().map_err(io::IntoInnerError::into_error)?)
    }
}

impl Write for Keluar {
    fn write(&mut self, b: &[u8]) -> io::Result<usize> {
        match self {
            Self::Polos(w) => w.write(b),
            Self::Sandi(w) => w.write(b),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Polos(w) => w.flush(),
            Self::Sandi(w) => w.flush(),
        }
    }
}

/// Opens a backup for reading from its beginning, decrypting it if it is encrypted.
///
/// # Errors
/// `Keadaan("pulih-perlu-kunci-cadangan")` without a key, `Keadaan("pulih-kunci-cadangan-lain")` with another one, `Rusak`.
pub(super) fn buka(berkas: &Path, kunci: Option<&KunciCadangan>) -> Hasil<Box<dyn Read>> {
    let mut awal = Vec::with_capacity(AWALAN.len());
    File::open(berkas)?.take(AWALAN.len() as u64).read_to_end(&mut awal)?;
    let mentah = BufReader::with_capacity(1 << 17, File::open(berkas)?);
    if awal != AWALAN {
        return Ok(Box::new(mentah));
    }
    let Some(KunciCadangan(kunci)) = kunci else { return Err(StoreError::Keadaan("pulih-perlu-kunci-cadangan")) };
    let buka = Decryptor::new_buffered(mentah).and_then(|d| d.decrypt(std::iter::once(kunci as &dyn age::Identity)));
    buka.map(|r| Box::new(r) as Box<dyn Read>).map_err(|e| match e {
        DecryptError::NoMatchingKeys => StoreError::Keadaan("pulih-kunci-cadangan-lain"),
        _ => rusak("encrypted, and cut off or changed"),
    })
}

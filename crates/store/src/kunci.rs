//! The installation's signing key (Ed25519), kept as a file outside the database, and what is derived from it.

use crate::Hasil;
use ed25519_dalek::{Signature, Signer, SigningKey, Verifier, VerifyingKey};
use sha2::{Digest, Sha256};
use std::{fs, io::Write, path::Path, sync::Arc};

#[derive(Clone)]
pub struct Kunci {
    kunci: Arc<SigningKey>,
    garam: [u8; 32],
}

impl std::fmt::Debug for Kunci {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Kunci({})", self.publik().id())
    }
}

impl Kunci {
    /// Reads `instalasi.kunci` (64 hex digits), or makes it at the very first start (mode 0600).
    pub fn buka(folder: &Path) -> Hasil<Self> {
        let jalan = folder.join("instalasi.kunci");
        if !jalan.exists() {
            // Whole or not at all: a disk that is full at the first start leaves no half key. Temporary files are 0600.
            let benih: [u8; 32] = rand::random();
            let mut berkas = tempfile::NamedTempFile::new_in(folder)?;
            writeln!(berkas, "{}", hex::encode(benih))?;
            berkas.as_file().sync_all()?;
            match berkas.persist_noclobber(&jalan) {
                Err(e) if e.error.kind() != std::io::ErrorKind::AlreadyExists => return Err(e.error.into()),
                // Another process made one a moment ago: that one counts.
                _ => fs::File::open(folder)?.sync_all()?,
            }
        }
        let teks = fs::read_to_string(&jalan)?;
        let mut benih = [0_u8; 32];
        hex::decode_to_slice(teks.trim(), &mut benih)
            .map_err(|_| crate::StoreError::Rusak(format!("{} is not 64 hex digits", jalan.display())))?;
        Ok(Self::dari_benih(benih))
    }

    #[must_use]
    pub fn dari_benih(benih: [u8; 32]) -> Self {
        let garam = Sha256::new().chain_update(b"prima:ringkas:1").chain_update(benih).finalize().into();
        Self { kunci: Arc::new(SigningKey::from_bytes(&benih)), garam }
    }

    #[must_use]
    pub fn publik(&self) -> KunciPublik {
        KunciPublik(self.kunci.verifying_key())
    }

    #[must_use]
    pub fn tandai(&self, pesan: &[u8]) -> Vec<u8> {
        self.kunci.sign(pesan).to_bytes().to_vec()
    }

    /// A key for one purpose, which says nothing about the installation's key or about those of other purposes.
    #[must_use]
    pub fn turunan(&self, guna: &str) -> [u8; 32] {
        Sha256::new()
            .chain_update(b"prima:turunan:1:")
            .chain_update(guna)
            .chain_update([0])
            .chain_update(self.kunci.to_bytes())
            .finalize()
            .into()
    }

    /// Keyed digest of a personal value for the audit log: the same value gives the same digest here, and
    /// nobody without the key can try values against it. (HMAC-SHA256, 16 bytes as hex.)
    #[must_use]
    pub fn ringkas(&self, nilai: &str) -> String {
        let mut dalam = [0x36_u8; 64];
        let mut luar = [0x5c_u8; 64];
        for (i, b) in self.garam.iter().enumerate() {
            dalam[i] ^= b;
            luar[i] ^= b;
        }
        let isi = Sha256::new().chain_update(dalam).chain_update(nilai.as_bytes()).finalize();
        let penuh = Sha256::new().chain_update(luar).chain_update(isi).finalize();
        hex::encode(&penuh[..16])
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KunciPublik(VerifyingKey);

impl KunciPublik {
    #[must_use]
    pub fn dari_bytes(b: &[u8]) -> Option<Self> {
        VerifyingKey::from_bytes(b.try_into().ok()?).ok().map(Self)
    }

    #[must_use]
    pub fn bytes(&self) -> [u8; 32] {
        self.0.to_bytes()
    }

    /// Short name of the key: first 16 hex digits of its SHA-256.
    #[must_use]
    pub fn id(&self) -> String {
        sidik_hex(&self.bytes())[..16].to_owned()
    }

    #[must_use]
    pub fn sah(&self, pesan: &[u8], tanda: &[u8]) -> bool {
        Signature::from_slice(tanda).is_ok_and(|t| self.0.verify(pesan, &t).is_ok())
    }
}

/// SHA-256 as 64 hex digits.
#[must_use]
pub fn sidik_hex(isi: &[u8]) -> String {
    hex::encode(Sha256::digest(isi))
}

//! The installation's signing key (Ed25519), kept as a file outside the database, and what is derived from it.
//!
//! Every clone is the same key: when it is replaced, all of them sign with the new one. Keys that were replaced are known by their
//! public halves in the same file, so that what they signed still proves itself, and nobody can add one through the database.

mod berkas;

pub use berkas::{KunciIdentitas, KunciLama};

use crate::{Hasil, Waktu};
use berkas::Isi;
use ed25519_dalek::{Signature, Signer, Verifier, VerifyingKey};
use sha2::{Digest, Sha256};
use std::{
    path::Path,
    sync::{Arc, PoisonError, RwLock},
};

#[derive(Clone)]
pub struct Kunci(Arc<RwLock<Arc<Isi>>>);

/// Whose signature it is, among the keys that this installation has or had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Milik {
    Kini,
    Lama(Box<KunciLama>),
}

impl std::fmt::Debug for Kunci {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Kunci({})", self.publik().id())
    }
}

impl Kunci {
    /// Reads `instalasi.kunci`, or makes it at the very first start (mode 0600).
    pub fn buka(folder: &Path) -> Hasil<Self> {
        Ok(Self::dari(Isi::buka(folder)?))
    }

    /// Reads `instalasi.kunci`; makes nothing.
    ///
    /// # Errors
    /// `Tertahan` where it is missing or no key file.
    pub fn baca(folder: &Path) -> Hasil<Self> {
        Ok(Self::dari(Isi::di(folder)?))
    }

    /// The key of a database that says whose it is, read only: see [`Self::ambil`].
    ///
    /// # Errors
    /// `Tertahan(KunciLain)` when the folder has no such key.
    pub(crate) fn milik_basis(folder: &Path, basis: &[u8]) -> Hasil<Self> {
        Ok(Self::dari(Isi::milik(folder, basis)?.0))
    }

    #[must_use]
    pub fn dari_benih(benih: [u8; 32]) -> Self {
        Self::dari(Isi::baru(benih))
    }

    fn dari(isi: Isi) -> Self {
        Self(Arc::new(RwLock::new(Arc::new(isi))))
    }

    /// The key as it is now, for one piece of work that names the key and signs with it: a replacement in between does not reach it.
    #[must_use]
    pub fn potret(&self) -> Self {
        Self(Arc::new(RwLock::new(self.isi())))
    }

    fn isi(&self) -> Arc<Isi> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    #[must_use]
    pub fn publik(&self) -> KunciPublik {
        self.isi().publik()
    }

    /// Keys that were replaced, the oldest first.
    #[must_use]
    pub fn lama(&self) -> Vec<KunciLama> {
        self.isi().lama.clone()
    }

    #[must_use]
    pub fn tandai(&self, pesan: &[u8]) -> Vec<u8> {
        self.isi().kini.sign(pesan).to_bytes().to_vec()
    }

    /// Which key of this installation made a signature, and how many came before it.
    pub(crate) fn urutan(&self, pesan: &[u8], tanda: &[u8]) -> Option<usize> {
        let isi = self.isi();
        if isi.publik().sah(pesan, tanda) {
            return Some(isi.lama.len());
        }
        isi.lama.iter().rposition(|l| l.publik.sah(pesan, tanda))
    }

    /// Whether this installation made a signature, with the key that it has or with one that it had.
    #[must_use]
    pub fn sah(&self, pesan: &[u8], tanda: &[u8]) -> bool {
        self.urutan(pesan, tanda).is_some()
    }

    /// What became of a key by its short name; `None` when it never was ours.
    #[must_use]
    pub fn milik(&self, id: &str) -> Option<Milik> {
        let isi = self.isi();
        if isi.publik().id() == id {
            return Some(Milik::Kini);
        }
        isi.lama.iter().find(|l| l.publik.id() == id).map(|l| Milik::Lama(Box::new(l.clone())))
    }

    /// Writes the next key beside the present one; nothing changes until [`Self::ambil`]. `bocor`: the old key is in wrong hands,
    /// so it is not believed any more, and secrets derived from it are made anew.
    pub(crate) fn siapkan(&self, folder: &Path, pada: Waktu, alasan: &str, bocor: bool) -> Hasil<Self> {
        // Another process may have added a key for identity fields to the file.
        self.segarkan(folder);
        let baru = self.isi().berikut(rand::random(), pada, alasan, bocor);
        baru.simpan(folder)?;
        Ok(Self::dari(baru))
    }

    /// Takes the key that the database names: the file's, or the one that was prepared when the program stopped in between.
    ///
    /// # Errors
    /// `Tertahan(KunciLain)` when the folder has no such key.
    pub(crate) fn ambil(&self, folder: &Path, basis: &[u8]) -> Hasil<()> {
        let isi = Isi::cocok(folder, basis)?;
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(isi);
        Ok(())
    }

    /// Keys of identity fields, the one in use last.
    #[must_use]
    pub fn identitas(&self) -> Vec<KunciIdentitas> {
        self.isi().identitas()
    }

    /// Takes keys of identity fields that another process put into the file. A file that cannot be read changes nothing.
    pub fn segarkan(&self, folder: &Path) {
        if let Ok(ada) = Isi::di(folder)
            && ada.publik() == self.publik()
            && ada.identitas() != self.identitas()
        {
            *self.0.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(ada);
        }
    }

    /// Adds a key for identity fields to the file and uses it from now on. The caller holds the row of the installation.
    pub(crate) fn tambah_identitas(&self, folder: &Path, pada: Waktu) -> Hasil<()> {
        Isi::di(folder)?.tambah_identitas(pada).ganti(folder)?;
        self.segarkan(folder);
        Ok(())
    }

    /// Leaves only the newest key for identity fields in the file. The caller holds the row, and has looked that no other is in use.
    pub(crate) fn buang_identitas(&self, folder: &Path) -> Hasil<()> {
        Isi::di(folder)?.buang_identitas().ganti(folder)?;
        self.segarkan(folder);
        Ok(())
    }

    /// A key for one purpose, which says nothing about the installation's key or about those of other purposes.
    #[must_use]
    pub fn turunan(&self, guna: &str) -> [u8; 32] {
        self.isi().turunan(guna)
    }

    /// Keyed digest of a personal value for the audit log: the same value gives the same digest here, and
    /// nobody without the key can try values against it. (HMAC-SHA256, 16 bytes as hex.)
    #[must_use]
    pub fn ringkas(&self, nilai: &str) -> String {
        let mut dalam = [0x36_u8; 64];
        let mut luar = [0x5c_u8; 64];
        for (i, b) in self.isi().garam().iter().enumerate() {
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

/// SHA-256 of all that is read, in small pieces: of a file of any size.
///
/// # Errors
/// Those of reading.
pub fn sidik_aliran(mut isi: impl std::io::Read) -> std::io::Result<String> {
    let (mut h, mut b) = (Sha256::new(), vec![0; 1 << 16]);
    loop {
        match isi.read(&mut b)? {
            0 => return Ok(hex::encode(h.finalize())),
            n => h.update(b.get(..n).unwrap_or_default()),
        }
    }
}

/// SHA-256 as 64 hex digits.
#[must_use]
pub fn sidik_hex(isi: &[u8]) -> String {
    hex::encode(Sha256::digest(isi))
}

//! The key file: `instalasi.kunci`. Its first line is the secret, 64 hex digits. Once the key was replaced there follow the secret
//! from which derived keys come, and one line for each former key: its public half, until when it signed, and why it was
//! replaced. Lines `identitas` hold keys of identity fields once the first of them was replaced, the newest last. Written whole or not at all.

use super::KunciPublik;
use crate::{Halangan, Hasil, StoreError, Waktu};
use ed25519_dalek::SigningKey;
use sha2::{Digest, Sha256};
use std::{
    fmt::Write as _,
    fs::{self, File},
    io::{ErrorKind, Write as _},
    path::Path,
};

const NAMA: &str = "instalasi.kunci";
/// The next key, until the database names it.
const BARU: &str = "instalasi.kunci.baru";

/// A key that was replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KunciLama {
    pub publik: KunciPublik,
    /// When it was replaced.
    pub sampai: Waktu,
    pub alasan: String,
    /// It came into wrong hands: what it signed is not believed any more.
    pub dicabut: bool,
}

/// A key under which identity fields are sealed (`crate::identitas`).
#[derive(Clone, PartialEq, Eq)]
pub struct KunciIdentitas {
    pub(crate) rahasia: [u8; 32],
    /// When it was made; 0 for the first one.
    pub sejak: Waktu,
}

impl KunciIdentitas {
    /// Short name: 8 hex digits that say nothing about the key.
    #[must_use]
    pub fn id(&self) -> String {
        let sidik = Sha256::new().chain_update(b"prima:identitas:1:").chain_update(self.rahasia).finalize();
        hex::encode(&sidik[..4])
    }

    fn baru(sejak: Waktu) -> Self {
        Self { rahasia: rand::random(), sejak }
    }
}

impl std::fmt::Debug for KunciIdentitas {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "KunciIdentitas({})", self.id())
    }
}

#[derive(Clone)]
pub(super) struct Isi {
    pub kini: SigningKey,
    /// The secret of derived keys and digests: at first the key's own, and kept when the key is replaced.
    pub akar: [u8; 32],
    /// The oldest first.
    pub lama: Vec<KunciLama>,
    /// The oldest first; empty while there is only the one that comes from `akar`.
    identitas: Vec<KunciIdentitas>,
}

impl Isi {
    pub fn baru(benih: [u8; 32]) -> Self {
        Self { kini: SigningKey::from_bytes(&benih), akar: benih, lama: Vec::new(), identitas: Vec::new() }
    }

    pub fn publik(&self) -> KunciPublik {
        KunciPublik(self.kini.verifying_key())
    }

    pub fn garam(&self) -> [u8; 32] {
        Sha256::new().chain_update(b"prima:ringkas:1").chain_update(self.akar).finalize().into()
    }

    pub fn turunan(&self, guna: &str) -> [u8; 32] {
        Sha256::new().chain_update(b"prima:turunan:1:").chain_update(guna).chain_update([0]).chain_update(self.akar).finalize().into()
    }

    /// Keys of identity fields, the one in use last.
    pub fn identitas(&self) -> Vec<KunciIdentitas> {
        if self.identitas.is_empty() {
            return vec![KunciIdentitas { rahasia: self.turunan("identitas:1"), sejak: Waktu(0) }];
        }
        self.identitas.clone()
    }

    /// With a new key for identity fields.
    pub fn tambah_identitas(&self, pada: Waktu) -> Self {
        let mut identitas = self.identitas();
        identitas.push(KunciIdentitas::baru(pada));
        Self { identitas, ..self.clone() }
    }

    /// With the newest key for identity fields only.
    pub fn buang_identitas(&self) -> Self {
        Self { identitas: self.identitas().split_off(self.identitas().len() - 1), ..self.clone() }
    }

    /// Puts it in the place of the present one.
    pub fn ganti(&self, folder: &Path) -> Hasil<()> {
        tulis(folder, self)?.persist(folder.join(NAMA)).map_err(|e| e.error)?;
        Ok(File::open(folder)?.sync_all()?)
    }

    /// What the folder has now.
    pub fn di(folder: &Path) -> Hasil<Self> {
        baca(&folder.join(NAMA))
    }

    pub fn berikut(&self, benih: [u8; 32], pada: Waktu, alasan: &str, dicabut: bool) -> Self {
        let alasan = alasan.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut lama = self.lama.clone();
        lama.push(KunciLama { publik: self.publik(), sampai: pada, alasan, dicabut });
        // What lies sealed must still open, though the secret it came from is gone; from now on the new key seals.
        let identitas = if dicabut { self.tambah_identitas(pada).identitas } else { self.identitas.clone() };
        Self { kini: SigningKey::from_bytes(&benih), akar: if dicabut { rand::random() } else { self.akar }, lama, identitas }
    }

    /// Reads the file, or makes it.
    pub fn buka(folder: &Path) -> Hasil<Self> {
        let jalan = folder.join(NAMA);
        if !jalan.exists() {
            let berkas = tulis(folder, &Self::baru(rand::random()))?;
            match berkas.persist_noclobber(&jalan) {
                Err(e) if e.error.kind() != ErrorKind::AlreadyExists => return Err(e.error.into()),
                // Another process made one a moment ago: that one counts.
                _ => File::open(folder)?.sync_all()?,
            }
        }
        baca(&jalan)
    }

    /// Puts it beside the present one.
    pub fn simpan(&self, folder: &Path) -> Hasil<()> {
        tulis(folder, self)?.persist(folder.join(BARU)).map_err(|e| e.error)?;
        Ok(File::open(folder)?.sync_all()?)
    }

    /// The key that the database names. A database that is older than the file, as after a restore, may name a former key.
    pub fn cocok(folder: &Path, basis: &[u8]) -> Hasil<Self> {
        let (isi, disiapkan) = Self::milik(folder, basis)?;
        if disiapkan {
            fs::rename(folder.join(BARU), folder.join(NAMA))?;
            File::open(folder)?.sync_all()?;
        }
        Ok(isi)
    }

    /// As [`Self::cocok`], but only looks; whether it is the one that was prepared.
    pub fn milik(folder: &Path, basis: &[u8]) -> Hasil<(Self, bool)> {
        let ada = Self::di(folder)?;
        let milik = |isi: &Self| isi.publik().bytes() == basis;
        let jalan_baru = folder.join(BARU);
        if !milik(&ada) && jalan_baru.exists() {
            let baru = baca(&jalan_baru)?;
            if milik(&baru) {
                return Ok((baru, true));
            }
        }
        if milik(&ada) || ada.lama.iter().any(|l| l.publik.bytes() == basis) {
            return Ok((ada, false));
        }
        Err(Halangan::KunciLain.into())
    }

    fn teks(&self) -> String {
        let mut t = hex::encode(self.kini.to_bytes()) + "\n";
        if !self.lama.is_empty() {
            let _ = writeln!(t, "akar {}", hex::encode(self.akar));
        }
        for l in &self.lama {
            let jenis = if l.dicabut { "dicabut" } else { "diganti" };
            let _ = writeln!(t, "{jenis} {} {} {}", hex::encode(l.publik.bytes()), l.sampai.timestamp(), l.alasan);
        }
        for i in &self.identitas {
            let _ = writeln!(t, "identitas {} {}", hex::encode(i.rahasia), i.sejak.timestamp());
        }
        t
    }
}

/// A temporary file in the folder; such files are 0600.
fn tulis(folder: &Path, isi: &Isi) -> Hasil<tempfile::NamedTempFile> {
    let mut berkas = tempfile::NamedTempFile::new_in(folder)?;
    berkas.write_all(isi.teks().as_bytes())?;
    berkas.as_file().sync_all()?;
    Ok(berkas)
}

fn baca(jalan: &Path) -> Hasil<Isi> {
    let rusak = |baris| Halangan::KunciRusak { berkas: jalan.display().to_string(), baris };
    let teks = fs::read_to_string(jalan).map_err(|e| match e.kind() {
        ErrorKind::NotFound => Halangan::KunciHilang.into(),
        ErrorKind::InvalidData => rusak(1).into(),
        _ => StoreError::Berkas(e),
    })?;
    let mut baris = teks.lines().map(str::trim);
    let mut isi = Isi::baru(baris.next().and_then(heksa).ok_or_else(|| rusak(1))?);
    for (no, b) in baris.enumerate().filter(|(_, b)| !b.is_empty()) {
        satu(&mut isi, b).ok_or_else(|| rusak(no + 2))?;
    }
    Ok(isi)
}

fn satu(isi: &mut Isi, baris: &str) -> Option<()> {
    let mut kata = baris.splitn(4, ' ');
    let jenis = kata.next()?;
    if jenis == "akar" {
        isi.akar = heksa(kata.next()?)?;
        return kata.next().is_none().then_some(());
    }
    if jenis == "identitas" {
        let rahasia = heksa(kata.next()?)?;
        let sejak: jiff::Timestamp = kata.next()?.parse().ok()?;
        isi.identitas.push(KunciIdentitas { rahasia, sejak: Waktu(sejak.as_microsecond()) });
        return kata.next().is_none().then_some(());
    }
    let publik = KunciPublik::dari_bytes(&heksa(kata.next()?)?)?;
    let sampai: jiff::Timestamp = kata.next()?.parse().ok()?;
    let dicabut = match jenis {
        "dicabut" => true,
        "diganti" => false,
        _ => return None,
    };
    let alasan = kata.next().unwrap_or_default().to_owned();
    isi.lama.push(KunciLama { publik, sampai: Waktu(sampai.as_microsecond()), alasan, dicabut });
    Some(())
}

fn heksa(teks: &str) -> Option<[u8; 32]> {
    let mut b = [0; 32];
    hex::decode_to_slice(teks, &mut b).ok().map(|()| b)
}

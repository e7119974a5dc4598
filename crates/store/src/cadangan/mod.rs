//! Backup and restore: one file for rows, evidence and the installation key, the same from either database.
//!
//! The file is a gzip-compressed tar: `awal.json`, `tabel/<name>/<page>.jsonl`, `objek/<sha-256>`,
//! `instalasi.kunci` (unless left out) and, last, `manifest.json` with counts and hashes of all that came before. With a public key the whole is encrypted ([`Penerima`]).
//! Generic over [`crate::skema`]: nothing here knows a table by name except `objek` and `instalasi`.

mod baris;
mod berkas;
mod pasang;
mod pulih;
mod sandi;
mod tulis;

pub use baris::{Halaman, Pembaca, SidikSet};
pub use pasang::PENANDA;
pub use pulih::{Asal, Pulih, pulihkan, pulihkan_ke};
pub use sandi::{KunciCadangan, Penerima};
pub(crate) use tulis::utuh;
pub use tulis::{Opsi, cadangkan};

use serde::{Deserialize, Serialize};

/// Name and version of the format; another one is refused.
pub const FORMAT: &str = "prima-cadangan/1";

const AWAL: &str = "awal.json";
const MANIFES: &str = "manifest.json";
const KUNCI: &str = "instalasi.kunci";

/// First entry: what a reader must know before the rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Awal {
    pub format: String,
    /// Program version that wrote the file.
    pub program: String,
    /// UTC microseconds.
    pub dibuat: i64,
    /// `sqlite` or `postgres`, for information only.
    pub basis: String,
    pub migrasi: Vec<Migrasi>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Migrasi {
    pub nama: String,
    pub sidik: String,
}

/// Last entry: a file without it was cut off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifes {
    /// SHA-256 of `awal.json`.
    pub awal: String,
    pub tabel: Vec<RingkasTabel>,
    pub objek: RingkasObjek,
    /// Public key (hex) of the installation.
    pub kunci_publik: String,
    /// SHA-256 of the key file, or `null` if it was left out.
    pub kunci: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RingkasTabel {
    pub nama: String,
    pub baris: u64,
    /// [`SidikSet`] of the rows.
    pub sidik: String,
    /// SHA-256 of each page in order.
    pub halaman: Vec<String>,
}

/// Objects carry their SHA-256 as their name; this binds the set of them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RingkasObjek {
    pub jumlah: u64,
    pub ukuran: u64,
    /// [`SidikSet`] of the names.
    pub sidik: String,
    /// Objects in the table whose file was missing or damaged already; restore reports them again.
    pub rusak: Vec<String>,
}

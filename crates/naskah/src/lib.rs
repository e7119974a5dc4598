//! Reading an edition file (TOML) key by key, as every kind of edition of the program is read.
//!
//! Lives here: tables, keys, lines, faults ([`Pembaca`], [`Tabel`], [`Kesalahan`]), and the editions embedded in a
//! program ([`Bawaan`]). Must not live here: what a key
//! means; that is the reader of the crate that owns the edition (`pekppp`, `skm`).

mod bawaan;
mod sintaks;
mod tabel;

use std::fmt;

use serde::Serialize;

pub use bawaan::Bawaan;
pub use sintaks::Sintaks;
pub use tabel::{Dicatat, Pembaca, Tabel};

/// One fault of an edition file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Kesalahan {
    /// Line in the file, from 1.
    pub baris: usize,
    /// Key path, counted from 1 as a reader counts: `aspek[1].indikator[3].bobot`.
    pub kunci: String,
    pub salah: String,
    pub harap: String,
}

impl fmt::Display for Kesalahan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "baris {}: {}: {}; diharapkan {}", self.baris, self.kunci, self.salah, self.harap)
    }
}

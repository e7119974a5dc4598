//! The fourteen components of a service standard as they are stored: the list, its order and its sources are
//! `layanan::standar::Komponen`; here are only the keys that a text may stand under.

use ::layanan::standar::{Bagian, Komponen as Aturan};
use std::sync::LazyLock;

/// One component; `kunci` is its name in a stored standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Komponen {
    pub kunci: &'static str,
    /// Service delivery: must be published, and filled before a standard is issued.
    pub publik: bool,
}

/// In the order of the regulation.
pub static KOMPONEN: LazyLock<Vec<Komponen>> = LazyLock::new(|| {
    let satu = |k: &Aturan| Komponen { kunci: k.kunci(), publik: k.bagian() == Bagian::Penyampaian };
    Aturan::SEMUA.iter().map(satu).collect()
});

/// What a visitor needs besides: where, and when it is open.
pub const TAMBAHAN: [&str; 2] = ["tempat", "jam"];

/// Whether a text may be stored under the key.
#[must_use]
pub fn dikenal(kunci: &str) -> bool {
    TAMBAHAN.contains(&kunci) || Aturan::dari_kunci(kunci).is_some()
}

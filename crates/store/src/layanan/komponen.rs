//! The fourteen components of a service standard (PermenPANRB 15/2014): six that are published as service delivery, eight
//! that are kept inside as manufacturing. The last three of the eight stand here by recollection, not by the text itself.
//!
//! The one list of them; pages and documents go through it.

/// One component; `kunci` is its name in a stored standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Komponen {
    pub kunci: &'static str,
    /// Service delivery: must be published, and filled before a standard is issued.
    pub publik: bool,
}

const fn k(kunci: &'static str, publik: bool) -> Komponen {
    Komponen { kunci, publik }
}

/// In the order of the regulation.
pub const KOMPONEN: [Komponen; 14] = [
    k("persyaratan", true),
    k("prosedur", true),
    k("waktu", true),
    k("biaya", true),
    k("produk", true),
    k("pengaduan", true),
    k("dasar-hukum", false),
    k("sarana", false),
    k("kompetensi", false),
    k("pengawasan", false),
    k("jumlah-pelaksana", false),
    k("jaminan-pelayanan", false),
    k("jaminan-keamanan", false),
    k("evaluasi", false),
];

/// What a visitor needs besides: where, and when it is open.
pub const TAMBAHAN: [&str; 2] = ["tempat", "jam"];

/// Whether a text may be stored under the key.
#[must_use]
pub fn dikenal(kunci: &str) -> bool {
    TAMBAHAN.contains(&kunci) || KOMPONEN.iter().any(|k| k.kunci == kunci)
}

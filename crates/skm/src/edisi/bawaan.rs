//! The editions that ship with the program, embedded.
//!
//! Lives here: the list of files. Must not live here: anything one edition needs and another does not.

use std::sync::LazyLock;

use naskah::Bawaan;

use super::Edisi;

const TEKS: [&str; 6] = [
    include_str!("../../../../instruments/skm-2017.toml"),
    include_str!("../../../../instruments/skm-2014.toml"),
    include_str!("../../../../instruments/skm-2004.toml"),
    include_str!("../../../../instruments/skm-contoh-banyak-pertanyaan.toml"),
    include_str!("../../../../instruments/skm-contoh-skala-5.toml"),
    include_str!("../../../../instruments/skm-contoh-skala-6.toml"),
];

static EDISI: LazyLock<Bawaan<Edisi>> = LazyLock::new(|| Bawaan::baca(&TEKS, Edisi::baca));

/// The embedded edition with this id, and the exact text of its file (what a round keeps and hashes).
#[must_use]
pub fn bawaan(id: &str) -> Option<(&'static Edisi, &'static str)> {
    EDISI.cari(|e| e.id == id)
}

/// All embedded editions, default first.
pub fn semua_bawaan() -> impl Iterator<Item = &'static Edisi> {
    EDISI.semua()
}

/// The embedded edition that was in force in a year: what a report of that year is checked by.
#[must_use]
pub fn bawaan_tahun(tahun: i64) -> Option<&'static Edisi> {
    semua_bawaan().find(|e| !e.ilustrasi && e.berlaku.dari <= tahun && e.berlaku.sampai.is_none_or(|s| tahun <= s))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_embedded_edition_reads() {
        assert_eq!(Bawaan::salah(&TEKS, Edisi::baca), Vec::<String>::new());
        let id: Vec<&str> = semua_bawaan().map(|e| e.id.as_str()).collect();
        let harap = ["skm-2017", "skm-2014", "skm-2004", "skm-contoh-banyak-pertanyaan", "skm-contoh-skala-5", "skm-contoh-skala-6"];
        assert_eq!(id, harap);
    }
}

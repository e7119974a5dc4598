//! The editions that ship with the program, embedded.
//!
//! Lives here: the list of files. Must not live here: anything one edition needs and another does not.

use std::sync::LazyLock;

use naskah::Bawaan;

use super::Edisi;

const TEKS: [&str; 4] = [
    include_str!("../../../../instruments/pekppp-2022-a.toml"),
    include_str!("../../../../instruments/pekppp-2022-b.toml"),
    include_str!("../../../../instruments/pekppp-reduced-24.toml"),
    include_str!("../../../../instruments/pekppp-2017.toml"),
];

static EDISI: LazyLock<Bawaan<Edisi>> = LazyLock::new(|| Bawaan::baca(&TEKS, Edisi::baca));

/// The embedded edition with this id, and the exact text of its file (what a period keeps and hashes).
#[must_use]
pub fn bawaan(id: &str) -> Option<(&'static Edisi, &'static str)> {
    EDISI.cari(|e| e.id == id)
}

/// All embedded editions, default first.
pub fn semua_bawaan() -> impl Iterator<Item = &'static Edisi> {
    EDISI.semua()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_embedded_edition_reads() {
        assert_eq!(Bawaan::salah(&TEKS, Edisi::baca), Vec::<String>::new());
        let id: Vec<&str> = semua_bawaan().map(|e| e.id.as_str()).collect();
        assert_eq!(id, ["pekppp-2022-a", "pekppp-2022-b", "pekppp-reduced-24", "pekppp-2017"]);
    }
}

//! The texts of a version and which are missing.

use std::collections::BTreeMap;

use super::komponen::{Bagian, Komponen};

/// Text by component. Blank text is no text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Isi(BTreeMap<Komponen, String>);

impl Isi {
    #[must_use]
    pub fn dari<T: Into<String>>(isi: impl IntoIterator<Item = (Komponen, T)>) -> Self {
        let ada = isi.into_iter().map(|(k, t)| (k, t.into())).filter(|(_, t): &(_, String)| !t.trim().is_empty());
        Self(ada.collect())
    }

    #[must_use]
    pub fn teks(&self, k: Komponen) -> Option<&str> {
        self.0.get(&k).map(String::as_str)
    }

    /// Missing components in the regulation's order.
    #[must_use]
    pub fn kurang(&self) -> Vec<Komponen> {
        Komponen::SEMUA.iter().copied().filter(|k| !self.0.contains_key(k)).collect()
    }

    /// (there, wanted) of a part: of 6 or of 8.
    #[must_use]
    pub fn terisi(&self, bagian: Bagian) -> (usize, usize) {
        let semua = Komponen::SEMUA.iter().filter(|k| k.bagian() == bagian);
        (semua.clone().filter(|k| self.0.contains_key(k)).count(), semua.count())
    }

    /// All 14.
    #[must_use]
    pub fn lengkap(&self) -> bool {
        self.kurang().is_empty()
    }

    /// The six of the delivery part, which must be published.
    #[must_use]
    pub fn siap_terbit(&self) -> bool {
        Komponen::penyampaian().all(|k| self.0.contains_key(&k))
    }

    /// Components whose text differs in the other version.
    #[must_use]
    pub fn beda(&self, lain: &Self) -> Vec<Komponen> {
        Komponen::SEMUA.iter().copied().filter(|k| self.teks(*k) != lain.teks(*k)).collect()
    }
}

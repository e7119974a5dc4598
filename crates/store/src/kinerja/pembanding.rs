//! What the figures of a report are compared with.

use crate::id::{GeraiId, LayananId};
use layanan::kinerja::Angka;
use std::collections::BTreeMap;

/// Counts of an earlier range: all of it, and visits by gerai and by service.
#[derive(Debug, Clone, Default)]
pub struct Pembanding {
    pub angka: Angka,
    pub(crate) gerai: BTreeMap<u128, u32>,
    pub(crate) layanan: BTreeMap<u128, u32>,
}

impl Pembanding {
    #[must_use]
    pub fn gerai(&self, id: GeraiId) -> u32 {
        self.gerai.get(&id.0.as_u128()).copied().unwrap_or(0)
    }

    #[must_use]
    pub fn layanan(&self, id: LayananId) -> u32 {
        self.layanan.get(&id.0.as_u128()).copied().unwrap_or(0)
    }
}

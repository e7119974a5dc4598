//! One spelling for each category of a ranking, so that units are ranked together that are meant to be.

use super::{Baris, Sekali};
use crate::{
    id::LokusId,
    lokus::{Ejaan, akar_kategori},
};
use std::{collections::HashSet, sync::Arc};

/// Writes each category as most of its units do, where the rows have it in several spellings; otherwise changes nothing. The order of the rows
/// makes no difference.
pub(super) fn satukan(semua: &mut [Baris]) {
    if !beragam(semua) {
        return;
    }
    let mut urut: Vec<(LokusId, Arc<str>)> = semua.iter().map(|b| (b.lokus, b.kelompok.clone())).collect();
    urut.sort_unstable_by_key(|(lokus, _)| *lokus);
    let (ejaan, mut sekali) = (Ejaan::dari(urut.iter().map(|(_, k)| &**k)), Sekali::default());
    for b in semua {
        let satu = sekali.dapat(ejaan.tulis(&b.kelompok));
        b.kelompok = satu;
    }
}

/// Whether a category stands in more than one spelling.
fn beragam(semua: &[Baris]) -> bool {
    let ejaan: HashSet<&str> = semua.iter().map(|b| &*b.kelompok).collect();
    let akar: HashSet<String> = ejaan.iter().map(|k| akar_kategori(k)).collect();
    akar.len() < ejaan.len()
}

//! Ranking by the unrounded index.
//!
//! Lives here: order, ties, groups. Must not live here: who takes part (the period decides).

mod gerak;

pub use gerak::{Gerak, gerak};

use std::collections::BTreeMap;

use crate::nilai::Ipp;

/// One place in a ranking; `item` is the caller's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Peringkat<T> {
    /// 1 for the highest; equal values share a rank and the next rank is skipped (1, 2, 2, 4).
    pub peringkat: usize,
    pub ipp: Ipp,
    pub item: T,
}

/// Ranks by the exact value: two units shown as 4.69 may well have different ranks.
/// Units that tie keep the order they came in.
#[must_use]
pub fn peringkat<T>(peserta: impl IntoIterator<Item = (T, Ipp)>) -> Vec<Peringkat<T>> {
    let mut peserta: Vec<(T, Ipp)> = peserta.into_iter().collect();
    peserta.sort_by(|a, b| b.1.cmp(&a.1));
    let mut hasil: Vec<Peringkat<T>> = Vec::with_capacity(peserta.len());
    for (di, (item, ipp)) in peserta.into_iter().enumerate() {
        let peringkat = hasil.last().filter(|sebelum| sebelum.ipp == ipp).map_or(di + 1, |sebelum| sebelum.peringkat);
        hasil.push(Peringkat { peringkat, ipp, item });
    }
    hasil
}

/// Ranks each group apart (K/L, provinsi, kota, kabupaten; or service categories).
#[must_use]
pub fn peringkat_per_kelompok<K: Ord, T>(peserta: impl IntoIterator<Item = (K, T, Ipp)>) -> BTreeMap<K, Vec<Peringkat<T>>> {
    let mut kelompok: BTreeMap<K, Vec<(T, Ipp)>> = BTreeMap::new();
    for (kunci, item, ipp) in peserta {
        kelompok.entry(kunci).or_default().push((item, ipp));
    }
    kelompok.into_iter().map(|(kunci, isi)| (kunci, peringkat(isi))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ipp(teks: &str) -> Ipp {
        Ipp::baru(teks.parse().unwrap()).unwrap()
    }

    #[test]
    fn ties_share_a_rank_and_hidden_decimals_decide() {
        let hasil = peringkat([
            ("Jombang", ipp("4.691")),
            ("Sleman", ipp("4.70")),
            ("Batang", ipp("4.694")),
            ("Kembar", ipp("4.691")),
            ("Bantul", ipp("4.68")),
        ]);
        let ringkas: Vec<(usize, &str)> = hasil.iter().map(|p| (p.peringkat, p.item)).collect();
        assert_eq!(ringkas, [(1, "Sleman"), (2, "Batang"), (3, "Jombang"), (3, "Kembar"), (5, "Bantul")]);
    }

    #[test]
    fn groups_are_ranked_apart() {
        let hasil = peringkat_per_kelompok([
            ("kota", "Pontianak", ipp("4.71")),
            ("kabupaten", "Sumedang", ipp("4.72")),
            ("kota", "Mojokerto", ipp("4.67")),
        ]);
        assert_eq!(hasil["kota"][1].peringkat, 2);
        assert_eq!(hasil["kabupaten"][0].peringkat, 1);
    }
}

//! Codes and names of the 38 provinces and 514 kabupaten/kota, as data (`data/wilayah`, source and licence there).
//!
//! A code is that of Kemendagri: `64` a province, `64.08` a kabupaten or kota in it. Which instansi serves a region is the
//! register's (`instansi.wilayah`), not here.

use std::sync::LazyLock;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wilayah {
    pub kode: &'static str,
    pub nama: &'static str,
}

impl Wilayah {
    /// Code of its province; of a province its own.
    #[must_use]
    pub fn provinsi(&self) -> &'static str {
        self.kode.split('.').next().unwrap_or(self.kode)
    }
}

/// What the pages say beside the list.
pub const SUMBER: &str = "idn-area-data 3.1.2, Open Database License 1.0";

static PROVINSI: LazyLock<Vec<Wilayah>> = LazyLock::new(|| baca(include_str!("../../../data/wilayah/provinsi.csv")));
static KABUPATEN_KOTA: LazyLock<Vec<Wilayah>> = LazyLock::new(|| baca(include_str!("../../../data/wilayah/kabupaten-kota.csv")));

fn baca(teks: &'static str) -> Vec<Wilayah> {
    teks.lines().skip(1).filter_map(|b| b.split_once(',')).map(|(kode, nama)| Wilayah { kode, nama }).collect()
}

/// By code.
#[must_use]
pub fn provinsi() -> &'static [Wilayah] {
    &PROVINSI
}

/// By code.
#[must_use]
pub fn kabupaten_kota() -> &'static [Wilayah] {
    &KABUPATEN_KOTA
}

/// Kabupaten and kota of a province.
pub fn dalam(provinsi: &str) -> impl Iterator<Item = &'static Wilayah> {
    KABUPATEN_KOTA.iter().filter(move |w| w.provinsi() == provinsi)
}

/// `None` for a code that is in neither list.
#[must_use]
pub fn cari(kode: &str) -> Option<&'static Wilayah> {
    let daftar = if kode.contains('.') { &KABUPATEN_KOTA } else { &PROVINSI };
    daftar.binary_search_by(|w| w.kode.cmp(kode)).ok().and_then(|n| daftar.get(n))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_whole_sorted_and_hang_together() {
        assert_eq!((provinsi().len(), kabupaten_kota().len()), (38, 514));
        for daftar in [provinsi(), kabupaten_kota()] {
            assert!(daftar.windows(2).all(|w| w[0].kode < w[1].kode));
        }
        assert!(kabupaten_kota().iter().all(|k| cari(k.provinsi()).is_some()));
        assert_eq!(cari("64.08").map(|w| w.nama), Some("Kabupaten Kutai Timur"));
        assert_eq!(provinsi().iter().map(|p| dalam(p.kode).count()).sum::<usize>(), 514);
        assert!(cari("99").is_none() && cari("").is_none());
    }
}

//! Pages of a list whose rows stand in groups: no group is cut in two.

use std::ops::Range;

use super::{BATAS, Lembar};
use crate::konteks::Konteks;

/// Where the pages of a list begin and end, for groups of so many rows. A page ends with the group in which its row `batas` lies. An empty
/// list has one page, with nothing on it.
fn potong(kelompok: impl IntoIterator<Item = usize>, batas: usize) -> Vec<Range<usize>> {
    let (mut halaman, mut awal, mut akhir) = (Vec::new(), 0, 0);
    for n in kelompok {
        if akhir - awal >= batas {
            halaman.push(awal..akhir);
            awal = akhir;
        }
        akhir += n;
    }
    halaman.push(awal..akhir);
    halaman
}

impl Konteks {
    /// Page `h` (from 1; one beyond the end is the last) of a list whose neighbours with the same `kunci` stay together, and the way to
    /// the pages beside it. About [`BATAS`] rows, more where a group is larger. `kueri` as for [`Self::lembar`].
    #[must_use]
    pub fn lembar_utuh<T, K: PartialEq>(&self, h: Option<i64>, semua: Vec<T>, kunci: impl Fn(&T) -> K, kueri: &str) -> (Vec<T>, Lembar) {
        let kelompok = semua.chunk_by(|a, b| kunci(a) == kunci(b)).map(<[T]>::len);
        let halaman = potong(kelompok, usize::try_from(BATAS).unwrap_or(usize::MAX));
        let kini = usize::try_from(h.unwrap_or(1)).unwrap_or(1).clamp(1, halaman.len());
        let rentang = halaman.into_iter().nth(kini - 1).unwrap_or_default();
        let angka = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        let lembar = self.lembar_rentang("h", angka(kini), [rentang.start, rentang.end, semua.len()].map(angka), kueri);
        (semua.into_iter().skip(rentang.start).take(rentang.len()).collect(), lembar)
    }

    /// Page `kini` of the list that the address calls `nama`: how many rows stand before it, up to its end, and in all.
    pub(super) fn lembar_rentang(&self, nama: &str, kini: i64, [awal, akhir, dari]: [i64; 3], kueri: &str) -> Lembar {
        let jalur = |n: i64| format!("{}?{nama}={n}{kueri}", self.permintaan.jalur());
        let mulai = if akhir == awal { 0 } else { awal + 1 };
        Lembar {
            teks: self.a("periode-lembar", [("mulai", mulai.into()), ("akhir", akhir.into()), ("dari", dari.into())]),
            sebelum: (kini > 1).then(|| (jalur(kini - 1), self.s("periode-lembar-sebelum"))),
            berikut: (akhir < dari).then(|| (jalur(kini + 1), self.s("periode-lembar-berikut"))),
            label: self.s("periode-lembar-label"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::potong;

    #[test]
    fn no_group_is_on_two_pages() {
        assert_eq!(potong([20, 4, 3, 1], 25), [0..27, 27..28]);
        assert_eq!(potong([1, 45, 1], 25), [0..46, 46..47]);
        assert_eq!(potong([25, 25], 25), [0..25, 25..50], "a full page takes no more");
        assert_eq!(potong([], 25).len(), 1);
    }
}

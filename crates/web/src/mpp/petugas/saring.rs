//! A long page of officers made short: lines that have the words asked for, and what is folded. It knows no database.

/// Lines that a page shows without a search and without folding.
const PENDEK: usize = 12;

/// What was asked for, and whether the page is long enough for a search.
pub(super) struct Saring {
    pub cari: String,
    pub panjang: bool,
}

impl Saring {
    /// `banyak`: lines of the longest list before anything is left out.
    pub(super) fn baru(cari: &str, banyak: usize) -> Self {
        Self { cari: cari.trim().chars().take(100).collect(), panjang: banyak > PENDEK }
    }

    /// Whether something was asked for.
    pub(super) fn aktif(&self) -> bool {
        !self.cari.is_empty()
    }

    /// Whether the texts have every word that was asked for, anywhere in a word.
    pub(super) fn memuat<'a>(&self, teks: impl IntoIterator<Item = &'a String>) -> bool {
        if !self.aktif() {
            return true;
        }
        let teks = teks.into_iter().map(|t| t.to_lowercase()).collect::<Vec<_>>().join(" ");
        self.cari.to_lowercase().split_whitespace().all(|k| teks.contains(k))
    }

    /// Whether a list of so many lines is folded as a whole.
    pub(super) fn melipat(&self, banyak: usize) -> bool {
        !self.aktif() && banyak > PENDEK
    }

    /// A list in parts, each with whether it is folded: first what is of importance. Short lists and answers to a search are one part.
    pub(super) fn bagian<'t, T>(&self, semua: &'t [T], penting: impl Fn(&T) -> bool) -> Vec<(bool, Vec<&'t T>)> {
        if self.aktif() || semua.len() <= PENDEK {
            return vec![(false, semua.iter().collect())];
        }
        let (dulu, sisa): (Vec<&T>, Vec<&T>) = semua.iter().partition(|x| penting(x));
        [(false, dulu), (true, sisa)].into_iter().filter(|(_, b)| !b.is_empty()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_list_shows_what_matters_and_folds_the_rest() {
        let semua: Vec<u32> = (0..25).collect();
        let bagian = Saring::baru("", 25).bagian(&semua, |n| n % 5 == 0);
        assert_eq!(bagian.iter().map(|(l, b)| (*l, b.len())).collect::<Vec<_>>(), [(false, 5), (true, 20)]);
        assert_eq!(Saring::baru("x", 25).bagian(&semua, |_| false).len(), 1, "what was asked for is not folded");
        assert_eq!(Saring::baru("", 5).bagian(&semua[..5], |_| false)[0].1.len(), 5);
        assert_eq!(Saring::baru("", 25).bagian(&semua, |_| true).len(), 1, "nothing is left to fold");
    }

    #[test]
    fn every_word_is_asked_for_in_any_of_the_texts() {
        let teks = ["Nurul Fadilah".to_owned(), "G11".to_owned(), "Kejaksaan Negeri".to_owned()];
        for (cari, ada) in [("", true), (" nurul ", true), ("g11 NURUL", true), ("kejaksa", true), ("nurul g12", false)] {
            assert_eq!(Saring::baru(cari, 25).memuat(&teks), ada, "{cari}");
        }
        assert!(Saring::baru("", 13).panjang && !Saring::baru("", 12).panjang);
    }
}

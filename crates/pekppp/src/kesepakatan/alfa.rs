//! Krippendorff's alpha with the interval metric: exact.
//!
//! Interval, because the index itself adds and averages scores: a difference of two counts as twice one, wherever it
//! lies on the ladder. The ordinal metric would weigh by how often levels were given, which few units cannot tell.

use serde::Serialize;

use crate::pecahan::Pecahan;

/// Agreement of any number of evaluators.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Alfa {
    /// Things that at least two scored.
    pub butir: usize,
    /// Scores given to them.
    pub skor: usize,
    /// 1 is full agreement, 0 none beyond chance, below 0 systematic disagreement. `None` when it is not defined: nothing
    /// was scored twice, or all scores are the same.
    pub nilai: Option<Pecahan>,
}

/// Alpha (Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability") with `(c - k)^2`: each entry holds the scores
/// that one thing got; things with fewer than two are left out. Not everybody has to score everything.
#[must_use]
pub fn alfa(butir: &[Vec<u8>]) -> Alfa {
    let terpasang: Vec<&Vec<u8>> = butir.iter().filter(|b| b.len() > 1).collect();
    let semua: Vec<u8> = terpasang.iter().flat_map(|b| b.iter().copied()).collect();
    let n = bulat(semua.len());
    let teramati: Pecahan = terpasang.iter().filter_map(|b| Pecahan::baru(jumlah_kuadrat(b), bulat(b.len()) - 1)).sum();
    // alpha = 1 - Do/De, Do = observed / n, De = expected / (n (n - 1)).
    let diharapkan = Pecahan::bulat(jumlah_kuadrat(&semua));
    let nilai = (!diharapkan.adalah_nol()).then(|| {
        let rasio = &(&teramati * &Pecahan::bulat(n - 1)) / &diharapkan;
        &Pecahan::bulat(1) - &rasio
    });
    Alfa { butir: terpasang.len(), skor: semua.len(), nilai }
}

/// The sum of squared differences over all ordered pairs, from sums alone: `2 (n * sum of squares - square of the sum)`.
fn jumlah_kuadrat(skor: &[u8]) -> i64 {
    let jumlah: i64 = skor.iter().map(|s| i64::from(*s)).sum();
    let kuadrat: i64 = skor.iter().map(|s| i64::from(*s).pow(2)).sum();
    2 * (bulat(skor.len()) * kuadrat - jumlah.pow(2))
}

fn bulat(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Example C of Krippendorff's "Computing Krippendorff's Alpha-Reliability": four observers, twelve units, missing
    /// values; the interval alpha is given as 0.849.
    #[test]
    fn the_published_example() {
        let pengamat = [
            [1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0],
            [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3],
            [0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0],
            [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0],
        ];
        // 0 stands for a missing value here.
        let butir: Vec<Vec<u8>> = (0..12).map(|u| pengamat.iter().map(|p| p[u]).filter(|v| *v > 0).collect()).collect();
        let a = alfa(&butir);
        assert_eq!((a.butir, a.skor), (11, 40));
        assert_eq!((a.nilai.clone().unwrap().to_string().as_str(), a.nilai.unwrap().tampil(3).as_str()), ("951/1120", "0.849"));
    }

    #[test]
    fn bounds_and_undefined_cases() {
        let nilai = |b: &[Vec<u8>]| alfa(b).nilai.map(|n| n.to_string());
        assert_eq!(nilai(&[vec![0, 0], vec![5, 5]]).as_deref(), Some("1"));
        assert_eq!((nilai(&[]), nilai(&[vec![3], vec![4]]), nilai(&[vec![3, 3], vec![3, 3]])), (None, None, None));
        // One unit with two different scores: observed equals expected.
        assert_eq!(nilai(&[vec![2, 4]]).as_deref(), Some("0"));
        assert!(alfa(&[vec![0, 5], vec![5, 0]]).nilai.unwrap().adalah_negatif());
    }
}

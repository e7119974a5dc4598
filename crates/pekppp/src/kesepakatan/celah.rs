//! How far two sources are apart on the same thing: the proposal from F01 and F02, or F02 and F03.

use serde::Serialize;

use crate::pecahan::Pecahan;

/// Differences of pairs (first less second).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Celah {
    pub n: usize,
    /// Mean difference: above 0 the first is higher. `None` without a pair.
    pub rata: Option<Pecahan>,
    /// Mean of the differences without their sign.
    pub rata_mutlak: Option<Pecahan>,
    /// Pairs in which the first is higher, equal, lower.
    pub lebih: usize,
    pub sama: usize,
    pub kurang: usize,
}

#[must_use]
pub fn celah(pasangan: &[(Pecahan, Pecahan)]) -> Celah {
    let beda: Vec<Pecahan> = pasangan.iter().map(|(a, b)| a - b).collect();
    let mutlak: Vec<Pecahan> = beda.iter().map(Pecahan::mutlak).collect();
    let hitung = |pilih: fn(&Pecahan) -> bool| beda.iter().filter(|b| pilih(b)).count();
    let kurang = hitung(Pecahan::adalah_negatif);
    let sama = hitung(Pecahan::adalah_nol);
    Celah {
        n: beda.len(),
        rata: Pecahan::rata_rata(&beda),
        rata_mutlak: Pecahan::rata_rata(&mutlak),
        lebih: beda.len() - kurang - sama,
        sama,
        kurang,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_and_means() {
        let p = |a: i64, b: i64| (Pecahan::bulat(a), Pecahan::bulat(b));
        let c = celah(&[p(5, 3), p(4, 4), p(2, 3)]);
        assert_eq!((c.n, c.lebih, c.sama, c.kurang), (3, 1, 1, 1));
        assert_eq!((c.rata.unwrap().to_string().as_str(), c.rata_mutlak.unwrap().to_string().as_str()), ("1/3", "1"));
        assert_eq!(celah(&[]).rata, None);
    }
}

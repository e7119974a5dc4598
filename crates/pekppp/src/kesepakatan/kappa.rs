//! Cohen's kappa with quadratic weights for two evaluators: exact.

use serde::Serialize;

use crate::pecahan::Pecahan;

/// Agreement of two evaluators beyond chance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Kappa {
    /// Scores that both gave.
    pub n: usize,
    /// 1 is full agreement, 0 what chance alone would give, below 0 less than that. `None` when it is not defined: no
    /// shared score, or both gave one and the same score throughout.
    pub nilai: Option<Pecahan>,
}

/// Weighted kappa (Cohen 1968) with weights `(i - j)^2`, from the pairs of scores that both gave for the same thing:
/// one less the observed mean square difference over the one expected from the two margins.
#[must_use]
pub fn kappa_tertimbang(pasangan: &[(u8, u8)]) -> Kappa {
    let n = pasangan.len();
    let kuadrat = |a: u8, b: u8| i64::from(a.abs_diff(b)).pow(2);
    let teramati: i64 = pasangan.iter().map(|(a, b)| kuadrat(*a, *b)).sum();
    // Over all pairs of one's scores with the other's: n times as many.
    let kebetulan: i64 = pasangan.iter().flat_map(|(a, _)| pasangan.iter().map(move |(_, b)| kuadrat(*a, *b))).sum();
    let banyak = i64::try_from(n).unwrap_or(i64::MAX);
    let nilai = Pecahan::baru(teramati * banyak, kebetulan).map(|rasio| &Pecahan::bulat(1) - &rasio);
    Kappa { n, nilai }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The 20 persons of the data set `anxiety` of the R package irr, raters 1 and 2 (scores 1 to 6): its documentation
    /// gives a squared-weights kappa of 0.297.
    #[test]
    fn the_published_example() {
        let satu = [3, 3, 3, 4, 5, 5, 2, 3, 5, 2, 2, 6, 1, 5, 2, 2, 1, 2, 4, 3];
        let dua = [3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4];
        let k = kappa_tertimbang(&satu.into_iter().zip(dua).collect::<Vec<_>>());
        assert_eq!((k.n, k.nilai.clone().unwrap().to_string().as_str()), (20, "211/711"));
        assert_eq!(k.nilai.unwrap().tampil(3), "0.297");
    }

    #[test]
    fn bounds_and_undefined_cases() {
        let nilai = |p: &[(u8, u8)]| kappa_tertimbang(p).nilai.map(|n| n.to_string());
        assert_eq!(nilai(&[(0, 0), (3, 3), (5, 5)]).as_deref(), Some("1"));
        assert_eq!(nilai(&[(0, 5), (5, 0)]).as_deref(), Some("-1"));
        assert_eq!((nilai(&[]), nilai(&[(4, 4), (4, 4)])), (None, None));
        assert_eq!(nilai(&[(4, 3), (4, 3)]).as_deref(), Some("0"), "a constant difference is no agreement beyond chance");
    }
}

//! Quantiles of the t distribution for a 95% interval, shipped as a table so that every machine gives the same figure.
//!
//! Lives here: the table and how it is read. Must not live here: what is done with a quantile.

use pecahan::Pecahan;

/// Degrees of freedom and the 0.975 quantile in ten-thousandths, rounded up (computed to 25 digits). Never too small.
#[rustfmt::skip]
const T_0975: [(i64, i64); 46] = [
    (1, 127_063), (2, 43_027), (3, 31_825), (4, 27_765), (5, 25_706), (6, 24_470),
    (7, 23_647), (8, 23_061), (9, 22_622), (10, 22_282), (11, 22_010), (12, 21_789),
    (13, 21_604), (14, 21_448), (15, 21_315), (16, 21_200), (17, 21_099), (18, 21_010),
    (19, 20_931), (20, 20_860), (21, 20_797), (22, 20_739), (23, 20_687), (24, 20_639),
    (25, 20_596), (26, 20_556), (27, 20_519), (28, 20_485), (29, 20_453), (30, 20_423),
    (35, 20_302), (40, 20_211), (45, 20_142), (50, 20_086), (60, 20_003), (70, 19_945),
    (80, 19_901), (90, 19_867), (100, 19_840), (120, 19_800), (150, 19_760), (200, 19_719),
    (300, 19_680), (500, 19_648), (1000, 19_624), (10000, 19_603),
];

/// The 0.975 quantile of t for so many degrees of freedom: the row, or the next smaller row, so that an interval is
/// never too narrow. `None` below one degree.
pub(crate) fn t_0975(derajat: i64) -> Option<Pecahan> {
    let di = T_0975.partition_point(|(d, _)| *d <= derajat).checked_sub(1)?;
    Pecahan::baru(T_0975[di].1, 10_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_falls_and_is_read_downwards() {
        assert!(T_0975.windows(2).all(|w| w[0].0 < w[1].0 && w[0].1 > w[1].1));
        let t = |d| t_0975(d).map(|t| t.tampil(4));
        assert_eq!(t(0), None);
        assert_eq!([t(1), t(30), t(34), t(35)], ["12.7063", "2.0423", "2.0423", "2.0302"].map(|s| Some(s.to_owned())));
        assert_eq!(t(i64::MAX).as_deref(), Some("1.9603"));
    }
}

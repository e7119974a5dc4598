//! Evaluators who score systematically higher or lower than those who saw the same units.
//!
//! One observation a unit: the mean difference to the mean of the other evaluators over the indicators that both scored.
//! Indicators of one unit hang together, so they are not counted apart. The interval is Student's with 95 %; differences
//! are exact, only the interval's root is rounded (to six decimals).

use serde::Serialize;

use crate::pecahan::Pecahan;

/// With fewer shared units nothing is said about a direction.
pub const LOKUS_MIN: usize = 5;

/// Student's t, two-sided 95 %, for 1 to 30 degrees of freedom, in thousandths; from there on that of 30 is kept, which
/// makes the interval a little too wide rather than too narrow.
const T: [i64; 30] = [
    12706, 4303, 3182, 2776, 2571, 2447, 2365, 2306, 2262, 2228, 2201, 2179, 2160, 2145, 2131, 2120, 2110, 2101, 2093, 2086, 2080, 2074,
    2069, 2064, 2060, 2056, 2052, 2048, 2045, 2042,
];

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Arah {
    /// Fewer than [`LOKUS_MIN`] shared units.
    BelumCukup,
    /// The interval holds 0.
    Sejalan,
    /// The whole interval lies above 0.
    LebihTinggi,
    LebihRendah,
}

/// How one evaluator scores beside the others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Kecenderungan {
    pub lokus: usize,
    /// Mean over units; `None` without a shared unit.
    pub selisih: Option<Pecahan>,
    /// Lower and upper end; `None` with fewer than [`LOKUS_MIN`] units.
    pub rentang: Option<(Pecahan, Pecahan)>,
    pub arah: Arah,
}

/// From the mean difference of each shared unit (own score less the mean of the others).
#[must_use]
pub fn kecenderungan(per_lokus: &[Pecahan]) -> Kecenderungan {
    let lokus = per_lokus.len();
    let selisih = Pecahan::rata_rata(per_lokus);
    let rentang = selisih.as_ref().filter(|_| lokus >= LOKUS_MIN).and_then(|rata| rentang(per_lokus, rata));
    let nol = Pecahan::nol();
    let arah = match &rentang {
        None => Arah::BelumCukup,
        Some((bawah, _)) if *bawah > nol => Arah::LebihTinggi,
        Some((_, atas)) if *atas < nol => Arah::LebihRendah,
        Some(_) => Arah::Sejalan,
    };
    Kecenderungan { lokus, selisih, rentang, arah }
}

fn rentang(x: &[Pecahan], rata: &Pecahan) -> Option<(Pecahan, Pecahan)> {
    let n = i64::try_from(x.len()).ok()?;
    let kuadrat: Pecahan = x.iter().map(|x| x - rata).map(|d| &d * &d).sum();
    // Standard error: root of sum of squares / (n - 1) / n.
    let galat = (&kuadrat / &Pecahan::bulat((n - 1) * n)).akar(6)?;
    let t = Pecahan::baru(*T.get(x.len() - 2).or(T.last())?, 1000)?;
    let lebar = &t * &galat;
    Some((rata - &lebar, rata + &lebar))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn p(teks: &[&str]) -> Vec<Pecahan> {
        teks.iter().map(|t| t.parse().unwrap()).collect()
    }

    /// Student's "additional hours of sleep", the differences of the two drugs (Student 1908; the data set `sleep` of R):
    /// mean 1.58, 95 % interval 0.70 to 2.46.
    #[test]
    fn the_published_example() {
        let k = kecenderungan(&p(&["1.2", "2.4", "1.3", "1.3", "0", "1", "1.8", "0.8", "4.6", "1.4"]));
        let (bawah, atas) = k.rentang.unwrap();
        assert_eq!((k.selisih.unwrap().tampil(2).as_str(), bawah.tampil(2).as_str(), atas.tampil(2).as_str()), ("1.58", "0.70", "2.46"));
        assert_eq!((k.lokus, k.arah), (10, Arah::LebihTinggi));
    }

    #[test]
    fn small_numbers_say_so_and_signs_decide() {
        assert_eq!(kecenderungan(&[]).selisih, None);
        let sedikit = kecenderungan(&p(&["2", "2", "2", "2"]));
        assert_eq!((sedikit.arah, sedikit.rentang), (Arah::BelumCukup, None));
        assert_eq!(kecenderungan(&p(&["1", "-1", "1", "-1", "0"])).arah, Arah::Sejalan);
        assert_eq!(kecenderungan(&p(&["-0.5", "-0.4", "-0.6", "-0.5", "-0.5"])).arah, Arah::LebihRendah);
        // No spread at all: the interval is the mean.
        assert_eq!(kecenderungan(&p(&["1/3", "1/3", "1/3", "1/3", "1/3"])).arah, Arah::LebihTinggi);
        assert_eq!(kecenderungan(&vec![Pecahan::nol(); 40]).arah, Arah::Sejalan);
    }
}

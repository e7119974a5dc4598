//! How ranks moved between two rankings. Ranks among different sets of units say nothing about a unit: where others dropped out,
//! everybody seems to rise. So both ranks are counted again among the units that stand in both.
//!
//! Lives here: which units are compared and their ranks among those. Must not live here: which rankings may be put side by side
//! (same scheme, edition and group: the caller).

use std::{cmp::Ordering, collections::HashMap, hash::Hash};

/// The ranks of one unit among the units that both rankings hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gerak {
    pub dulu: usize,
    pub kini: usize,
    /// How many units both rankings hold, this one among them.
    pub dibanding: usize,
}

impl Gerak {
    /// `Greater`: it rose. `None` where it is the only one in both rankings: a rank among one says nothing.
    #[must_use]
    pub fn arah(&self) -> Option<Ordering> {
        (self.dibanding > 1).then(|| self.dulu.cmp(&self.kini))
    }

    /// Places between the two ranks.
    #[must_use]
    pub fn langkah(&self) -> usize {
        self.dulu.abs_diff(self.kini)
    }
}

/// For each row of `kini` how it moved since `dulu`; `None` for what `dulu` does not hold.
///
/// Both come highest first, as who it is and a value that is equal only where units tie.
#[must_use]
pub fn gerak<K: Eq + Hash, A: PartialEq, B: PartialEq>(kini: &[(K, A)], dulu: &[(K, B)]) -> Vec<Option<Gerak>> {
    let letak: HashMap<&K, usize> = dulu.iter().enumerate().map(|(n, (k, _))| (k, n)).collect();
    let pasangan: Vec<Option<usize>> = kini.iter().map(|(k, _)| letak.get(k).copied()).collect();
    let mut bersama = vec![false; dulu.len()];
    for n in pasangan.iter().flatten() {
        bersama[*n] = true;
    }
    let lama = peringkat_di_antara(dulu.iter().map(|x| &x.1), bersama.iter().copied());
    let baru = peringkat_di_antara(kini.iter().map(|x| &x.1), pasangan.iter().map(Option::is_some));
    let dibanding = bersama.iter().filter(|b| **b).count();
    pasangan.into_iter().zip(baru).map(|(p, kini)| p.map(|n| Gerak { dulu: lama[n], kini, dibanding })).collect()
}

/// Ranks counted among those that take part; of no meaning for the others.
fn peringkat_di_antara<'a, N: PartialEq + 'a>(nilai: impl Iterator<Item = &'a N>, ikut: impl Iterator<Item = bool>) -> Vec<usize> {
    let (mut urut, mut peringkat, mut sebelum) = (0, 0, None);
    let satu = |(n, ikut): (&'a N, bool)| {
        if ikut {
            urut += 1;
            if sebelum != Some(n) {
                (peringkat, sebelum) = (urut, Some(n));
            }
        }
        peringkat
    };
    nilai.zip(ikut).map(satu).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_that_alone_remains_did_not_rise() {
        let g = gerak(&[("dinsos", 325)], &[("rsud", 450), ("dinsos", 397), ("camat", 300)]);
        assert_eq!(g, [Some(Gerak { dulu: 1, kini: 1, dibanding: 1 })]);
        assert_eq!(g[0].unwrap().arah(), None);
    }

    #[test]
    fn ranks_are_those_among_the_units_of_both_years() {
        // b stood third of four, and is second of three; among a, b and d it never moved, and a and d changed places.
        let dulu = [("a", 9), ("x", 8), ("b", 7), ("d", 6)];
        let kini = [("d", 99), ("b", 90), ("new", 89), ("a", 80)];
        let g = gerak(&kini, &dulu);
        let ringkas: Vec<_> = g.iter().map(|g| g.map(|g| (g.dulu, g.kini, g.dibanding, g.arah(), g.langkah()))).collect();
        assert_eq!(
            ringkas,
            [
                Some((3, 1, 3, Some(Ordering::Greater), 2)),
                Some((2, 2, 3, Some(Ordering::Equal), 0)),
                None,
                Some((1, 3, 3, Some(Ordering::Less), 2))
            ]
        );
    }

    #[test]
    fn ties_share_a_rank_in_both_years_also_across_one_who_takes_no_part() {
        let g = gerak(&[("a", 5), ("y", 5), ("b", 5), ("c", 4)], &[("a", 9), ("z", 8), ("b", 8), ("c", 8)]);
        let ringkas: Vec<_> = g.iter().flatten().map(|g| (g.dulu, g.kini)).collect();
        assert_eq!(ringkas, [(1, 1), (2, 1), (2, 3)]);
        assert!(gerak::<u8, u8, u8>(&[], &[(1, 1)]).is_empty());
    }
}

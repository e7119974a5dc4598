//! How far a rank could move because F03 asks only some of the people served: an honest band beside every rank.
//!
//! Lives here: the interval of one IPP from the published counts of F03, and the ranks that intervals allow. Must not live
//! here: the rank itself ([`crate::peringkat`]), which this never changes.
//!
//! Method, so that anybody can repeat it: F02 is taken as it is. The error of F03 is bounded from the counts per statement alone,
//! as if a respondent who is above the mean in one statement were above it in all (the widest that the counts allow):
//! `t(0.975, n-1) · Σ w·s / √n`, with `s` the standard deviation of a statement and `w` its weight in F03. The IPP moves by the share
//! of F03 in it. Bounds are rounded outwards to four decimals; roots are taken with whole numbers, so every machine gives the same.

use crate::{
    edisi::{AgregasiF03, Edisi},
    nilai::Ipp,
    pecahan::{Pecahan, kuantil::t_0975},
    skor::HasilIpp,
};
use serde::{Deserialize, Serialize};

const ANGKA: u32 = 4;
/// Roots are kept in millionths: `√x · 10⁶ = √(x · 10¹²)`.
const JUTA_KUADRAT: u128 = 1_000_000_000_000;

/// Between these the IPP lies in 95 of 100 surveys of this size; 0..=5, four decimals.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rentang {
    pub bawah: Pecahan,
    pub atas: Pecahan,
}

impl Rentang {
    /// An index that is taken without error.
    #[must_use]
    pub fn titik(ipp: &Ipp) -> Self {
        Self { bawah: ipp.pecahan().clone(), atas: ipp.pecahan().clone() }
    }
}

/// The interval of an IPP. `sebaran`: per statement how many used respondents gave 0, 1, …, 5.
///
/// `None` without an IPP, with fewer than two respondents, or when the counts do not fit the result.
#[must_use]
pub fn rentang_ipp(edisi: &Edisi, hasil: &HasilIpp, sebaran: &[[u64; 6]]) -> Option<Rentang> {
    let ipp = hasil.ipp.as_ref()?.ipp.pecahan();
    let n = hasil.f03.dipakai;
    if sebaran.len() != edisi.f03.pernyataan.len() || sebaran.iter().any(|s| s.iter().sum::<u64>() != n) {
        return None;
    }
    let bobot = bobot(edisi, hasil.agregasi_f03)?;
    let mut jumlah = Pecahan::nol();
    for (s, w) in sebaran.iter().zip(&bobot) {
        jumlah = &jumlah + &(w * &bulat(akar_atas(keragaman(s)?.checked_mul(JUTA_KUADRAT)?))?);
    }
    // Σ w·√(nΣx² - (Σx)²) over n·√(n-1) is Σ w·s over √n; both roots are in millionths, so these cancel.
    let bawah = &bulat(u128::from(n))? * &bulat((u128::from(n.checked_sub(1)?) * JUTA_KUADRAT).isqrt())?;
    if bawah.adalah_nol() {
        return None;
    }
    let setengah = &(&(&t_0975(i64::try_from(n).ok()? - 1)? * &jumlah) / &bawah) * &hasil.porsi_f03;
    Some(Rentang { bawah: turun(&(ipp - &setengah)), atas: naik(&(ipp + &setengah)) })
}

/// Weight of each statement in F03, summing to 1.
fn bobot(edisi: &Edisi, agregasi: AgregasiF03) -> Option<Vec<Pecahan>> {
    let semua = &edisi.f03.pernyataan;
    let milik = |aspek: &str| semua.iter().filter(|p| p.aspek == aspek).count();
    let aspek = edisi.aspek.iter().filter(|a| milik(&a.kunci) > 0).count();
    semua
        .iter()
        .map(|p| match agregasi {
            AgregasiF03::AspectMean => Pecahan::baru(1, i64::try_from(aspek * milik(&p.aspek)).ok()?),
            AgregasiF03::PlainMean => Pecahan::baru(1, i64::try_from(semua.len()).ok()?),
        })
        .collect()
}

/// `nΣx² - (Σx)²`, that is `n(n-1)` times the variance; `None` when it does not fit.
fn keragaman(s: &[u64; 6]) -> Option<u128> {
    let (mut n, mut x, mut xx) = (0_u128, 0_u128, 0_u128);
    for (banyak, nilai) in s.iter().zip(0_u128..) {
        let banyak = u128::from(*banyak);
        n += banyak;
        x += banyak * nilai;
        xx += banyak * nilai * nilai;
    }
    n.checked_mul(xx)?.checked_sub(x.checked_mul(x)?)
}

fn akar_atas(x: u128) -> u128 {
    let akar = x.isqrt();
    if akar * akar == x { akar } else { akar + 1 }
}

fn bulat(x: u128) -> Option<Pecahan> {
    i64::try_from(x).ok().map(Pecahan::bulat)
}

/// Rounded down to four decimals, never below 0.
fn turun(x: &Pecahan) -> Pecahan {
    let bulat = x.dibulatkan(ANGKA);
    let turun = if bulat > *x { &bulat - &satuan() } else { bulat };
    turun.max(Pecahan::nol())
}

/// Rounded up to four decimals, never above 5.
fn naik(x: &Pecahan) -> Pecahan {
    let bulat = x.dibulatkan(ANGKA);
    let naik = if bulat < *x { &bulat + &satuan() } else { bulat };
    naik.min(Pecahan::bulat(5))
}

fn satuan() -> Pecahan {
    Pecahan::baru(1, 10_i64.pow(ANGKA)).unwrap_or_else(Pecahan::nol)
}

/// For each unit of one ranking the best and the worst rank that the intervals allow (1 is the highest).
///
/// A unit stands surely above another when its whole interval does. `O(n log n)`.
#[must_use]
pub fn pita_peringkat(rentang: &[Rentang]) -> Vec<(usize, usize)> {
    let urut = |pilih: fn(&Rentang) -> &Pecahan| {
        let mut semua: Vec<&Pecahan> = rentang.iter().map(pilih).collect();
        semua.sort_unstable();
        semua
    };
    let (bawah, atas) = (urut(|r| &r.bawah), urut(|r| &r.atas));
    let di_atas = |semua: &[&Pecahan], batas: &Pecahan| semua.len() - semua.partition_point(|x| *x <= batas);
    rentang
        .iter()
        .map(|r| {
            // Its own upper bound is above its lower one unless the interval is a point.
            let diri = usize::from(r.atas > r.bawah);
            (1 + di_atas(&bawah, &r.atas), 1 + di_atas(&atas, &r.bawah) - diri)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        bawaan,
        nilai::Nilai,
        skor::{F03Ringkas, LembarF02, Masukan, hitung},
    };

    fn p(teks: &str) -> Pecahan {
        teks.parse().unwrap()
    }

    /// Everybody scored 4 in F02; every statement was answered alike.
    fn kasus(agregasi: AgregasiF03, s: [u64; 6]) -> (&'static Edisi, HasilIpp, Vec<[u64; 6]>) {
        let (edisi, _) = bawaan("pekppp-2022-a").unwrap();
        let sebaran = vec![s; edisi.f03.pernyataan.len()];
        let n: u64 = s.iter().sum();
        let jumlah = s.iter().zip(0_u64..).map(|(a, b)| a * b).sum();
        let f03 = F03Ringkas { responden: n, dipakai: n, dibuang: 0, jumlah_per_pernyataan: vec![jumlah; sebaran.len()] };
        let nilai = edisi.semua_indikator().map(|i| (i.kode.clone(), Nilai::baru(4).unwrap())).collect();
        let f02 = vec![LembarF02 { evaluator: "E".into(), nilai }];
        let masukan = Masukan { agregasi_f03: Some(agregasi), ..Masukan::baru(f02, f03) };
        (edisi, hitung(edisi, &masukan).unwrap(), sebaran)
    }

    #[test]
    fn the_interval_is_the_one_computed_by_hand() {
        // Ten answers, five 3 and five 5: mean 4, s² = 10/9, t(9) = 2.2622; 2.2622 · 1.0540926 / √10 = 0.7540667; a quarter is 0.1885167.
        for agregasi in [AgregasiF03::AspectMean, AgregasiF03::PlainMean] {
            let (edisi, hasil, sebaran) = kasus(agregasi, [0, 0, 0, 5, 0, 5]);
            let r = rentang_ipp(edisi, &hasil, &sebaran).unwrap();
            assert_eq!((r.bawah, r.atas), (p("3.8114"), p("4.1886")));
        }
    }

    #[test]
    fn agreement_has_no_width_and_bounds_stay_in_the_scale() {
        let (edisi, hasil, sebaran) = kasus(AgregasiF03::AspectMean, [0, 0, 0, 0, 12, 0]);
        assert_eq!(rentang_ipp(edisi, &hasil, &sebaran), Some(Rentang { bawah: p("4"), atas: p("4") }));
        let (edisi, mut hasil, sebaran) = kasus(AgregasiF03::AspectMean, [6, 0, 0, 0, 0, 6]);
        hasil.porsi_f03 = p("1");
        let r = rentang_ipp(edisi, &hasil, &sebaran).unwrap();
        assert!(r.bawah >= Pecahan::nol() && r.atas == p("5"), "{r:?}");
    }

    #[test]
    fn what_cannot_be_said_is_not_said() {
        let (edisi, hasil, sebaran) = kasus(AgregasiF03::AspectMean, [0, 0, 0, 5, 0, 5]);
        assert_eq!(rentang_ipp(edisi, &hasil, &sebaran[1..]), None);
        assert_eq!(rentang_ipp(edisi, &hasil, &vec![[0, 0, 0, 5, 0, 4]; sebaran.len()]), None);
        let (edisi, hasil, sebaran) = kasus(AgregasiF03::AspectMean, [0, 0, 0, 0, 1, 0]);
        assert_eq!(rentang_ipp(edisi, &hasil, &sebaran), None, "too few answers: no IPP");
    }

    #[test]
    fn ranks_move_only_where_intervals_meet() {
        let r = |a: &str, b: &str| Rentang { bawah: p(a), atas: p(b) };
        let semua = [r("4.5", "4.7"), r("4.2", "4.55"), r("4.1", "4.3"), r("3", "3"), r("3", "3")];
        assert_eq!(pita_peringkat(&semua), [(1, 2), (1, 3), (2, 3), (4, 4), (4, 4)]);
        assert!(pita_peringkat(&[]).is_empty());
    }

    #[test]
    fn the_band_holds_the_rank_and_agrees_with_comparing_all() {
        let semua: Vec<Rentang> = (0..60_i64)
            .map(|n| {
                let (tengah, lebar) = ((n * 37) % 50, (n * 13) % 7);
                Rentang { bawah: Pecahan::bulat((tengah - lebar).max(0)), atas: Pecahan::bulat(tengah + lebar) }
            })
            .collect();
        for (i, (r, pita)) in semua.iter().zip(pita_peringkat(&semua)).enumerate() {
            let lain = || semua.iter().enumerate().filter(move |(j, _)| *j != i).map(|(_, x)| x);
            let pasti = lain().filter(|x| x.bawah > r.atas).count();
            let mungkin = lain().filter(|x| x.atas > r.bawah).count();
            assert_eq!(pita, (1 + pasti, 1 + mungkin));
        }
    }
}

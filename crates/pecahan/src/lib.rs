//! Exact fractions, the only kind of number a score is made of.
//!
//! Lives here: reading, writing, rounding of exact values, square roots to a fixed number of decimals (by integers, so
//! alike on every machine), and the quantiles that an interval needs. Must not live here: any rule of PEKPPP or SKM.
//! Big integers are used because a mean over many units has a denominator that no machine word holds.

pub mod kuantil;

use std::{
    cmp::Ordering,
    collections::BTreeMap,
    fmt,
    hash::{Hash, Hasher},
    iter::Sum,
    ops::{Add, Div, Mul, Sub},
    str::FromStr,
};

use num_rational::BigRational;
use num_traits::{One, Signed, ToPrimitive, Zero};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// Longest text that is read as a number; longer input is refused before any arithmetic.
const PANJANG_MAKS: usize = 4000;

/// An exact rational number.
///
/// Serialised as a string: the plain decimal where it ends (`"4.2896"`), otherwise
/// `"numerator/denominator"` (`"13/3"`). Both read back to the same value.
///
/// Always in lowest terms with a positive denominator.
#[derive(Clone)]
pub struct Pecahan(BigRational);

// By hand, because a ranking of a thousand units compares ten thousand times: `Ratio` divides to compare.
impl PartialEq for Pecahan {
    fn eq(&self, lain: &Self) -> bool {
        self.0.numer() == lain.0.numer() && self.0.denom() == lain.0.denom()
    }
}

impl Eq for Pecahan {}

impl Ord for Pecahan {
    fn cmp(&self, lain: &Self) -> Ordering {
        (self.0.numer() * lain.0.denom()).cmp(&(lain.0.numer() * self.0.denom()))
    }
}

impl PartialOrd for Pecahan {
    fn partial_cmp(&self, lain: &Self) -> Option<Ordering> {
        Some(self.cmp(lain))
    }
}

impl Hash for Pecahan {
    fn hash<H: Hasher>(&self, h: &mut H) {
        self.0.numer().hash(h);
        self.0.denom().hash(h);
    }
}

/// The text is not a decimal number or a fraction.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" bukan angka desimal")]
pub struct BukanAngka(pub String);

impl Pecahan {
    #[must_use]
    pub fn nol() -> Self {
        Self(BigRational::zero())
    }

    #[must_use]
    pub fn bulat(n: i64) -> Self {
        Self(BigRational::from_integer(n.into()))
    }

    /// `atas / bawah`; `None` when `bawah` is 0.
    #[must_use]
    pub fn baru(atas: i64, bawah: i64) -> Option<Self> {
        (bawah != 0).then(|| Self(BigRational::new(atas.into(), bawah.into())))
    }

    #[must_use]
    pub fn adalah_nol(&self) -> bool {
        self.0.is_zero()
    }

    #[must_use]
    pub fn adalah_negatif(&self) -> bool {
        self.0.is_negative()
    }

    /// Rounded half-up to `angka` decimals, as a whole number of units of the last place
    /// (`4.505` with 2 gives `451`); `None` when it does not fit.
    #[must_use]
    pub fn skala(&self, angka: u32) -> Option<i64> {
        self.bulatkan(angka).to_integer().to_i64()
    }

    /// Rounded half-up to `angka` decimals; the result is exact again (`4.505` with 2 gives `4.51`).
    #[must_use]
    pub fn dibulatkan(&self, angka: u32) -> Self {
        Self(self.bulatkan(angka) / sepuluh_pangkat(angka))
    }

    /// The largest whole number that is not above; `None` when it does not fit.
    #[must_use]
    pub fn lantai(&self) -> Option<i64> {
        self.0.floor().to_integer().to_i64()
    }

    #[must_use]
    pub fn mutlak(&self) -> Self {
        Self(self.0.abs())
    }

    /// The square root rounded half-up to `angka` decimals, computed with whole numbers only; `None` below 0.
    #[must_use]
    pub fn akar(&self, angka: u32) -> Option<Self> {
        if self.adalah_negatif() {
            return None;
        }
        // Twice the root as a whole number of last places, so that the half can be seen: floor((floor(2r) + 1) / 2).
        let skala = sepuluh_pangkat(angka);
        let kuadrat = &self.0 * &skala * &skala * BigRational::from_integer(4.into());
        let dua_kali = BigRational::from_integer(kuadrat.floor().to_integer().sqrt());
        let dua = BigRational::from_integer(2.into());
        Some(Self(((dua_kali + BigRational::one()) / dua).floor() / skala))
    }

    /// A whole number: `n/d · 10^angka + 1/2` rounded down, as `(2n · 10^angka + d) / 2d` without reducing on the way.
    fn bulatkan(&self, angka: u32) -> BigRational {
        let sepuluh = num_traits::pow(BigRational::from_integer(10.into()).into_raw().0, angka as usize);
        let (atas, bawah) = (self.0.numer(), self.0.denom());
        BigRational::new_raw(atas * sepuluh * 2 + bawah, bawah * 2).floor()
    }

    /// Exactly `angka` decimals, rounded half-up: `"4.51"`, `"5.00"`.
    #[must_use]
    pub fn tampil(&self, angka: u32) -> String {
        let bulat = self.bulatkan(angka).to_integer();
        let digit = bulat.abs().to_string();
        let lebar = angka as usize + 1;
        let digit = format!("{digit:0>lebar$}");
        let (depan, belakang) = digit.split_at(digit.len() - angka as usize);
        let tanda = if bulat.is_negative() { "-" } else { "" };
        if belakang.is_empty() { format!("{tanda}{depan}") } else { format!("{tanda}{depan}.{belakang}") }
    }

    /// The exact decimal where it ends, otherwise rounded half-up to 10 places; no trailing zeros.
    #[must_use]
    pub fn desimal(&self) -> String {
        pangkas(self.tampil(self.angka_desimal().unwrap_or(10)))
    }

    /// How many decimals the exact value needs; `None` when the decimal never ends.
    #[must_use]
    pub fn angka_desimal(&self) -> Option<u32> {
        let kecil = |n: i64| BigRational::from_integer(n.into()).to_integer();
        let mut sisa = self.0.denom().clone();
        let mut perlu = 0;
        for faktor in [2, 5] {
            let faktor = kecil(faktor);
            let mut kali = 0;
            while (&sisa % &faktor).is_zero() {
                sisa = &sisa / &faktor;
                kali += 1;
            }
            perlu = perlu.max(kali);
        }
        sisa.is_one().then_some(perlu)
    }

    /// `"numerator/denominator"` in lowest terms, always with both parts.
    #[must_use]
    pub fn atas_bawah(&self) -> String {
        format!("{}/{}", self.0.numer(), self.0.denom())
    }

    /// The arithmetic mean; `None` for no values.
    pub fn rata_rata<'a>(nilai: impl IntoIterator<Item = &'a Pecahan>) -> Option<Self> {
        let mut banyak = 0_i64;
        // Many units share a denominator: those are added without reducing each time.
        let mut per_penyebut = BTreeMap::new();
        for x in nilai {
            banyak += 1;
            *per_penyebut.entry(x.0.denom().clone()).or_insert_with(num_traits::Zero::zero) += x.0.numer();
        }
        let jumlah: Self = per_penyebut.into_iter().map(|(bawah, atas)| Self(BigRational::new(atas, bawah))).sum();
        (banyak > 0).then(|| &jumlah / &Self::bulat(banyak))
    }
}

fn sepuluh_pangkat(angka: u32) -> BigRational {
    num_traits::pow(BigRational::from_integer(10.into()), angka as usize)
}

fn pangkas(teks: String) -> String {
    if teks.contains('.') { teks.trim_end_matches('0').trim_end_matches('.').to_owned() } else { teks }
}

impl FromStr for Pecahan {
    type Err = BukanAngka;

    /// Reads `"4.2896"`, `"-3"`, `"13/3"`. No exponent, no sign but a leading minus, no separators.
    fn from_str(teks: &str) -> Result<Self, BukanAngka> {
        let salah = || BukanAngka(teks.chars().take(40).collect());
        if teks.len() > PANJANG_MAKS {
            return Err(salah());
        }
        if let Some((atas, bawah)) = teks.split_once('/') {
            let atas = desimal(atas).filter(|_| !atas.contains('.')).ok_or_else(salah)?;
            let bawah = desimal(bawah).filter(|b| !b.is_zero() && !bawah.contains(['.', '-'])).ok_or_else(salah)?;
            return Ok(Self(BigRational::new(atas.into_raw().0, bawah.into_raw().0)));
        }
        desimal(teks).map(Self).ok_or_else(salah)
    }
}

fn desimal(teks: &str) -> Option<BigRational> {
    let (negatif, angka) = teks.strip_prefix('-').map_or((false, teks), |sisa| (true, sisa));
    let (depan, belakang) = angka.split_once('.').unwrap_or((angka, ""));
    let hanya_digit = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    let titik_kosong = angka.contains('.') && belakang.is_empty();
    if depan.is_empty() || titik_kosong || !hanya_digit(depan) || !hanya_digit(belakang) {
        return None;
    }
    let digit = BigRational::from_str(&format!("{depan}{belakang}")).ok()?;
    let sepuluh = BigRational::from_integer(10.into()).into_raw().0;
    let nilai = if belakang.is_empty() { digit } else { BigRational::new(digit.into_raw().0, num_traits::pow(sepuluh, belakang.len())) };
    Some(if negatif { -nilai } else { nilai })
}

impl fmt::Display for Pecahan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.angka_desimal() {
            Some(_) => f.write_str(&self.desimal()),
            None => f.write_str(&self.atas_bawah()),
        }
    }
}

impl fmt::Debug for Pecahan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Pecahan({self})")
    }
}

impl Serialize for Pecahan {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Pecahan {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let teks = String::deserialize(d)?;
        teks.parse().map_err(de::Error::custom)
    }
}

macro_rules! operasi {
    ($($sifat:ident $fungsi:ident),*) => {$(
        impl $sifat for &Pecahan {
            type Output = Pecahan;
            fn $fungsi(self, lain: &Pecahan) -> Pecahan {
                Pecahan($sifat::$fungsi(&self.0, &lain.0))
            }
        }
    )*};
}
operasi!(Add add, Sub sub, Mul mul);

impl Div for &Pecahan {
    type Output = Pecahan;
    /// Callers divide by counts and by 100; a divisor of 0 is a programming fault.
    fn div(self, lain: &Pecahan) -> Pecahan {
        Pecahan(&self.0 / &lain.0)
    }
}

impl Sum for Pecahan {
    fn sum<I: Iterator<Item = Pecahan>>(nilai: I) -> Self {
        nilai.fold(Self::nol(), |jumlah, x| &jumlah + &x)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn p(teks: &str) -> Pecahan {
        teks.parse().unwrap()
    }

    #[test]
    fn square_roots_round_half_up() {
        let akar = |teks: &str, angka| p(teks).akar(angka).unwrap().to_string();
        assert_eq!([akar("2", 4), akar("9", 4), akar("0", 4), akar("0.25", 0)], ["1.4142", "3", "0", "1"]);
        assert_eq!([akar("1/3", 6), akar("2.25", 0), akar("1000000000000000000000", 1)], ["0.57735", "2", "31622776601.7"]);
        assert_eq!(p("-1").akar(2), None);
    }

    #[test]
    fn rounding_gives_a_number_to_compute_with() {
        assert_eq!([p("95.325").dibulatkan(2), p("-0.5").dibulatkan(0), p("1/3").dibulatkan(3)], [p("95.33"), p("0"), p("0.333")]);
        assert_eq!([p("7/2").lantai(), p("-7/2").lantai()], [Some(3), Some(-4)]);
    }
}

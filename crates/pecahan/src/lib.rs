//! Exact fractions, the only kind of number a score is made of.
//!
//! Lives here: reading, writing, rounding of exact values, square roots to a fixed number of decimals (by integers, so
//! alike on every machine), and the quantiles that an interval needs. Must not live here: any rule of PEKPPP or SKM.
//! Big integers are there because a mean over many units has a denominator that no machine word holds; what fits a machine
//! word is computed there (`kecil`), which is many times faster and gives the same value.

mod kecil;
pub mod kuantil;

use std::{
    borrow::Cow,
    cmp::Ordering,
    collections::BTreeMap,
    fmt,
    iter::Sum,
    ops::{Add, Div, Mul, Rem, Sub},
    str::FromStr,
};

use kecil::Kecil;
use num_bigint::BigInt;
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
/// Always in lowest terms with a positive denominator, and in one form only, so that equal values are equal parts.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Pecahan(Isi);

#[derive(Clone, PartialEq, Eq, Hash)]
enum Isi {
    Kecil(Kecil),
    /// What does not fit above, and nothing else.
    Besar(Box<BigRational>),
}

use Isi::{Besar, Kecil as Kata};

impl From<BigRational> for Pecahan {
    fn from(r: BigRational) -> Self {
        let muat = r.numer().to_i64().filter(|a| *a != i64::MIN).zip(r.denom().to_i64());
        Self(muat.map_or_else(|| Besar(Box::new(r)), Kata))
    }
}

impl Ord for Pecahan {
    fn cmp(&self, lain: &Self) -> Ordering {
        if let Some(((a, b), (c, d))) = self.kecil().zip(lain.kecil()) {
            return (i128::from(a) * i128::from(d)).cmp(&(i128::from(c) * i128::from(b)));
        }
        // `Ratio` divides to compare; a product is sooner.
        let (x, y) = (self.besar(), lain.besar());
        (x.numer() * y.denom()).cmp(&(y.numer() * x.denom()))
    }
}

impl PartialOrd for Pecahan {
    fn partial_cmp(&self, lain: &Self) -> Option<Ordering> {
        Some(self.cmp(lain))
    }
}

/// The text is not a decimal number or a fraction.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" bukan angka desimal")]
pub struct BukanAngka(pub String);

impl Pecahan {
    #[must_use]
    pub fn nol() -> Self {
        Self(Kata((0, 1)))
    }

    #[must_use]
    pub fn bulat(n: i64) -> Self {
        Self::dari(n.into(), 1)
    }

    /// `atas / bawah`; `None` when `bawah` is 0.
    #[must_use]
    pub fn baru(atas: i64, bawah: i64) -> Option<Self> {
        (bawah != 0).then(|| Self::dari(atas.into(), bawah.into()))
    }

    /// `bawah` is not 0.
    fn dari(atas: i128, bawah: i128) -> Self {
        kecil::baru(atas, bawah).map_or_else(|| BigRational::new(atas.into(), bawah.into()).into(), |k| Self(Kata(k)))
    }

    fn besar(&self) -> Cow<'_, BigRational> {
        match &self.0 {
            Kata((a, b)) => Cow::Owned(BigRational::new_raw((*a).into(), (*b).into())),
            Besar(r) => Cow::Borrowed(r),
        }
    }

    #[must_use]
    pub fn adalah_nol(&self) -> bool {
        matches!(self.0, Kata((0, _)))
    }

    #[must_use]
    pub fn adalah_negatif(&self) -> bool {
        match &self.0 {
            Kata((a, _)) => *a < 0,
            Besar(r) => r.is_negative(),
        }
    }

    /// Rounded half-up to `angka` decimals, as a whole number of units of the last place
    /// (`4.505` with 2 gives `451`); `None` when it does not fit.
    #[must_use]
    pub fn skala(&self, angka: u32) -> Option<i64> {
        match self.bulatkan(angka) {
            Ok(n) => n.try_into().ok(),
            Err(n) => n.to_i64(),
        }
    }

    /// Rounded half-up to `angka` decimals; the result is exact again (`4.505` with 2 gives `4.51`).
    #[must_use]
    pub fn dibulatkan(&self, angka: u32) -> Self {
        match (self.bulatkan(angka), 10_i128.checked_pow(angka)) {
            (Ok(n), Some(skala)) => Self::dari(n, skala),
            (Ok(n), None) => BigRational::new(n.into(), sepuluh_pangkat(angka)).into(),
            (Err(n), _) => BigRational::new(n, sepuluh_pangkat(angka)).into(),
        }
    }

    /// The largest whole number that is not above; `None` when it does not fit.
    #[must_use]
    pub fn lantai(&self) -> Option<i64> {
        match &self.0 {
            Kata((a, b)) => Some(a.div_euclid(*b)),
            Besar(r) => r.floor().to_integer().to_i64(),
        }
    }

    #[must_use]
    pub fn mutlak(&self) -> Self {
        match &self.0 {
            Kata((a, b)) => Self(Kata((a.abs(), *b))),
            Besar(r) => Self(Besar(Box::new(r.abs()))),
        }
    }

    /// The square root rounded half-up to `angka` decimals, computed with whole numbers only; `None` below 0.
    #[must_use]
    pub fn akar(&self, angka: u32) -> Option<Self> {
        if self.adalah_negatif() {
            return None;
        }
        if let Some(k) = self.kecil().and_then(|k| kecil::akar(k, angka)) {
            return Some(Self(Kata(k)));
        }
        // Twice the root as a whole number of last places, so that the half can be seen: floor((floor(2r) + 1) / 2).
        let (skala, r) = (sepuluh_pangkat(angka), self.besar());
        let kuadrat: BigInt = r.numer() * 4 * &skala * &skala / r.denom();
        let dua_kali: BigInt = kuadrat.sqrt() + 1;
        Some(BigRational::new(dua_kali / 2, skala).into())
    }

    fn kecil(&self) -> Option<Kecil> {
        match self.0 {
            Kata(k) => Some(k),
            Besar(_) => None,
        }
    }

    /// Rounded half-up, in units of the last place; `Err`: as a big integer, since a step does not fit.
    fn bulatkan(&self, angka: u32) -> Result<i128, BigInt> {
        if let Some(n) = self.kecil().and_then(|k| kecil::bulatkan(k, angka)) {
            return Ok(n);
        }
        // `n/d * 10^angka + 1/2` rounded down, as `(2n * 10^angka + d) / 2d` without reducing on the way.
        let r = self.besar();
        let (atas, bawah) = (r.numer(), r.denom());
        Err(BigRational::new_raw(atas * sepuluh_pangkat(angka) * 2 + bawah, bawah * 2).floor().to_integer())
    }

    /// Exactly `angka` decimals, rounded half-up: `"4.51"`, `"5.00"`.
    #[must_use]
    pub fn tampil(&self, angka: u32) -> String {
        let (digit, negatif) = match self.bulatkan(angka) {
            Ok(n) => (n.unsigned_abs().to_string(), n < 0),
            Err(n) => (n.abs().to_string(), n.is_negative()),
        };
        let lebar = angka as usize + 1;
        let digit = format!("{digit:0>lebar$}");
        let (depan, belakang) = digit.split_at(digit.len() - angka as usize);
        let tanda = if negatif { "-" } else { "" };
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
        match &self.0 {
            Kata((_, b)) => angka_desimal(*b),
            Besar(r) => angka_desimal(r.denom().clone()),
        }
    }

    /// `"numerator/denominator"` in lowest terms, always with both parts.
    #[must_use]
    pub fn atas_bawah(&self) -> String {
        match &self.0 {
            Kata((a, b)) => format!("{a}/{b}"),
            Besar(r) => format!("{}/{}", r.numer(), r.denom()),
        }
    }

    /// The arithmetic mean; `None` for no values.
    pub fn rata_rata<'a>(nilai: impl IntoIterator<Item = &'a Pecahan>) -> Option<Self> {
        let mut banyak = 0_i64;
        let mut jumlah = Self::nol();
        // Many units share a denominator: those are added without reducing each time. Numerators below 2^63 do not
        // overflow 128 bits however many there are.
        let mut per_penyebut: BTreeMap<i64, i128> = BTreeMap::new();
        for x in nilai {
            banyak += 1;
            match &x.0 {
                Kata((a, b)) => *per_penyebut.entry(*b).or_default() += i128::from(*a),
                Besar(_) => jumlah = &jumlah + x,
            }
        }
        let jumlah = per_penyebut.into_iter().fold(jumlah, |jumlah, (bawah, atas)| &jumlah + &Self::dari(atas, bawah.into()));
        (banyak > 0).then(|| &jumlah / &Self::bulat(banyak))
    }
}

fn sepuluh_pangkat(angka: u32) -> BigInt {
    num_traits::pow(BigInt::from(10), angka as usize)
}

/// How often 2 and 5 divide the denominator, the larger of both; `None` when another factor is left.
fn angka_desimal<T: Clone + One + PartialEq + From<u8> + Rem<Output = T> + Div<Output = T> + Zero>(bawah: T) -> Option<u32> {
    let (mut sisa, mut perlu) = (bawah, 0);
    for faktor in [2_u8, 5] {
        let mut kali = 0;
        while (sisa.clone() % T::from(faktor)).is_zero() {
            sisa = sisa / T::from(faktor);
            kali += 1;
        }
        perlu = perlu.max(kali);
    }
    sisa.is_one().then_some(perlu)
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
            let bawah = desimal(bawah).filter(|b| !b.adalah_nol() && !bawah.contains(['.', '-'])).ok_or_else(salah)?;
            return Ok(&atas / &bawah);
        }
        desimal(teks).ok_or_else(salah)
    }
}

/// Digits that surely fit.
const DIGIT_KECIL: usize = 18;

fn desimal(teks: &str) -> Option<Pecahan> {
    let (negatif, angka) = teks.strip_prefix('-').map_or((false, teks), |sisa| (true, sisa));
    let (depan, belakang) = angka.split_once('.').unwrap_or((angka, ""));
    let hanya_digit = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    let titik_kosong = angka.contains('.') && belakang.is_empty();
    if depan.is_empty() || titik_kosong || !hanya_digit(depan) || !hanya_digit(belakang) {
        return None;
    }
    let digit = format!("{}{depan}{belakang}", if negatif { "-" } else { "" });
    if depan.len() + belakang.len() <= DIGIT_KECIL {
        let angka = u32::try_from(belakang.len()).ok()?;
        return Some(Pecahan::dari(digit.parse().ok()?, 10_i128.checked_pow(angka)?));
    }
    let skala = num_traits::pow(BigInt::from(10), belakang.len());
    Some(BigRational::new(digit.parse().ok()?, skala).into())
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
    ($($sifat:ident $fungsi:ident $cepat:expr),*) => {$(
        impl $sifat for &Pecahan {
            type Output = Pecahan;
            fn $fungsi(self, lain: &Pecahan) -> Pecahan {
                let cepat: fn(Kecil, Kecil) -> Option<Kecil> = $cepat;
                match self.kecil().zip(lain.kecil()).and_then(|(x, y)| cepat(x, y)) {
                    Some(k) => Pecahan(Kata(k)),
                    None => $sifat::$fungsi(&*self.besar(), &*lain.besar()).into(),
                }
            }
        }
    )*};
}
// Callers divide by counts and by 100; a divisor of 0 is a programming fault.
operasi!(Add add kecil::tambah, Sub sub |x, (c, d)| kecil::tambah(x, (-c, d)), Mul mul kecil::kali, Div div |x, y| kecil::kali(x, kecil::balik(y)?));

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

    #[test]
    fn a_mean_of_nothing_is_none() {
        assert_eq!(Pecahan::rata_rata([]), None);
        assert_eq!(Pecahan::rata_rata([&p("4")]), Some(p("4")));
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for teks in
            ["", "-", ".", ".5", "5.", "+1", "--1", "1e3", "1,5", " 1", "1/0", "1/0.0", "1.5/2", "1/2.0", "1/-2", "/2", "1/", "1/2/3"]
        {
            assert_eq!(teks.parse::<Pecahan>(), Err(BukanAngka(teks.to_owned())));
        }
        let panjang = |n| "1".repeat(n);
        assert!(panjang(PANJANG_MAKS).parse::<Pecahan>().is_ok());
        assert_eq!(panjang(PANJANG_MAKS + 1).parse::<Pecahan>(), Err(BukanAngka(panjang(40))), "only its beginning is repeated");
    }
}

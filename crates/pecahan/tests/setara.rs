//! The short way of computing gives what big integers give, also at the edges where it no longer fits.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};
use pecahan::Pecahan;
use proptest::prelude::*;

fn besar(atas: i64, bawah: i64) -> BigRational {
    BigRational::new(atas.into(), bawah.into())
}

fn teks(r: &BigRational) -> String {
    format!("{}/{}", r.numer(), r.denom())
}

/// Small numbers, and the largest that a word holds.
fn bagian() -> impl Strategy<Value = i64> {
    prop_oneof![-200_i64..200, any::<i64>(), Just(i64::MIN), Just(i64::MAX), Just(i64::MIN + 1)]
}

/// Numerator and denominator (not 0).
fn pecahan() -> impl Strategy<Value = (i64, i64)> {
    (bagian(), bagian().prop_filter("a denominator", |b| *b != 0))
}

/// As the definition says: the nearest multiple, halves upwards.
fn bulatkan(r: &BigRational, angka: u32) -> BigInt {
    let skala = BigRational::from_integer(BigInt::from(10).pow(angka));
    (r * skala + BigRational::new(1.into(), 2.into())).floor().to_integer()
}

proptest! {
    #[test]
    fn operations_agree((a, b) in pecahan(), (c, d) in pecahan(), (e, f) in pecahan()) {
        let p = |a, b| Pecahan::baru(a, b).unwrap();
        let (x, y, z) = (p(a, b), p(c, d), p(e, f));
        let (u, v, w) = (besar(a, b), besar(c, d), besar(e, f));
        prop_assert_eq!((&x + &y).atas_bawah(), teks(&(&u + &v)));
        prop_assert_eq!((&x - &y).atas_bawah(), teks(&(&u - &v)));
        prop_assert_eq!((&x * &y).atas_bawah(), teks(&(&u * &v)));
        // Back from a value that did not fit.
        prop_assert_eq!((&(&(&x * &y) + &z) - &z).atas_bawah(), teks(&(&u * &v)));
        prop_assert_eq!(&(&(&x * &y) + &z) - &z == &x * &y, true);
        if !v.is_zero() {
            prop_assert_eq!((&x / &y).atas_bawah(), teks(&(&u / &v)));
            prop_assert_eq!(&(&(&x / &y) * &y), &x);
        }
        prop_assert_eq!(x.cmp(&y), u.cmp(&v));
        prop_assert_eq!((&x * &z).cmp(&(&y * &z)), (&u * &w).cmp(&(&v * &w)));
        prop_assert_eq!(Pecahan::rata_rata([&x, &y, &z]).unwrap().atas_bawah(), teks(&((&u + &v + &w) / BigRational::from_integer(3.into()))));
    }

    #[test]
    fn rounding_agrees((a, b) in pecahan(), angka in 0_u32..25) {
        let (x, u) = (Pecahan::baru(a, b).unwrap(), besar(a, b));
        prop_assert_eq!(x.skala(angka), bulatkan(&u, angka).to_i64());
        let bulat = BigRational::new(bulatkan(&u, angka), BigInt::from(10).pow(angka));
        prop_assert_eq!(x.dibulatkan(angka).atas_bawah(), teks(&bulat));
        prop_assert_eq!(x.tampil(angka).parse::<Pecahan>().unwrap(), x.dibulatkan(angka));
        prop_assert_eq!(x.lantai(), u.floor().to_integer().to_i64());
        prop_assert_eq!(x.mutlak().atas_bawah(), teks(&u.abs()));
    }

    #[test]
    fn roots_agree((a, b) in pecahan(), angka in 0_u32..14) {
        let (x, u) = (Pecahan::baru(a, b).unwrap(), besar(a, b));
        match x.akar(angka) {
            None => prop_assert!(u.is_negative()),
            // The root lies within half a last place: (2r - 1)² <= 4u·10^2n <= (2r + 1)² in last places.
            Some(r) => {
                let skala = BigInt::from(10).pow(angka);
                let r = BigRational::from_integer(bulatkan(&r.atas_bawah().parse::<BigRational>().unwrap(), angka));
                let empat = u * BigRational::from_integer(&skala * &skala * 4);
                let (dua, satu) = (BigRational::from_integer(2.into()), BigRational::from_integer(1.into()));
                let (bawah, atas) = (&dua * &r - &satu, &dua * &r + &satu);
                prop_assert!((bawah.is_negative() || &bawah * &bawah <= empat) && empat < &atas * &atas);
            }
        }
    }

    #[test]
    fn text_comes_back((a, b) in pecahan(), depan in "[0-9]{1,30}", belakang in "[0-9]{1,30}") {
        let x = Pecahan::baru(a, b).unwrap();
        prop_assert_eq!(x.to_string().parse::<Pecahan>().unwrap(), x.clone());
        prop_assert_eq!(x.atas_bawah().parse::<Pecahan>().unwrap(), x);
        let angka = BigRational::new(format!("{depan}{belakang}").parse().unwrap(), BigInt::from(10).pow(u32::try_from(belakang.len()).unwrap()));
        prop_assert_eq!(format!("{depan}.{belakang}").parse::<Pecahan>().unwrap().atas_bawah(), teks(&angka));
        prop_assert_eq!(format!("-{depan}.{belakang}").parse::<Pecahan>().unwrap().atas_bawah(), teks(&-angka));
    }
}

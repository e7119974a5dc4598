//! Fractions whose two parts fit a machine word, which is nearly all of them: a score, a weight, a mean of one unit.
//!
//! Lives here: arithmetic on `(numerator, denominator)` in lowest terms, with a positive denominator and without `i64::MIN`.
//! Every function gives `None` when a step or the result does not fit; the caller then computes with big integers. Must not
//! live here: anything that rounds without being asked.

/// Numerator and denominator.
pub(crate) type Kecil = (i64, i64);

/// Greatest common divisor; of a number and 0 the number.
fn fpb(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

fn fpb_besar(mut a: u128, mut b: u128) -> u128 {
    loop {
        if let (Ok(a), Ok(b)) = (u64::try_from(a), u64::try_from(b)) {
            return fpb(a, b).into();
        }
        if b == 0 {
            return a;
        }
        (a, b) = (b, a % b);
    }
}

/// Parts that are in lowest terms already.
fn muat(atas: i128, bawah: i128) -> Option<Kecil> {
    Some((i64::try_from(atas).ok().filter(|a| *a != i64::MIN)?, i64::try_from(bawah).ok()?))
}

/// `atas / bawah` in lowest terms; `bawah` is not 0.
pub(crate) fn baru(atas: i128, bawah: i128) -> Option<Kecil> {
    let (atas, bawah) = if bawah < 0 { (atas.checked_neg()?, bawah.checked_neg()?) } else { (atas, bawah) };
    let g = i128::try_from(fpb_besar(atas.unsigned_abs(), bawah.unsigned_abs())).ok().filter(|g| *g != 0)?;
    muat(atas / g, bawah / g)
}

/// Common factors leave before the product, so the parts are in lowest terms at once.
pub(crate) fn kali((a, b): Kecil, (c, d): Kecil) -> Option<Kecil> {
    let bagi = |x: i64, g: u64| Some(i128::from(x) / i128::from(g));
    let (g, h) = (fpb(a.unsigned_abs(), d.unsigned_abs()), fpb(c.unsigned_abs(), b.unsigned_abs()));
    muat(bagi(a, g)? * bagi(c, h)?, bagi(b, h)? * bagi(d, g)?)
}

pub(crate) fn tambah((a, b): Kecil, (c, d): Kecil) -> Option<Kecil> {
    if b == d {
        return baru(i128::from(a) + i128::from(c), b.into());
    }
    let g = i128::from(fpb(b.unsigned_abs(), d.unsigned_abs()));
    let (b, d) = (i128::from(b), i128::from(d));
    let atas = (i128::from(a) * (d / g)).checked_add(i128::from(c) * (b / g))?;
    // Only a factor of `g` can be common to both parts now.
    let sisa = i128::try_from(fpb_besar(atas.unsigned_abs(), g.unsigned_abs())).ok()?;
    muat(atas / sisa, (b / g).checked_mul(d / sisa)?)
}

pub(crate) fn balik((a, b): Kecil) -> Option<Kecil> {
    match a {
        0 => None,
        a if a < 0 => Some((-b, -a)),
        a => Some((b, a)),
    }
}

fn sepuluh_pangkat(angka: u32) -> Option<i128> {
    10_i128.checked_pow(angka)
}

/// Rounded half-up, in units of the last of `angka` decimals.
pub(crate) fn bulatkan((a, b): Kecil, angka: u32) -> Option<i128> {
    let (a, b) = (i128::from(a), i128::from(b));
    Some(a.checked_mul(2)?.checked_mul(sepuluh_pangkat(angka)?)?.checked_add(b)?.div_euclid(b * 2))
}

/// The square root of what is not negative, rounded half-up to `angka` decimals.
pub(crate) fn akar((a, b): Kecil, angka: u32) -> Option<Kecil> {
    let skala = sepuluh_pangkat(angka)?;
    let kuadrat = i128::from(a).checked_mul(4)?.checked_mul(skala)?.checked_mul(skala)? / i128::from(b);
    // Twice the root as a whole number of last places, so that the half can be seen.
    baru((kuadrat.checked_isqrt()? + 1) / 2, skala)
}

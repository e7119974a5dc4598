//! The table of quantiles against the distribution itself, integrated here with floating point, which the program never does.

#![cfg(test)]

use pecahan::kuantil::t_0975;

/// How much of the t distribution lies between 0 and `t`, by Simpson's rule. `rasio`: Γ((ν+1)/2) / Γ(ν/2).
fn bagian(derajat: f64, rasio: f64, t: f64) -> f64 {
    const LANGKAH: u32 = 4_000;
    let rapat = |x: f64| rasio / (derajat * std::f64::consts::PI).sqrt() * (1.0 + x * x / derajat).powf(-f64::midpoint(derajat, 1.0));
    let h = t / f64::from(LANGKAH);
    let dalam: f64 = (1..LANGKAH).map(|n| rapat(h * f64::from(n)) * if n % 2 == 1 { 4.0 } else { 2.0 }).sum();
    (rapat(0.0) + dalam + rapat(t)) * h / 3.0
}

/// Every row of the table is the quantile of its own degrees of freedom, rounded up to the fourth decimal: never too small, and never by more.
#[test]
fn every_row_is_the_quantile_rounded_up() {
    let (mut rasio, mut lalu, mut baris) = (1.0 / std::f64::consts::PI.sqrt(), None, 0);
    for derajat in 1..=10_000_u32 {
        let q = t_0975(derajat.into());
        if q != lalu {
            baris += 1;
            let v = f64::from(derajat);
            let t: f64 = q.as_ref().unwrap().tampil(4).parse().unwrap();
            assert!(bagian(v, rasio, t) >= 0.475, "{derajat}: {t} is too small");
            assert!(bagian(v, rasio, t - 0.0001) < 0.475, "{derajat}: {t} is too large");
            lalu = q;
        }
        // Γ(x + 1) = x Γ(x), from one degree of freedom to the next.
        rasio = f64::from(derajat) / 2.0 / rasio;
    }
    assert_eq!(baris, 114);
}

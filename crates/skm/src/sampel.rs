//! Sample size by Krejcie and Morgan (1970) and the progress of a round towards it.
//!
//! Lives here: table, formula, progress. Must not live here: constants (edition data).

use pecahan::Pecahan;
use serde::{Deserialize, Serialize};

use crate::edisi::TabelSampel;

/// How far a round is. The target is a minimum, not a stop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kemajuan {
    pub populasi: i64,
    pub target: i64,
    pub masuk: i64,
    /// `masuk / target` in whole percent rounded down, so 100 only when reached; not capped.
    pub persen: i64,
    /// Still missing; 0 when reached.
    pub kurang: i64,
    pub cukup: bool,
    /// More answers than users served: the population figure is wrong.
    pub populasi_diragukan: bool,
}

/// The sample for a population of `n` users: the printed row where there is one, otherwise the formula
/// `λ²NPQ / (d²(N−1) + λ²PQ)` rounded half-up, never above N. `None` below 1.
#[must_use]
pub fn ukuran(sampel: &TabelSampel, n: i64) -> Option<i64> {
    if n < 1 {
        return None;
    }
    if let Some((_, s)) = sampel.tabel.iter().find(|(populasi, _)| *populasi == n) {
        return Some(*s);
    }
    let rumus = rumus(sampel, n)?;
    Some(rumus.clamp(1, n))
}

/// The formula alone, rounded half-up.
#[must_use]
pub fn rumus(sampel: &TabelSampel, n: i64) -> Option<i64> {
    let satu = Pecahan::bulat(1);
    let lpq = &(&sampel.lambda2 * &sampel.p) * &(&satu - &sampel.p);
    let d2 = &sampel.d * &sampel.d;
    let atas = &lpq * &Pecahan::bulat(n);
    let bawah = &(&d2 * &Pecahan::bulat(n.checked_sub(1)?)) + &lpq;
    (!bawah.adalah_nol()).then(|| &atas / &bawah)?.skala(0)
}

/// Progress of `masuk` answers for a population; `None` for a population below 1.
#[must_use]
pub fn kemajuan(sampel: &TabelSampel, populasi: i64, masuk: i64) -> Option<Kemajuan> {
    let target = ukuran(sampel, populasi)?;
    Some(Kemajuan {
        populasi,
        target,
        masuk,
        persen: masuk.saturating_mul(100) / target,
        kurang: (target - masuk).max(0),
        cukup: masuk >= target,
        populasi_diragukan: masuk > populasi,
    })
}

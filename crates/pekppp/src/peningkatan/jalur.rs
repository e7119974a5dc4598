//! The search for the fewest steps, and among those for the fewest indicators.
//!
//! Gains within an indicator never grow from one step to the next, so the best sum of k steps is that of the k largest
//! ones: this gives the number of steps. The number of indicators comes from a table over (indicators used, steps
//! used), on whole numbers: all gains are multiples of one unit fraction.

use super::TanpaJalur;
use crate::pecahan::Pecahan;

/// Steps per indicator, in the order given; `perlu` is what the IPP lacks.
pub(super) fn cari(gain: &[&[Pecahan]], perlu: &Pecahan) -> Result<Vec<usize>, TanpaJalur> {
    if *perlu <= Pecahan::nol() {
        return Ok(vec![0; gain.len()]);
    }
    let satuan = satuan(gain).ok_or(TanpaJalur::BobotTerlaluHalus)?;
    let kali = |p: &Pecahan| (p * &Pecahan::bulat(satuan)).lantai().ok_or(TanpaJalur::BobotTerlaluHalus);
    let bulat: Vec<Vec<i64>> = gain.iter().map(|g| g.iter().map(kali).collect()).collect::<Result<_, _>>()?;
    // The threshold rounded up to a whole unit: a sum reaches the one exactly when it reaches the other.
    let atas = Pecahan::nol();
    let perlu = -(&atas - &(perlu * &Pecahan::bulat(satuan))).lantai().ok_or(TanpaJalur::BobotTerlaluHalus)?;
    let k = langkah_tersedikit(&bulat, perlu).ok_or(TanpaJalur::TertahanF03)?;
    Ok(susun(&bulat, k, perlu))
}

/// The common denominator of all gains.
fn satuan(gain: &[&[Pecahan]]) -> Option<i64> {
    gain.iter().flat_map(|g| g.iter()).try_fold(1_i64, |kpk, p| {
        let bawah: i64 = p.atas_bawah().split_once('/')?.1.parse().ok()?;
        kpk.checked_mul(bawah / fpb(kpk, bawah)).filter(|n| *n < 1_000_000_000_000_000)
    })
}

fn fpb(a: i64, b: i64) -> i64 {
    if b == 0 { a } else { fpb(b, a % b) }
}

fn langkah_tersedikit(gain: &[Vec<i64>], perlu: i64) -> Option<usize> {
    let mut semua: Vec<i64> = gain.iter().flatten().copied().collect();
    semua.sort_unstable_by(|a, b| b.cmp(a));
    let mut jumlah = 0_i64;
    semua
        .iter()
        .position(|g| {
            jumlah += g;
            jumlah >= perlu
        })
        .map(|i| i + 1)
}

/// The best sum with exactly so many indicators and steps, and how many steps the last indicator looked at took.
type Sel = Option<i64>;

/// Fewest indicators that reach `perlu` in `k` steps; among those the largest sum, then the earlier indicators.
fn susun(gain: &[Vec<i64>], k: usize, perlu: i64) -> Vec<usize> {
    // tabel[i][j][s]: the best sum of the first i indicators, j of them used, s steps. `k` is small (a category is one
    // half wide), and so is the table.
    let kosong = || vec![vec![Sel::None; k + 1]; k + 1];
    let mut tabel = vec![kosong()];
    tabel[0][0][0] = Some(0);
    for g in gain {
        let lama = &tabel[tabel.len() - 1];
        let mut baru = lama.clone();
        for j in 0..k {
            for s in 0..k {
                let Some(dasar) = lama[j][s] else { continue };
                let mut jumlah = dasar;
                for (x, tambah) in g.iter().enumerate().take(k - s) {
                    jumlah += tambah;
                    let sel = &mut baru[j + 1][s + x + 1];
                    if sel.is_none_or(|n| jumlah > n) {
                        *sel = Some(jumlah);
                    }
                }
            }
        }
        tabel.push(baru);
    }
    let akhir = &tabel[gain.len()];
    let j = (0..=k).find(|j| akhir[*j][k].is_some_and(|n| n >= perlu)).unwrap_or(0);
    mundur(gain, &tabel, j, k)
}

/// Walks the table back: which indicator took how many steps.
fn mundur(gain: &[Vec<i64>], tabel: &[Vec<Vec<Sel>>], mut j: usize, mut s: usize) -> Vec<usize> {
    let mut langkah = vec![0; gain.len()];
    for i in (0..gain.len()).rev() {
        let kini = tabel[i + 1][j][s];
        if kini == tabel[i][j][s] || j == 0 {
            continue;
        }
        let mut jumlah = 0;
        for (x, tambah) in gain[i].iter().enumerate().take(s) {
            jumlah += tambah;
            if tabel[i][j - 1][s - x - 1].map(|n| n + jumlah) == kini {
                langkah[i] = x + 1;
                (j, s) = (j - 1, s - x - 1);
                break;
            }
        }
    }
    langkah
}

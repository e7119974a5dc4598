//! Which cells of a breakdown must be hidden so that nobody's answer can be read off or computed by difference.
//!
//! Lives here: floor and complementary suppression on counts. Must not live here: what a page shows instead.

/// Which cells of one row of counts to hide when their total is shown too. A cell from 1 to below `lantai` is hidden;
/// then, smallest first, further cells until at least two are hidden and the hidden ones together reach `lantai`, since
/// their sum follows from the total. An empty cell is no secret and is never hidden, nor does it hide others.
#[must_use]
pub fn tutup(cacah: &[i64], lantai: i64) -> Vec<bool> {
    let mut tertutup: Vec<bool> = cacah.iter().map(|n| (1..lantai).contains(n)).collect();
    lengkapi(cacah, &mut tertutup, lantai);
    tertutup
}

/// The same for a table of two fields whose row and column totals are shown: every row and every column holds by itself.
/// Rows of unequal length are read as if filled with empty cells.
#[must_use]
pub fn tutup_tabel(cacah: &[Vec<i64>], lantai: i64) -> Vec<Vec<bool>> {
    let lebar = cacah.iter().map(Vec::len).max().unwrap_or(0);
    let isi = |b: usize, k: usize| cacah[b].get(k).copied().unwrap_or(0);
    let mut tertutup: Vec<Vec<bool>> = (0..cacah.len()).map(|b| (0..lebar).map(|k| (1..lantai).contains(&isi(b, k))).collect()).collect();
    // Each pass only hides more, so it ends.
    loop {
        let mut berubah = false;
        for (b, baris) in tertutup.iter_mut().enumerate() {
            let nilai: Vec<i64> = (0..lebar).map(|k| isi(b, k)).collect();
            berubah |= lengkapi(&nilai, baris, lantai);
        }
        for k in 0..lebar {
            let nilai: Vec<i64> = (0..cacah.len()).map(|b| isi(b, k)).collect();
            let mut kolom: Vec<bool> = tertutup.iter().map(|baris| baris[k]).collect();
            if lengkapi(&nilai, &mut kolom, lantai) {
                berubah = true;
                for (baris, tutup) in tertutup.iter_mut().zip(kolom) {
                    baris[k] = tutup;
                }
            }
        }
        if !berubah {
            break;
        }
    }
    for (b, baris) in tertutup.iter_mut().enumerate() {
        baris.truncate(cacah[b].len());
    }
    tertutup
}

/// Hides more cells where hidden ones could be computed; says whether it did.
fn lengkapi(cacah: &[i64], tertutup: &mut [bool], lantai: i64) -> bool {
    let mut berubah = false;
    loop {
        let tutup = || cacah.iter().zip(tertutup.iter()).filter(|(_, t)| **t).map(|(n, _)| *n);
        let (banyak, jumlah) = (tutup().count(), tutup().sum::<i64>());
        if banyak == 0 || (banyak >= 2 && jumlah >= lantai) {
            return berubah;
        }
        let berikut = (0..cacah.len()).filter(|&i| !tertutup[i] && cacah[i] > 0).min_by_key(|&i| cacah[i]);
        let Some(i) = berikut else { return berubah };
        tertutup[i] = true;
        berubah = true;
    }
}

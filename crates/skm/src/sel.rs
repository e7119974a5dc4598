//! Which cells of a breakdown must be hidden so that nobody's answer can be read off or computed by difference: floor and complementary
//! suppression on counts. What can be narrowed down to a range is not looked at. Must not live here: what a page shows instead.

/// Which cells of one row of counts to hide when their total is shown too. A cell from 1 to below `lantai` is hidden;
/// then, smallest first, further cells until at least two are hidden and the hidden ones together reach `lantai`, since
/// their sum follows from the total. An empty cell is no secret and is never hidden, nor does it hide others.
#[must_use]
pub fn tutup(cacah: &[i64], lantai: i64) -> Vec<bool> {
    let mut tertutup: Vec<bool> = cacah.iter().map(|n| (1..lantai).contains(n)).collect();
    lengkapi(cacah, &mut tertutup, lantai);
    tertutup
}

/// The same for a table of two fields whose row and column totals are shown: every row and every column holds by itself,
/// and no hidden cell can be worked out from several totals together (it lies on a cycle of hidden cells, where values can
/// be shifted without changing any total). Rows of unequal length are read as if filled with empty cells.
#[must_use]
pub fn tutup_tabel(cacah: &[Vec<i64>], lantai: i64) -> Vec<Vec<bool>> {
    let lebar = cacah.iter().map(Vec::len).max().unwrap_or(0);
    let isi: Vec<Vec<i64>> = cacah.iter().map(|b| b.iter().copied().chain(std::iter::repeat(0)).take(lebar).collect()).collect();
    let mut tertutup: Vec<Vec<bool>> = isi.iter().map(|b| b.iter().map(|n| (1..lantai).contains(n)).collect()).collect();
    // Each pass only hides more, so it ends.
    loop {
        garis_demi_garis(&isi, &mut tertutup, lantai);
        let Some((b, k)) = jembatan(&tertutup) else { break };
        let terbuka = semua_sel(&isi).filter(|&(x, y)| !tertutup[x][y] && isi[x][y] > 0);
        let Some((x, y)) = terbuka.min_by_key(|&(x, y)| (x != b && y != k, isi[x][y])) else { break };
        tertutup[x][y] = true;
    }
    for (baris, asli) in tertutup.iter_mut().zip(cacah) {
        baris.truncate(asli.len());
    }
    tertutup
}

/// Rows and columns in turn until none needs another hidden cell.
fn garis_demi_garis(isi: &[Vec<i64>], tertutup: &mut [Vec<bool>], lantai: i64) {
    loop {
        let mut berubah = false;
        for (nilai, baris) in isi.iter().zip(tertutup.iter_mut()) {
            berubah |= lengkapi(nilai, baris, lantai);
        }
        for k in 0..isi.first().map_or(0, Vec::len) {
            let nilai: Vec<i64> = isi.iter().map(|b| b[k]).collect();
            let mut kolom: Vec<bool> = tertutup.iter().map(|b| b[k]).collect();
            if lengkapi(&nilai, &mut kolom, lantai) {
                berubah = true;
                for (baris, tutup) in tertutup.iter_mut().zip(kolom) {
                    baris[k] = tutup;
                }
            }
        }
        if !berubah {
            return;
        }
    }
}

fn semua_sel(isi: &[Vec<i64>]) -> impl Iterator<Item = (usize, usize)> {
    isi.iter().enumerate().flat_map(|(b, baris)| (0..baris.len()).map(move |k| (b, k)))
}

/// A hidden cell that the totals determine: rows and columns are points, hidden cells lines between them; a line on no cycle.
fn jembatan(tertutup: &[Vec<bool>]) -> Option<(usize, usize)> {
    let lebar = tertutup.first().map_or(0, Vec::len);
    let tepi = |b: usize| (0..lebar).filter(move |&k| tertutup[b][k]);
    (0..tertutup.len()).flat_map(|b| tepi(b).map(move |k| (b, k))).find(|&(awal, tanpa)| {
        let mut baris = vec![false; tertutup.len()];
        let mut antre = vec![awal];
        while let Some(b) = antre.pop() {
            if std::mem::replace(&mut baris[b], true) {
                continue;
            }
            for k in tepi(b).filter(|&k| (b, k) != (awal, tanpa)) {
                if k == tanpa {
                    return false;
                }
                antre.extend((0..tertutup.len()).filter(|&x| tertutup[x][k] && !baris[x]));
            }
        }
        true
    })
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

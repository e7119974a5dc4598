//! Which known error explains a total that no way of computing gives (domain facts 1.7: V06, V08, T02).
//!
//! Lives here: the explanations. Must not live here: whether a total holds.

use pecahan::Pecahan;

use super::{AngkaTercetak, Kekeliruan};
use crate::edisi::Edisi;

/// Divisors that are tried besides k.
const PEMBAGI_MAKS: i64 = 20;

/// Explanations of a published IKM that does not follow from the unsur. `nrr` unrounded, `longgar` what rounding of the
/// printed values allows on the scale of the answers.
pub(super) fn total(edisi: &Edisi, ikm: &AngkaTercetak, nrr: &[Pecahan], longgar: &Pecahan) -> Vec<Kekeliruan> {
    let faktor = &edisi.penilaian.faktor;
    let konversi: Vec<Pecahan> = nrr.iter().map(|x| x * faktor).collect();
    let mut hasil = Vec::new();
    if let Some(di) = konversi.iter().rposition(|x| ikm.dari(x)) {
        hasil.push(Kekeliruan::MenyalinUnsur { urutan: di + 1, nilai: ikm.clone() });
    }
    let k = i64::try_from(nrr.len()).unwrap_or(i64::MAX);
    let jumlah: Pecahan = konversi.iter().cloned().sum();
    let cocok = |m: i64| {
        let hasil = &jumlah / &Pecahan::bulat(m);
        let ruang = &(&(longgar * faktor) * &Pecahan::bulat(k)) / &Pecahan::bulat(m);
        ikm.dari(&hasil) || (&ikm.nilai - &hasil).mutlak() <= &ruang + &ikm.setengah()
    };
    // The neighbours of k first: one unsur too many or too few is the usual slip.
    let mut pembagi: Vec<i64> = (1..=PEMBAGI_MAKS).filter(|m| *m != k).collect();
    pembagi.sort_by_key(|m| ((m - k).abs(), -m));
    if let Some(m) = pembagi.into_iter().find(|m| cocok(*m)) {
        hasil.push(Kekeliruan::PembagiSalah { dipakai: m, seharusnya: k });
    }
    let (min, maks) = (konversi.iter().min(), konversi.iter().max());
    if let (Some(min), Some(maks)) = (min, maks) {
        let ruang = &(longgar * faktor) + &ikm.setengah();
        if ikm.nilai < min - &ruang || ikm.nilai > maks + &ruang {
            hasil.push(Kekeliruan::DiLuarUnsur { terbit: ikm.clone(), min: min.dibulatkan(2), maks: maks.dibulatkan(2) });
        }
    }
    hasil
}

/// Whether a printed number is the right one with one slip of a digit: one added, dropped, changed, or two swapped.
pub(super) fn salah_ketik(terbit: &AngkaTercetak, benar: &[Pecahan]) -> Option<Kekeliruan> {
    let tulis = terbit.to_string();
    let calon = benar.iter().flat_map(|b| [b.tampil(2), b.desimal()]);
    let ketemu = calon.into_iter().find(|b| *b != tulis && satu_langkah(&angka(&tulis), &angka(b)));
    ketemu.map(|seharusnya| Kekeliruan::SalahKetik { terbit: terbit.clone(), seharusnya })
}

fn angka(teks: &str) -> Vec<u8> {
    teks.bytes().collect()
}

/// Damerau-Levenshtein distance of exactly one.
fn satu_langkah(a: &[u8], b: &[u8]) -> bool {
    let awal = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[awal..], &b[awal..]);
    let akhir = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[..a.len() - akhir], &b[..b.len() - akhir]);
    match (a, b) {
        ([_] | [], [_]) | ([_], []) => true,
        ([p, q], [r, s]) => p == s && q == r,
        _ => false,
    }
}

//! A call as a row of recorded clips: "nomor antrean A dua puluh tiga, silakan ke loket empat".
//!
//! Here is only which clips in which order; the same words are the text for a screen reader. The clips are the web's.

use super::nomor::Awalan;
use crate::kunci::berkunci;

berkunci! {
    /// Recorded words besides letters; the key is what is heard.
    pub enum Klip {
        NomorAntrean = "nomor antrean",
        SilakanKeLoket = "silakan ke loket",
        Nol = "nol",
        Satu = "satu",
        Dua = "dua",
        Tiga = "tiga",
        Empat = "empat",
        Lima = "lima",
        Enam = "enam",
        Tujuh = "tujuh",
        Delapan = "delapan",
        Sembilan = "sembilan",
        Sepuluh = "sepuluh",
        Sebelas = "sebelas",
        Belas = "belas",
        Puluh = "puluh",
        Seratus = "seratus",
        Ratus = "ratus",
        Seribu = "seribu",
        Ribu = "ribu",
    }
}

/// The largest number that is spoken.
pub const ANGKA_MAKS: u32 = 9999;

/// The words of a call, in order; a letter of the prefix is a word of its own. `None` when a number is above
/// [`ANGKA_MAKS`].
#[must_use]
pub fn panggilan(awalan: Awalan, urut: u32, loket: u32) -> Option<Vec<String>> {
    let kata = |k: Klip| k.kunci().to_owned();
    let mut baris = vec![kata(Klip::NomorAntrean)];
    baris.extend(awalan.to_string().chars().map(String::from));
    baris.extend(angka(urut)?.into_iter().map(kata));
    baris.push(kata(Klip::SilakanKeLoket));
    baris.extend(angka(loket)?.into_iter().map(kata));
    Some(baris)
}

fn satuan(n: u32) -> Option<Klip> {
    use Klip as K;
    let daftar = [K::Nol, K::Satu, K::Dua, K::Tiga, K::Empat, K::Lima, K::Enam, K::Tujuh, K::Delapan, K::Sembilan, K::Sepuluh, K::Sebelas];
    daftar.get(usize::try_from(n).ok()?).copied()
}

fn angka(n: u32) -> Option<Vec<Klip>> {
    // (how many of it, its word, the word for one of it, what is left)
    let (depan, sebutan, satu, sisa) = match n {
        0..=11 => return satuan(n).map(|k| vec![k]),
        12..=19 => return Some(vec![satuan(n - 10)?, Klip::Belas]),
        20..=99 => (n / 10, Klip::Puluh, Klip::Sepuluh, n % 10),
        100..=999 => (n / 100, Klip::Ratus, Klip::Seratus, n % 100),
        1000..=ANGKA_MAKS => (n / 1000, Klip::Ribu, Klip::Seribu, n % 1000),
        _ => return None,
    };
    let mut kata = if depan == 1 { vec![satu] } else { vec![satuan(depan)?, sebutan] };
    if sisa > 0 {
        kata.extend(angka(sisa)?);
    }
    Some(kata)
}

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
        SilakanKeGerai = "silakan ke gerai",
        Loket = "loket",
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
    let mut baris = nomor(awalan, urut)?;
    baris.extend(tempat(Klip::SilakanKeLoket, loket)?);
    Some(baris)
}

/// The same in a hall of several gerai, whose counters have the same names: "silakan ke gerai satu loket dua". Without
/// `loket` only the gerai is named.
#[must_use]
pub fn panggilan_gerai(awalan: Awalan, urut: u32, gerai: u32, loket: Option<u32>) -> Option<Vec<String>> {
    let mut baris = nomor(awalan, urut)?;
    baris.extend(tempat(Klip::SilakanKeGerai, gerai)?);
    if let Some(loket) = loket {
        baris.extend(tempat(Klip::Loket, loket)?);
    }
    Some(baris)
}

fn nomor(awalan: Awalan, urut: u32) -> Option<Vec<String>> {
    let mut baris = vec![Klip::NomorAntrean.kunci().to_owned()];
    baris.extend(awalan.to_string().chars().map(String::from));
    baris.extend(angka(urut)?.into_iter().map(|k| k.kunci().to_owned()));
    Some(baris)
}

fn tempat(sebutan: Klip, nomor: u32) -> Option<Vec<String>> {
    let kata = std::iter::once(sebutan).chain(angka(nomor)?);
    Some(kata.map(|k| k.kunci().to_owned()).collect())
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

//! The objects of a payload: two digits tag, two digits length, the value. Order is kept, so that what was read is
//! written back the same.

use super::salah::SalahQris;

/// Longest payload in characters.
pub const PANJANG_MAKS: usize = 512;

/// One object. The value is printable ASCII of at most 99 characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Butir {
    pub tanda: u8,
    pub isi: String,
}

impl Butir {
    /// # Errors
    /// [`SalahQris::Isi`] for a tag above 99, an empty or too long value, or characters outside printable ASCII.
    pub fn baru(tanda: u8, isi: impl Into<String>) -> Result<Self, SalahQris> {
        let isi = isi.into();
        let baik = tanda <= 99 && (1..=99).contains(&isi.len()) && isi.bytes().all(tercetak);
        if baik { Ok(Self { tanda, isi }) } else { Err(SalahQris::isi(tanda, &isi, "1 sampai 99 huruf ASCII yang dapat dicetak")) }
    }
}

fn tercetak(b: u8) -> bool {
    (0x20..=0x7E).contains(&b)
}

/// All objects of a text, on one level; nested ones are read by the caller, who knows which tags nest.
///
/// # Errors
/// See [`SalahQris`]; the whole text must be objects and no tag may come twice.
pub fn baca_butir(teks: &str) -> Result<Vec<Butir>, SalahQris> {
    if teks.len() > PANJANG_MAKS {
        return Err(SalahQris::TerlaluPanjang(teks.len()));
    }
    if let Some(di) = teks.bytes().position(|b| !tercetak(b)) {
        return Err(SalahQris::BukanAscii(di));
    }
    let (mut butir, mut tempat): (Vec<Butir>, usize) = (Vec::new(), 0);
    while tempat < teks.len() {
        let kepala = || SalahQris::KepalaButir(tempat);
        let tanda = dua_angka(teks, tempat).ok_or_else(kepala)?;
        let panjang = usize::from(dua_angka(teks, tempat + 2).ok_or_else(kepala)?);
        let mulai = tempat + 4;
        let sisa = teks.len() - mulai;
        if panjang == 0 {
            return Err(SalahQris::isi(tanda, "", "isi yang tidak kosong"));
        }
        let isi = teks.get(mulai..mulai + panjang).ok_or(SalahQris::Terpotong { tanda, tempat, panjang, sisa })?;
        if butir.iter().any(|b| b.tanda == tanda) {
            return Err(SalahQris::Ganda(tanda));
        }
        butir.push(Butir { tanda, isi: isi.to_owned() });
        tempat = mulai + panjang;
    }
    Ok(butir)
}

fn dua_angka(teks: &str, di: usize) -> Option<u8> {
    teks.get(di..di + 2).filter(|t| t.bytes().all(|b| b.is_ascii_digit()))?.parse().ok()
}

/// The text of these objects.
pub(super) fn tulis_butir(butir: &[Butir]) -> String {
    butir.iter().fold(String::new(), |teks, b| format!("{teks}{:02}{:02}{}", b.tanda, b.isi.len(), b.isi))
}

//! JPEG: walks the markers from start to end, keeps what draws the picture, drops metadata and what hangs after the end.
//!
//! Written here because a phone hides a second picture, with its own place and time, behind the end of the first.

use super::{SalahBerkas, exif, luas};

const SOI: u8 = 0xD8;
const EOI: u8 = 0xD9;
const SOS: u8 = 0xDA;

/// The same picture without APPn and comments, except JFIF, colour profile, Adobe colour transform and orientation.
pub(super) fn bersihkan(isi: &[u8]) -> Result<Vec<u8>, SalahBerkas> {
    let mut keluar = vec![0xFF, SOI];
    let mut i = 2;
    let mut ada_gambar = false;
    loop {
        // Fill bytes may stand before a marker.
        if *isi.get(i).ok_or(SalahBerkas::Terpotong)? != 0xFF {
            return Err(SalahBerkas::Rusak);
        }
        while *isi.get(i).ok_or(SalahBerkas::Terpotong)? == 0xFF {
            i += 1;
        }
        let penanda = isi[i];
        i += 1;
        match penanda {
            EOI if ada_gambar => {
                keluar.extend([0xFF, EOI]);
                return Ok(keluar);
            }
            EOI => return Err(SalahBerkas::Rusak),
            0x01 | 0xD0..=0xD8 => continue,
            _ => {}
        }
        let panjang: [u8; 2] = isi.get(i..i + 2).and_then(|b| b.try_into().ok()).ok_or(SalahBerkas::Terpotong)?;
        let panjang = usize::from(u16::from_be_bytes(panjang));
        if panjang < 2 {
            return Err(SalahBerkas::Rusak);
        }
        let badan = isi.get(i + 2..i + panjang).ok_or(SalahBerkas::Terpotong)?;
        // A frame: precision, height, width.
        if matches!(penanda, 0xC0..=0xCF) && !matches!(penanda, 0xC4 | 0xC8 | 0xCC) {
            let angka = |dari: usize| badan.get(dari..dari + 2).and_then(|b| b.try_into().ok()).map(u16::from_be_bytes);
            let (Some(tinggi), Some(lebar)) = (angka(1), angka(3)) else { return Err(SalahBerkas::Rusak) };
            luas(u32::from(lebar), u32::from(tinggi))?;
        }
        tulis(&mut keluar, penanda, badan);
        i += panjang;
        if penanda == SOS {
            let akhir = akhir_entropi(isi, i).ok_or(SalahBerkas::Terpotong)?;
            keluar.extend_from_slice(&isi[i..akhir]);
            ada_gambar = true;
            i = akhir;
        }
    }
}

/// Where compressed data ends: at a marker that is neither a stuffed zero nor a restart.
fn akhir_entropi(isi: &[u8], mulai: usize) -> Option<usize> {
    let mut i = mulai;
    loop {
        i += isi.get(i..)?.iter().position(|b| *b == 0xFF)?;
        match isi.get(i + 1)? {
            0x00 | 0xD0..=0xD7 => i += 2,
            0xFF => i += 1,
            _ => return Some(i),
        }
    }
}

fn tulis(keluar: &mut Vec<u8>, penanda: u8, badan: &[u8]) {
    match penanda {
        0xE1 => {
            let arah = badan.strip_prefix(b"Exif\0\0").and_then(exif::arah);
            if let Some(arah) = arah {
                let isi = [b"Exif\0\0".as_slice(), &exif::hanya_arah(arah)].concat();
                segmen(keluar, penanda, &isi);
            }
        }
        0xE0 if !badan.starts_with(b"JFIF\0") => {}
        0xE2 if !badan.starts_with(b"ICC_PROFILE\0") => {}
        0xE3..=0xED | 0xEF | 0xFE => {}
        _ => segmen(keluar, penanda, badan),
    }
}

fn segmen(keluar: &mut Vec<u8>, penanda: u8, badan: &[u8]) {
    // A body was at most 65,533 bytes when it came in, and ours is shorter.
    let panjang = u16::try_from(badan.len() + 2).unwrap_or(u16::MAX).to_be_bytes();
    keluar.extend([0xFF, penanda, panjang[0], panjang[1]]);
    keluar.extend_from_slice(badan);
}

//! PNG: every chunk's checksum is compared; text, time and EXIF chunks and all behind the end are dropped.

use super::{SalahBerkas, exif, luas};
use img_parts::{Error, ImageEXIF, png::Png};

const BUANG: [[u8; 4]; 5] = [*b"eXIf", *b"tEXt", *b"zTXt", *b"iTXt", *b"tIME"];

pub(super) fn bersihkan(isi: Vec<u8>) -> Result<Vec<u8>, SalahBerkas> {
    let mut png = Png::from_bytes(isi.into()).map_err(|e| match e {
        Error::Truncated => SalahBerkas::Terpotong,
        _ => SalahBerkas::Rusak,
    })?;
    let jenis: Vec<[u8; 4]> = png.chunks().iter().map(img_parts::png::PngChunk::kind).collect();
    if jenis.first() != Some(b"IHDR") {
        return Err(SalahBerkas::Rusak);
    }
    if jenis.last() != Some(b"IEND") || !jenis.contains(b"IDAT") {
        return Err(SalahBerkas::Terpotong);
    }
    ukuran(&png)?;
    let arah = png.exif().and_then(|e| exif::arah(&e));
    for kind in BUANG {
        png.remove_chunks_by_type(kind);
    }
    if let Some(arah) = arah {
        png.set_exif(Some(exif::hanya_arah(arah).into()));
    }
    Ok(png.encoder().bytes().to_vec())
}

/// The best that the compression of PNG can do: one byte stands for so many.
const MEMUAI_MAKS: u64 = 1_032;

/// How many pixels it says that it has, and whether so many can stand in its data.
fn ukuran(png: &Png) -> Result<(), SalahBerkas> {
    let kepala = png.chunk_by_type(*b"IHDR").map(img_parts::png::PngChunk::contents).ok_or(SalahBerkas::Rusak)?;
    let angka = |dari: usize| kepala.get(dari..dari + 4).and_then(|b| b.try_into().ok()).map(u32::from_be_bytes).ok_or(SalahBerkas::Rusak);
    let (lebar, tinggi) = (angka(0)?, angka(4)?);
    luas(lebar, tinggi)?;
    let saluran = match kepala.get(9) {
        Some(2) => 3,
        Some(4) => 2,
        Some(6) => 4,
        _ => 1,
    };
    let sebaris = (u64::from(lebar) * saluran * u64::from(*kepala.get(8).unwrap_or(&1))).div_ceil(8);
    let data: u64 = png.chunks().iter().filter(|c| c.kind() == *b"IDAT").map(|c| c.contents().len() as u64).sum();
    if data.saturating_mul(MEMUAI_MAKS) < sebaris.saturating_mul(u64::from(tinggi)) { Err(SalahBerkas::Terpotong) } else { Ok(()) }
}

//! PNG: every chunk's checksum is compared; text, time and EXIF chunks and all behind the end are dropped.

use super::{SalahBerkas, exif};
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
    let arah = png.exif().and_then(|e| exif::arah(&e));
    for kind in BUANG {
        png.remove_chunks_by_type(kind);
    }
    if let Some(arah) = arah {
        png.set_exif(Some(exif::hanya_arah(arah).into()));
    }
    Ok(png.encoder().bytes().to_vec())
}

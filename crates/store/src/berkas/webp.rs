//! WebP: the length in the RIFF header must fit the bytes; EXIF and XMP are dropped.

use super::{SalahBerkas, exif, luas};
use img_parts::{
    Error, ImageEXIF,
    webp::{CHUNK_EXIF, CHUNK_XMP, WebP},
};

pub(super) fn bersihkan(mut isi: Vec<u8>) -> Result<Vec<u8>, SalahBerkas> {
    let panjang: [u8; 4] = isi.get(4..8).and_then(|b| b.try_into().ok()).ok_or(SalahBerkas::Terpotong)?;
    let akhir = usize::try_from(u32::from_le_bytes(panjang)).ok().and_then(|n| n.checked_add(8)).ok_or(SalahBerkas::Rusak)?;
    if isi.len() < akhir {
        return Err(SalahBerkas::Terpotong);
    }
    isi.truncate(akhir);
    let mut webp = WebP::from_bytes(isi.into()).map_err(|e| match e {
        Error::Truncated => SalahBerkas::Terpotong,
        _ => SalahBerkas::Rusak,
    })?;
    let gambar = |id: [u8; 4]| matches!(&id, b"VP8 " | b"VP8L" | b"ANMF");
    if !webp.chunks().iter().any(|c| gambar(c.id())) {
        return Err(SalahBerkas::Rusak);
    }
    if let Some((lebar, tinggi)) = webp.dimensions() {
        luas(lebar, tinggi)?;
    }
    let arah = webp.exif().and_then(|e| exif::arah(e.strip_prefix(b"Exif\0\0").unwrap_or(&e)));
    webp.chunks_mut().retain(|c| c.id() != CHUNK_XMP && c.id() != CHUNK_EXIF);
    webp.set_exif(arah.map(|a| exif::hanya_arah(a).into()));
    Ok(webp.encoder().bytes().to_vec())
}

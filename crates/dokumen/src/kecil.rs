//! A small picture of a large one, for lists. Decoding foreign pictures is bounded here in size and memory, and a server does
//! it in the worker process ([`crate::Pencetak::kecilkan`]), where it is bounded in time and leaves no memory behind.

use std::io::Cursor;

use image::{DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, Limits, Rgb, RgbImage, codecs::jpeg::JpegEncoder};

use crate::Error;

/// Longest side of the small picture, in pixels: twice what lists show, for dense screens.
pub const SISI: u32 = 240;

/// Longest side of a picture that is decoded at all.
const SISI_MAKS: u32 = 16_000;

/// Decoded pixels, in bytes: 60 megapixels in colour.
const MEMORI_MAKS: u64 = 180 * 1024 * 1024;

const MUTU: u8 = 72;

/// A JPEG of at most [`SISI`] pixels a side, from a JPEG, PNG or WebP. What is transparent becomes white.
///
/// # Errors
/// [`Error::Gambar`] when it is none of them, broken, or larger than the limits.
pub fn kecilkan(isi: &[u8]) -> Result<Vec<u8>, Error> {
    let gagal = |e: image::ImageError| Error::Gambar(e.to_string());
    let mut pembaca = ImageReader::new(Cursor::new(isi)).with_guessed_format().map_err(|e| Error::Gambar(e.to_string()))?;
    if !matches!(pembaca.format(), Some(ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP)) {
        return Err(Error::Gambar("neither JPEG, PNG nor WebP".to_owned()));
    }
    let mut batas = Limits::default();
    batas.max_image_width = Some(SISI_MAKS);
    batas.max_image_height = Some(SISI_MAKS);
    batas.max_alloc = Some(MEMORI_MAKS);
    pembaca.limits(batas);
    let mut pengurai = pembaca.into_decoder().map_err(gagal)?;
    if pengurai.total_bytes() > MEMORI_MAKS {
        return Err(Error::Gambar(format!("{} bytes of pixels", pengurai.total_bytes())));
    }
    let arah = pengurai.orientation().map_err(gagal)?;
    let besar = DynamicImage::from_decoder(pengurai).map_err(gagal)?;
    let mut kecil = if besar.width() > SISI || besar.height() > SISI { besar.thumbnail(SISI, SISI) } else { besar };
    kecil.apply_orientation(arah);
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, MUTU).encode_image(&putih(&kecil)).map_err(gagal)?;
    Ok(jpeg)
}

/// On white paper.
fn putih(gambar: &DynamicImage) -> RgbImage {
    let asal = gambar.to_rgba8();
    RgbImage::from_fn(asal.width(), asal.height(), |x, y| {
        let [merah, hijau, biru, tutup] = asal.get_pixel(x, y).0;
        let atas = |c: u8| {
            let n = (u16::from(c) * u16::from(tutup) + 255 * (255 - u16::from(tutup))) / 255;
            u8::try_from(n).unwrap_or(u8::MAX)
        };
        Rgb([atas(merah), atas(hijau), atas(biru)])
    })
}

//! QR codes as accessible SVG and as a one-bit PNG. Error correction M: 15 % of a printed code may be lost.

use std::fmt::Write as _;

use fast_qr::qr::{QRBuilder, QRCode};
use fast_qr::{ECL, Module};

use crate::Error;

/// Quiet zone that the standard asks for, in modules.
const TEPI: usize = 4;

fn susun(isi: &str) -> Result<QRCode, Error> {
    QRBuilder::new(isi).ecl(ECL::M).build().map_err(|_| Error::QrTerlaluPanjang(isi.len()))
}

fn gelap(kode: &QRCode, x: usize, y: usize) -> bool {
    let modul: Module = kode[y][x];
    modul.value()
}

/// A QR code with `<title>judul</title>`, sized by its `viewBox`; attributes only, so a strict CSP passes.
///
/// # Errors
/// [`Error::QrTerlaluPanjang`] when `isi` has more than about 2 300 bytes.
pub fn qr_svg(isi: &str, judul: &str) -> Result<String, Error> {
    let kode = susun(isi)?;
    let sisi = kode.size + 2 * TEPI;
    let mut jalur = String::new();
    for y in 0..kode.size {
        let mut x = 0;
        while x < kode.size {
            let awal = x;
            while x < kode.size && gelap(&kode, x, y) {
                x += 1;
            }
            if x > awal {
                let _ = write!(jalur, "M{} {}h{}v1h-{}z", awal + TEPI, y + TEPI, x - awal, x - awal);
            } else {
                x += 1;
            }
        }
    }
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {sisi} {sisi}\" class=\"qr\" role=\"img\" \
         shape-rendering=\"crispEdges\"><title>{}</title><rect width=\"{sisi}\" height=\"{sisi}\" fill=\"#fff\"/>\
         <path d=\"{jalur}\" fill=\"#000\"/></svg>",
        crate::grafik::aman(judul)
    ))
}

/// The same code as PNG (1 bit per pixel), `skala` pixels per module.
///
/// # Errors
/// [`Error::QrTerlaluPanjang`] when `isi` has more than about 2 300 bytes.
pub fn qr_png(isi: &str, skala: u8) -> Result<Vec<u8>, Error> {
    let kode = susun(isi)?;
    let skala = usize::from(skala.max(1));
    let sisi = (kode.size + 2 * TEPI) * skala;
    let mut mentah = Vec::with_capacity(sisi * (sisi / 8 + 2));
    for y in 0..sisi {
        // Filter type 0, then the pixels from the highest bit on; 1 is white.
        mentah.push(0);
        let mut byte = 0;
        for x in 0..sisi.next_multiple_of(8) {
            let (mx, my) = ((x / skala).wrapping_sub(TEPI), (y / skala).wrapping_sub(TEPI));
            let putih = !(mx < kode.size && my < kode.size && gelap(&kode, mx, my));
            byte = byte << 1 | u8::from(putih);
            if x % 8 == 7 {
                mentah.push(byte);
            }
        }
    }
    let sisi = u32::try_from(sisi).unwrap_or(u32::MAX).to_be_bytes();
    let ihdr = [sisi.as_slice(), &sisi, &[1, 0, 0, 0, 0]].concat();
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    potongan(&mut png, *b"IHDR", &ihdr);
    potongan(&mut png, *b"IDAT", &padatkan(&mentah));
    potongan(&mut png, *b"IEND", &[]);
    Ok(png)
}

fn padatkan(mentah: &[u8]) -> Vec<u8> {
    let mut hasil = Vec::new();
    let mut pemadat = flate2::read::ZlibEncoder::new(mentah, flate2::Compression::best());
    // Reading from memory into memory has no way to fail.
    let _ = std::io::Read::read_to_end(&mut pemadat, &mut hasil);
    hasil
}

fn potongan(png: &mut Vec<u8>, jenis: [u8; 4], isi: &[u8]) {
    png.extend_from_slice(&u32::try_from(isi.len()).unwrap_or(u32::MAX).to_be_bytes());
    let mut crc = flate2::Crc::new();
    crc.update(&jenis);
    crc.update(isi);
    png.extend_from_slice(&jenis);
    png.extend_from_slice(isi);
    png.extend_from_slice(&crc.sum().to_be_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn svg_has_a_title_and_nothing_that_a_strict_csp_blocks() {
        let svg = qr_svg("https://prima.example/v/1", "Verifikasi <1>").unwrap();
        assert!(svg.contains("<title>Verifikasi &lt;1&gt;</title>"));
        assert!(!svg.contains("style") && !svg.contains("script"));
    }

    #[test]
    fn png_is_square_with_a_quiet_zone() {
        let png = qr_png("prima", 4).unwrap();
        assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
        // Version 1 has 21 modules: (21 + 8) * 4 pixels.
        assert_eq!(png[16..24], [0, 0, 0, 116, 0, 0, 0, 116]);
    }

    #[test]
    fn too_long_is_an_error() {
        assert!(matches!(qr_svg(&"a".repeat(3000), "x"), Err(Error::QrTerlaluPanjang(3000))));
    }
}

//! Small pictures: what comes out, and what is refused before memory is taken.

#![cfg(test)]

use std::io::Cursor;

use dokumen::{Error, Pencetak, Setelan, kecil};
use image::{DynamicImage, ImageFormat, ImageReader, Rgba, RgbaImage};

fn gambar(lebar: u32, tinggi: u32, format: ImageFormat) -> Vec<u8> {
    let mut isi = Cursor::new(Vec::new());
    let besar = RgbaImage::from_fn(lebar, tinggi, |x, _| Rgba([200, 10, 10, if x < lebar / 2 { 0 } else { 255 }]));
    let besar = DynamicImage::from(besar);
    let besar = if format == ImageFormat::Jpeg { besar.to_rgb8().into() } else { besar };
    besar.write_to(&mut isi, format).unwrap();
    isi.into_inner()
}

#[test]
fn three_kinds_become_a_small_jpeg_of_the_same_shape() {
    for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP] {
        let isi = kecil::kecilkan(&gambar(1200, 600, format)).unwrap();
        let hasil = ImageReader::with_format(Cursor::new(&isi), ImageFormat::Jpeg).decode().unwrap().to_rgb8();
        assert_eq!(hasil.dimensions(), (kecil::SISI, kecil::SISI / 2), "{format:?}");
        assert!(isi.len() < 20_000, "{} bytes", isi.len());
        if format != ImageFormat::Jpeg {
            assert!(hasil.get_pixel(20, 20).0.iter().all(|c| *c > 245), "what is transparent is white paper");
        }
    }
    let kecil_sejak_awal = kecil::kecilkan(&gambar(40, 30, ImageFormat::Png)).unwrap();
    let hasil = ImageReader::with_format(Cursor::new(&kecil_sejak_awal), ImageFormat::Jpeg).decode().unwrap();
    assert_eq!((hasil.width(), hasil.height()), (40, 30), "nothing is made larger");
}

/// A PNG whose head claims a huge picture, with almost nothing behind it.
fn bohong(lebar: u32, tinggi: u32) -> Vec<u8> {
    let mut isi = gambar(40, 30, ImageFormat::Png);
    isi[16..20].copy_from_slice(&lebar.to_be_bytes());
    isi[20..24].copy_from_slice(&tinggi.to_be_bytes());
    let mut crc = flate2::Crc::new();
    crc.update(&isi[12..29]);
    isi[29..33].copy_from_slice(&crc.sum().to_be_bytes());
    isi
}

#[test]
fn broken_foreign_and_oversized_pictures_are_refused() {
    let mut putus = gambar(400, 400, ImageFormat::Png);
    putus.truncate(90);
    for (isi, sebab) in [
        (b"%PDF-1.7 bukan gambar".to_vec(), "another kind"),
        (Vec::new(), "nothing"),
        (putus, "cut off"),
        (bohong(60_000, 60_000), "too wide"),
        (bohong(15_000, 15_000), "within the sides, but 900 MB of pixels"),
        (gambar(20, 20, ImageFormat::Gif), "a kind that is not taken as evidence"),
    ] {
        assert!(matches!(kecil::kecilkan(&isi), Err(Error::Gambar(_))), "{sebab}");
    }
}

#[tokio::test]
async fn the_worker_makes_it_from_the_file() {
    let pencetak = Pencetak::new(Setelan { program: Some(env!("CARGO_BIN_EXE_pekerja-uji").into()), ..Setelan::default() });
    let folder = tempfile::tempdir().unwrap();
    let berkas = folder.path().join("gambar");
    std::fs::write(&berkas, gambar(900, 900, ImageFormat::Png)).unwrap();
    assert!(pencetak.kecilkan(berkas).await.unwrap().starts_with(&[0xff, 0xd8]));
    assert!(matches!(pencetak.kecilkan(folder.path().join("tiada")).await, Err(Error::Gambar(_))));
}

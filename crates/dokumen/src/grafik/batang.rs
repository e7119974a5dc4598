//! Horizontal bars on the scale 0 to 5, one line per label.

use std::fmt::Write as _;

use super::svg::{Gaya, aman, baris, buka, px, teks, warna};
use super::{Bingkai, SKALA};
use crate::Error;
use crate::masukan::Angka;

/// One bar; `None` prints `belum ada nilai`-like `kosong` text instead of a bar.
#[derive(Debug, Clone)]
pub struct Batang<'a> {
    pub label: &'a str,
    pub nilai: Option<&'a Angka>,
    /// Extra class, e.g. of the category.
    pub kelas: &'a str,
    /// Shown when there is no value.
    pub kosong: &'a str,
}

const LEBAR: f64 = 640.0;
const KIRI: f64 = 250.0;
const KANAN: f64 = 60.0;

/// # Errors
/// [`Error::BukanAngka`] when a value is no decimal.
pub fn batang(bingkai: Bingkai<'_>, isi: &[Batang<'_>]) -> Result<String, Error> {
    let panjang = LEBAR - KIRI - KANAN;
    let tinggi_baris: Vec<f64> = isi.iter().map(|satu| if baris(satu.label, 38).len() > 1 { 40.0 } else { 28.0 }).collect();
    let dasar = 8.0 + tinggi_baris.iter().sum::<f64>();
    let mut keluar = buka("grafik-batang", LEBAR, dasar + 22.0, bingkai);
    for tingkat in 0..=5_u8 {
        let x = KIRI + panjang * f64::from(tingkat) / SKALA;
        let _ = write!(keluar, "<line class=\"kisi\" x1=\"{x}\" y1=\"4\" x2=\"{x}\" y2=\"{}\" stroke=\"#d1d5db\"/>", px(dasar), x = px(x));
        teks(&mut keluar, x, dasar + 15.0, Gaya::new("skala", "middle", 10.5).redup(), &tingkat.to_string());
    }
    let mut y = 8.0;
    for (satu, tinggi) in isi.iter().zip(&tinggi_baris) {
        satu_batang(&mut keluar, satu, y + tinggi / 2.0, panjang)?;
        y += tinggi;
    }
    keluar.push_str("</svg>");
    Ok(keluar)
}

fn satu_batang(keluar: &mut String, satu: &Batang<'_>, tengah: f64, panjang: f64) -> Result<(), Error> {
    let label = baris(satu.label, 38);
    #[expect(clippy::cast_precision_loss, reason = "a label has a handful of lines")]
    let mut y = tengah + 4.0 - 7.0 * (label.len().saturating_sub(1)) as f64;
    for isi in &label {
        teks(keluar, KIRI - 10.0, y, Gaya::new("label", "end", 12.0), isi);
        y += 14.0;
    }
    let Some(angka) = satu.nilai else {
        teks(keluar, KIRI + 8.0, tengah + 4.0, Gaya::new("kosong", "start", 12.0).redup(), satu.kosong);
        return Ok(());
    };
    let lebar = panjang * angka.untuk_gambar()?.clamp(0.0, SKALA) / SKALA;
    let _ = write!(
        keluar,
        "<rect class=\"batang {}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"16\" rx=\"2\" fill=\"{}\"/>",
        aman(satu.kelas),
        px(KIRI),
        px(tengah - 8.0),
        px(lebar),
        warna(0)
    );
    teks(keluar, KIRI + lebar + 7.0, tengah + 4.0, Gaya::new("nilai", "start", 12.0).tebal(), &angka.teks);
    Ok(())
}

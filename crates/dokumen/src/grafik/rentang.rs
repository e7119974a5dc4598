//! Horizontal bars with their interval, on an axis with classes: the label stands over its bar, so that long names fit a phone.

use std::fmt::Write as _;

use super::Bingkai;
use super::luwes::{Lebar, Skala, batas_kelas, buka, kepala_kelas, persen};
use super::svg::{Gaya, aman, baris, px, teks, teks_pada, warna};
use crate::Error;
use crate::masukan::Angka;

/// One bar with its interval. Without a value the text `kosong` stands in its place.
#[derive(Debug, Clone)]
pub struct BatangRentang<'a> {
    pub label: &'a str,
    pub nilai: Option<&'a Angka>,
    /// Lower and upper end of the interval.
    pub rentang: Option<(&'a Angka, &'a Angka)>,
    /// Letter of the class, printed beside the value.
    pub huruf: &'a str,
    /// Extra class, e.g. of the category.
    pub kelas: &'a str,
    /// A short mark printed after the label, e.g. that it is among the lowest.
    pub tanda: Option<&'a str>,
    pub kosong: &'a str,
}

/// Characters of a label before it breaks: fits 300 pixels beside the value.
const LABEL: usize = 31;
const KEPALA: f64 = 18.0;
const BATANG: f64 = 16.0;

/// # Errors
/// [`Error::BukanAngka`] when a value is no decimal.
pub fn batang_rentang(bingkai: Bingkai<'_>, lebar: Lebar, skala: &Skala, isi: &[BatangRentang<'_>]) -> Result<String, Error> {
    let label: Vec<Vec<String>> = isi.iter().map(|satu| baris(&judul(satu), LABEL)).collect();
    let tinggi: f64 = label.iter().map(|l| tinggi_label(l) + BATANG + 14.0).sum();
    let dasar = KEPALA + tinggi;
    let mut keluar = buka("grafik-rentang", lebar, dasar + 4.0, bingkai);
    kepala_kelas(&mut keluar, skala);
    let mut y = KEPALA;
    for (satu, label) in isi.iter().zip(&label) {
        satu_batang(&mut keluar, satu, label, y, skala)?;
        y += tinggi_label(label) + BATANG + 14.0;
    }
    keluar.push_str("</svg>");
    Ok(keluar)
}

fn judul(satu: &BatangRentang<'_>) -> String {
    satu.tanda.map_or_else(|| satu.label.to_owned(), |t| format!("{} {t}", satu.label))
}

#[expect(clippy::cast_precision_loss, reason = "a label has a handful of lines")]
fn tinggi_label(label: &[String]) -> f64 {
    4.0 + 15.0 * label.len().max(1) as f64
}

fn satu_batang(keluar: &mut String, satu: &BatangRentang<'_>, label: &[String], atas: f64, skala: &Skala) -> Result<(), Error> {
    let mut y = atas + 14.0;
    for isi in label {
        teks(keluar, 0.0, y, Gaya::new("label", "start", 13.0), isi);
        y += 15.0;
    }
    let puncak = atas + tinggi_label(label);
    let _ =
        write!(keluar, "<rect class=\"alas\" x=\"0\" y=\"{}\" width=\"100%\" height=\"{BATANG}\" rx=\"3\" fill=\"#e5e7eb\"/>", px(puncak));
    batas_kelas(keluar, skala, puncak - 3.0, puncak + BATANG + 3.0);
    let Some(angka) = satu.nilai else {
        teks_pada(keluar, "100%", atas + 14.0, Gaya::new("kosong", "end", 12.5).redup(), satu.kosong);
        return Ok(());
    };
    let _ = write!(
        keluar,
        "<rect class=\"batang {}\" x=\"0\" y=\"{}\" width=\"{}\" height=\"{BATANG}\" rx=\"3\" fill=\"{}\"/>",
        aman(satu.kelas),
        px(puncak),
        persen(skala.bagian(angka.untuk_gambar()?)),
        warna(0)
    );
    if let Some((bawah, atas)) = satu.rentang {
        sungut(keluar, skala.bagian(bawah.untuk_gambar()?), skala.bagian(atas.untuk_gambar()?), puncak + BATANG / 2.0);
    }
    let nilai = if satu.huruf.is_empty() { angka.teks.clone() } else { format!("{} {}", angka.teks, satu.huruf) };
    teks_pada(keluar, "100%", atas + 14.0, Gaya::new("nilai", "end", 13.0).tebal(), &nilai);
    Ok(())
}

/// The interval: a line with an end mark on either side, light around dark so that it shows on the bar and beside it.
fn sungut(keluar: &mut String, a: f64, b: f64, y: f64) {
    let (a, b) = (persen(a), persen(b));
    for (kelas, warna, tebal) in [("sungut-tepi", "#ffffff", 5), ("sungut", "#111827", 2)] {
        let _ = write!(keluar, "<g class=\"{kelas}\" stroke=\"{warna}\" stroke-width=\"{tebal}\" stroke-linecap=\"round\">");
        for (x1, y1, x2, y2) in [(&a, y, &b, y), (&a, y - 5.0, &a, y + 5.0), (&b, y - 5.0, &b, y + 5.0)] {
            let _ = write!(keluar, "<line x1=\"{x1}\" y1=\"{}\" x2=\"{x2}\" y2=\"{}\"/>", px(y1), px(y2));
        }
        keluar.push_str("</g>");
    }
}

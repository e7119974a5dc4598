//! Values in a row of time with their intervals, on an axis with classes. What is missing breaks the line.

use std::fmt::Write as _;

use super::Bingkai;
use super::luwes::{Lebar, Skala, buka, persen};
use super::svg::{Gaya, aman, px, teks_pada, warna};
use crate::Error;
use crate::masukan::Angka;

/// One point of time, in order.
#[derive(Debug, Clone)]
pub struct TitikRentang<'a> {
    /// Short, stands under the axis.
    pub label: &'a str,
    /// `None` breaks the line.
    pub nilai: Option<&'a Angka>,
    pub rentang: Option<(&'a Angka, &'a Angka)>,
    /// Goes into the point's title.
    pub keterangan: &'a str,
}

const TINGGI: f64 = 250.0;
const ATAS: f64 = 24.0;
const BAWAH: f64 = 28.0;
/// Room for the class letters and for half a label on either side, as shares of the width.
const KIRI: f64 = 0.12;
const KANAN: f64 = 0.11;
/// Points whose label and value are printed; of more, every second, third … one.
const TERTULIS: usize = 5;

/// # Errors
/// [`Error::BukanAngka`] when a value is no decimal.
pub fn garis_rentang(bingkai: Bingkai<'_>, lebar: Lebar, skala: &Skala, titik: &[TitikRentang<'_>]) -> Result<String, Error> {
    let skala = skala.clone().mulai_dekat(terendah(titik, skala)?);
    let mut keluar = buka("grafik-garis-rentang", lebar, TINGGI, bingkai);
    pita_kelas(&mut keluar, &skala);
    let langkah = titik.len().div_ceil(TERTULIS).max(1);
    let mut tanda = String::new();
    let mut sebelum: Option<(String, f64)> = None;
    for (i, satu) in titik.iter().enumerate() {
        let x = persen(mendatar(i, titik.len()));
        // Counted from the newest, so that its label always stands.
        let tertulis = (titik.len() - 1 - i).is_multiple_of(langkah);
        if tertulis {
            teks_pada(&mut keluar, &x, TINGGI - 9.0, Gaya::new("waktu", "middle", 11.5).redup(), satu.label);
        }
        let Some(angka) = satu.nilai else {
            sebelum = None;
            continue;
        };
        let y = tinggi(&skala, angka.untuk_gambar()?);
        if let Some((x0, y0)) = &sebelum {
            let _ = write!(
                keluar,
                "<line class=\"garis\" x1=\"{x0}\" y1=\"{}\" x2=\"{x}\" y2=\"{}\" stroke=\"{}\" stroke-width=\"2.2\"/>",
                px(*y0),
                px(y),
                warna(0)
            );
        }
        satu_titik(&mut tanda, &skala, satu, angka, (&x, y), tertulis)?;
        sebelum = Some((x, y));
    }
    keluar.push_str(&tanda);
    keluar.push_str("</svg>");
    Ok(keluar)
}

fn satu_titik(
    keluar: &mut String,
    skala: &Skala,
    satu: &TitikRentang<'_>,
    angka: &Angka,
    (x, y): (&str, f64),
    tertulis: bool,
) -> Result<(), Error> {
    let mut puncak = y;
    if let Some((bawah, atas)) = satu.rentang {
        let (y1, y2) = (tinggi(skala, atas.untuk_gambar()?), tinggi(skala, bawah.untuk_gambar()?));
        puncak = y1;
        let _ = write!(
            keluar,
            "<line class=\"sungut\" x1=\"{x}\" y1=\"{}\" x2=\"{x}\" y2=\"{}\" stroke=\"#4b5563\" stroke-width=\"6\" stroke-opacity=\".45\" \
             stroke-linecap=\"round\"/>",
            px(y1),
            px(y2)
        );
    }
    let _ = write!(
        keluar,
        "<circle class=\"titik\" cx=\"{x}\" cy=\"{}\" r=\"4.5\" fill=\"{}\"><title>{}</title></circle>",
        px(y),
        warna(0),
        aman(satu.keterangan)
    );
    if tertulis {
        teks_pada(keluar, x, (puncak - 9.0).max(12.0), Gaya::new("nilai", "middle", 12.5).tebal(), &angka.teks);
    }
    Ok(())
}

/// Stripes of the classes with their letters at the left edge.
fn pita_kelas(keluar: &mut String, skala: &Skala) {
    let tempat = TINGGI - ATAS - BAWAH;
    for (i, (huruf, a, b)) in skala.kelas().enumerate() {
        let (y, h) = (TINGGI - BAWAH - tempat * b, tempat * (b - a));
        let isi = if i % 2 == 0 { "#f3f4f6" } else { "#e5e7eb" };
        let _ = write!(
            keluar,
            "<rect class=\"pita pita-{}\" x=\"0\" y=\"{}\" width=\"100%\" height=\"{}\" fill=\"{isi}\"/>",
            i % 2,
            px(y),
            px(h)
        );
        if h > 13.0 {
            teks_pada(keluar, "4", y + h / 2.0 + 4.0, Gaya::new("huruf", "start", 12.0).redup(), huruf);
        }
    }
}

fn terendah(titik: &[TitikRentang<'_>], skala: &Skala) -> Result<f64, Error> {
    let mut hasil = skala.sampai();
    for satu in titik {
        for angka in satu.nilai.into_iter().chain(satu.rentang.map(|r| r.0)) {
            hasil = hasil.min(angka.untuk_gambar()?);
        }
    }
    Ok(hasil.max(skala.dari()))
}

fn tinggi(skala: &Skala, nilai: f64) -> f64 {
    TINGGI - BAWAH - (TINGGI - ATAS - BAWAH) * skala.bagian(nilai)
}

#[expect(clippy::cast_precision_loss, reason = "a chart has a few dozen points")]
fn mendatar(i: usize, n: usize) -> f64 {
    if n < 2 {
        return 0.5;
    }
    KIRI + (1.0 - KIRI - KANAN) * i as f64 / (n - 1) as f64
}

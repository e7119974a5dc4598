//! Drawings that stretch: lengths across are per cent of the width, text keeps its size, so one drawing reads at 300 pixels
//! and at 900. A fixed width serves documents. The axis with its classes (mutu A to D) is here too.

use std::fmt::Write as _;

use super::Bingkai;
use super::svg::{Gaya, aman, px, teks_pada};
use crate::Error;
use crate::masukan::Angka;

/// How wide the drawing is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lebar {
    /// As wide as its place on the page.
    Penuh,
    /// So many pixels, for documents.
    Tetap(u16),
}

/// A linear axis with its classes: the lower bound of each, rising.
#[derive(Debug, Clone, PartialEq)]
pub struct Skala {
    dari: f64,
    sampai: f64,
    kelas: Vec<(f64, String)>,
}

impl Skala {
    /// `kelas`: letter and lower bound, in rising order. All numbers are decimals with a point.
    ///
    /// # Errors
    /// [`Error::BukanAngka`] when a bound is no decimal or the axis is empty.
    pub fn baru(dari: &str, sampai: &str, kelas: &[(&str, &str)]) -> Result<Self, Error> {
        let angka = |s: &str| Angka::new("", s).untuk_gambar();
        let (awal, akhir) = (angka(dari)?, angka(sampai)?);
        if akhir <= awal {
            return Err(Error::BukanAngka(format!("{dari}..{sampai}")));
        }
        let kelas = kelas.iter().map(|(huruf, batas)| Ok((angka(batas)?, (*huruf).to_owned()))).collect::<Result<_, Error>>()?;
        Ok(Self { dari: awal, sampai: akhir, kelas })
    }

    /// The same axis, cut below: so much room under the lowest value, in whole steps of five.
    #[must_use]
    pub fn mulai_dekat(mut self, terendah: f64) -> Self {
        let awal = ((terendah - 4.0) / 5.0).floor() * 5.0;
        self.dari = awal.clamp(self.dari, self.sampai - 10.0_f64.min(self.sampai - self.dari));
        self
    }

    /// Share of the axis, 0 to 1.
    pub(super) fn bagian(&self, nilai: f64) -> f64 {
        ((nilai - self.dari) / (self.sampai - self.dari)).clamp(0.0, 1.0)
    }

    pub(super) fn dari(&self) -> f64 {
        self.dari
    }

    pub(super) fn sampai(&self) -> f64 {
        self.sampai
    }

    /// Classes that show on this axis: letter, from, to (as shares).
    pub(super) fn kelas(&self) -> impl Iterator<Item = (&str, f64, f64)> {
        self.kelas.iter().enumerate().filter_map(|(i, (dari, huruf))| {
            let sampai = self.kelas.get(i + 1).map_or(self.sampai, |k| k.0);
            let (a, b) = (self.bagian(*dari), self.bagian(sampai));
            (b > a).then_some((huruf.as_str(), a, b))
        })
    }
}

/// A share as per cent with two decimals, for attributes.
pub(super) fn persen(bagian: f64) -> String {
    let teks = format!("{:.2}", bagian * 100.0);
    format!("{}%", teks.trim_end_matches('0').trim_end_matches('.'))
}

/// Opens a drawing that stretches.
pub(super) fn buka(kelas: &str, lebar: Lebar, tinggi: f64, bingkai: Bingkai<'_>) -> String {
    let (h, id) = (px(tinggi), aman(bingkai.id));
    let (judul, deskripsi) = (aman(bingkai.judul), aman(bingkai.deskripsi));
    let w = match lebar {
        Lebar::Penuh => "100%".to_owned(),
        Lebar::Tetap(n) => n.to_string(),
    };
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}\" height=\"{h}\" class=\"grafik grafik-luwes {kelas}\" role=\"img\" \
         aria-labelledby=\"{id}-judul {id}-deskripsi\" font-family=\"{}\"><title id=\"{id}-judul\">{judul}</title>\
         <desc id=\"{id}-deskripsi\">{deskripsi}</desc>",
        super::svg::FONT
    )
}

/// The class letters over their stretch of the axis.
pub(super) fn kepala_kelas(keluar: &mut String, skala: &Skala) {
    for (huruf, a, b) in skala.kelas() {
        teks_pada(keluar, &persen(f64::midpoint(a, b)), 12.0, Gaya::new("huruf", "middle", 12.0).redup(), huruf);
    }
}

/// A thin line at each bound of a class, from `atas` to `bawah`.
pub(super) fn batas_kelas(keluar: &mut String, skala: &Skala, atas: f64, bawah: f64) {
    for (_, a, _) in skala.kelas().filter(|k| k.1 > 0.0) {
        let x = persen(a);
        let _ = write!(keluar, "<line class=\"batas\" x1=\"{x}\" y1=\"{}\" x2=\"{x}\" y2=\"{}\" stroke=\"#9ca3af\"/>", px(atas), px(bawah));
    }
}

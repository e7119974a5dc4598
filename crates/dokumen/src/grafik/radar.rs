//! Radar over the aspects of an edition, scale 0 to 5, one polygon per series.

use std::f64::consts::{FRAC_PI_2, TAU};
use std::fmt::Write as _;

use super::svg::{Gaya, aman, baris, buka, legenda, putus, px, teks, tinggi_legenda, warna};
use super::{Bingkai, SKALA};
use crate::Error;
use crate::masukan::SeriAspek;

/// One axis: `kode` is set bold above the label.
#[derive(Debug, Clone, Copy)]
pub struct Sumbu<'a> {
    pub kode: &'a str,
    pub label: &'a str,
}

const LEBAR: f64 = 560.0;
const TINGGI: f64 = 420.0;
const PUSAT: (f64, f64) = (280.0, 205.0);
const JARI: f64 = 140.0;

/// Draws `seri` over `sumbu`; the first series is filled. A missing value breaks the polygon into a line.
///
/// # Errors
/// [`Error::BukanAngka`] when a value is no decimal.
pub fn radar(bingkai: Bingkai<'_>, sumbu: &[Sumbu<'_>], seri: &[SeriAspek]) -> Result<String, Error> {
    let tinggi_penuh = TINGGI + tinggi_legenda(seri.len());
    let mut keluar = buka("grafik-radar", LEBAR, tinggi_penuh, bingkai);
    kisi(&mut keluar, sumbu.len());
    for (i, satu) in sumbu.iter().enumerate() {
        label(&mut keluar, arah(i, sumbu.len()), *satu);
    }
    // The first series is drawn last so that it lies on top.
    for (i, satu) in seri.iter().enumerate().rev() {
        poligon(&mut keluar, i, sumbu, satu)?;
    }
    skala(&mut keluar);
    if seri.len() > 1 {
        legenda(&mut keluar, seri.iter().map(|satu| satu.nama.as_str()), 90.0, TINGGI);
    }
    keluar.push_str("</svg>");
    Ok(keluar)
}

/// Unit vector of axis `i` of `n`, the first one straight up, clockwise.
fn arah(i: usize, n: usize) -> (f64, f64) {
    #[expect(clippy::cast_precision_loss, reason = "a chart has a handful of axes")]
    let sudut = TAU * i as f64 / n.max(1) as f64 - FRAC_PI_2;
    (sudut.cos(), sudut.sin())
}

fn titik((dx, dy): (f64, f64), jarak: f64) -> (f64, f64) {
    (PUSAT.0 + dx * jarak, PUSAT.1 + dy * jarak)
}

fn kisi(keluar: &mut String, n: usize) {
    for tingkat in 1..=5_u8 {
        let jarak = JARI * f64::from(tingkat) / SKALA;
        let sudut: Vec<String> = (0..n).map(|i| pasangan(titik(arah(i, n), jarak))).collect();
        let garis = if tingkat == 5 { "#6b7280" } else { "#d1d5db" };
        let _ =
            write!(keluar, "<polygon class=\"kisi\" points=\"{}\" fill=\"none\" stroke=\"{garis}\" stroke-width=\"1\"/>", sudut.join(" "));
    }
    for i in 0..n {
        let (x, y) = titik(arah(i, n), JARI);
        let _ = write!(
            keluar,
            "<line class=\"sumbu\" x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"#d1d5db\"/>",
            px(PUSAT.0),
            px(PUSAT.1),
            px(x),
            px(y)
        );
    }
}

/// Drawn over the polygons, so that no value hides its scale.
fn skala(keluar: &mut String) {
    for tingkat in 1..=5_u8 {
        let y = PUSAT.1 - JARI * f64::from(tingkat) / SKALA;
        teks(keluar, PUSAT.0 - 6.0, y + 11.0, Gaya::new("skala", "end", 9.5).redup(), &tingkat.to_string());
    }
}

fn label(keluar: &mut String, (dx, dy): (f64, f64), sumbu: Sumbu<'_>) {
    let (x, y) = titik((dx, dy), JARI + 16.0);
    let jangkar = if dx > 0.2 {
        "start"
    } else if dx < -0.2 {
        "end"
    } else {
        "middle"
    };
    let lebar = if jangkar == "middle" { 34 } else { 16 };
    let isi = baris(sumbu.label, lebar);
    #[expect(clippy::cast_precision_loss, reason = "a label has a handful of lines")]
    let tinggi = 14.0 * (isi.len() + 1) as f64;
    // Up: the block ends above the point; down: it starts below; sideways: it is centred on it.
    let mut y = y + 10.0 - tinggi * (1.0 - dy) / 2.0 + if dy < -0.9 { -2.0 } else { 0.0 };
    teks(keluar, x, y, Gaya::new("label-kode", jangkar, 11.5).tebal(), sumbu.kode);
    for satu in isi {
        y += 14.0;
        teks(keluar, x, y, Gaya::new("label", jangkar, 11.5), &satu);
    }
}

fn poligon(keluar: &mut String, i: usize, sumbu: &[Sumbu<'_>], seri: &SeriAspek) -> Result<(), Error> {
    let n = sumbu.len();
    let mut sudut = Vec::new();
    let mut tanda = String::new();
    for (j, (nilai, sumbu)) in seri.nilai.iter().zip(sumbu).enumerate() {
        let Some(angka) = nilai else { continue };
        let nilai = angka.untuk_gambar()?.clamp(0.0, SKALA);
        let pada = titik(arah(j, n), JARI * nilai / SKALA);
        sudut.push(pasangan(pada));
        let _ = write!(
            tanda,
            "<circle class=\"titik\" cx=\"{}\" cy=\"{}\" r=\"3.5\" fill=\"{}\"><title>{}: {} {}, {}</title></circle>",
            px(pada.0),
            px(pada.1),
            warna(i),
            aman(&seri.nama),
            aman(sumbu.kode),
            aman(sumbu.label),
            aman(&angka.teks)
        );
    }
    let (bentuk, isi) = match (i, sudut.len() == n) {
        (0, true) => ("polygon", "0.14"),
        (_, true) => ("polygon", "0"),
        (_, false) => ("polyline", "0"),
    };
    let _ = write!(
        keluar,
        "<g class=\"seri seri-{i}\"><{bentuk} points=\"{}\" fill=\"{w}\" fill-opacity=\"{isi}\" stroke=\"{w}\" \
         stroke-width=\"2.2\" stroke-linejoin=\"round\" stroke-dasharray=\"{}\"/>{tanda}</g>",
        sudut.join(" "),
        putus(i),
        w = warna(i)
    );
    Ok(())
}

fn pasangan((x, y): (f64, f64)) -> String {
    format!("{},{}", px(x), px(y))
}

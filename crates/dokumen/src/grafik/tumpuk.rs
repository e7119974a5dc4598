//! Stacked bars: how the answers to each question are shared among the values of the scale, worst at the left.

use std::fmt::Write as _;

use super::Bingkai;
use super::luwes::{Lebar, buka, persen};
use super::svg::{Gaya, aman, baris, px, teks, teks_pada};

/// One bar; `hitung`: how often each value was given, lowest value first.
#[derive(Debug, Clone)]
pub struct Tumpuk<'a> {
    pub label: &'a str,
    pub hitung: &'a [u64],
    /// What each value is called here, as many as `hitung`.
    pub nama: &'a [String],
}

const LABEL: usize = 40;
const BATANG: f64 = 20.0;
/// From the worst to the best; each is dark enough for white text (4.5:1) and carries its number, never only its colour.
const WARNA: [&str; 6] = ["#a3211f", "#8a5a00", "#1f6f8b", "#0f6b3f", "#0b4f9e", "#4a1d7a"];

/// Segments are told apart by the printed number of their value; a segment too narrow for it has it in its title.
#[must_use]
pub fn tumpuk(bingkai: Bingkai<'_>, lebar: Lebar, terkecil: u8, isi: &[Tumpuk<'_>]) -> String {
    let label: Vec<Vec<String>> = isi.iter().map(|satu| baris(satu.label, LABEL)).collect();
    let tinggi: f64 = label.iter().map(|l| tinggi_label(l) + BATANG + 10.0).sum();
    let mut keluar = buka("grafik-tumpuk", lebar, tinggi + 2.0, bingkai);
    let mut y = 0.0;
    for (satu, label) in isi.iter().zip(&label) {
        let mut garis = y + 14.0;
        for kata in label {
            teks(&mut keluar, 0.0, garis, Gaya::new("label", "start", 13.0), kata);
            garis += 15.0;
        }
        segmen(&mut keluar, satu, terkecil, y + tinggi_label(label));
        y += tinggi_label(label) + BATANG + 10.0;
    }
    keluar.push_str("</svg>");
    keluar
}

#[expect(clippy::cast_precision_loss, reason = "a label has a handful of lines")]
fn tinggi_label(label: &[String]) -> f64 {
    4.0 + 15.0 * label.len().max(1) as f64
}

#[expect(clippy::cast_precision_loss, reason = "a share is drawn to a hundredth of a per cent")]
fn segmen(keluar: &mut String, satu: &Tumpuk<'_>, terkecil: u8, y: f64) {
    let jumlah: u64 = satu.hitung.iter().sum();
    let _ = write!(keluar, "<rect class=\"alas\" x=\"0\" y=\"{}\" width=\"100%\" height=\"{BATANG}\" rx=\"3\" fill=\"#e5e7eb\"/>", px(y));
    if jumlah == 0 {
        return;
    }
    let mut kiri = 0.0;
    for (i, n) in satu.hitung.iter().enumerate().filter(|(_, n)| **n > 0) {
        let bagian = *n as f64 / jumlah as f64;
        let nilai = usize::from(terkecil) + i;
        let _ = write!(
            keluar,
            "<rect class=\"nilai-{nilai}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{BATANG}\" fill=\"{}\" stroke=\"#ffffff\"><title>{} ({nilai}): {n}</title></rect>",
            persen(kiri),
            px(y),
            persen(bagian),
            WARNA[i.min(WARNA.len() - 1)],
            aman(satu.nama.get(i).map_or("", String::as_str)),
        );
        if bagian > 0.06 {
            let gaya = Gaya { warna: "#ffffff", ..Gaya::new("di-atas", "middle", 12.0).tebal() };
            teks_pada(keluar, &persen(kiri + bagian / 2.0), y + 14.5, gaya, &nilai.to_string());
        }
        kiri += bagian;
    }
}

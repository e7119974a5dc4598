//! Regions as equal cells: name, category letter and value in each; an empty one says so with a dash.

use std::fmt::Write as _;

use super::Bingkai;
use super::svg::{Gaya, buka, px, teks};
use crate::masukan::PetakProvinsi;

const SISI: f64 = 58.0;
const JARAK: f64 = 62.0;

/// A colour for the letter of a category, dark enough for white text.
fn warna(kategori: &str) -> &'static str {
    match kategori.chars().next() {
        Some('A') => "#0f6b3f",
        Some('B') => "#1f6f8b",
        Some('C') => "#8a5a00",
        Some('D') => "#a84300",
        Some('E') => "#a3211f",
        _ => "#6d1414",
    }
}

/// The cells at their places; the drawing is as wide as the last column needs.
#[must_use]
pub fn petak(bingkai: Bingkai<'_>, semua: &[PetakProvinsi]) -> String {
    let ujung = |f: fn(&PetakProvinsi) -> u32| f64::from(semua.iter().map(f).max().unwrap_or(0).min(40) + 1) * JARAK;
    let mut s = buka("grafik-petak", ujung(|p| p.kolom), ujung(|p| p.baris), bingkai);
    for p in semua.iter().filter(|p| p.kolom <= 40 && p.baris <= 40) {
        let (x, y) = (f64::from(p.kolom) * JARAK, f64::from(p.baris) * JARAK);
        let (isi, garis) = p.rata.as_ref().map_or(("#eef1f5", "#8a94a3"), |r| (warna(&r.kategori), warna(&r.kategori)));
        let _ = write!(
            s,
            "<rect x=\"{}\" y=\"{}\" width=\"{SISI}\" height=\"{SISI}\" rx=\"4\" fill=\"{isi}\" stroke=\"{garis}\"/>",
            px(x),
            px(y)
        );
        let tulis = |gaya: Gaya| if p.rata.is_some() { Gaya { warna: "#ffffff", ..gaya } } else { gaya };
        let tengah = x + SISI / 2.0;
        teks(&mut s, tengah, y + 14.0, tulis(Gaya::new("label", "middle", 9.0)), &p.nama.chars().take(12).collect::<String>());
        match &p.rata {
            Some(r) => {
                teks(
                    &mut s,
                    tengah,
                    y + 35.0,
                    tulis(Gaya::new("nilai", "middle", 19.0).tebal()),
                    &r.kategori.chars().take(3).collect::<String>(),
                );
                teks(
                    &mut s,
                    tengah,
                    y + 50.0,
                    tulis(Gaya::new("nilai", "middle", 10.5)),
                    &r.nilai.teks.chars().take(6).collect::<String>(),
                );
            }
            None => teks(&mut s, tengah, y + 38.0, Gaya::new("kosong", "middle", 14.0).redup(), "–"),
        }
    }
    s.push_str("</svg>");
    s
}

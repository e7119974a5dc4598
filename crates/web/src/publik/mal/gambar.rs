//! The map of malls as equal cells: provinces roughly as they lie, and within one its kabupaten and kota. A cell says its
//! numbers in words as well; no tiles, no network.

use std::fmt::Write as _;

use crate::{konteks::Konteks, publik::nasional::gambar::LETAK};

/// A region with its malls by how far they are.
pub struct Sel {
    pub kode: &'static str,
    pub nama: &'static str,
    pub tautan: String,
    pub beroperasi: usize,
    pub disiapkan: usize,
}

const SISI: u32 = 66;
const JARAK: u32 = 70;
const SEBARIS: u32 = 8;

pub fn indonesia(k: &Konteks, sel: &[Sel]) -> String {
    let mut s = buka(k, 14 * JARAK, 6 * JARAK);
    for x in sel {
        if let Some((_, pendek, kolom, baris)) = LETAK.iter().find(|l| l.0 == x.kode) {
            satu(k, &mut s, x, pendek, (kolom * JARAK, baris * JARAK));
        }
    }
    s.push_str("</svg>");
    s
}

pub fn provinsi(k: &Konteks, sel: &[Sel]) -> String {
    let banyak = u32::try_from(sel.len()).unwrap_or(0);
    let mut s = buka(k, SEBARIS * JARAK, banyak.div_ceil(SEBARIS).max(1) * JARAK);
    for (n, x) in (0_u32..).zip(sel) {
        let pendek = x.nama.strip_prefix("Kabupaten ").unwrap_or(x.nama);
        let pendek: String = if pendek.chars().count() > 10 { pendek.chars().take(9).chain(['…']).collect() } else { pendek.to_owned() };
        satu(k, &mut s, x, &pendek, ((n % SEBARIS) * JARAK, (n / SEBARIS) * JARAK));
    }
    s.push_str("</svg>");
    s
}

fn buka(k: &Konteks, lebar: u32, tinggi: u32) -> String {
    format!("<svg class=\"petak-peta\" viewBox=\"-2 -2 {lebar} {tinggi}\" role=\"group\" aria-label=\"{}\">", aman(&k.s("mal-peta-judul")))
}

fn satu(k: &Konteks, s: &mut String, x: &Sel, pendek: &str, (kiri, atas): (u32, u32)) {
    let tengah = kiri + SISI / 2;
    let kata = k.a("mal-sel", [("nama", x.nama.into()), ("buka", x.beroperasi.into()), ("siap", x.disiapkan.into())]);
    let kelas = match (x.beroperasi, x.disiapkan) {
        (0, 0) => "x",
        (0, _) => "c",
        _ => "a",
    };
    let _ = write!(
        s,
        "<a href=\"{}\"><title>{}</title><rect class=\"petak petak--{kelas}\" x=\"{kiri}\" y=\"{atas}\" width=\"{SISI}\" height=\"{SISI}\" rx=\"6\"/>\
         <text class=\"petak__nama petak--{kelas}\" x=\"{tengah}\" y=\"{}\">{}</text>",
        aman(&x.tautan),
        aman(&kata),
        atas + 17,
        aman(pendek)
    );
    let (tampil, gaya) = match (x.beroperasi, x.disiapkan) {
        (0, 0) => ("–".to_owned(), "petak__kosong"),
        (0, n) => (format!("({n})"), "petak__huruf"),
        (n, 0) => (n.to_string(), "petak__huruf"),
        (n, m) => (format!("{n} ({m})"), "petak__huruf"),
    };
    let _ = write!(s, "<text class=\"{gaya}\" x=\"{tengah}\" y=\"{}\">{tampil}</text></a>", atas + 45);
}

fn aman(teks: &str) -> String {
    teks.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

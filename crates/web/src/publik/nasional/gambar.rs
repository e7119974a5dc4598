//! The drawings of the grid page as SVG. A cell says its category by letter as well as by colour; a region without a value is
//! empty and says so. Figures come ready; nothing is computed here but places.

use std::fmt::Write as _;

use dokumen::{
    Angka,
    grafik::{Bingkai, GarisTahun, garis_tahun},
    masukan::TitikTahun,
};

use crate::{
    Error,
    konteks::Konteks,
    peta::{self, Petak, aman},
};

pub struct Sel {
    pub kode: &'static str,
    pub nama: &'static str,
    pub tautan: String,
    /// Value as shown, category, units.
    pub nilai: Option<(String, String, usize)>,
    /// Units of the kabupaten and kota inside with a result, while the province itself has none.
    pub dalam: Option<usize>,
}

impl Sel {
    /// What stands in place of a value.
    pub fn tanpa_nilai(&self, k: &Konteks) -> String {
        self.dalam.map_or_else(|| k.s("nasional-belum-ada"), |n| k.jumlah("nasional-petak-dalam", n))
    }
}

/// The 38 provinces.
pub fn indonesia(k: &Konteks, sel: &[Sel]) -> String {
    peta::indonesia(&k.s("nasional-petak-judul"), sel.iter().map(|x| petak(k, x)))
}

/// Kabupaten and kota of a province in the order of their codes.
pub fn berurut(k: &Konteks, sel: &[Sel]) -> String {
    peta::berurut(&k.s("nasional-petak-judul"), sel.iter().map(|x| petak(k, x)))
}

fn petak<'a>(k: &Konteks, x: &'a Sel) -> Petak<'a> {
    let (kata, kelas, isi) = if let Some((nilai, kategori, _)) = &x.nilai {
        (
            format!("{}: {nilai}, {}", x.nama, k.n("umum-kategori", "huruf", kategori)),
            kategori.chars().next().map_or('x', |c| c.to_ascii_lowercase()),
            vec![("petak__huruf", 41, kategori.clone()), ("petak__nilai", 58, nilai.clone())],
        )
    } else {
        let dalam = x.dalam.map_or_else(|| "–".to_owned(), |n| k.jumlah("nasional-petak-unit", n));
        (format!("{}: {}", x.nama, x.tanpa_nilai(k)), 'x', vec![("petak__kosong", 43, dalam)])
    };
    Petak { kode: x.kode, nama: x.nama, tautan: &x.tautan, kata, kelas, isi }
}

/// How many regions have each category: one bar a category, its number beside it.
pub fn sebaran(k: &Konteks, isi: &[(String, usize)]) -> String {
    let terbanyak = isi.iter().map(|x| x.1).max().unwrap_or(0);
    if terbanyak == 0 {
        return String::new();
    }
    let tinggi = u32::try_from(isi.len()).unwrap_or(0) * 30;
    let kata: Vec<String> = isi.iter().map(|(kode, n)| format!("{kode} {n}")).collect();
    let mut s = format!(
        "<svg class=\"petak-sebaran\" viewBox=\"0 0 420 {tinggi}\" role=\"img\" aria-label=\"{}: {}\">",
        aman(&k.s("nasional-sebaran")),
        aman(&kata.join(", "))
    );
    for (baris, (kode, n)) in isi.iter().enumerate() {
        let (y, lebar) = (baris * 30, n * 300 / terbanyak);
        let kelas = kode.chars().next().unwrap_or('x').to_ascii_lowercase();
        let _ = write!(
            s,
            "<text class=\"sebaran__kode\" x=\"4\" y=\"{}\">{}</text><rect class=\"petak petak--{kelas}\" x=\"44\" y=\"{}\" width=\"{}\" height=\"20\" rx=\"3\"/>\
             <text class=\"sebaran__n\" x=\"{}\" y=\"{}\">{n}</text>",
            y + 20,
            aman(kode),
            y + 5,
            lebar.max(2),
            52 + lebar.max(2),
            y + 20
        );
    }
    s.push_str("</svg>");
    s
}

/// Year, edition, and the value with its category and number of units.
pub type NilaiTahun<'a> = (i64, &'a str, Option<&'a (String, String, usize)>);

/// A line for each edition: values under different editions are never joined. Empty with fewer than two years.
pub fn tren(k: &Konteks, tahun: &[NilaiTahun<'_>]) -> Result<String, Error> {
    let mut seri: Vec<(&str, Vec<TitikTahun>)> = Vec::new();
    for (tahun, edisi, nilai) in tahun {
        let Some((nilai, kategori, _)) = nilai else { continue };
        let titik = TitikTahun {
            tahun: i16::try_from(*tahun).unwrap_or_default(),
            nilai: Angka::new(k.angka(nilai), nilai),
            keterangan: Some(kategori.clone()),
        };
        match seri.iter_mut().find(|s| s.0 == *edisi) {
            Some(s) => s.1.push(titik),
            None => seri.push((edisi, vec![titik])),
        }
    }
    if seri.iter().map(|s| s.1.len()).sum::<usize>() < 2 {
        return Ok(String::new());
    }
    let kata: Vec<String> = seri.iter().flat_map(|s| s.1.iter().map(|t| format!("{} {}", t.tahun, t.nilai.teks))).collect();
    let garis: Vec<GarisTahun<'_>> = seri.iter().map(|s| GarisTahun { nama: s.0, titik: &s.1 }).collect();
    let judul = k.s("nasional-tren");
    Ok(garis_tahun(Bingkai { id: "tren-nasional", judul: &judul, deskripsi: &kata.join(", ") }, &garis)?)
}

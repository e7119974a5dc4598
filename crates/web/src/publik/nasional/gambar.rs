//! The drawings of the grid page as SVG. A cell says its category by letter as well as by colour; a region without a value is
//! empty and says so. Figures come ready; nothing is computed here but places.

use std::fmt::Write as _;

use dokumen::{
    Angka,
    grafik::{Bingkai, GarisTahun, garis_tahun},
    masukan::TitikTahun,
};

use crate::{Error, konteks::Konteks};

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

/// Short name, column and row of each province: our own arrangement, roughly as they lie.
pub(crate) const LETAK: [(&str, &str, u32, u32); 38] = [
    ("11", "Aceh", 0, 0),
    ("12", "Sumut", 1, 0),
    ("13", "Sumbar", 0, 1),
    ("14", "Riau", 1, 1),
    ("15", "Jambi", 1, 2),
    ("16", "Sumsel", 2, 2),
    ("17", "Bengkulu", 0, 2),
    ("18", "Lampung", 2, 3),
    ("19", "Babel", 3, 2),
    ("21", "Kepri", 2, 1),
    ("31", "Jakarta", 4, 4),
    ("32", "Jabar", 4, 5),
    ("33", "Jateng", 5, 4),
    ("34", "DIY", 5, 5),
    ("35", "Jatim", 6, 5),
    ("36", "Banten", 3, 4),
    ("51", "Bali", 7, 5),
    ("52", "NTB", 8, 5),
    ("53", "NTT", 9, 5),
    ("61", "Kalbar", 4, 2),
    ("62", "Kalteng", 5, 2),
    ("63", "Kalsel", 5, 3),
    ("64", "Kaltim", 6, 2),
    ("65", "Kaltara", 6, 1),
    ("71", "Sulut", 9, 1),
    ("72", "Sulteng", 8, 2),
    ("73", "Sulsel", 7, 4),
    ("74", "Sultra", 8, 3),
    ("75", "Gorontalo", 8, 1),
    ("76", "Sulbar", 7, 3),
    ("81", "Maluku", 10, 3),
    ("82", "Malut", 10, 2),
    ("91", "Papua", 13, 1),
    ("92", "P. Barat", 12, 2),
    ("93", "P. Selatan", 13, 3),
    ("94", "P. Tengah", 12, 3),
    ("95", "P. Pegun.", 13, 2),
    ("96", "P. Barat D.", 12, 1),
];
const SISI: u32 = 66;
const JARAK: u32 = 70;
/// Cells in a row within a province.
const SEBARIS: u32 = 8;

/// The 38 provinces.
pub fn indonesia(k: &Konteks, sel: &[Sel]) -> String {
    let (lebar, tinggi) = (14 * JARAK, 6 * JARAK);
    let mut s = buka(k, lebar, tinggi, "nasional-petak-judul");
    for x in sel {
        if let Some((_, pendek, kolom, baris)) = LETAK.iter().find(|l| l.0 == x.kode) {
            satu(k, &mut s, x, pendek, (kolom * JARAK, baris * JARAK));
        }
    }
    s.push_str("</svg>");
    s
}

/// Kabupaten and kota of a province in the order of their codes.
pub fn berurut(k: &Konteks, sel: &[Sel]) -> String {
    let banyak = u32::try_from(sel.len()).unwrap_or(0);
    let mut s = buka(k, SEBARIS * JARAK, banyak.div_ceil(SEBARIS).max(1) * JARAK, "nasional-petak-judul");
    for (n, x) in (0_u32..).zip(sel) {
        let pendek = x.nama.strip_prefix("Kabupaten ").unwrap_or(x.nama);
        let pendek: String = if pendek.chars().count() > 10 { pendek.chars().take(9).chain(['…']).collect() } else { pendek.to_owned() };
        satu(k, &mut s, x, &pendek, ((n % SEBARIS) * JARAK, (n / SEBARIS) * JARAK));
    }
    s.push_str("</svg>");
    s
}

fn buka(k: &Konteks, lebar: u32, tinggi: u32, judul: &str) -> String {
    format!("<svg class=\"petak-peta\" viewBox=\"-2 -2 {} {}\" role=\"group\" aria-label=\"{}\">", lebar, tinggi, aman(&k.s(judul)))
}

fn satu(k: &Konteks, s: &mut String, x: &Sel, pendek: &str, (kiri, atas): (u32, u32)) {
    let tengah = kiri + SISI / 2;
    let kata = match &x.nilai {
        Some((nilai, kategori, _)) => format!("{}: {nilai}, {}", x.nama, k.n("umum-kategori", "huruf", kategori)),
        None => format!("{}: {}", x.nama, x.tanpa_nilai(k)),
    };
    let kelas = x.nilai.as_ref().and_then(|n| n.1.chars().next()).map_or('x', |c| c.to_ascii_lowercase());
    let _ = write!(
        s,
        "<a href=\"{}\"><title>{}</title><rect class=\"petak petak--{kelas}\" x=\"{kiri}\" y=\"{atas}\" width=\"{SISI}\" height=\"{SISI}\" rx=\"6\"/>\
         <text class=\"petak__nama petak--{kelas}\" x=\"{tengah}\" y=\"{}\">{}</text>",
        aman(&x.tautan),
        aman(&kata),
        atas + 17,
        aman(pendek)
    );
    if let Some((nilai, kategori, _)) = &x.nilai {
        let _ = write!(
            s,
            "<text class=\"petak__huruf\" x=\"{tengah}\" y=\"{}\">{}</text><text class=\"petak__nilai\" x=\"{tengah}\" y=\"{}\">{}</text>",
            atas + 41,
            aman(kategori),
            atas + 58,
            aman(nilai)
        );
    } else {
        let isi = x.dalam.map_or_else(|| "–".to_owned(), |n| k.jumlah("nasional-petak-unit", n));
        let _ = write!(s, "<text class=\"petak__kosong\" x=\"{tengah}\" y=\"{}\">{}</text>", atas + 43, aman(&isi));
    }
    s.push_str("</a>");
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

fn aman(teks: &str) -> String {
    teks.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::LETAK;
    use std::collections::BTreeSet;

    #[test]
    fn every_province_has_a_cell_of_its_own() {
        let kode: BTreeSet<&str> = LETAK.iter().map(|l| l.0).collect();
        assert!(store::wilayah::provinsi().iter().all(|p| kode.contains(p.kode)) && kode.len() == 38);
        let sel: BTreeSet<(u32, u32)> = LETAK.iter().map(|l| (l.2, l.3)).collect();
        assert_eq!(sel.len(), 38);
        assert!(LETAK.iter().all(|l| l.2 < 14 && l.3 < 6));
    }
}

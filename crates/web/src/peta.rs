//! The map of equal cells: provinces roughly as they lie, and within one its kabupaten and kota in the order of their codes. No tiles,
//! no network. What a cell says, in words as well as by colour, is made by each page.

use std::fmt::Write as _;

/// One cell.
pub struct Petak<'a> {
    pub kode: &'static str,
    pub nama: &'static str,
    pub tautan: &'a str,
    /// What it says, for those who do not see it.
    pub kata: String,
    /// The end of `petak--…`.
    pub kelas: char,
    /// Under the name: class, how far below the top, text.
    pub isi: Vec<(&'static str, u32, String)>,
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
pub fn indonesia<'a>(judul: &str, petak: impl Iterator<Item = Petak<'a>>) -> String {
    let mut s = buka(judul, 14 * JARAK, 6 * JARAK);
    for x in petak {
        if let Some((_, pendek, kolom, baris)) = LETAK.iter().find(|l| l.0 == x.kode) {
            satu(&mut s, &x, pendek, (kolom * JARAK, baris * JARAK));
        }
    }
    s.push_str("</svg>");
    s
}

/// Kabupaten and kota of a province, one after the other.
pub fn berurut<'a>(judul: &str, petak: impl ExactSizeIterator<Item = Petak<'a>>) -> String {
    let banyak = u32::try_from(petak.len()).unwrap_or(0);
    let mut s = buka(judul, SEBARIS * JARAK, banyak.div_ceil(SEBARIS).max(1) * JARAK);
    for (n, x) in (0_u32..).zip(petak) {
        let pendek = x.nama.strip_prefix("Kabupaten ").unwrap_or(x.nama);
        let pendek: String = if pendek.chars().count() > 10 { pendek.chars().take(9).chain(['…']).collect() } else { pendek.to_owned() };
        satu(&mut s, &x, &pendek, ((n % SEBARIS) * JARAK, (n / SEBARIS) * JARAK));
    }
    s.push_str("</svg>");
    s
}

fn buka(judul: &str, lebar: u32, tinggi: u32) -> String {
    format!("<svg class=\"petak-peta\" viewBox=\"-2 -2 {lebar} {tinggi}\" role=\"group\" aria-label=\"{}\">", aman(judul))
}

fn satu(s: &mut String, x: &Petak<'_>, pendek: &str, (kiri, atas): (u32, u32)) {
    let (tengah, kelas) = (kiri + SISI / 2, x.kelas);
    let _ = write!(
        s,
        "<a href=\"{}\"><title>{}</title><rect class=\"petak petak--{kelas}\" x=\"{kiri}\" y=\"{atas}\" width=\"{SISI}\" height=\"{SISI}\" rx=\"6\"/>\
         <text class=\"petak__nama petak--{kelas}\" x=\"{tengah}\" y=\"{}\">{}</text>",
        aman(x.tautan),
        aman(&x.kata),
        atas + 17,
        aman(pendek)
    );
    for (gaya, turun, teks) in &x.isi {
        let _ = write!(s, "<text class=\"{gaya}\" x=\"{tengah}\" y=\"{}\">{}</text>", atas + turun, aman(teks));
    }
    s.push_str("</a>");
}

/// Text fit for the drawing.
pub fn aman(teks: &str) -> String {
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

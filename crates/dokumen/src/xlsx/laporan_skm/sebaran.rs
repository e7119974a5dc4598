//! The sheet of counts: one row a question, one column a value of the scale. All formulas of the workbook start here.

use rust_xlsxwriter::{Workbook, utility::column_number_to_name};

use crate::Error;
use crate::masukan::LaporanSkm;
use crate::xlsx::gaya::{Catatan, Gaya, Lembar};
use crate::xlsx::tabel::{Kolom, Sel};

/// Columns before the counts: code, unsur, question.
const DEPAN: u16 = 3;

fn lebar(l: &LaporanSkm) -> u16 {
    u16::from(l.hasil.aturan.maks.saturating_sub(l.hasil.aturan.min)) + 1
}

/// Questions, and so rows.
pub fn banyak(l: &LaporanSkm) -> usize {
    l.unsur.iter().map(|u| u.pertanyaan.len()).sum()
}

/// Column of the number of answers.
pub fn kolom_n(l: &LaporanSkm) -> String {
    column_number_to_name(DEPAN + lebar(l))
}

/// Column of the sum of the values.
pub fn kolom_jumlah(l: &LaporanSkm) -> String {
    column_number_to_name(DEPAN + lebar(l) + 1)
}

pub fn tulis(buku: &mut Workbook, gaya: &Gaya, l: &LaporanSkm, catatan: &Catatan<'_>, awal: usize) -> Result<(), Error> {
    let mut lembar = Lembar::baru(buku, gaya, "Sebaran", "Berapa kali tiap jawaban diberikan", catatan)?;
    let mut kolom = vec![Kolom::new("Kode", 8.0), Kolom::new("Unsur", 36.0), Kolom::new("Pertanyaan", 60.0)];
    kolom.extend((l.hasil.aturan.min..=l.hasil.aturan.maks).map(|v| Kolom::new(format!("Nilai {v}"), 10.0)));
    kolom.extend([Kolom::new("Jawaban", 10.0), Kolom::new("Jumlah nilai", 12.0)]);
    lembar.kepala(&kolom)?;
    let mut n = awal;
    for u in &l.unsur {
        for p in &u.pertanyaan {
            let mut sel: Vec<Sel> = vec![(&u.kode).into(), (&u.nama).into(), (&p.teks).into()];
            // A column for every value, whatever the caller left out.
            let hitung = (0..usize::from(lebar(l))).map(|i| p.jawaban.get(i).map_or(0, |j| i64::try_from(j.1).unwrap_or(i64::MAX)));
            sel.extend(hitung.map(Sel::Bulat));
            let (dari, sampai) = (column_number_to_name(DEPAN), column_number_to_name(DEPAN + lebar(l) - 1));
            let suku = (l.hasil.aturan.min..=l.hasil.aturan.maks)
                .zip(DEPAN..)
                .map(|(v, k)| format!("{}{n}*{v}", column_number_to_name(k)))
                .collect::<Vec<_>>()
                .join("+");
            sel.push(Sel::Rumus { rumus: format!("=SUM({dari}{n}:{sampai}{n})"), hasil: Some(jumlah(p.jawaban.iter().map(|j| j.1))) });
            let nilai = (u64::from(l.hasil.aturan.min)..).zip(&p.jawaban).map(|(v, j)| v * j.1);
            sel.push(Sel::Rumus { rumus: format!("={suku}"), hasil: Some(jumlah(nilai)) });
            lembar.tulis(&sel)?;
            n += 1;
        }
    }
    lembar.saring(banyak(l), kolom.len())
}

fn jumlah(isi: impl Iterator<Item = u64>) -> crate::masukan::Angka {
    crate::masukan::Angka::apa_adanya(isi.sum::<u64>().to_string())
}

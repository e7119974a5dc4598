//! Cell formats and the few moves that all sheets share: heading, header row, typed cells.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Formula, Workbook, Worksheet};

use super::tabel::{Kolom, Sel};
use crate::Error;
use crate::masukan::{Angka, Kepala};

/// Excel's own limit; longer text would make the whole workbook fail.
const TEKS_TERPANJANG: usize = 32_000;

pub struct Gaya {
    judul: Format,
    keterangan: Format,
    peringatan: Format,
    kepala: Format,
    teks: Format,
    tebal: Format,
}

impl Default for Gaya {
    fn default() -> Self {
        let dasar = || Format::new().set_font_name("Calibri").set_align(FormatAlign::Top);
        Self {
            judul: dasar().set_bold().set_font_size(14),
            keterangan: dasar().set_font_color(Color::RGB(0x004B_5563)),
            peringatan: dasar().set_bold().set_font_color(Color::RGB(0x00B4_2B2D)),
            kepala: dasar()
                .set_bold()
                .set_text_wrap()
                .set_background_color(Color::RGB(0x0006_264D))
                .set_font_color(Color::White)
                .set_border(FormatBorder::Thin),
            teks: dasar().set_text_wrap().set_border(FormatBorder::Hair),
            tebal: dasar().set_text_wrap().set_bold().set_border(FormatBorder::Hair),
        }
    }
}

/// One sheet being written; `baris` is the next free row.
pub struct Lembar<'a> {
    pub isi: &'a mut Worksheet,
    pub gaya: &'a Gaya,
    pub baris: u32,
}

impl<'a> Lembar<'a> {
    /// Adds a landscape A4 sheet with a title and remarks in its first rows.
    pub fn baru(buku: &'a mut Workbook, gaya: &'a Gaya, nama: &str, judul: &str, catatan: &Catatan<'_>) -> Result<Self, Error> {
        Self::di(buku.add_worksheet(), gaya, nama, judul, catatan)
    }

    /// The same on a sheet that was just added. On one whose rows go to the disk nothing above the current row is written again.
    pub fn di(isi: &'a mut Worksheet, gaya: &'a Gaya, nama: &str, judul: &str, catatan: &Catatan<'_>) -> Result<Self, Error> {
        isi.set_name(nama)?.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
        let mut lembar = Self { isi, gaya, baris: 0 };
        lembar.isi.write_string_with_format(0, 0, potong(judul), &gaya.judul)?;
        lembar.baris = 1;
        if catatan.ilustrasi {
            let teks = "ILUSTRASI: data contoh, bukan hasil evaluasi yang sebenarnya.";
            lembar.isi.write_string_with_format(1, 0, teks, &gaya.peringatan)?;
            lembar.isi.set_header("&C&\"Calibri,Bold\"ILUSTRASI");
            lembar.baris = 2;
        }
        for satu in catatan.baris {
            lembar.isi.write_string_with_format(lembar.baris, 0, potong(satu), &gaya.keterangan)?;
            lembar.baris += 1;
        }
        lembar.baris += 1;
        Ok(lembar)
    }

    /// Header row: frozen, repeated in print, widths set.
    pub fn kepala(&mut self, kolom: &[Kolom]) -> Result<(), Error> {
        for (i, satu) in kolom.iter().enumerate() {
            let i = kolom_ke(i)?;
            self.isi.set_column_width(i, satu.lebar)?;
            self.isi.write_string_with_format(self.baris, i, potong(&satu.judul), &self.gaya.kepala)?;
        }
        self.baris += 1;
        self.isi.set_freeze_panes(self.baris, 0)?.set_repeat_rows(self.baris - 1, self.baris - 1)?;
        Ok(())
    }

    pub fn tulis(&mut self, sel: &[Sel]) -> Result<(), Error> {
        for (i, satu) in sel.iter().enumerate() {
            self.sel(kolom_ke(i)?, satu)?;
        }
        self.baris += 1;
        Ok(())
    }

    fn sel(&mut self, kolom: u16, sel: &Sel) -> Result<(), Error> {
        let (baris, gaya) = (self.baris, self.gaya);
        match sel {
            Sel::Kosong => self.isi.write_blank(baris, kolom, &gaya.teks)?,
            // Never `write`: it would take a leading `=` for a formula.
            Sel::Teks(isi) => self.isi.write_string_with_format(baris, kolom, potong(isi), &gaya.teks)?,
            Sel::Judul(isi) => self.isi.write_string_with_format(baris, kolom, potong(isi), &gaya.tebal)?,
            #[expect(clippy::cast_precision_loss, reason = "cells are binary fractions by the format's nature")]
            Sel::Bulat(isi) => self.isi.write_number_with_format(baris, kolom, *isi as f64, &angka(gaya, 0))?,
            Sel::Angka(isi) => {
                let format = angka(gaya, desimal(&isi.teks));
                self.isi.write_number_with_format(baris, kolom, isi.untuk_gambar()?, &format)?
            }
            Sel::Rumus { rumus, hasil } => {
                let format = angka(gaya, hasil.as_ref().map_or(2, |hasil| desimal(&hasil.teks).max(2)));
                let mut rumus = Formula::new(rumus);
                if let Some(hasil) = hasil {
                    rumus = rumus.set_result(hasil.eksak.as_str());
                }
                self.isi.write_formula_with_format(baris, kolom, rumus, &format)?
            }
            Sel::RumusTeks { rumus, hasil } => {
                let rumus = Formula::new(rumus).set_result(potong(hasil));
                self.isi.write_formula_with_format(baris, kolom, rumus, &gaya.teks)?
            }
        };
        Ok(())
    }

    /// Adds filter buttons to a table of `jumlah` rows that ends above the current row.
    pub fn saring(&mut self, jumlah: usize, kolom: usize) -> Result<(), Error> {
        let jumlah = u32::try_from(jumlah).map_err(|_| rust_xlsxwriter::XlsxError::RowColumnLimitError)?;
        if let (Some(kepala), Some(kanan), true) = (self.baris.checked_sub(jumlah + 1), kolom.checked_sub(1), jumlah > 0) {
            self.isi.autofilter(kepala, 0, self.baris - 1, kolom_ke(kanan)?)?;
        }
        Ok(())
    }
}

/// Remarks under the title of a sheet.
#[derive(Clone, Copy, Default)]
pub struct Catatan<'a> {
    pub ilustrasi: bool,
    pub baris: &'a [String],
}

fn kolom_ke(i: usize) -> Result<u16, Error> {
    Ok(u16::try_from(i).map_err(|_| rust_xlsxwriter::XlsxError::RowColumnLimitError)?)
}

fn angka(gaya: &Gaya, desimal: usize) -> Format {
    let pola = if desimal == 0 { "0".to_owned() } else { format!("0.{}", "0".repeat(desimal.min(10))) };
    gaya.teks.clone().set_num_format(pola).set_align(FormatAlign::Right)
}

/// Decimals that the printed text shows.
fn desimal(teks: &str) -> usize {
    teks.rsplit_once([',', '.']).map_or(0, |(_, pecahan)| pecahan.len())
}

pub fn potong(teks: &str) -> String {
    teks.chars().take(TEKS_TERPANJANG).collect()
}

/// A valid, unused name of at most 31 characters: forbidden signs replaced, `urutan` appended when it is above 1.
pub fn nama_lembar(nama: &str, urutan: usize) -> String {
    let akhiran = if urutan > 1 { format!(" ({urutan})") } else { String::new() };
    let bersih: String = nama
        .chars()
        .map(|huruf| if "[]:*?/\\'".contains(huruf) || huruf.is_control() { ' ' } else { huruf })
        .take(31 - akhiran.len())
        .collect();
    let bersih = bersih.trim();
    let bersih = if bersih.is_empty() { "Tabel" } else { bersih };
    format!("{bersih}{akhiran}")
}

/// Title, maker and the document's own date, so that the same input gives the same bytes.
pub fn sifat(buku: &mut Workbook, judul: &str, kepala: Option<&Kepala>) -> Result<(), Error> {
    let detik = kepala.map_or(0, |kepala| kepala.dibuat.as_second());
    let mut sifat = rust_xlsxwriter::DocProperties::new()
        .set_title(judul)
        .set_creation_datetime(&rust_xlsxwriter::ExcelDateTime::from_timestamp(detik)?);
    if let Some(kepala) = kepala {
        sifat = sifat.set_company(&kepala.instansi);
    }
    buku.set_properties(&sifat);
    Ok(())
}

/// A figure that stands only in the workbook.
pub fn bulat(isi: u32) -> Sel {
    Sel::Angka(Angka::apa_adanya(isi.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheet_names_are_valid_whatever_the_text() {
        assert_eq!(nama_lembar("a/b:c", 1), "a b c");
        assert_eq!(nama_lembar("'", 1), "Tabel");
        assert_eq!(nama_lembar(&"é".repeat(40), 12).chars().count(), 31);
    }

    #[test]
    fn shows_as_many_decimals_as_the_text() {
        assert_eq!((desimal("4,2896"), desimal("75"), desimal("1.5")), (4, 0, 1));
    }
}

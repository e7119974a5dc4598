//! A workbook with more rows than memory should hold: rows go to a temporary file as they come, and the memory stays flat.
//! One sheet holds at most a million rows, so a longer table goes on on further sheets with the header again.

use std::path::Path;

use rust_xlsxwriter::{Format, Workbook, Worksheet};

use super::gaya::{nama_lembar, sifat};
use super::tabel::Kolom;
use crate::Error;

/// Rows of data on one sheet; the format's own limit is 1,048,576.
const SELEMBAR: u32 = 1_000_000;

/// A cell of a large table: bare values, because a format for each cell would cost half of the time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum SelRingkas<'a> {
    Kosong,
    /// Always written as text, so it never becomes a formula.
    Teks(&'a str),
    Bulat(u32),
}

/// The workbook while it is written.
pub struct AliranXlsx {
    buku: Workbook,
    nama: String,
    kolom: Vec<Kolom>,
    /// Two rows of heading, in words and as keys.
    kunci: Vec<String>,
    lembar: usize,
    baris: u32,
    tebal: Format,
}

impl AliranXlsx {
    /// `kolom`: headings in words, first row; `kunci`: the same as keys for programs, second row. `sementara`: a folder on
    /// a disk with room for the rows.
    ///
    /// # Errors
    /// A limit of the format, or the disk.
    pub fn baru(judul: &str, nama: &str, kolom: Vec<Kolom>, kunci: Vec<String>, sementara: &Path) -> Result<Self, Error> {
        let mut buku = Workbook::new();
        buku.set_tempdir(sementara)?;
        sifat(&mut buku, judul, None)?;
        let mut hasil = Self { buku, nama: nama.to_owned(), kolom, kunci, lembar: 0, baris: 0, tebal: Format::new().set_bold() };
        hasil.lembar_baru()?;
        Ok(hasil)
    }

    /// The next row, to be filled from the left; cells left out at its end stay empty.
    ///
    /// # Errors
    /// A limit of the format.
    pub fn baris(&mut self) -> Result<BarisAliran<'_>, Error> {
        if self.baris >= SELEMBAR + 2 {
            self.lembar_baru()?;
        }
        let (baris, lebar) = (self.baris, self.kolom.len());
        self.baris += 1;
        Ok(BarisAliran { isi: self.buku.worksheet_from_index(self.lembar - 1)?, baris, kolom: 0, lebar })
    }

    /// Puts the file at its place.
    ///
    /// # Errors
    /// The disk.
    pub fn simpan(mut self, ke: &Path) -> Result<(), Error> {
        Ok(self.buku.save(ke)?)
    }

    fn lembar_baru(&mut self) -> Result<(), Error> {
        self.lembar += 1;
        let isi = self.buku.add_worksheet_with_constant_memory()?;
        isi.set_name(nama_lembar(&self.nama, self.lembar))?;
        isi.set_freeze_panes(2, 0)?;
        for (kolom, satu) in (0_u16..).zip(&self.kolom) {
            isi.set_column_width(kolom, satu.lebar)?;
            isi.write_string_with_format(0, kolom, &satu.judul, &self.tebal)?;
        }
        for (kolom, satu) in (0_u16..).zip(&self.kunci) {
            isi.write_string(1, kolom, satu)?;
        }
        self.baris = 2;
        Ok(())
    }
}

/// One row while it is filled.
pub struct BarisAliran<'a> {
    isi: &'a mut Worksheet,
    baris: u32,
    kolom: u16,
    lebar: usize,
}

impl BarisAliran<'_> {
    /// # Errors
    /// [`Error::BarisTidakCocok`] for a cell beyond the last column, or the disk.
    pub fn sel(&mut self, sel: SelRingkas<'_>) -> Result<(), Error> {
        if usize::from(self.kolom) >= self.lebar {
            return Err(Error::BarisTidakCocok { kolom: self.lebar, baris: self.baris as usize, ada: usize::from(self.kolom) + 1 });
        }
        match sel {
            SelRingkas::Kosong => {}
            SelRingkas::Teks(t) => {
                self.isi.write_string(self.baris, self.kolom, super::gaya::potong(t))?;
            }
            SelRingkas::Bulat(n) => {
                self.isi.write_number(self.baris, self.kolom, n)?;
            }
        }
        self.kolom += 1;
        Ok(())
    }
}

//! Any table as a workbook with one sheet: title, frozen header, filter, widths.

use rust_xlsxwriter::Workbook;

use super::gaya::{Catatan, Gaya, Lembar, nama_lembar, sifat};
use crate::Error;
use crate::masukan::Angka;

/// One column: heading and width in characters.
#[derive(Debug, Clone, PartialEq)]
pub struct Kolom {
    pub judul: String,
    pub lebar: f64,
}

impl Kolom {
    #[must_use]
    pub fn new(judul: impl Into<String>, lebar: f64) -> Self {
        Self { judul: judul.into(), lebar }
    }
}

#[derive(Debug, Clone, PartialEq)]
pub enum Sel {
    Kosong,
    Teks(String),
    /// Text in bold.
    Judul(String),
    Bulat(i64),
    /// Written as a number with as many decimals as `teks` shows.
    Angka(Angka),
    /// A formula of ours, never one of a user; `hasil` is what it should give, for readers that do not recompute.
    Rumus {
        rumus: String,
        hasil: Option<Angka>,
    },
    /// A formula of ours that gives a text.
    RumusTeks {
        rumus: String,
        hasil: String,
    },
}

impl From<&str> for Sel {
    fn from(isi: &str) -> Self {
        Self::Teks(isi.to_owned())
    }
}

impl From<&String> for Sel {
    fn from(isi: &String) -> Self {
        Self::Teks(isi.clone())
    }
}

impl From<Option<&String>> for Sel {
    fn from(isi: Option<&String>) -> Self {
        isi.map_or(Self::Kosong, Self::from)
    }
}

impl From<&Angka> for Sel {
    fn from(isi: &Angka) -> Self {
        Self::Angka(isi.clone())
    }
}

impl From<Option<&Angka>> for Sel {
    fn from(isi: Option<&Angka>) -> Self {
        isi.map_or(Self::Kosong, Self::from)
    }
}

/// Writes `baris` under `kolom`; the title stands in the first row, the header in the third.
///
/// # Errors
/// [`Error::BarisTidakCocok`] for a row of another length, [`Error::BukanAngka`], or a limit of the format.
pub fn tabel_xlsx(judul: &str, kolom: &[Kolom], baris: &[Vec<Sel>]) -> Result<Vec<u8>, Error> {
    let gaya = Gaya::default();
    let mut buku = Workbook::new();
    sifat(&mut buku, judul, None)?;
    let mut lembar = Lembar::baru(&mut buku, &gaya, &nama_lembar(judul, 1), judul, &Catatan::default())?;
    lembar.kepala(kolom)?;
    for (i, satu) in baris.iter().enumerate() {
        if satu.len() != kolom.len() {
            return Err(Error::BarisTidakCocok { kolom: kolom.len(), baris: i + 1, ada: satu.len() });
        }
        lembar.tulis(satu)?;
    }
    lembar.saring(baris.len(), kolom.len())?;
    Ok(buku.save_to_buffer()?)
}

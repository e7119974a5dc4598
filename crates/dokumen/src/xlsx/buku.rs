//! A workbook of several tables, each on a sheet of its own.

use rust_xlsxwriter::Workbook;

use super::gaya::{Catatan, Gaya, Lembar, nama_lembar, sifat};
use super::tabel::{Kolom, Sel};
use crate::Error;

/// One sheet: `catatan` stands under the title, then the table.
#[derive(Debug, Clone, PartialEq)]
pub struct LembarTabel {
    pub nama: String,
    pub judul: String,
    pub catatan: Vec<String>,
    pub kolom: Vec<Kolom>,
    pub baris: Vec<Vec<Sel>>,
}

/// Writes the sheets in order; `ilustrasi` marks each of them.
///
/// # Errors
/// [`Error::BarisTidakCocok`] for a row of another length, [`Error::BukanAngka`], or a limit of the format.
pub fn buku_xlsx(judul: &str, ilustrasi: bool, lembar: &[LembarTabel]) -> Result<Vec<u8>, Error> {
    let gaya = Gaya::default();
    let mut buku = Workbook::new();
    sifat(&mut buku, judul, None)?;
    let mut terpakai: Vec<String> = Vec::new();
    for satu in lembar {
        let nama = (1..=lembar.len())
            .map(|urutan| nama_lembar(&satu.nama, urutan))
            .find(|nama| !terpakai.contains(&nama.to_lowercase()))
            .unwrap_or_default();
        terpakai.push(nama.to_lowercase());
        let mut tulis = Lembar::baru(&mut buku, &gaya, &nama, &satu.judul, &Catatan { ilustrasi, baris: &satu.catatan })?;
        tulis.kepala(&satu.kolom)?;
        for (i, sel) in satu.baris.iter().enumerate() {
            if sel.len() != satu.kolom.len() {
                return Err(Error::BarisTidakCocok { kolom: satu.kolom.len(), baris: i + 1, ada: sel.len() });
            }
            tulis.tulis(sel)?;
        }
        tulis.saring(satu.baris.len(), satu.kolom.len())?;
    }
    Ok(buku.save_to_buffer()?)
}

//! Ranking of a period: one sheet per category of service.

use rust_xlsxwriter::Workbook;

use super::gaya::{Catatan, Gaya, Lembar, bulat, nama_lembar, sifat};
use super::tabel::{Kolom, Sel};
use crate::Error;
use crate::masukan::TabelPeringkat;

/// # Errors
/// [`Error::BukanAngka`], or a limit of the format.
pub fn peringkat(tabel: &TabelPeringkat) -> Result<Vec<u8>, Error> {
    let gaya = Gaya::default();
    let mut buku = Workbook::new();
    sifat(&mut buku, &tabel.judul, None)?;
    let kolom = [
        Kolom::new("Peringkat", 10.0),
        Kolom::new("Unit", 44.0),
        Kolom::new("Instansi", 36.0),
        Kolom::new("F02", 9.0),
        Kolom::new("F03", 9.0),
        Kolom::new("IPP", 9.0),
        Kolom::new("IPP tanpa pembulatan", 16.0),
        Kolom::new("Kategori", 10.0),
    ];
    let mut terpakai: Vec<String> = Vec::new();
    for kelompok in &tabel.kelompok {
        let nama = (1..=tabel.kelompok.len())
            .map(|urutan| nama_lembar(&kelompok.nama, urutan))
            .find(|nama| !terpakai.contains(&nama.to_lowercase()))
            .unwrap_or_default();
        terpakai.push(nama.to_lowercase());
        let judul = format!("{}: {}", tabel.judul, kelompok.nama);
        let catatan = Catatan { ilustrasi: tabel.ilustrasi, baris: &tabel.keterangan };
        let mut lembar = Lembar::baru(&mut buku, &gaya, &nama, &judul, &catatan)?;
        lembar.kepala(&kolom)?;
        for satu in &kelompok.baris {
            // The rounded text decides the format of one column, the exact digits that of the other.
            let eksak = crate::Angka::apa_adanya(&satu.ipp.eksak);
            lembar.tulis(&[
                bulat(satu.peringkat),
                Sel::from(&satu.nama),
                Sel::from(&satu.instansi),
                Sel::from(satu.f02.as_ref()),
                Sel::from(satu.f03.as_ref()),
                Sel::from(&satu.ipp),
                Sel::Angka(eksak),
                Sel::from(&satu.kategori),
            ])?;
        }
        lembar.saring(kelompok.baris.len(), kolom.len())?;
    }
    if tabel.kelompok.is_empty() {
        let keterangan = [tabel.keterangan.as_slice(), &["Belum ada unit yang diperingkat.".to_owned()]].concat();
        let catatan = Catatan { ilustrasi: tabel.ilustrasi, baris: &keterangan };
        Lembar::baru(&mut buku, &gaya, "Peringkat", &tabel.judul, &catatan)?;
    }
    Ok(buku.save_to_buffer()?)
}

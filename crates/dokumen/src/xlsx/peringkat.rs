//! Ranking of a period: one sheet per category of service, and more of them where a category has more rows than a sheet holds.
//! Rows go to a temporary file as they come, so the memory stays flat.

use std::{io::Write, path::Path};

use rust_xlsxwriter::Workbook;

use super::gaya::{Catatan, Gaya, Lembar, bulat, nama_lembar, sifat};
use super::tabel::{Kolom, Sel};
use crate::masukan::{BarisPeringkat, TabelPeringkat};
use crate::{Angka, Error};

/// Rows of data on one sheet; the format's own limit is 1,048,576 with the heading.
pub const SELEMBAR: usize = 1_000_000;

/// `kelompok`: ranking categories, which become the names of sheets, each with its rows in order. `sementara`: a folder on a disk with
/// room for the rows.
///
/// # Errors
/// [`Error::BukanAngka`], a limit of the format, or the disk.
pub fn peringkat<'a, B: IntoIterator<Item = BarisPeringkat>>(
    tabel: &TabelPeringkat,
    kelompok: impl IntoIterator<Item = (&'a str, B)>,
    sementara: &Path,
    ke: impl Write + Send,
) -> Result<(), Error> {
    bersambung(tabel, kelompok, SELEMBAR, sementara, ke)
}

/// As [`peringkat`] with so many rows on a sheet.
pub(super) fn bersambung<'a, B: IntoIterator<Item = BarisPeringkat>>(
    tabel: &TabelPeringkat,
    kelompok: impl IntoIterator<Item = (&'a str, B)>,
    selembar: usize,
    sementara: &Path,
    ke: impl Write + Send,
) -> Result<(), Error> {
    let gaya = Gaya::default();
    let mut buku = Workbook::new();
    buku.set_tempdir(sementara)?;
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
    let catatan = Catatan { ilustrasi: tabel.ilustrasi, baris: &tabel.keterangan };
    let mut terpakai: Vec<String> = Vec::new();
    for (nama, baris) in kelompok {
        let mut baris = baris.into_iter().peekable();
        loop {
            let lembar = bebas(&mut terpakai, nama);
            let judul = format!("{}: {nama}", tabel.judul);
            let mut lembar = Lembar::di(buku.add_worksheet_with_constant_memory()?, &gaya, &lembar, &judul, &catatan)?;
            lembar.kepala(&kolom)?;
            let mut jumlah = 0;
            for satu in baris.by_ref().take(selembar) {
                lembar.tulis(&sel(satu))?;
                jumlah += 1;
            }
            lembar.saring(jumlah, kolom.len())?;
            if baris.peek().is_none() {
                break;
            }
        }
    }
    if terpakai.is_empty() {
        let keterangan = [tabel.keterangan.as_slice(), &["Belum ada unit yang diperingkat.".to_owned()]].concat();
        let catatan = Catatan { ilustrasi: tabel.ilustrasi, baris: &keterangan };
        Lembar::baru(&mut buku, &gaya, "Peringkat", &tabel.judul, &catatan)?;
    }
    Ok(buku.save_to_writer(ke)?)
}

/// A name for a sheet that none has yet.
fn bebas(terpakai: &mut Vec<String>, nama: &str) -> String {
    let nama = (1..=terpakai.len() + 1).map(|n| nama_lembar(nama, n)).find(|n| !terpakai.contains(&n.to_lowercase())).unwrap_or_default();
    terpakai.push(nama.to_lowercase());
    nama
}

fn sel(satu: BarisPeringkat) -> [Sel; 8] {
    // The rounded text decides the format of one column, the exact digits that of the other.
    let eksak = Angka::apa_adanya(&satu.ipp.eksak);
    [
        bulat(satu.peringkat),
        Sel::Teks(satu.nama),
        Sel::Teks(satu.instansi),
        Sel::from(satu.f02.as_ref()),
        Sel::from(satu.f03.as_ref()),
        Sel::from(&satu.ipp),
        Sel::Angka(eksak),
        Sel::Teks(satu.kategori),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::{Reader as _, Xlsx};
    use std::io::Cursor;

    #[test]
    fn a_category_with_more_rows_than_a_sheet_holds_goes_on_and_loses_none() {
        let satu = |n: u32| BarisPeringkat {
            peringkat: n,
            nama: format!("Unit {n}"),
            instansi: "Kabupaten Contoh".into(),
            f02: None,
            f03: None,
            ipp: Angka::apa_adanya("4.1"),
            kategori: "A-".into(),
        };
        let tabel = TabelPeringkat { judul: "Peringkat".into(), keterangan: vec![], ilustrasi: false };
        let mut isi = Vec::new();
        bersambung(&tabel, [("RSUD", (1..=7).map(satu)), ("Dinas", (1..=3).map(satu))], 3, &std::env::temp_dir(), &mut isi).unwrap();
        let mut buku = Xlsx::new(Cursor::new(isi)).unwrap();
        assert_eq!(buku.sheet_names(), ["RSUD", "RSUD (2)", "RSUD (3)", "Dinas"]);
        let unit = |buku: &mut Xlsx<_>, n| {
            let lembar = buku.worksheet_range_at(n).unwrap().unwrap();
            lembar.rows().filter(|b| b[1].to_string().starts_with("Unit ")).map(|b| b[1].to_string()).collect::<Vec<_>>()
        };
        let semua: Vec<String> = (0..4).flat_map(|n| unit(&mut buku, n)).collect();
        let harap: Vec<String> = (1..=7).chain(1..=3).map(|n| format!("Unit {n}")).collect();
        assert_eq!(semua, harap);
    }
}

//! `prima riwayat impor [--coba] [FILE]`: published IPP values into an installation; without a file those that come with Prima.
//!
//! Lives here: reading the file and printing the report. What makes a row valid is the store's.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::Subcommand;
use store::riwayat;

use crate::tempat::{Galat, Tempat, jalankan};

#[derive(Subcommand)]
pub enum Riwayat {
    /// Masukkan nilai IPP yang diterbitkan pihak lain; dijalankan lagi, hanya yang berubah yang diganti
    Impor {
        /// Berkas CSV atau XLSX; tanpa berkas, data yang dibawa Prima
        file: Option<PathBuf>,
        /// Hanya periksa dan hitung; tidak ada yang disimpan
        #[arg(long)]
        coba: bool,
        #[command(flatten)]
        tempat: Tempat,
    },
}

impl Riwayat {
    pub fn jalankan(self) -> ExitCode {
        let Self::Impor { file, coba, tempat } = self;
        jalankan(impor(file, coba, tempat))
    }
}

/// A workbook's first sheet reads as the CSV of the same columns.
fn baca(file: &Path) -> Result<String, String> {
    let isi = std::fs::read(file).map_err(|e| crate::kata::berkas(&e))?;
    if isi.starts_with(b"PK\x03\x04") {
        return web::tabel::sebagai_csv(&isi).map_err(|s| web::bahasa::Bahasa::default().s(s.0).trim_end_matches('.').to_owned());
    }
    String::from_utf8(isi).map(|t| t.trim_start_matches('\u{feff}').to_owned()).map_err(|_| "bukan UTF-8".to_owned())
}

async fn impor(file: Option<PathBuf>, coba: bool, tempat: Tempat) -> Result<ExitCode, Galat> {
    let nama = file.as_ref().map_or_else(|| "data bawaan".to_owned(), |f| f.display().to_string());
    let teks = match &file {
        Some(f) => baca(f).map_err(|e| Galat::Masukan(format!("{nama}: tidak dapat dibaca: {e}; diharapkan berkas CSV atau XLSX")))?,
        None => riwayat::BAWAAN.to_owned(),
    };
    let store = tempat.buka().await?;
    let tx = store.mulai().await?;
    let laporan = riwayat::impor(&tx, &teks).await?;
    if !laporan.salah.is_empty() {
        for salah in &laporan.salah {
            eprintln!("{nama}: {salah}");
        }
        return Err(Galat::Masukan(format!("{nama}: {} kesalahan, tidak ada yang disimpan", laporan.salah.len())));
    }
    if coba {
        drop(tx);
        print!("hanya dicoba, tidak ada yang disimpan; ");
    } else {
        tx.commit().await?;
        store::audit::segel(&store).await?;
    }
    println!("{nama}: {} baru, {} berubah, {} sama; {} tertaut ke instansi", laporan.baru, laporan.berubah, laporan.sama, laporan.tertaut);
    Ok(ExitCode::SUCCESS)
}

//! `prima riwayat impor [FILE]`: published IPP values into an installation; without a file those that come with Prima.
//!
//! Lives here: reading the file and printing the report. What makes a row valid is the store's.

use std::{path::PathBuf, process::ExitCode};

use clap::Subcommand;
use store::riwayat;

use crate::{
    instrument::read_text,
    tempat::{Galat, Tempat, jalankan},
};

#[derive(Subcommand)]
pub enum Riwayat {
    /// Masukkan nilai IPP yang diterbitkan pihak lain; dijalankan lagi, hanya yang berubah yang diganti
    Impor {
        /// Berkas CSV; tanpa berkas, data yang dibawa Prima
        file: Option<PathBuf>,
        #[command(flatten)]
        tempat: Tempat,
    },
}

impl Riwayat {
    pub fn jalankan(self) -> ExitCode {
        let Self::Impor { file, tempat } = self;
        jalankan(impor(file, tempat))
    }
}

async fn impor(file: Option<PathBuf>, tempat: Tempat) -> Result<ExitCode, Galat> {
    let nama = file.as_ref().map_or_else(|| "data bawaan".to_owned(), |f| f.display().to_string());
    let teks = match &file {
        Some(f) => read_text(f).map_err(|e| Galat::Masukan(format!("{nama}: tidak dapat dibaca: {e}; diharapkan berkas CSV")))?,
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
    tx.commit().await?;
    store::audit::segel(&store).await?;
    println!("{nama}: {} baru, {} berubah, {} sama; {} tertaut ke instansi", laporan.baru, laporan.berubah, laporan.sama, laporan.tertaut);
    Ok(ExitCode::SUCCESS)
}

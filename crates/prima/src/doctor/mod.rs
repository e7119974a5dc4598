//! `prima doctor`: looks at what an installation stands on and says in plain words what is wrong and what to do. Reads only: it migrates
//! nothing and makes nothing. One file for each subject; each adds its lines to the report.

mod basis;
mod cadangan;
mod folder;
mod gerbang;
mod layanan;
mod luar;
mod pengaturan;
mod pindai;
mod sso;
mod surel;

pub use cadangan::Catatan;

use std::{io::ErrorKind, process::ExitCode, time::Duration};

use clap::Args;

use crate::{
    config, kata,
    tempat::{Galat, TIDAK_SAH, Tempat, cetak_json, jalankan},
};

/// The longest time that something outside may take to answer.
const BATAS: Duration = Duration::from_secs(5);

#[derive(Args)]
pub struct Doctor {
    /// Keluaran sebagai satu dokumen JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    tempat: Tempat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Nilai {
    Baik,
    /// Works, but somebody should look.
    Perhatian,
    /// Does not work, or will not be safe.
    Gagal,
}

#[derive(Debug, serde::Serialize)]
pub struct Butir {
    pub perihal: &'static str,
    pub nilai: Nilai,
    /// What was found, and where something is wrong what to do.
    pub isi: String,
}

/// The report as it grows.
#[derive(Default)]
pub struct Laporan(Vec<Butir>);

impl Laporan {
    fn tambah(&mut self, perihal: &'static str, nilai: Nilai, isi: impl Into<String>) {
        self.0.push(Butir { perihal, nilai, isi: isi.into() });
    }

    pub fn baik(&mut self, perihal: &'static str, isi: impl Into<String>) {
        self.tambah(perihal, Nilai::Baik, isi);
    }

    pub fn perhatian(&mut self, perihal: &'static str, isi: impl Into<String>) {
        self.tambah(perihal, Nilai::Perhatian, isi);
    }

    pub fn gagal(&mut self, perihal: &'static str, isi: impl Into<String>) {
        self.tambah(perihal, Nilai::Gagal, isi);
    }
}

impl Doctor {
    pub fn jalankan(&self) -> ExitCode {
        jalankan(self.periksa())
    }

    async fn periksa(&self) -> Result<ExitCode, Galat> {
        let mut l = Laporan::default();
        let data = &self.tempat.data;
        if !data.is_dir() {
            return Err(Galat::Masukan(format!("{}: folder data tidak ada; periksa --data", data.display())));
        }
        if std::fs::read_dir(data).is_err_and(|e| e.kind() == ErrorKind::PermissionDenied) {
            return Err(Galat::Masukan(format!("{}: {}", data.display(), kata::MILIK_LAIN)));
        }
        folder::periksa(&mut l, data);
        let konfig = match config::baca(data, "http://127.0.0.1:8080") {
            Ok(k) => Some(k),
            Err(e) => {
                l.gagal("pengaturan", config::kata(&e));
                None
            }
        };
        basis::periksa(&mut l, &self.tempat).await;
        cadangan::periksa(&mut l, data);
        layanan::kalender(&mut l);
        layanan::pencetak(&mut l).await;
        if let Some(k) = &konfig {
            pengaturan::periksa(&mut l, k, &self.tempat.sumber());
            surel::periksa(&mut l, k).await;
            pengaturan::alamat(&mut l, k, config::alamat_tertulis(data).as_deref());
            pengaturan::laju(&mut l, k);
            layanan::proksi(&mut l, k);
            pindai::periksa(&mut l, k).await;
            sso::periksa(&mut l, k).await;
            gerbang::periksa(&mut l, k).await;
            luar::objek(&mut l, k);
            if let Some(utama) = &self.tempat.database {
                luar::replika(&mut l, k, utama).await;
            }
            luar::metrik(&mut l, k).await;
            luar::jejak(&mut l, k).await;
        }
        self.tampilkan(&l.0)
    }

    fn tampilkan(&self, butir: &[Butir]) -> Result<ExitCode, Galat> {
        if self.json {
            cetak_json(&serde_json::json!({ "checks": butir }))?;
        } else {
            for b in butir {
                let tanda = match b.nilai {
                    Nilai::Baik => "baik     ",
                    Nilai::Perhatian => "PERHATIAN",
                    Nilai::Gagal => "GAGAL    ",
                };
                println!("{tanda}  {}: {}", b.perihal, b.isi);
            }
        }
        let gagal = butir.iter().any(|b| b.nilai == Nilai::Gagal);
        Ok(if gagal { ExitCode::from(TIDAK_SAH) } else { ExitCode::SUCCESS })
    }
}

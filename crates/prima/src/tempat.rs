//! What the database commands share: where the data lies, running async work, and exit codes.

use std::{io::ErrorKind, path::PathBuf, process::ExitCode};

use clap::Args;
use store::{Halangan, Jam, Luar, Store, StoreError, Sumber, gudang::KonfigObjek};

use crate::{config, kata};

/// The input is wrong.
pub const SALAH: u8 = 2;
/// A claim that was checked does not hold.
pub const TIDAK_SAH: u8 = 3;

#[derive(Args)]
pub struct Tempat {
    /// Folder basis data, kunci, dan bukti dukung
    #[arg(long, default_value = "./data", env = "PRIMA_DATA")]
    pub data: PathBuf,
    /// Alamat PostgreSQL (`postgres://…`) sebagai ganti SQLite; kunci dan bukti tetap di folder
    #[arg(long, env = "PRIMA_DATABASE", hide_env_values = true)]
    pub database: Option<String>,
}

impl Tempat {
    pub fn sumber(&self) -> Sumber {
        self.database.as_ref().map_or(Sumber::Sqlite, |url| Sumber::Postgres(url.clone()))
    }

    /// Opens an installation that exists, to write to it. A mistyped folder must not become a new, empty installation, and only a start
    /// or `prima migrate` changes the tables of one of an older program.
    pub async fn buka(&self) -> Result<Store, Galat> {
        self.ada()?;
        self.alamat_basis()?;
        Store::buka_ada(&self.data, &self.sumber(), Jam::default(), &self.luar()?).await.map_err(|e| self.galat(e))
    }

    /// Opens an installation that exists, to look at it: nothing is written. One of an older program is refused.
    pub async fn baca(&self) -> Result<Store, Galat> {
        let store = self.baca_lama().await?;
        store.perlu_skema_kini()?;
        Ok(store)
    }

    /// As [`Self::baca`], also one of an older program.
    pub async fn baca_lama(&self) -> Result<Store, Galat> {
        self.ada()?;
        self.alamat_basis()?;
        Store::buka_baca(&self.data, &self.sumber(), Jam::default(), &self.luar()?).await.map_err(|e| self.galat(e))
    }

    /// Opens an installation and migrates it, or makes it.
    pub async fn buat(&self) -> Result<Store, Galat> {
        self.alamat_basis()?;
        Store::buka_dengan(&self.data, &self.sumber(), Jam::default(), &self.luar()?).await.map_err(|e| self.galat(e))
    }

    /// Whether an installation lies here that this user may see.
    pub fn ada(&self) -> Result<(), Galat> {
        let data = self.data.display();
        match std::fs::metadata(self.data.join("instalasi.kunci")) {
            Ok(_) => Ok(()),
            Err(e) if e.kind() == ErrorKind::PermissionDenied => Err(Galat::Masukan(format!("{data}: {}", kata::MILIK_LAIN))),
            Err(_) if self.data.join("prima.db").exists() => Err(Galat::Masukan(kata::store(&Halangan::KunciHilang.into()))),
            Err(_) => Err(Galat::Masukan(format!("{data}: bukan folder data Prima (tidak ada instalasi.kunci); periksa --data"))),
        }
    }

    fn alamat_basis(&self) -> Result<(), Galat> {
        match self.database.as_deref() {
            Some(url) if !["postgres://", "postgresql://"].iter().any(|a| url.starts_with(a)) => {
                Err(Galat::Masukan("--database: bukan alamat PostgreSQL; diharapkan postgres://pengguna@mesin/basis".into()))
            }
            _ => Ok(()),
        }
    }

    /// Commands work on what counts: no replica, but the object store.
    fn luar(&self) -> Result<Luar, Galat> {
        Ok(Luar { objek: self.objek()?, ..Luar::default() })
    }

    /// Says which disk.
    fn galat(&self, e: StoreError) -> Galat {
        match e {
            StoreError::DiskPenuh => Galat::Lain(format!(
                "{}: disk folder data penuh atau hanya dapat dibaca. Bebaskan ruang, atau salin seluruh folder ke disk lain dan pakai salinannya",
                self.data.display()
            )),
            StoreError::Berkas(e) if e.kind() == ErrorKind::PermissionDenied => {
                Galat::Masukan(format!("{}: {}", self.data.display(), kata::MILIK_LAIN))
            }
            lain => Galat::Store(lain),
        }
    }

    /// Under which address people reach this installation, by its settings.
    pub fn alamat(&self) -> Result<String, Galat> {
        config::baca(&self.data, "http://127.0.0.1:8080").map(|k| k.alamat).map_err(|e| Galat::Masukan(config::kata(&e)))
    }

    /// Where files of evidence lie, by the settings in the folder and the environment.
    pub fn objek(&self) -> Result<KonfigObjek, Galat> {
        config::baca(&self.data, "http://127.0.0.1:8080").map(|k| k.objek).map_err(|e| Galat::Masukan(config::kata(&e)))
    }
}

/// How a command ends when it does not end well.
#[derive(Debug)]
pub enum Galat {
    /// Exit 2, one line a fault.
    Masukan(String),
    Store(StoreError),
    Lain(String),
}

impl std::fmt::Display for Galat {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Masukan(apa) | Self::Lain(apa) => f.write_str(apa),
            Self::Store(e) => f.write_str(&kata::store(e)),
        }
    }
}

impl From<StoreError> for Galat {
    fn from(e: StoreError) -> Self {
        Self::Store(e)
    }
}

impl From<std::io::Error> for Galat {
    fn from(e: std::io::Error) -> Self {
        Self::Lain(kata::berkas(&e))
    }
}

/// Runs a command to its exit code; what went wrong goes to standard error.
pub fn jalankan(kerja: impl Future<Output = Result<ExitCode, Galat>>) -> ExitCode {
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(r) => r,
        Err(e) => {
            eprintln!("prima: {}", kata::berkas(&e));
            return ExitCode::FAILURE;
        }
    };
    match runtime.block_on(kerja) {
        Ok(kode) => kode,
        Err(e) => {
            eprintln!("prima: {e}");
            match e {
                Galat::Masukan(_) | Galat::Store(StoreError::Keadaan(_) | StoreError::Tertahan(Halangan::SkemaLama { .. })) => {
                    ExitCode::from(SALAH)
                }
                Galat::Store(_) | Galat::Lain(_) => ExitCode::FAILURE,
            }
        }
    }
}

/// Prints one JSON document to standard output.
pub fn cetak_json(nilai: &impl serde::Serialize) -> Result<(), Galat> {
    let teks = serde_json::to_string_pretty(nilai).map_err(|e| Galat::Lain(e.to_string()))?;
    println!("{teks}");
    Ok(())
}

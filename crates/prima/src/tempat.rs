//! What the database commands share: where the data lies, running async work, and exit codes.

use std::{path::PathBuf, process::ExitCode};

use clap::Args;
use store::{Jam, Luar, Store, StoreError, Sumber, gudang::KonfigObjek};

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

    /// Opens an installation that exists. A mistyped folder must not become a new, empty installation.
    pub async fn buka(&self) -> Result<Store, Galat> {
        self.harus_ada()?;
        self.buat().await
    }

    /// The same for what only looks, or keeps a copy: the database of an older program stays as it is, so that the older program still opens it.
    pub async fn lihat(&self) -> Result<Store, Galat> {
        self.harus_ada()?;
        let luar = Luar { objek: self.objek()?, tanpa_migrasi: true, ..Luar::default() };
        Ok(Store::buka_dengan(&self.data, &self.sumber(), Jam::default(), &luar).await?)
    }

    fn harus_ada(&self) -> Result<(), Galat> {
        if !self.data.join("instalasi.kunci").exists() {
            let data = self.data.display();
            return Err(Galat::Masukan(format!("{data}: bukan folder data Prima (tidak ada instalasi.kunci); periksa --data")));
        }
        Ok(())
    }

    /// Opens an installation, or makes it.
    pub async fn buat(&self) -> Result<Store, Galat> {
        // Commands work on what counts: no replica, but the object store.
        let luar = Luar { objek: self.objek()?, ..Luar::default() };
        Ok(Store::buka_dengan(&self.data, &self.sumber(), Jam::default(), &luar).await?)
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
        Err(Galat::Masukan(pesan)) => {
            eprintln!("prima: {pesan}");
            ExitCode::from(SALAH)
        }
        Err(Galat::Store(e @ StoreError::Keadaan(_))) => {
            eprintln!("prima: {}", pesan(&e));
            ExitCode::from(SALAH)
        }
        Err(Galat::Store(e)) => {
            eprintln!("prima: {}", pesan(&e));
            ExitCode::FAILURE
        }
        Err(Galat::Lain(pesan)) => {
            eprintln!("prima: {pesan}");
            ExitCode::FAILURE
        }
    }
}

/// A fault of the store in words.
pub fn pesan(e: &StoreError) -> String {
    match e {
        StoreError::Sibuk => "basis data tidak menjawab: sibuk, terkunci, atau (PostgreSQL) tidak berjalan di alamat itu; coba lagi".into(),
        StoreError::DiskPenuh => "disk penuh atau hanya dapat dibaca".into(),
        StoreError::Rusak(apa) => {
            format!("data yang tersimpan rusak: {apa}. Jangan diteruskan; pulihkan cadangan terakhir (`prima restore`) ke folder lain")
        }
        StoreError::TidakDitemukan => "tidak ditemukan".into(),
        StoreError::Keadaan("skema-lama") => {
            "basis data ini dari program yang lebih lama, dan perintah ini tidak mengubahnya. Buat cadangan dengan program lama, lalu jalankan `prima migrate`".into()
        }
        StoreError::Keadaan("admin-terakhir") => {
            "ini administrator terakhir yang dapat masuk; beri peran admin kepada orang lain dahulu".into()
        }
        StoreError::TakPasti => {
            "sambungan ke basis data putus saat menyimpan; tidak diketahui apakah sudah tersimpan. Periksa dahulu".into()
        }
        StoreError::Berkas(e) => kata::berkas(e),
        StoreError::Basis(e) => format!("basis data: {e}"),
        lain => lain.to_string(),
    }
}

/// Prints one JSON document to standard output.
pub fn cetak_json(nilai: &impl serde::Serialize) -> Result<(), Galat> {
    let teks = serde_json::to_string_pretty(nilai).map_err(|e| Galat::Lain(e.to_string()))?;
    println!("{teks}");
    Ok(())
}

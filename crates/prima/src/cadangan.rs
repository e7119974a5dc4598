//! `prima backup FILE` and `prima restore FILE`.

use std::{
    io::ErrorKind,
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::Args;
use store::{
    StoreError,
    cadangan::{self, Asal, KunciCadangan, Manifes, Opsi, Penerima},
    gudang::Gudang,
};

use crate::{
    doctor::Catatan,
    kata,
    tempat::{Galat, TIDAK_SAH, Tempat, jalankan, pesan},
};

#[derive(Args)]
pub struct Backup {
    /// Berkas cadangan yang dibuat; tidak boleh sudah ada
    file: PathBuf,
    /// Tanpa kunci instalasi: cadangan tidak dapat dipakai untuk menandatangani, dan pemulihan memerlukan kunci dari tempat lain
    #[arg(long)]
    tanpa_kunci: bool,
    /// Sandikan cadangan untuk kunci publik ini (`age1…` dari `prima key cadangan`); hanya kunci rahasianya yang dapat membukanya
    #[arg(long, env = "PRIMA_KUNCI_CADANGAN")]
    kunci: Option<String>,
    #[command(flatten)]
    tempat: Tempat,
}

impl Backup {
    pub fn jalankan(&self) -> ExitCode {
        jalankan(self.cadangkan())
    }

    async fn cadangkan(&self) -> Result<ExitCode, Galat> {
        // A key that cannot be used must not lead to a file that anyone can read.
        let penerima: Option<Penerima> = match self.kunci.as_deref() {
            Some(k) => Some(k.parse().map_err(|()| Galat::Masukan("--kunci: bukan kunci publik cadangan (age1…)".into()))?),
            None => None,
        };
        let store = self.tempat.lihat().await?;
        let opsi = Opsi { program: env!("CARGO_PKG_VERSION"), tanpa_kunci: self.tanpa_kunci, penerima: penerima.as_ref() };
        let hasil = cadangan::cadangkan(&store, &self.file, opsi).await;
        store.tutup().await?;
        let file = self.file.display();
        let m = match hasil {
            Err(StoreError::SudahAda(_)) => return Err(Galat::Masukan(format!("{file}: sudah ada; pilih nama lain"))),
            Err(StoreError::Berkas(e)) if matches!(e.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
                return Err(Galat::Masukan(format!("{file}: foldernya tidak ada; buat dahulu, atau pilih folder lain")));
            }
            Err(e @ (StoreError::Berkas(_) | StoreError::DiskPenuh)) => {
                return Err(Galat::Lain(format!("{file}: cadangan tidak jadi dibuat: {}", pesan(&e))));
            }
            lain => lain?,
        };
        println!("{file}: {}", ringkas(&m));
        let pada = store::Jam::default().sekarang().0;
        Catatan { pada, tersandi: penerima.is_some(), utuh: m.objek.rusak.is_empty() }.tulis(&self.tempat.data);
        if penerima.is_some() {
            eprintln!("prima: cadangan ini tersandi; tanpa kunci rahasianya tidak ada yang dapat memulihkannya");
        } else if m.kunci.is_some() {
            eprintln!("prima: cadangan ini memuat kunci instalasi; simpan di tempat yang aman");
        }
        Ok(laporkan_objek(&m))
    }
}

#[derive(Args)]
pub struct Restore {
    /// Berkas cadangan
    file: PathBuf,
    /// Berkas kunci rahasia (dari `prima key cadangan`) bila cadangannya tersandi
    #[arg(long)]
    kunci: Option<PathBuf>,
    #[command(flatten)]
    tempat: Tempat,
}

impl Restore {
    pub fn jalankan(&self) -> ExitCode {
        jalankan(self.pulihkan())
    }

    async fn pulihkan(&self) -> Result<ExitCode, Galat> {
        let (file, data) = (self.file.display(), self.tempat.data.display());
        if !self.file.is_file() {
            return Err(Galat::Masukan(format!("{file}: tidak ada berkas seperti itu")));
        }
        let asal = Asal::baru(&self.file, self.kunci.as_deref().map(baca_kunci).transpose()?);
        let gudang = Gudang::buka(&self.tempat.objek()?)?;
        let p = cadangan::pulihkan_ke(asal, &self.tempat.data, &self.tempat.sumber(), gudang).await.map_err(|e| match e {
            // The key that lies there already, not the backup.
            StoreError::Rusak(apa) if apa.contains("bukan berkas kunci") => Galat::Masukan(apa),
            StoreError::Rusak(apa) => {
                Galat::Masukan(format!("{file}: ditolak, tidak ada yang dipulihkan: bukan cadangan Prima, terpotong, atau berubah ({apa})"))
            }
            StoreError::Keadaan("pulih-folder-tidak-kosong") => {
                Galat::Masukan(format!("{data}: folder tidak kosong; pemulihan hanya ke tempat yang kosong"))
            }
            StoreError::Keadaan("pulih-basis-tidak-kosong") => {
                Galat::Masukan("basis data PostgreSQL tidak kosong; pemulihan hanya ke basis data yang kosong".into())
            }
            StoreError::Keadaan("pulih-perlu-kunci-cadangan") => {
                Galat::Masukan(format!("{file}: cadangan ini tersandi; sebutkan berkas kunci rahasianya dengan --kunci"))
            }
            StoreError::Keadaan("pulih-kunci-cadangan-lain") => {
                Galat::Masukan(format!("{file}: kunci itu bukan kunci cadangan ini; tidak ada yang dipulihkan"))
            }
            StoreError::Keadaan("pulih-perlu-kunci") => {
                Galat::Masukan(format!("{data}: cadangan ini tanpa kunci; letakkan instalasi.kunci yang asli di folder itu dahulu"))
            }
            StoreError::Keadaan("pulih-kunci-lain") => {
                Galat::Masukan(format!("{data}: instalasi.kunci di folder itu bukan kunci instalasi ini"))
            }
            lain => Galat::Store(lain),
        })?;
        println!("{data}: {} (cadangan program {}, dari {})", ringkas(&p.manifes), p.awal.program, p.awal.basis);
        Ok(laporkan_objek(&p.manifes))
    }
}

fn baca_kunci(file: &Path) -> Result<KunciCadangan, Galat> {
    let nama = file.display();
    let teks = std::fs::read_to_string(file).map_err(|e| Galat::Masukan(format!("{nama}: {}", kata::berkas(&e))))?;
    KunciCadangan::dari_teks(&teks)
        .ok_or_else(|| Galat::Masukan(format!("{nama}: bukan berkas kunci rahasia cadangan (AGE-SECRET-KEY-1…)")))
}

fn ringkas(m: &Manifes) -> String {
    let baris: u64 = m.tabel.iter().map(|t| t.baris).sum();
    format!("{} tabel, {baris} baris, {} berkas bukti ({} byte)", m.tabel.len(), m.objek.jumlah, m.objek.ukuran)
}

/// A backup with holes is better than none, but nobody may take it for whole.
fn laporkan_objek(m: &Manifes) -> ExitCode {
    for sidik in &m.objek.rusak {
        eprintln!("prima: berkas bukti {sidik} hilang atau rusak sebelum dicadangkan");
    }
    if m.objek.rusak.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(TIDAK_SAH) }
}

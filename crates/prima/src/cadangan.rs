//! `prima backup FILE` and `prima restore FILE`.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::Args;
use store::{
    Halangan, StoreError,
    cadangan::{self, Asal, KunciCadangan, Manifes, Opsi, Penerima},
    gudang::Gudang,
    rawat,
};

use crate::{
    doctor::Catatan,
    kata,
    tempat::{Galat, TIDAK_SAH, Tempat, jalankan},
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
        let file = self.file.display();
        let folder = self.file.parent().filter(|f| !f.as_os_str().is_empty()).unwrap_or(Path::new("."));
        if !folder.is_dir() {
            return Err(Galat::Masukan(format!("{file}: foldernya tidak ada; buat dahulu, atau pilih folder lain")));
        }
        let store = self.tempat.baca_lama().await?;
        if store.perlu_skema_kini().is_err() {
            eprintln!("prima: basis data ini dari program yang lebih lama; dicadangkan apa adanya, dan pulih di program lama maupun baru");
        }
        let opsi = Opsi { program: env!("CARGO_PKG_VERSION"), tanpa_kunci: self.tanpa_kunci, penerima: penerima.as_ref() };
        let hasil = cadangan::cadangkan(&store, &self.file, opsi).await;
        store.tutup().await?;
        let m = hasil.map_err(|e| match e {
            StoreError::SudahAda(_) => Galat::Masukan(format!("{file}: sudah ada; pilih nama lain")),
            // Reading needs no room, so it is the disk of the backup.
            StoreError::DiskPenuh => {
                Galat::Lain(format!("{file}: cadangan tidak dapat ditulis: disk tujuannya penuh, hanya dapat dibaca, atau tidak diizinkan"))
            }
            StoreError::Berkas(e) => Galat::Lain(format!("{file}: cadangan tidak jadi: {}", kata::berkas(&e))),
            lain => Galat::Store(lain),
        })?;
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
            StoreError::Rusak(apa) => {
                let sebab = kata::cadangan(&apa);
                Galat::Masukan(format!(
                    "{file}: ditolak, tidak ada yang dipulihkan: bukan cadangan Prima, terpotong, atau berubah ({sebab})"
                ))
            }
            StoreError::Tertahan(h @ Halangan::CadanganLain(_)) => Galat::Masukan(format!("{file}: {}", kata::store(&h.into()))),
            StoreError::Tertahan(h) => Galat::Masukan(kata::store(&h.into())),
            StoreError::DiskPenuh => {
                Galat::Lain(format!("{data}: disk folder tujuan penuh atau hanya dapat dibaca; tidak ada yang dipulihkan"))
            }
            StoreError::Berkas(e) => Galat::Lain(format!("{data}: tidak ada yang dipulihkan: {}", kata::berkas(&e))),
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
        let terbuka = self.terbuka().await?;
        let objek = laporkan_objek(&p.manifes);
        Ok(if terbuka { objek } else { ExitCode::from(TIDAK_SAH) })
    }

    /// Whether the keys here open what was restored: a backup older than `prima key reseal --buang-lama` holds values of a key that is gone.
    async fn terbuka(&self) -> Result<bool, Galat> {
        let store = self.tempat.baca().await?;
        let tertutup = rawat::tak_terbuka(&store).await?;
        store.tutup().await?;
        for apa in &tertutup {
            eprintln!("prima: {apa}");
        }
        if !tertutup.is_empty() {
            eprintln!("prima: {}", kata::TAK_TERBUKA);
        }
        Ok(tertutup.is_empty())
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
    let lubang = match m.objek.rusak.len() {
        0 => String::new(),
        n => format!(", TIDAK LENGKAP: {n} berkas bukti tidak ikut"),
    };
    format!("{} tabel, {baris} baris, {} berkas bukti ({} byte){lubang}", m.tabel.len(), m.objek.jumlah, m.objek.ukuran)
}

/// A backup with holes is better than none, but nobody may take it for whole.
fn laporkan_objek(m: &Manifes) -> ExitCode {
    let rusak = &m.objek.rusak;
    if rusak.is_empty() {
        return ExitCode::SUCCESS;
    }
    for sidik in rusak {
        eprintln!("prima: berkas bukti {sidik} hilang, rusak, atau tidak terbaca saat dicadangkan");
    }
    eprintln!(
        "prima: TIDAK LENGKAP: {} berkas bukti tidak ada di cadangan ini; semua yang lain ada. Jangan hapus cadangan sebelumnya: berkasnya \
         mungkin masih ada di situ",
        rusak.len()
    );
    ExitCode::from(TIDAK_SAH)
}

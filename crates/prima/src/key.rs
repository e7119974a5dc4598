//! `prima key …`: the key by which this installation signs. Replacing it also works while the program runs: a serving program takes
//! the new key within a second.

use std::{
    fmt::Write as _,
    io::Write as _,
    path::{Path, PathBuf},
    process::ExitCode,
    time::Duration,
};

use clap::Subcommand;
use store::{
    cadangan::KunciCadangan,
    hasil::{KunciTepercaya, tulis_kunci},
    identitas,
    kunci_instalasi::{self, Ganti},
};

use crate::{
    kata,
    tempat::{Galat, Tempat, jalankan},
};

#[derive(Subcommand)]
pub enum Key {
    /// Daftar kunci instalasi ini dan kunci lain yang didaftarkan, seperti di halaman Kunci
    List {
        /// Keluaran sebagai satu dokumen JSON, yang dibaca `prima verify --keys`
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        tempat: Tempat,
    },
    /// Ganti kunci instalasi ini; yang sudah ditandatangani kunci lama tetap sah, kecuali dengan --bocor
    Rotate {
        /// Alasan, tercatat bersama kunci lama
        #[arg(long)]
        alasan: String,
        /// Kunci lama jatuh ke tangan lain: dicabut, sehingga semua tanda tangannya tidak dipercaya lagi
        #[arg(long)]
        bocor: bool,
        #[command(flatten)]
        tempat: Tempat,
    },
    /// Ganti kunci data pribadi (nama, surel, telepon, jawaban formulir) lalu segel ulang; dapat dihentikan dan dilanjutkan
    Reseal {
        /// Hanya lanjutkan penyegelan; kunci tidak diganti
        #[arg(long)]
        lanjut: bool,
        /// Sesudahnya buang kunci lama; cadangan yang dibuat sebelumnya tidak lagi dapat membuka data pribadinya dengan berkas kunci ini
        #[arg(long)]
        buang_lama: bool,
        #[command(flatten)]
        tempat: Tempat,
    },
    /// Buat pasangan kunci untuk cadangan tersandi: kunci rahasia ke berkas ini, kunci publik ke layar
    Cadangan {
        /// Berkas kunci rahasia yang dibuat; simpan jauh dari server, tanpanya cadangan tersandi tidak dapat dibuka
        file: PathBuf,
    },
}

impl Key {
    pub fn jalankan(self) -> ExitCode {
        match self {
            Self::List { json, tempat } => jalankan(list(json, tempat)),
            Self::Rotate { alasan, bocor, tempat } => jalankan(rotate(alasan, bocor, tempat)),
            Self::Reseal { lanjut, buang_lama, tempat } => jalankan(reseal(lanjut, buang_lama, tempat)),
            Self::Cadangan { file } => jalankan(async move { cadangan(&file) }),
        }
    }
}

async fn list(json: bool, tempat: Tempat) -> Result<ExitCode, Galat> {
    let store = tempat.baca().await?;
    let keys = kunci_instalasi::publik(&store).await?;
    store.tutup().await?;
    if json {
        print!("{}", tulis_kunci(&keys));
    } else {
        for k in &keys {
            println!("{}", line(k));
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn line(k: &KunciTepercaya) -> String {
    let until = if k.sampai.is_empty() { String::new() } else { format!(" sampai {}", k.sampai) };
    let revoked = k.dicabut.as_ref().map(|(day, why)| format!("; DICABUT {day}: {why}")).unwrap_or_default();
    format!("{}  {}  dari {}{until}{revoked}", k.id, k.nama, k.dari)
}

async fn rotate(alasan: String, bocor: bool, tempat: Tempat) -> Result<ExitCode, Galat> {
    if alasan.trim().is_empty() {
        return Err(Galat::Masukan("--alasan: kosong; diharapkan satu kalimat".into()));
    }
    let store = tempat.buka().await?;
    let lama = store.kunci().publik().id();
    let baru = kunci_instalasi::ganti(&store, None, Ganti { alasan: &alasan, bocor }).await?;
    store::audit::segel(&store).await?;
    store.tutup().await?;
    println!("kunci baru {} ({})", baru.id(), hex(&baru.bytes()));
    println!("kunci lama {lama} {}", if bocor { "dicabut" } else { "diganti; tanda tangannya tetap sah" });
    eprintln!("Buat cadangan baru, dan beri tahu instansi yang menerima berkas Anda tanda pengenal kunci yang baru.");
    Ok(ExitCode::SUCCESS)
}

/// A serving program takes the new key from the file within a second; what it sealed until then is found by the second look.
async fn reseal(lanjut: bool, buang_lama: bool, tempat: Tempat) -> Result<ExitCode, Galat> {
    let store = tempat.buka().await?;
    if !lanjut {
        println!("kunci data pribadi baru {}", identitas::ganti(&store).await?);
    }
    let mut baris = identitas::lanjutkan(&store).await?;
    if !lanjut || buang_lama {
        tokio::time::sleep(Duration::from_secs(11)).await;
        baris += identitas::lanjutkan(&store).await?;
    }
    println!("{baris} baris disegel ulang");
    if buang_lama {
        println!("{} kunci lama dibuang", identitas::buang_lama(&store).await?);
    }
    let sisa = identitas::sisa(&store).await?.jumlah();
    store::audit::segel(&store).await?;
    store.tutup().await?;
    if sisa > 0 {
        eprintln!("prima: {sisa} baris belum di bawah kunci baru; jalankan `prima key reseal --lanjut`");
        return Ok(ExitCode::FAILURE);
    }
    eprintln!("Salin instalasi.kunci ke server lain yang memakai basis data ini, dan buat cadangan baru.");
    Ok(ExitCode::SUCCESS)
}

fn cadangan(file: &Path) -> Result<ExitCode, Galat> {
    let kunci = KunciCadangan::baru();
    let mut opsi = std::fs::OpenOptions::new();
    opsi.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut opsi, 0o600);
    let mut berkas = opsi.open(file).map_err(|e| Galat::Masukan(format!("{}: {}", file.display(), kata::berkas(&e))))?;
    berkas.write_all(kunci.teks().as_bytes())?;
    berkas.sync_all()?;
    println!("{}", kunci.publik());
    eprintln!("prima: kunci rahasia ada di {}; simpan di tempat lain, bukan di server ini", file.display());
    Ok(ExitCode::SUCCESS)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut s, b| {
        let _ = write!(s, "{b:02x}");
        s
    })
}

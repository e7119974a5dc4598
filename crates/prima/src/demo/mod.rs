//! `prima demo`: serves a filled example. Everything in it is invented and marked ILUSTRASI, except the results published
//! elsewhere, which carry their source. Seeding goes through the same operations as the pages; no SQL here.

mod alur;
mod berkas;
mod isian;
mod orang;

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::Args;
use store::{Jam, Store, Sumber, akun};

use crate::serve::{self, Serve};

#[derive(Args)]
pub struct Demo {
    /// Folder kerja contoh; dibuat dan diisi pada kali pertama
    #[arg(long, default_value = "./data-demo")]
    data: PathBuf,
    /// Alamat dan porta; porta 0 mengambil yang bebas
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// Sandi akun contoh diketahui umum: hanya bersama --saya-mengerti boleh didengarkan di luar mesin ini
    #[arg(long, requires = "saya_mengerti")]
    terbuka: bool,
    /// Lihat --terbuka
    #[arg(long)]
    saya_mengerti: bool,
}

/// The example's clock starts here while it is filled: 12 April 2023, 08.00 WITA.
const AWAL: i64 = 1_681_257_600_000_000;

impl Demo {
    pub fn jalankan(self) -> ExitCode {
        if !self.listen.ip().is_loopback() && !(self.terbuka && self.saya_mengerti) {
            eprintln!("prima demo: {} dapat dicapai dari luar mesin ini, padahal sandi akun contoh diketahui umum.", self.listen);
            eprintln!("prima demo: pakai alamat 127.0.0.1, atau tambahkan --terbuka --saya-mengerti.");
            return ExitCode::from(2);
        }
        if let Err(e) = siapkan(&self.data) {
            eprintln!("prima demo: {e}");
            return ExitCode::FAILURE;
        }
        daftar_akun();
        Serve { data: self.data, database: None, listen: self.listen }.jalankan()
    }
}

/// Fills the folder unless it holds the example already.
fn siapkan(folder: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let runtime = tokio::runtime::Runtime::new()?;
    runtime.block_on(async {
        let store = serve::buka(folder, None).await?;
        if store.ilustrasi().await? {
            return store.tutup().await.map_err(Into::into);
        }
        if akun::ada(&store).await? {
            return Err(format!("{} berisi instalasi sungguhan; pilih folder lain dengan --data", folder.display()).into());
        }
        store.tutup().await?;
        eprintln!("prima demo: mengisi contoh ke {} …", folder.display());
        // A broken-off filling leaves no mark, and the next start would find accounts: so it is filled aside and moved.
        let samping = folder.with_extension("sedang-diisi");
        let _ = std::fs::remove_dir_all(&samping);
        let store = Store::buka(&samping, &Sumber::Sqlite, Jam::tetap(AWAL)).await?;
        alur::isi(&store).await?;
        store.tutup().await?;
        std::fs::remove_dir_all(folder)?;
        std::fs::rename(&samping, folder)?;
        Ok(())
    })
}

fn daftar_akun() {
    eprintln!();
    eprintln!("  Akun contoh (sandi semuanya: {})", orang::SANDI);
    for (surel, jabatan) in orang::ringkas() {
        eprintln!("    {surel:<32} {jabatan}");
    }
    eprintln!();
}

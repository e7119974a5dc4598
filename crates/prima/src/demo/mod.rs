//! `prima demo`: serves a filled example. Everything in it is invented and marked ILUSTRASI, except the results published
//! elsewhere, which carry their source. Seeding goes through the same operations as the pages; no SQL here.

mod aduan;
mod aduan_mal;
mod alur;
mod antrean;
mod berkas;
mod dengar;
mod halaman;
mod imigrasi;
mod isian;
mod kementerian;
mod layanan;
mod mal_besar;
mod mpp;
mod mpp_jalan;
mod mpp_unit;
mod orang;
mod penanggap;
mod penghargaan;
mod permohonan;
mod persiapan;
mod pesanan;
mod survei;
mod survei_tuntas;
mod tetangga;
mod tindak_lanjut;

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::Args;
use store::{Jam, Store, Sumber};

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

/// The example's clock starts here while it is filled: 1 March 2023, 08.00 WITA.
const AWAL: i64 = 1_677_628_800_000_000;

impl Demo {
    pub fn jalankan(self) -> ExitCode {
        let dijaga = self.listen.ip().is_loopback() || (self.terbuka && self.saya_mengerti);
        if !dijaga {
            eprintln!("prima demo: {} dapat dicapai dari luar mesin ini, padahal sandi akun contoh diketahui umum.", self.listen);
            eprintln!("prima demo: pakai alamat 127.0.0.1, atau tambahkan --terbuka --saya-mengerti.");
            return ExitCode::from(2);
        }
        if let Err(e) = siapkan(&self.data, self.listen) {
            eprintln!("prima demo: {}", serve::pesan(&*e));
            return ExitCode::FAILURE;
        }
        daftar_akun();
        Serve { data: self.data, database: None, listen: self.listen }.jalankan()
    }
}

/// Fills the folder unless it holds the example already. A folder that holds anything else is left as it is.
fn siapkan(folder: &Path, listen: SocketAddr) -> Result<(), Box<dyn std::error::Error>> {
    let runtime = tokio::runtime::Runtime::new()?;
    runtime.block_on(async {
        let berisi = folder.exists() && std::fs::read_dir(folder)?.next().is_some();
        if berisi {
            return periksa_contoh(folder).await;
        }
        eprintln!("prima demo: mengisi contoh ke {} …", folder.display());
        // A broken-off filling leaves no mark, and the next start would find accounts: so it is filled aside and moved.
        let induk = folder.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
        std::fs::create_dir_all(induk)?;
        let samping = tempfile::Builder::new().prefix(".prima-demo-").tempdir_in(induk)?;
        let store = Store::buka(samping.path(), &Sumber::Sqlite, Jam::tetap(AWAL)).await?;
        alur::isi(&store, &format!("http://{listen}")).await?;
        store.tutup().await?;
        if folder.exists() {
            // Only an empty folder can be removed this way.
            std::fs::remove_dir(folder)?;
        }
        // The clock of the place, on pages that belong to nobody in particular too.
        std::fs::write(samping.path().join("prima.toml"), "zona = \"WITA\"\n")?;
        std::fs::rename(samping.keep(), folder)?;
        tertutup(folder)?;
        Ok(())
    })
}

/// The example's folder is closed to other users of the machine, as the folders that `serve` makes are: its accounts are real ones.
fn tertutup(folder: &Path) -> std::io::Result<()> {
    #[cfg(unix)]
    for (jalan, mode) in [(folder.to_path_buf(), 0o700), (folder.join("prima.toml"), 0o600)] {
        std::fs::set_permissions(jalan, std::os::unix::fs::PermissionsExt::from_mode(mode))?;
    }
    Ok(())
}

/// # Errors
/// When the folder is no example: nothing in it is touched.
async fn periksa_contoh(folder: &Path) -> Result<(), Box<dyn std::error::Error>> {
    if folder.join("prima.db").is_file() {
        let store = serve::buka(folder, None).await?;
        let contoh = store.ilustrasi().await?;
        store.tutup().await?;
        if contoh {
            return Ok(());
        }
    }
    Err(format!("{} sudah berisi hal lain; tidak disentuh. Pilih folder lain dengan --data", folder.display()).into())
}

fn daftar_akun() {
    eprintln!();
    eprintln!("  Akun contoh (sandi semuanya: {})", orang::SANDI);
    let lain = imigrasi::ringkas().into_iter().chain([penanggap::ringkas()]);
    let semua = [orang::ringkas(), kementerian::ringkas(), mpp::ringkas(), mpp_jalan::ringkas()].concat();
    for (surel, jabatan) in semua.into_iter().chain(lain) {
        eprintln!("    {surel:<32} {jabatan}");
    }
    eprintln!();
}

//! `prima maintenance on|off`: pages stay readable, whatever writes is answered with words. Works beside a serving program and while the
//! database is away; who switches it is told, not asked for.

use std::process::ExitCode;

use clap::{Args, Subcommand};
use store::{
    audit::{self, Kejadian},
    pemeliharaan,
};

use crate::tempat::{Galat, Tempat, jalankan};

#[derive(Subcommand)]
pub enum Maintenance {
    /// Nyalakan: halaman dapat dibaca, perubahan ditolak dengan penjelasan; pekerjaan latar juga berhenti
    On {
        /// Yang dibaca orang, misalnya "Selesai pukul 20.00 WIB."
        #[arg(long, default_value = "")]
        pesan: String,
        #[command(flatten)]
        tempat: Tempat,
    },
    /// Matikan
    Off(Off),
    /// Menyala atau tidak
    Status(Off),
}

#[derive(Args)]
pub struct Off {
    #[command(flatten)]
    tempat: Tempat,
}

impl Maintenance {
    pub fn jalankan(self) -> ExitCode {
        jalankan(async {
            match self {
                Self::On { pesan, tempat } => on(&pesan, &tempat).await,
                Self::Off(o) => off(&o.tempat).await,
                Self::Status(o) => status(&o.tempat),
            }
        })
    }
}

async fn on(pesan: &str, tempat: &Tempat) -> Result<ExitCode, Galat> {
    tempat.ada()?;
    // Before the switch: afterwards nothing may be written.
    catat(tempat, "pemeliharaan.nyala").await;
    pemeliharaan::nyalakan(&tempat.data, pesan.trim(), store::Jam::default().sekarang())?;
    println!("mode pemeliharaan menyala; server yang berjalan melihatnya dalam satu detik");
    Ok(ExitCode::SUCCESS)
}

async fn off(tempat: &Tempat) -> Result<ExitCode, Galat> {
    tempat.ada()?;
    if pemeliharaan::matikan(&tempat.data)? {
        catat(tempat, "pemeliharaan.mati").await;
        println!("mode pemeliharaan mati");
    } else {
        println!("mode pemeliharaan memang tidak menyala");
    }
    Ok(ExitCode::SUCCESS)
}

fn status(tempat: &Tempat) -> Result<ExitCode, Galat> {
    tempat.ada()?;
    match pemeliharaan::baca(&tempat.data)? {
        Some(p) => println!("menyala: {}", p.pesan),
        None => println!("mati"),
    }
    Ok(ExitCode::SUCCESS)
}

/// The audit log says when. A database that is away is often the reason for maintenance, so that is no fault.
async fn catat(tempat: &Tempat, aksi: &'static str) {
    let hasil = async {
        let store = tempat.buka().await?;
        let tx = store.mulai().await?;
        audit::catat_oleh(&tx, None, Kejadian::baru(aksi, "instalasi", store.instalasi())).await?;
        tx.commit().await?;
        audit::segel(&store).await?;
        store.tutup().await?;
        Ok::<_, Galat>(())
    };
    if let Err(e) = hasil.await {
        eprintln!("prima: tidak tercatat di log audit: {e}");
    }
}

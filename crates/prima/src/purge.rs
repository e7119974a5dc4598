//! `prima purge`: erases personal data whose time is over, or says how many records that would be. What is kept, and for how long, is
//! decided in the program (`/admin/data-pribadi/pembersihan`).

use std::{collections::BTreeMap, process::ExitCode};

use clap::Args;
use store::pdp;

use crate::tempat::{Galat, Tempat, cetak_json, jalankan};

#[derive(Args)]
pub struct Purge {
    /// Hanya sebutkan berapa banyak; tidak ada yang dihapus
    #[arg(long)]
    dry_run: bool,
    /// Keluaran sebagai satu dokumen JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    tempat: Tempat,
}

impl Purge {
    pub fn jalankan(self) -> ExitCode {
        jalankan(self.bersihkan())
    }

    async fn bersihkan(self) -> Result<ExitCode, Galat> {
        let store = if self.dry_run { self.tempat.baca().await? } else { self.tempat.buka().await? };
        let hitung = if self.dry_run {
            pdp::hitung(&store).await?
        } else {
            let h = pdp::bersihkan(&store, None).await?;
            store::audit::segel(&store).await?;
            h
        };
        store.tutup().await?;
        self.cetak(&hitung)?;
        Ok(ExitCode::SUCCESS)
    }

    fn cetak(&self, hitung: &BTreeMap<&'static str, i64>) -> Result<(), Galat> {
        if self.json {
            return cetak_json(&serde_json::json!({ "dry_run": self.dry_run, "counts": hitung }));
        }
        let kata = if self.dry_run { "akan dihapus" } else { "dihapus" };
        for (jenis, n) in hitung {
            println!("{jenis:<14} {n:>8} {kata}");
        }
        if self.dry_run {
            eprintln!("Belum ada yang dihapus. Bukti penilaian, dokumen hasil, pembayaran, dan log audit tidak pernah ikut dihapus.");
        }
        Ok(())
    }
}

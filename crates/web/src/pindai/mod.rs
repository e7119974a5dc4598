//! Asks a virus scanner (ClamAV's `clamd`) about uploads that wait in quarantine. Which files wait, and what an answer means, is
//! `store::pindai`'s matter; the bytes of the protocol are `klamd`'s.

mod klamd;
mod lama;

pub use lama::putaran as putaran_lama;

pub use klamd::{Alamat, GalatPindai};

use std::{str::FromStr as _, time::Duration};

use serde::{Deserialize, Serialize};
use store::{
    StoreError,
    identitas::buka_objek,
    pindai::{self, Putusan},
    sidik_hex,
};

use crate::AppState;

/// Files that are looked at in one round.
const SEPUTAR: usize = 20;

/// The `[pindai]` part of the settings: the virus scanner of uploads.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct KonfigPindai {
    /// Where ClamAV listens: `unix:/run/clamav/clamd.ctl` or `tcp:127.0.0.1:3310` (this machine only). Empty: uploads are not scanned.
    /// `StreamMaxLength` of clamd must be 20M or more.
    pub alamat: String,
    /// Longest time one file may take, in seconds.
    pub batas_waktu: u64,
}

impl Default for KonfigPindai {
    fn default() -> Self {
        Self { alamat: String::new(), batas_waktu: 60 }
    }
}

impl KonfigPindai {
    /// The scanner; `None` while it is off.
    ///
    /// # Errors
    /// When the address is none.
    pub fn pemindai(&self) -> Result<Option<Pemindai>, String> {
        if self.alamat.is_empty() {
            return Ok(None);
        }
        let alamat = Alamat::from_str(&self.alamat).map_err(|()| self.alamat.clone())?;
        Ok(Some(Pemindai { alamat, batas: Duration::from_secs(self.batas_waktu.clamp(1, 100)) }))
    }
}

/// A scanner that is configured.
#[derive(Clone, Debug)]
pub struct Pemindai {
    alamat: Alamat,
    batas: Duration,
}

impl Pemindai {
    /// Whether it answers.
    ///
    /// # Errors
    /// Why it does not.
    pub async fn hidup(&self) -> Result<(), GalatPindai> {
        klamd::ping(&self.alamat, self.batas).await
    }

    /// What it says of itself and its list, within `batas`.
    ///
    /// # Errors
    /// Why it does not answer.
    pub async fn versi(&self, batas: Duration) -> Result<String, GalatPindai> {
        klamd::versi(&self.alamat, batas).await
    }

    async fn tanya(&self, isi: &[u8]) -> Putusan {
        match klamd::pindai(&self.alamat, self.batas, isi).await {
            Ok(None) => Putusan::Bersih,
            Ok(Some(nama)) => Putusan::Terinfeksi(nama),
            Err(e) => {
                tracing::warn!(error = %e, "the virus scanner gave no answer; uploads wait");
                Putusan::Gagal
            }
        }
    }
}

/// Scans what is due; ends early where the scanner is away, so that the others are not all asked in vain.
///
/// # Errors
/// Of the database.
pub async fn putaran(app: &AppState) -> Result<(), StoreError> {
    let Some(p) = &app.pemindai else { return Ok(()) };
    for _ in 0..SEPUTAR {
        let Some(t) = pindai::ambil(&app.store).await? else { return Ok(()) };
        let putusan = satu(app, p, &t.sidik).await;
        pindai::putuskan(&app.store, &t, &putusan).await?;
        if putusan == Putusan::Gagal {
            return Ok(());
        }
    }
    Ok(())
}

async fn satu(app: &AppState, p: &Pemindai, sidik: &str) -> Putusan {
    match buka_objek(&app.store, sidik).await {
        Ok(isi) => {
            let putusan = p.tanya(&isi).await;
            if let Putusan::Terinfeksi(nama) = &putusan
                && let Err(e) = ingat(app, sidik, &isi, nama).await
            {
                tracing::warn!(error = %e, "infected content could not be remembered");
            }
            putusan
        }
        // Gone or damaged: it cannot be given out either.
        Err(e) => {
            tracing::warn!(error = %e, "a file that waits for the virus scanner cannot be read");
            Putusan::Gagal
        }
    }
}

/// A file that lies sealed is another one each time; its content is refused when it comes again.
async fn ingat(app: &AppState, sidik: &str, isi: &[u8], nama: &str) -> Result<(), StoreError> {
    let polos = sidik_hex(isi);
    if polos == sidik { Ok(()) } else { pindai::ingat_isi(&app.store, &polos, nama).await }
}

//! Bounded work with PDF and pictures: a few worker processes of this same binary, killed at a time limit, gone when idle.
//!
//! Layout cannot be cancelled inside a process and needs up to some hundred megabytes; outside it can be killed and
//! leaves no memory behind. The protocol is in `protokol`, the worker's side in `pekerja`.

mod pekerja;
mod proses;
mod protokol;
mod setelan;

use std::{path::PathBuf, sync::Arc};

use tokio::sync::Semaphore;
use tracing::Instrument as _;

use self::protokol::Permintaan;
use crate::Error;
use crate::masukan::Dokumen;

#[doc(hidden)]
pub use pekerja::layani;
pub use pekerja::worker_main;
pub use setelan::Setelan;

/// Makes PDFs without letting them take the machine. Cheap to clone; clones share the workers and the queue.
#[derive(Clone)]
pub struct Pencetak {
    dalam: Arc<Dalam>,
}

struct Dalam {
    setelan: Setelan,
    /// Documents laid out at the same time.
    jalur: Semaphore,
    /// Documents laid out or waiting.
    antrean: Semaphore,
    /// Pictures made small at the same time: one.
    gambar: Semaphore,
    /// `None`: inside this process, for tests and small tools.
    kolam: Option<Arc<proses::Kolam>>,
}

impl Pencetak {
    /// Starts nothing yet: the first document starts the first worker.
    #[must_use]
    pub fn new(setelan: Setelan) -> Self {
        let kolam = Some(Arc::new(proses::Kolam::default()));
        Self::dengan(setelan, kolam)
    }

    /// Lays out inside this process on blocking threads: no kill at the time limit, for tests and command-line tools.
    #[must_use]
    pub fn dalam_proses() -> Self {
        Self::dengan(Setelan::default(), None)
    }

    fn dengan(setelan: Setelan, kolam: Option<Arc<proses::Kolam>>) -> Self {
        let jalur = Semaphore::new(setelan.pekerja.max(1));
        let antrean = Semaphore::new(setelan.pekerja.max(1) + setelan.antrean);
        Self { dalam: Arc::new(Dalam { setelan, jalur, antrean, gambar: Semaphore::new(1), kolam }) }
    }

    /// Makes one PDF. Waits for a free worker; the time limit counts from then.
    ///
    /// # Errors
    /// [`Error::Sibuk`] when the queue is full, [`Error::BatasWaktu`], [`Error::PekerjaBerhenti`],
    /// [`Error::PekerjaTidakMulai`], or what [`crate::pdf::render`] gives.
    pub async fn cetak(&self, dokumen: impl Into<Dokumen>) -> Result<Vec<u8>, Error> {
        self.kerjakan(Permintaan::Pdf(Box::new(dokumen.into()))).await
    }

    /// Makes the small picture of a picture file ([`crate::kecil::kecilkan`]), one at a time, so that documents find a worker.
    ///
    /// # Errors
    /// As [`Self::cetak`], and [`Error::Gambar`].
    pub async fn kecilkan(&self, berkas: PathBuf) -> Result<Vec<u8>, Error> {
        let _gambar = self.dalam.gambar.acquire().await.map_err(|galat| Error::PekerjaBerhenti(galat.to_string()))?;
        self.kerjakan(Permintaan::Kecil(berkas)).await
    }

    async fn kerjakan(&self, kerja: Permintaan) -> Result<Vec<u8>, Error> {
        self.lakukan(kerja).instrument(tracing::info_span!("print")).await
    }

    async fn lakukan(&self, kerja: Permintaan) -> Result<Vec<u8>, Error> {
        let dalam = &self.dalam;
        let _tempat = dalam.antrean.try_acquire().map_err(|_| Error::Sibuk(dalam.setelan.antrean))?;
        let jalur = dalam.jalur.acquire().await;
        let _jalur = jalur.map_err(|galat| Error::PekerjaBerhenti(galat.to_string()))?;
        match &dalam.kolam {
            Some(kolam) => kolam.kerjakan(&kerja, &dalam.setelan).await,
            None => tokio::task::spawn_blocking(move || pekerja::lakukan(&kerja))
                .await
                .map_err(|galat| Error::PekerjaBerhenti(galat.to_string()))?,
        }
    }
}

//! Documents that anybody may ask for are printed by the same workers as those of officers, so one source has few of them in work at
//! a time, and all visitors together leave room in the queue.

use std::{net::IpAddr, sync::Arc};

use dokumen::masukan::Dokumen;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::{
    AppState, Error,
    error::Hasil,
    konteks::Konteks,
    sambungan::{PerAlamat, Tempat},
};

/// Documents of one source, and of all visitors, in work or waiting.
const SUMBER: usize = 3;
const SEMUA: usize = 24;

/// What visitors have in work.
pub struct CetakUmum {
    sumber: Arc<PerAlamat>,
    semua: Arc<Semaphore>,
}

impl Default for CetakUmum {
    fn default() -> Self {
        Self { sumber: PerAlamat::baru(SUMBER, SUMBER), semua: Arc::new(Semaphore::new(SEMUA)) }
    }
}

/// One document in work.
pub struct Giliran {
    _sumber: Tempat,
    _semua: OwnedSemaphorePermit,
}

impl CetakUmum {
    /// # Errors
    /// `TerlaluSering` for a source that has enough in work, `Lama` (busy, try again) when visitors together do.
    pub fn ambil(&self, alamat: IpAddr) -> Hasil<Giliran> {
        let sumber = self.sumber.ambil(alamat, SUMBER).ok_or(Error::TerlaluSering)?;
        let semua = Arc::clone(&self.semua).try_acquire_owned().map_err(|_| Error::Lama)?;
        Ok(Giliran { _sumber: sumber, _semua: semua })
    }
}

/// Prints for a visitor.
///
/// # Errors
/// As [`CetakUmum::ambil`], and those of printing.
pub(crate) async fn cetak(app: &AppState, k: &Konteks, isi: impl Into<Dokumen>) -> Hasil<Vec<u8>> {
    let _giliran = app.cetak_umum.ambil(k.permintaan.alamat())?;
    Ok(app.pencetak.cetak(isi).await?)
}

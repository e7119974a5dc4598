//! Notices by mail to the one who asked; address and code are read only when the mail leaves.

use super::{Konsultasi, NAMA, SUREL};
use crate::{
    Hasil, Store, Tx,
    id::KonsultasiId,
    identitas::Milik,
    kueri::Kueri,
    nilai, pekerjaan,
    pengaduan::{BahanSurat, MentahSurat},
};
use serde::{Deserialize, Serialize};

/// Kind of the job; its content is a [`Surat`].
pub const SURAT: &str = "surat-konsultasi";

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Surat {
    pub konsultasi: KonsultasiId,
    /// `diterima` or `kabar`.
    pub peristiwa: String,
}

pub(super) async fn antrekan(tx: &Tx, k: &Konsultasi, peristiwa: &str) -> Hasil<()> {
    if !k.surel.kosong() {
        pekerjaan::antrekan(tx, SURAT, &Surat { konsultasi: k.id, peristiwa: peristiwa.to_owned() }).await?;
    }
    Ok(())
}

/// `None` when there is no address (any more). The number is the unit's name.
///
/// # Errors
/// When the store fails.
pub async fn bahan(store: &Store, s: &Surat) -> Hasil<Option<BahanSurat>> {
    let sql = "SELECT q.surel, q.bahasa, q.nama, q.kode, u.nama AS nomor, i.nama AS instansi FROM konsultasi q JOIN instansi i ON i.id = q.instansi_id
        JOIN unit u ON u.id = q.unit_id WHERE q.id = $1 AND q.surel <> ''";
    let b: Option<MentahSurat> = store.baca().mungkin(sql, nilai![s.konsultasi]).await?;
    b.map(|b| b.buka(store.kunci(), Milik(SUREL, s.konsultasi.0), Milik(NAMA, s.konsultasi.0))).transpose()
}

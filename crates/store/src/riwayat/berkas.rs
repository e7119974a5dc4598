//! The same import from a page: an administrator sees first what a file would do, and stores it then, or nothing of it.

use super::{
    Laporan,
    impor::{impor_oleh, rencana},
};
use crate::{Hasil, Store, akun::penjaga, hak::Admin};

/// What the file would do now. Changes nothing.
///
/// # Errors
/// Only the database's; faults of the file are in the report.
pub async fn coba(store: &Store, _hak: &Admin, teks: &str) -> Hasil<Laporan> {
    Ok(rencana(store.baca(), teks).await?.0)
}

/// Stores the file; with one fault, also one that came up since it was shown, nothing.
///
/// # Errors
/// `Ditolak("admin")` when the right ended meanwhile.
pub async fn terapkan(store: &Store, hak: &Admin, teks: &str) -> Hasil<Laporan> {
    let tx = store.mulai().await?;
    penjaga::giliran(&tx).await?;
    penjaga::masih_admin(&tx, hak.pelaku().akun).await?;
    let l = impor_oleh(&tx, Some(hak.pelaku()), teks).await?;
    if l.salah.is_empty() {
        tx.commit().await?;
    }
    Ok(l)
}

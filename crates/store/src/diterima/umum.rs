//! What anyone may read of a publication that was handed in and validated: the file as it was received, and each result in it. Its figures
//! stand in the national ranking, so whoever reads them there can recompute them.

use super::{Diterima, baca::dari_id};
use crate::{
    Hasil, Store, StoreError,
    id::TerimaId,
    objek,
    penerbitan::bundel::{self, HasilTerbitan},
};
use std::fs::File;

/// A publication that was validated, also when that was taken back since (`tarik_pada`).
///
/// # Errors
/// `TidakDitemukan`, also for one that waits or was returned.
pub async fn umum(store: &Store, id: TerimaId) -> Hasil<Diterima> {
    let d = dari_id(store.baca(), id).await?;
    if d.putusan.as_deref() == Some("valid") { Ok(d) } else { Err(StoreError::TidakDitemukan) }
}

/// The result of a lokus, by its code there, out of the file as received.
///
/// # Errors
/// `TidakDitemukan`; `Keadaan("diterima-ditarik-umum")` when the validation was taken back; `Rusak` when the file is no longer what it was.
pub async fn hasil_umum(store: &Store, d: &Diterima, lokus: &str) -> Hasil<HasilTerbitan> {
    if !d.valid() {
        return Err(StoreError::Keadaan("diterima-ditarik-umum"));
    }
    let (simpan, sidik, lokus) = (store.clone(), d.objek.clone(), lokus.to_owned());
    let kerja = move || {
        let isi = bundel::ambil(File::open(objek::lokal(&simpan, &sidik)?)?, &lokus);
        isi.map_err(|e| StoreError::Rusak(format!("publication {sidik}: {e}")))
    };
    let isi = tokio::task::spawn_blocking(kerja).await.map_err(|e| StoreError::Rusak(e.to_string()))??;
    isi.ok_or(StoreError::TidakDitemukan)
}

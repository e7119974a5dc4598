//! What a publication that was handed in says of itself: its editions, with what is known of them here, and why there is this version. It is
//! read from the file as received.

use super::{Diterima, baca::dari_id, gugur, umum};
use crate::{
    Hasil, Store, StoreError,
    hak::Nasional,
    hasil::{EdisiDikenal, Naskah},
    id::TerimaId,
};

/// An edition by which results of a publication were computed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EdisiTerima {
    pub id: String,
    /// SHA-256 (hex) of its text.
    pub sidik: String,
    pub naskah: Naskah,
}

/// What the file says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct IsiTerima {
    /// In the order of the file.
    pub edisi: Vec<EdisiTerima>,
    /// Why its office made this version; empty for the first.
    pub alasan: String,
}

/// # Errors
/// `TidakDitemukan`; `Rusak` when the file, or what is recorded of it, is no longer what was received.
pub async fn isi(store: &Store, _hak: &Nasional, id: TerimaId) -> Hasil<IsiTerima> {
    dari_berkas(store, &dari_id(store.baca(), id).await?).await
}

pub(super) async fn dari_berkas(store: &Store, d: &Diterima) -> Hasil<IsiTerima> {
    let dikenal = EdisiDikenal::instalasi(store).await?;
    let (simpan, d) = (store.clone(), d.clone());
    let kerja = move || {
        let isi = umum::manifes(&simpan, &d)?;
        gugur::kepala_sama(&d, &isi)?;
        Ok::<_, StoreError>(isi)
    };
    let isi = tokio::task::spawn_blocking(kerja).await.map_err(|e| StoreError::Rusak(e.to_string()))??;
    let edisi = isi.edisi.into_iter().map(|e| EdisiTerima { naskah: dikenal.naskah(&e.id, &e.sidik), id: e.id, sidik: e.sidik });
    Ok(IsiTerima { edisi: edisi.collect(), alasan: isi.alasan })
}

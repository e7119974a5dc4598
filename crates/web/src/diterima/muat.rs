//! Takes a file that is handed in to a temporary file, piece by piece, whether a form or a program sends it.

use axum::{
    body::{Body, Bytes},
    extract::Multipart,
};
use std::io::Write as _;
use tempfile::NamedTempFile;
use tokio_stream::StreamExt as _;

use crate::{AppState, Error, error::Hasil};

/// The largest publication that is received: some twenty thousand units.
pub(crate) const BATAS: usize = 64 * 1024 * 1024;
pub(crate) const BATAS_KIRIMAN: usize = BATAS + 64 * 1024;

fn baru(app: &AppState) -> Hasil<NamedTempFile> {
    let folder = app.store.folder().join("sementara");
    NamedTempFile::new_in(folder).map_err(|e| Error::from(store::StoreError::menulis(e)))
}

fn tambah(berkas: &mut NamedTempFile, sudah: &mut usize, isi: &Bytes) -> Hasil<()> {
    *sudah += isi.len();
    if *sudah > BATAS {
        return Err(Error::TerlaluBesar);
    }
    berkas.write_all(isi).map_err(|e| Error::from(store::StoreError::menulis(e)))
}

/// The field `berkas`; `None` when none was chosen.
///
/// # Errors
/// `TerlaluBesar`, and those of the disk.
pub(crate) async fn dari_formulir(app: &AppState, mut kiriman: Multipart) -> Hasil<Option<NamedTempFile>> {
    while let Some(mut bagian) = kiriman.next_field().await? {
        if bagian.name() != Some("berkas") {
            continue;
        }
        let (mut berkas, mut sudah) = (baru(app)?, 0);
        while let Some(isi) = bagian.chunk().await? {
            tambah(&mut berkas, &mut sudah, &isi)?;
        }
        return Ok((sudah > 0).then_some(berkas));
    }
    Ok(None)
}

/// The whole body; `None` when it is empty.
///
/// # Errors
/// As [`dari_formulir`]; `Rusak` when the line broke.
pub(crate) async fn dari_badan(app: &AppState, badan: Body) -> Hasil<Option<NamedTempFile>> {
    let (mut berkas, mut sudah) = (baru(app)?, 0);
    let mut isi = badan.into_data_stream();
    while let Some(potong) = isi.next().await {
        tambah(&mut berkas, &mut sudah, &potong.map_err(|e| Error::Rusak(e.to_string()))?)?;
    }
    Ok((sudah > 0).then_some(berkas))
}

//! Single answers as a file on the disk: a workbook before it is sent, and every file that is made in the background.

use std::{
    io::{self, Write as _},
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
};

use dokumen::xlsx::{AliranXlsx, Kolom};
use store::{Store, hak::PembacaMentahSkm, ronde::Jawaban};
use tempfile::NamedTempFile;
use tokio::sync::mpsc;

use super::{Bentuk, Lajur, mulai_baca, penulis};
use crate::unduhan::BUKU;

type Sumber = mpsc::Receiver<Result<Vec<Jawaban>, String>>;

/// Makes a file in `folder`, readable by nobody else; `bentuk`: `None` is a workbook. `jadi` counts the rows written.
///
/// # Errors
/// The disk, or a page that could not be read.
pub async fn buat(
    (store, hak): (Store, PembacaMentahSkm),
    lajur: Lajur,
    bentuk: Option<Bentuk>,
    judul: String,
    folder: &Path,
    jadi: Arc<AtomicI64>,
) -> io::Result<NamedTempFile> {
    let _izin = if bentuk.is_none() { Some(BUKU.acquire().await.map_err(io::Error::other)?) } else { None };
    let (sumber, folder) = (mulai_baca(store, hak), folder.to_owned());
    let kerja = move || match bentuk {
        None => susun(sumber, &lajur, &judul, &folder, &jadi),
        Some(bentuk) => alirkan(sumber, lajur, bentuk, &folder, &jadi),
    };
    tokio::task::spawn_blocking(kerja).await.map_err(io::Error::other)?
}

fn alirkan(mut sumber: Sumber, lajur: Lajur, bentuk: Bentuk, folder: &Path, jadi: &AtomicI64) -> io::Result<NamedTempFile> {
    let mut penulis = penulis(lajur, bentuk);
    let mut keluar = io::BufWriter::with_capacity(1 << 17, NamedTempFile::new_in(folder)?);
    keluar.write_all(&penulis.awal())?;
    while let Some(halaman) = sumber.blocking_recv() {
        let halaman = halaman.map_err(io::Error::other)?;
        keluar.write_all(&penulis.halaman(&halaman))?;
        jadi.fetch_add(i64::try_from(halaman.len()).unwrap_or(0), Ordering::Relaxed);
    }
    keluar.write_all(&penulis.akhir())?;
    keluar.into_inner().map_err(io::IntoInnerError::into_error)
}

/// Blocking: writes all rows of a workbook. The file goes when it is dropped.
pub(super) fn susun(mut sumber: Sumber, lajur: &Lajur, judul: &str, folder: &Path, jadi: &AtomicI64) -> io::Result<NamedTempFile> {
    let kolom = lajur.kata.iter().map(|x| Kolom::new(x, 14.0)).collect();
    let mut buku = AliranXlsx::baru(judul, "Jawaban", kolom, lajur.kunci.clone(), folder).map_err(io::Error::other)?;
    while let Some(halaman) = sumber.blocking_recv() {
        let halaman = halaman.map_err(io::Error::other)?;
        for j in &halaman {
            let mut baris = buku.baris().map_err(io::Error::other)?;
            let mut gagal = None;
            lajur.sel(j, true, |s| {
                if let Err(e) = baris.sel(s) {
                    gagal = Some(e);
                }
            });
            if let Some(e) = gagal {
                return Err(io::Error::other(e));
            }
        }
        jadi.fetch_add(i64::try_from(halaman.len()).unwrap_or(0), Ordering::Relaxed);
    }
    let sementara = NamedTempFile::new_in(folder)?;
    buku.simpan(sementara.path()).map_err(io::Error::other)?;
    Ok(sementara)
}

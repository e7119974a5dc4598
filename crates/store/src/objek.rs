//! Content-addressed files on disk: written to a temporary name, synced, renamed; stored once by SHA-256.
//!
//! Access is granted through a reference (BuktiDukung, SK, …), never through the hash.

use crate::{Hasil, Store, StoreError, Tx, berkas::Tipe, cadangan, kueri::Kueri, nilai, pindai, sidik_hex};
use sea_orm::{ConnectionTrait, FromQueryResult};
use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    time::SystemTime,
};

/// Hash (64 hex digits) of a file that is safely on disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tersimpan {
    pub sidik: String,
    pub ukuran: i64,
}

/// Path of an object under the store's folder: `objek/ab/abcdef…`.
#[must_use]
pub fn jalur(store: &Store, sidik: &str) -> PathBuf {
    store.folder().join("objek").join(&sidik[..2.min(sidik.len())]).join(sidik)
}

/// Writes bytes that are already checked. The same content twice is one file.
pub fn simpan(store: &Store, isi: &[u8]) -> Hasil<Tersimpan> {
    let sidik = sidik_hex(isi);
    let tujuan = jalur(store, &sidik);
    // A file that is there is made young again, so that the clean-up of `rawat::bersih` leaves it to us. One that was damaged on the
    // disk is replaced: the same content is here again.
    if cadangan::utuh(&tujuan, &sidik)?.is_none() || segarkan(&tujuan).is_err() {
        let mut sementara = tempfile::NamedTempFile::new_in(store.folder().join("sementara")).map_err(StoreError::menulis)?;
        sementara.write_all(isi).and_then(|()| sementara.as_file().sync_all()).map_err(StoreError::menulis)?;
        taruh(store, &sidik, sementara)?;
    }
    Ok(Tersimpan { sidik, ukuran: i64::try_from(isi.len()).unwrap_or(i64::MAX) })
}

fn segarkan(tujuan: &Path) -> std::io::Result<()> {
    fs::File::options().append(true).open(tujuan)?.set_modified(SystemTime::now())
}

/// Moves a synced temporary file to its place, and syncs the folder so that the name is durable too.
pub fn taruh(store: &Store, sidik: &str, sementara: tempfile::NamedTempFile) -> Hasil<()> {
    let tujuan = jalur(store, sidik);
    let folder = tujuan.parent().map(PathBuf::from).unwrap_or_default();
    fs::create_dir_all(&folder).map_err(StoreError::menulis)?;
    sementara.persist(&tujuan).map_err(|e| StoreError::menulis(e.error))?;
    fs::File::open(&folder)?.sync_all()?;
    Ok(())
}

/// Records what somebody sent, in the caller's transaction; the file must be on disk already. Where a virus scanner is configured it waits
/// for that.
///
/// # Errors
/// `Keadaan` for content that was found infected before.
pub async fn catat(tx: &Tx, t: &Tersimpan, tipe: &str) -> Hasil<()> {
    pindai::antrekan(tx, &t.sidik).await?;
    catat_cetak(tx, t, tipe).await
}

/// Records what the program printed itself: nothing of it came from outside, so no scanner is asked.
///
/// # Errors
/// When the database fails.
pub async fn catat_cetak(tx: &Tx, t: &Tersimpan, tipe: &str) -> Hasil<()> {
    tx.jalankan(
        "INSERT INTO objek (sidik, ukuran, tipe, dibuat) VALUES ($1, $2, $3, $4) ON CONFLICT (sidik) DO NOTHING",
        nilai![t.sidik.as_str(), t.ukuran, tipe, tx.pada],
    )
    .await?;
    Ok(())
}

/// What an object is, as it was checked when it came; `None` for what the program printed itself, and for an unknown hash.
pub async fn tipe<C: ConnectionTrait>(c: &C, sidik: &str) -> Hasil<Option<Tipe>> {
    let b: Option<Jenis> = c.mungkin("SELECT tipe FROM objek WHERE sidik = $1", nilai![sidik]).await?;
    Ok(b.and_then(|b| Tipe::dari_mime(&b.tipe)))
}

#[derive(FromQueryResult)]
struct Jenis {
    tipe: String,
}

/// Reads a whole object (20 MB at most by the upload rule).
///
/// # Errors
/// `Rusak` if the file is missing, or is not what was stored.
pub fn baca(store: &Store, sidik: &str) -> Hasil<Vec<u8>> {
    let isi = fs::read(jalur(store, sidik)).map_err(|e| hilang(e, sidik))?;
    if sidik_hex(&isi) != sidik {
        return Err(StoreError::Rusak(format!("object {sidik} was changed on the disk")));
    }
    Ok(isi)
}

/// Compares a file with its hash; its size in bytes.
///
/// # Errors
/// As [`baca`].
pub fn utuh(store: &Store, sidik: &str) -> Hasil<u64> {
    let jalur = jalur(store, sidik);
    match cadangan::utuh(&jalur, sidik)? {
        Some(ukuran) => Ok(ukuran),
        None if jalur.exists() => Err(StoreError::Rusak(format!("object {sidik} was changed on the disk"))),
        None => Err(StoreError::Rusak(format!("object {sidik} is missing on the disk"))),
    }
}

fn hilang(e: std::io::Error, sidik: &str) -> StoreError {
    match e.kind() {
        std::io::ErrorKind::NotFound => StoreError::Rusak(format!("object {sidik} is missing on the disk")),
        _ => e.into(),
    }
}

/// Where the small picture of a picture lies: `kecil/ab/abcdef….jpg`. It can always be made again, so it is in no backup.
#[must_use]
pub fn jalur_kecil(store: &Store, sidik: &str) -> PathBuf {
    store.folder().join("kecil").join(&sidik[..2.min(sidik.len())]).join(format!("{sidik}.jpg"))
}

/// The small picture, if it was made; empty when it cannot be made.
#[must_use]
pub fn kecil(store: &Store, sidik: &str) -> Option<Vec<u8>> {
    fs::read(jalur_kecil(store, sidik)).ok()
}

/// Keeps the small picture; empty: it cannot be made, and is not tried again.
///
/// # Errors
/// `DiskPenuh` and `Berkas`.
pub fn simpan_kecil(store: &Store, sidik: &str, isi: &[u8]) -> Hasil<()> {
    let tujuan = jalur_kecil(store, sidik);
    let folder = tujuan.parent().map(PathBuf::from).unwrap_or_default();
    fs::create_dir_all(&folder).map_err(StoreError::menulis)?;
    let mut sementara = tempfile::NamedTempFile::new_in(&folder).map_err(StoreError::menulis)?;
    sementara.write_all(isi).map_err(StoreError::menulis)?;
    sementara.persist(&tujuan).map_err(|e| StoreError::menulis(e.error))?;
    Ok(())
}

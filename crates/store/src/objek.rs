//! Content-addressed files: written to a temporary name, synced, renamed; stored once by SHA-256. They lie in the data folder, or in
//! an object store ([`crate::gudang`]), and then the folder holds copies that are fetched when they are missed.
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

/// Path of an object under the store's folder: `objek/ab/abcdef…`. With an object store the file may be missing there: [`lokal`].
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
    } else if let Some(g) = store.gudang() {
        // The copy here does not say that the object is still there, nor how old it is.
        g.naikkan(&sidik, &tujuan)?;
    }
    Ok(Tersimpan { sidik, ukuran: i64::try_from(isi.len()).unwrap_or(i64::MAX) })
}

fn segarkan(tujuan: &Path) -> std::io::Result<()> {
    fs::File::options().append(true).open(tujuan)?.set_modified(SystemTime::now())
}

/// The file of an object on this machine, fetched if it is not there. Its content is checked when it is fetched; [`utuh`] checks
/// it again.
///
/// # Errors
/// `Rusak` if there is no such object, or it is not what was stored; `GudangJauh` while the object store does not answer.
pub fn lokal(store: &Store, sidik: &str) -> Hasil<PathBuf> {
    let tujuan = jalur(store, sidik);
    if !tujuan.exists() && store.gudang().is_some() {
        unduh(store, sidik)?;
    }
    Ok(tujuan)
}

/// Fetches an object from the object store; its size.
fn unduh(store: &Store, sidik: &str) -> Hasil<u64> {
    let hilang = || StoreError::Rusak(format!("object {sidik} is missing"));
    let g = store.gudang().ok_or_else(hilang)?;
    let sementara = tempfile::NamedTempFile::new_in(store.folder().join("sementara")).map_err(StoreError::menulis)?;
    let ukuran = g.unduh(sidik, sementara.reopen()?)?.ok_or_else(hilang)?;
    pasang(store, sidik, sementara)?;
    Ok(ukuran)
}

/// A file with the content of an object, for reading once: the copy here, or one that goes with the value.
pub(crate) struct Pinjaman {
    pub jalur: PathBuf,
    pub ukuran: u64,
    _sementara: Option<tempfile::NamedTempFile>,
}

/// For reading many objects without filling the folder with copies. `None`: missing, damaged, or on a part of the disk that cannot be read
/// any more; whoever backs up a dying disk must get all the rest.
pub(crate) fn pinjam(store: &Store, sidik: &str) -> Hasil<Option<Pinjaman>> {
    let jalur = jalur(store, sidik);
    match cadangan::utuh(&jalur, sidik) {
        Ok(Some(ukuran)) => return Ok(Some(Pinjaman { jalur, ukuran, _sementara: None })),
        Ok(None) => {}
        Err(e) => tracing::warn!(sidik, error = %e, "an object cannot be read"),
    }
    let Some(g) = store.gudang() else { return Ok(None) };
    let sementara = tempfile::NamedTempFile::new_in(store.folder().join("sementara")).map_err(StoreError::menulis)?;
    match g.unduh(sidik, sementara.reopen()?) {
        Ok(Some(ukuran)) => Ok(Some(Pinjaman { jalur: sementara.path().to_owned(), ukuran, _sementara: Some(sementara) })),
        Ok(None) | Err(StoreError::Rusak(_)) => Ok(None),
        Err(e) => Err(e),
    }
}

/// Moves a synced temporary file to its place, and to the object store where there is one: done when it is safe there.
pub fn taruh(store: &Store, sidik: &str, sementara: tempfile::NamedTempFile) -> Hasil<()> {
    // First where it counts: a copy here without the object would look like one that is safe.
    if let Some(g) = store.gudang() {
        g.naikkan(sidik, sementara.path())?;
    }
    pasang(store, sidik, sementara)
}

/// The name in the folder; the folder is synced so that it is durable too.
fn pasang(store: &Store, sidik: &str, sementara: tempfile::NamedTempFile) -> Hasil<()> {
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
    let isi = fs::read(lokal(store, sidik)?).map_err(|e| hilang(e, sidik))?;
    if sidik_hex(&isi) != sidik {
        if store.gudang().is_some() {
            unduh(store, sidik)?;
            return fs::read(jalur(store, sidik)).map_err(|e| hilang(e, sidik));
        }
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
        None if store.gudang().is_some() => unduh(store, sidik),
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

//! Files of single answers: who took one (the audit event of every download), and large ones that are made in the background,
//! can be left and found again, and go after a day. The job is a row of [`crate::pekerjaan`]: while it is made `setelah` is the
//! end of the lease, and once it is ready the moment at which it expires. What stands in a file is not decided here.

use crate::{
    Hasil, Store, StoreError, Tx,
    audit::{self, Kejadian},
    hak::PembacaMentahSkm,
    id::{AkunId, PekerjaanId, RondeId},
    kueri::Kueri,
    nilai,
    pekerjaan::{self, Pekerjaan, SEWA_DETIK},
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

/// Kind of the job.
pub const EKSPOR: &str = "ekspor-survei";
/// A finished file is kept this long, in seconds.
pub const UMUR_DETIK: i64 = 86_400;
/// Files that one person may have waiting, being made or ready.
pub const PALING: usize = 5;

/// A file that was asked for: the content of its job.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ekspor {
    pub ronde: RondeId,
    pub oleh: AkunId,
    /// `jawaban.csv`, `jawaban.xlsx` or `jawaban.json`.
    pub berkas: String,
    /// Semicolons and words, for a spreadsheet program in Indonesian.
    pub excel: bool,
    /// Language of the headings.
    pub bahasa: String,
    /// Rows when it was asked for, and rows written so far.
    pub semua: i64,
    pub jadi: i64,
    /// The file stands, with `jadi` rows.
    pub siap: bool,
}

/// One of a person's files.
#[derive(Debug, Clone)]
pub struct Berkas {
    pub id: PekerjaanId,
    pub isi: Ekspor,
    pub dibuat: crate::Waktu,
    /// When it goes, once it is ready.
    pub kedaluwarsa: crate::Waktu,
    /// The last try failed; it is tried again.
    pub gagal: bool,
}

#[derive(FromQueryResult)]
struct Baris {
    id: PekerjaanId,
    isi: String,
    dibuat: crate::Waktu,
    setelah: crate::Waktu,
    galat: Option<String>,
}

/// All stored answers of a round, counted or not: the rows of a file.
pub async fn baris<C: ConnectionTrait>(c: &C, ronde: RondeId) -> Hasil<i64> {
    let sql = "SELECT CAST(COALESCE(SUM(n), 0) AS bigint) AS n FROM jawaban_kubus WHERE ronde_id = $1 AND tingkat = 0";
    c.angka(sql, nilai![ronde]).await
}

/// Records that this person takes a file of single answers, before the first byte leaves.
pub async fn catat_unduh(store: &Store, hak: &PembacaMentahSkm, berkas: &str, baris: i64) -> Hasil<()> {
    let tx = store.mulai().await?;
    let rincian = serde_json::json!({ "berkas": berkas, "baris": baris });
    let kejadian = Kejadian::baru("skm.unduh-jawaban", "ronde", hak.ronde.id).instansi(hak.ronde.instansi_id).rincian(rincian);
    audit::catat(&tx, hak.pelaku(), kejadian).await?;
    tx.commit().await
}

/// Asks for a file to be made.
///
/// # Errors
/// `Keadaan("ekspor-terlalu-banyak")` when the person has [`PALING`] of them.
pub async fn minta(store: &Store, hak: &PembacaMentahSkm, berkas: &str, excel: bool, bahasa: &str) -> Hasil<PekerjaanId> {
    let (r, akun) = (&hak.ronde, hak.pelaku().akun);
    let semua = baris(store.baca(), r.id).await?;
    if cari(store.baca(), akun, None).await?.len() >= PALING {
        return Err(StoreError::Keadaan("ekspor-terlalu-banyak"));
    }
    let isi = Ekspor { ronde: r.id, oleh: akun, berkas: berkas.to_owned(), excel, bahasa: bahasa.to_owned(), semua, jadi: 0, siap: false };
    let tx = store.mulai().await?;
    let id = pekerjaan::antrekan(&tx, EKSPOR, &isi).await?;
    let rincian = serde_json::json!({ "ekspor": id, "berkas": berkas, "baris": semua });
    audit::catat(&tx, hak.pelaku(), Kejadian::baru("skm.ekspor", "ronde", r.id).instansi(r.instansi_id).rincian(rincian)).await?;
    tx.commit().await?;
    Ok(id)
}

/// The files of a round that this person asked for, newest first.
pub async fn milik(store: &Store, hak: &PembacaMentahSkm) -> Hasil<Vec<Berkas>> {
    cari(store.baca(), hak.pelaku().akun, Some(hak.ronde.id)).await
}

/// One of them.
///
/// # Errors
/// `TidakDitemukan` for another's, or one that is gone.
pub async fn satu(store: &Store, hak: &PembacaMentahSkm, id: PekerjaanId) -> Hasil<Berkas> {
    milik(store, hak).await?.into_iter().find(|b| b.id == id).ok_or(StoreError::TidakDitemukan)
}

async fn cari<C: ConnectionTrait>(c: &C, akun: AkunId, ronde: Option<RondeId>) -> Hasil<Vec<Berkas>> {
    // Each person has a handful of them for a day, so they are few.
    let sql = "SELECT id, isi, dibuat, setelah, galat FROM pekerjaan WHERE jenis = $1 ORDER BY dibuat DESC, id DESC LIMIT 10000";
    let mut hasil = Vec::new();
    for b in c.semua::<Baris>(sql, nilai![EKSPOR]).await? {
        let isi = urai(&b.isi)?;
        if isi.oleh == akun && ronde.is_none_or(|r| r == isi.ronde) {
            hasil.push(Berkas { id: b.id, isi, dibuat: b.dibuat, kedaluwarsa: b.setelah, gagal: b.galat.is_some() });
        }
    }
    Ok(hasil)
}

/// # Errors
/// `Rusak` for a job of another kind.
pub fn urai(isi: &str) -> Hasil<Ekspor> {
    serde_json::from_str(isi).map_err(|e| StoreError::Rusak(format!("an export: {e}")))
}

/// Writes how far it is, and keeps the job for this worker.
///
/// # Errors
/// `TidakDitemukan` when the person has thrown it away meanwhile.
pub async fn maju(store: &Store, p: &Pekerjaan, isi: &Ekspor) -> Hasil<()> {
    tulis(store, p, isi, SEWA_DETIK).await
}

/// The file stands; from now on it waits for its end.
///
/// # Errors
/// As [`maju`].
pub async fn siap(store: &Store, p: &Pekerjaan, isi: &Ekspor) -> Hasil<()> {
    tulis(store, p, &Ekspor { siap: true, ..isi.clone() }, UMUR_DETIK).await
}

/// Writes the content of a job and when it is due again; the job must still be there.
pub(crate) async fn tulis(store: &Store, p: &Pekerjaan, isi: &impl Serialize, detik: i64) -> Hasil<()> {
    let tx = store.mulai().await?;
    tulis_dalam(&tx, p, isi, detik).await?;
    tx.commit().await
}

/// The same in the caller's transaction.
pub(crate) async fn tulis_dalam(tx: &Tx, p: &Pekerjaan, isi: &impl Serialize, detik: i64) -> Hasil<()> {
    let teks = serde_json::to_string(isi).map_err(|e| StoreError::Rusak(e.to_string()))?;
    let masih = pekerjaan::lanjutkan(tx, p, &teks, tx.pada.tambah_detik(detik)).await?;
    if masih { Ok(()) } else { Err(StoreError::TidakDitemukan) }
}

/// Throws a file away, made or not.
///
/// # Errors
/// `TidakDitemukan` for another's.
pub async fn buang(store: &Store, hak: &PembacaMentahSkm, id: PekerjaanId) -> Hasil<()> {
    satu(store, hak, id).await?;
    let tx = store.mulai().await?;
    tx.jalankan("DELETE FROM pekerjaan WHERE id = $1 AND jenis = $2", nilai![id, EKSPOR]).await?;
    tx.commit().await?;
    hapus_berkas(store, id)
}

/// Puts a finished file to its place, and where the other nodes find it.
///
/// # Errors
/// The disk, or the object store.
pub fn pasang(store: &Store, id: PekerjaanId, berkas: tempfile::NamedTempFile) -> Hasil<()> {
    if let Some(g) = store.gudang() {
        g.titipkan(&id.to_string(), berkas.path())?;
    }
    berkas.persist(jalur(store, id)).map_err(|e| StoreError::menulis(e.error))?;
    Ok(())
}

/// The file of a job on this machine, fetched if another node made it; `None`: there is none.
///
/// # Errors
/// The disk, or the object store.
pub fn lokal(store: &Store, id: PekerjaanId) -> Hasil<Option<PathBuf>> {
    let jalur = jalur(store, id);
    if jalur.exists() {
        return Ok(Some(jalur));
    }
    let Some(g) = store.gudang() else { return Ok(None) };
    let sementara = tempfile::NamedTempFile::new_in(siapkan_folder(store)?).map_err(StoreError::menulis)?;
    if !g.titipan(&id.to_string(), sementara.reopen()?)? {
        return Ok(None);
    }
    sementara.persist(&jalur).map_err(|e| StoreError::menulis(e.error))?;
    Ok(Some(jalur))
}

/// Where the file of a job lies on this machine.
#[must_use]
pub fn jalur(store: &Store, id: PekerjaanId) -> PathBuf {
    folder(store).join(id.to_string())
}

fn folder(store: &Store) -> PathBuf {
    store.folder().join("ekspor")
}

/// Makes the folder of these files, readable by nobody else, and returns it.
///
/// # Errors
/// The disk.
pub fn siapkan_folder(store: &Store) -> Hasil<PathBuf> {
    let folder = folder(store);
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// # Errors
/// The disk; none when there is no file.
pub fn hapus_berkas(store: &Store, id: PekerjaanId) -> Hasil<()> {
    if let Some(g) = store.gudang() {
        g.hapus_titipan(&id.to_string())?;
    }
    match std::fs::remove_file(jalur(store, id)) {
        Err(e) if e.kind() != std::io::ErrorKind::NotFound => Err(e.into()),
        _ => Ok(()),
    }
}

/// Removes files whose job is gone, for the background work. Returns how many.
///
/// # Errors
/// The disk or the database.
pub async fn sapu(store: &Store) -> Hasil<usize> {
    let Ok(isi) = std::fs::read_dir(folder(store)) else { return Ok(0) };
    let mut banyak = 0;
    for entri in isi {
        let entri = entri?;
        let Some(id) = entri.file_name().to_str().and_then(|n| n.parse::<PekerjaanId>().ok()) else { continue };
        if store.baca().angka("SELECT COUNT(*) AS n FROM pekerjaan WHERE id = $1", nilai![id]).await? == 0 {
            hapus_berkas(store, id)?;
            banyak += 1;
        }
    }
    Ok(banyak)
}

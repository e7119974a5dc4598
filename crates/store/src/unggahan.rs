//! Uploads in pieces that survive a bad line: begin, append at an exact position, ask how far it is, finish.
//!
//! The id is made by the client and becomes the operation id of the evidence, so every step may be repeated. Bytes lie in
//! a file under `sementara/` of this node and count only up to `diterima`, which is raised after they are on disk.

mod potongan;
mod sapu;
mod selesai;

pub use potongan::{POTONGAN_MAKS, Terima, tambah};
pub use sapu::sapu;
pub use selesai::{Akhir, selesai};

use crate::{
    Hasil, Store, StoreError, Tx, Waktu,
    berkas::UKURAN_MAKS,
    f01::{harus_dapat_diubah, kunci},
    hak::OperatorUnit,
    id::{AkunId, LokusId, UnggahanId},
    kueri::Kueri,
    nilai,
};
use sea_orm::FromQueryResult;
use std::path::PathBuf;

/// Unfinished uploads one lokus may have.
pub const MAKS_TERBUKA: i64 = 100;

#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Unggahan {
    pub id: UnggahanId,
    pub lokus_id: LokusId,
    pub indikator: String,
    pub akun_id: AkunId,
    pub nama: String,
    pub keterangan: String,
    pub ukuran: i64,
    /// Bytes that are safely on disk.
    pub diterima: i64,
    pub dibuat: Waktu,
    pub terakhir: Waktu,
}

/// What a client says before it sends.
#[derive(Debug, Clone)]
pub struct Mulai<'a> {
    pub id: UnggahanId,
    pub indikator: &'a str,
    pub nama: &'a str,
    pub keterangan: &'a str,
    pub ukuran: i64,
}

const PILIH: &str = "SELECT id, lokus_id, indikator, akun_id, nama, keterangan, ukuran, diterima, dibuat, terakhir FROM unggahan";

/// Begins an upload, or finds the one begun with the same id.
///
/// # Errors
/// `Keadaan` for a size that would be refused at the end anyway; `OperasiLain` when the id belongs to another file.
pub async fn mulai(store: &Store, hak: &OperatorUnit, m: Mulai<'_>) -> Hasil<Unggahan> {
    if m.ukuran < 1 {
        return Err(StoreError::Keadaan("bukti-salah-kosong"));
    }
    if usize::try_from(m.ukuran).is_ok_and(|n| n > UKURAN_MAKS) {
        return Err(StoreError::Keadaan("bukti-salah-terlalu-besar"));
    }
    let nama: String = m.nama.chars().filter(|c| !c.is_control()).take(255).collect();
    let tx = store.mulai().await?;
    kunci(&tx, hak.lokus.id).await?;
    if let Some(lama) = cari(&tx, m.id).await? {
        let sama = milik(&lama, hak) && lama.indikator == m.indikator && lama.nama == nama && lama.ukuran == m.ukuran;
        return if sama { Ok(lama) } else { Err(StoreError::OperasiLain) };
    }
    harus_dapat_diubah(&tx, &hak.lokus).await?;
    if tx.angka("SELECT COUNT(*) AS n FROM unggahan WHERE lokus_id = $1", nilai![hak.lokus.id]).await? >= MAKS_TERBUKA {
        return Err(StoreError::Keadaan("bukti-salah-terlalu-banyak"));
    }
    let keterangan: String = m.keterangan.trim().chars().take(crate::bukti::KETERANGAN_MAKS).collect();
    tx.jalankan(
        "INSERT INTO unggahan (id, lokus_id, indikator, akun_id, nama, keterangan, ukuran, diterima, dibuat, terakhir)
         VALUES ($1, $2, $3, $4, $5, $6, $7, 0, $8, $8)",
        nilai![m.id, hak.lokus.id, m.indikator, hak.pelaku().akun, nama, keterangan, m.ukuran, tx.pada],
    )
    .await?;
    let baru = cari(&tx, m.id).await?.ok_or(StoreError::TidakDitemukan)?;
    tx.commit().await?;
    Ok(baru)
}

/// How far an upload of this person is.
///
/// # Errors
/// `TidakDitemukan` for one of another person or lokus, and for a finished one.
pub async fn dari_id(store: &Store, hak: &OperatorUnit, id: UnggahanId) -> Hasil<Unggahan> {
    let u: Unggahan = store.baca().satu(&format!("{PILIH} WHERE id = $1"), nilai![id]).await?;
    if milik(&u, hak) { Ok(u) } else { Err(StoreError::TidakDitemukan) }
}

/// Unfinished uploads of this person in this lokus, so that a page opened again can offer to go on.
pub async fn tertunda(store: &Store, hak: &OperatorUnit) -> Hasil<Vec<Unggahan>> {
    let sql = format!("{PILIH} WHERE lokus_id = $1 AND akun_id = $2 ORDER BY dibuat, id LIMIT 100");
    store.baca().semua(&sql, nilai![hak.lokus.id, hak.pelaku().akun]).await
}

/// Gives an upload up: its row and its bytes go. A second time does nothing.
pub async fn batalkan(store: &Store, hak: &OperatorUnit, id: UnggahanId) -> Hasil<()> {
    let u = match dari_id(store, hak, id).await {
        Err(StoreError::TidakDitemukan) => return Ok(()),
        lain => lain?,
    };
    let tx = store.mulai().await?;
    buang(&tx, u.id).await?;
    tx.commit().await?;
    hapus_berkas(store, u.id)
}

fn milik(u: &Unggahan, hak: &OperatorUnit) -> bool {
    u.lokus_id == hak.lokus.id && u.akun_id == hak.pelaku().akun
}

async fn cari(tx: &Tx, id: UnggahanId) -> Hasil<Option<Unggahan>> {
    tx.mungkin(&format!("{PILIH} WHERE id = $1"), nilai![id]).await
}

async fn buang(tx: &Tx, id: UnggahanId) -> Hasil<()> {
    tx.jalankan("DELETE FROM unggahan WHERE id = $1", nilai![id]).await?;
    Ok(())
}

fn jalur(store: &Store, id: UnggahanId) -> PathBuf {
    store.folder().join("sementara").join(format!("unggahan-{id}"))
}

fn hapus_berkas(store: &Store, id: UnggahanId) -> Hasil<()> {
    match std::fs::remove_file(jalur(store, id)) {
        Err(e) if e.kind() != std::io::ErrorKind::NotFound => Err(e.into()),
        _ => Ok(()),
    }
}

//! Materials of a session: files whose content was checked, taken away by a row of their own.

use super::{catat, kunci};
use crate::{
    Hasil, Store, StoreError, Waktu,
    berkas::Tipe,
    hak::{PembacaPeriode, PenyelenggaraPeriode},
    id::{BahanId, JadwalId},
    kueri::Kueri,
    nilai,
    objek::{self, Tersimpan},
};
use sea_orm::FromQueryResult;

#[derive(Debug, Clone, FromQueryResult)]
pub struct Bahan {
    pub id: BahanId,
    pub jadwal_id: JadwalId,
    pub judul: String,
    pub objek: String,
    pub ukuran: i64,
    pub nama_berkas: String,
    pub pada: Waktu,
}

const PILIH: &str = "SELECT b.id, b.jadwal_id, b.judul, b.objek, o.ukuran, b.nama_berkas, b.pada FROM kegiatan_bahan b
    JOIN jadwal j ON j.id = b.jadwal_id JOIN objek o ON o.sidik = b.objek LEFT JOIN kegiatan_bahan_hapus h ON h.bahan_id = b.id
    WHERE h.bahan_id IS NULL";

/// Materials of a session in the order in which they came.
pub async fn bahan(store: &Store, id: JadwalId) -> Hasil<Vec<Bahan>> {
    store.baca().semua(&format!("{PILIH} AND b.jadwal_id = $1 ORDER BY b.id LIMIT 200"), nilai![id]).await
}

/// One of a session of the period.
///
/// # Errors
/// `TidakDitemukan` for one of another period, and one that was taken away.
pub async fn satu_bahan(store: &Store, hak: &PembacaPeriode, id: BahanId) -> Hasil<Bahan> {
    store.baca().satu(&format!("{PILIH} AND b.id = $1 AND j.periode_id = $2"), nilai![id, hak.periode.id]).await
}

/// Adds a file to a prepared session. `id` is made when the form is shown.
///
/// # Errors
/// `Keadaan("kegiatan-belum")` before the session was prepared.
pub async fn tambah_bahan(
    store: &Store,
    hak: &PenyelenggaraPeriode,
    (jadwal, id): (JadwalId, BahanId),
    judul: &str,
    (berkas, tipe, nama): (&Tersimpan, Tipe, &str),
) -> Hasil<()> {
    let tx = store.mulai().await?;
    if kunci(&tx, hak, jadwal).await?.versi.is_none() {
        return Err(StoreError::Keadaan("kegiatan-belum"));
    }
    objek::catat(&tx, berkas, tipe.mime()).await?;
    let n = tx
        .jalankan(
            "INSERT INTO kegiatan_bahan (id, jadwal_id, judul, objek, nama_berkas, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6, $7)
             ON CONFLICT (id) DO NOTHING",
            nilai![id, jadwal, judul.trim(), berkas.sidik.as_str(), nama, tx.pada, hak.pelaku().akun],
        )
        .await?;
    if n > 0 {
        catat(&tx, hak, "kegiatan.bahan", jadwal, serde_json::json!({ "bahan": id, "objek": berkas.sidik })).await?;
    }
    tx.commit().await
}

/// Takes a file away. A second time changes nothing.
///
/// # Errors
/// `TidakDitemukan` for a file of another session.
pub async fn buang(store: &Store, hak: &PenyelenggaraPeriode, jadwal: JadwalId, id: BahanId) -> Hasil<()> {
    let tx = store.mulai().await?;
    kunci(&tx, hak, jadwal).await?;
    if tx.angka("SELECT COUNT(*) AS n FROM kegiatan_bahan WHERE id = $1 AND jadwal_id = $2", nilai![id, jadwal]).await? == 0 {
        return Err(StoreError::TidakDitemukan);
    }
    let n = tx
        .jalankan(
            "INSERT INTO kegiatan_bahan_hapus (bahan_id, pada, oleh) VALUES ($1, $2, $3) ON CONFLICT (bahan_id) DO NOTHING",
            nilai![id, tx.pada, hak.pelaku().akun],
        )
        .await?;
    if n > 0 {
        catat(&tx, hak, "kegiatan.bahan-hapus", jadwal, serde_json::json!({ "bahan": id })).await?;
    }
    tx.commit().await
}

//! Texts to begin an answer with, kept by the liaison officer for the whole instansi.

use crate::{
    Hasil, Store, StoreError,
    audit::{self, Kejadian},
    hak::PenghubungInstansi,
    id::InstansiId,
    kueri::Kueri,
    nilai,
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use uuid::Uuid;

#[derive(Debug, Clone, FromQueryResult)]
pub struct Templat {
    pub id: Uuid,
    pub judul: String,
    pub isi: String,
}

/// Texts of an instansi, by title.
pub async fn templat<C: ConnectionTrait>(c: &C, instansi: InstansiId) -> Hasil<Vec<Templat>> {
    let sql = "SELECT t.id, t.judul, t.isi FROM pengaduan_templat t LEFT JOIN pengaduan_templat_hapus x ON x.templat_id = t.id
        WHERE t.instansi_id = $1 AND x.templat_id IS NULL ORDER BY t.judul, t.id LIMIT 200";
    c.semua(sql, nilai![instansi]).await
}

/// Adds a text. The same `id` again does nothing.
///
/// # Errors
/// `Keadaan` when title or text is missing or too long.
pub async fn tambah_templat(store: &Store, hak: &PenghubungInstansi, id: Uuid, judul: &str, isi: &str) -> Hasil<()> {
    if judul.is_empty() || isi.is_empty() {
        return Err(StoreError::Keadaan("aduan-teks-wajib"));
    }
    if judul.chars().count() > 200 || isi.chars().count() > super::TEKS_MAKS {
        return Err(StoreError::Keadaan("aduan-panjang"));
    }
    let tx = store.mulai().await?;
    let n = tx
        .jalankan(
            "INSERT INTO pengaduan_templat (id, instansi_id, judul, isi, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO NOTHING",
            nilai![id, hak.instansi.id, judul, isi, tx.pada, hak.pelaku().akun],
        )
        .await?;
    if n > 0 {
        let k = Kejadian::baru("pengaduan.templat", "pengaduan", id).instansi(hak.instansi.id);
        audit::catat(&tx, hak.pelaku(), k).await?;
    }
    tx.commit().await
}

/// # Errors
/// `TidakDitemukan` for a text of another instansi.
pub async fn hapus_templat(store: &Store, hak: &PenghubungInstansi, id: Uuid) -> Hasil<()> {
    let tx = store.mulai().await?;
    if !templat(&*tx, hak.instansi.id).await?.iter().any(|t| t.id == id) {
        return Err(StoreError::TidakDitemukan);
    }
    let sql = "INSERT INTO pengaduan_templat_hapus (templat_id, pada, oleh) VALUES ($1, $2, $3) ON CONFLICT (templat_id) DO NOTHING";
    tx.jalankan(sql, nilai![id, tx.pada, hak.pelaku().akun]).await?;
    let k = Kejadian::baru("pengaduan.templat-hapus", "pengaduan", id).instansi(hak.instansi.id);
    audit::catat(&tx, hak.pelaku(), k).await?;
    tx.commit().await
}

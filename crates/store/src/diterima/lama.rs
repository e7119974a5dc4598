//! Publications that an older program received: what the national board needs of them is read from their files once.

use super::{
    papan,
    tulis::{Baris, periksa},
};
use crate::{Hasil, Store, StoreError, edisi, id::TerimaId, kueri::Kueri, nilai, objek};
use sea_orm::FromQueryResult;

#[derive(FromQueryResult)]
struct Lama {
    id: TerimaId,
    objek: String,
}

/// Completes what an older program recorded. Returns how many; one whose file no longer holds stays as it is, and the log says so.
///
/// # Errors
/// When the store fails.
pub async fn lengkapi(store: &Store) -> Hasil<usize> {
    let semua: Vec<Lama> =
        store.baca().semua("SELECT id, objek FROM terima_terbitan WHERE tanda IS NULL ORDER BY id LIMIT 10000", nilai![]).await?;
    let mut n = 0;
    for l in semua {
        match satu(store, &l).await {
            Ok(()) => n += 1,
            Err(e) => tracing::warn!(id = %l.id, error = %e, "a publication received by an older program is not counted nationally"),
        }
    }
    Ok(n)
}

async fn satu(store: &Store, l: &Lama) -> Hasil<()> {
    let (s, sidik) = (store.clone(), l.objek.clone());
    let jalur = tokio::task::spawn_blocking(move || objek::lokal(&s, &sidik)).await.map_err(|e| StoreError::Rusak(e.to_string()))??;
    let (laporan, baris) = periksa(store, jalur).await.map_err(|e| StoreError::Rusak(e.to_string()))?;
    let tx = store.mulai().await?;
    for n in &laporan.naskah {
        edisi::simpan(&tx, &n.id, &n.teks).await?;
    }
    for (urut, b) in (1_i64..).zip(&baris) {
        lengkap(&*tx, l.id, urut, b).await?;
    }
    papan::tandai(&*tx, &tx.kunci, l.id).await?;
    tx.commit().await
}

/// The row with this place in the file, where it is the same result.
async fn lengkap<C: sea_orm::ConnectionTrait>(c: &C, id: TerimaId, urut: i64, b: &Baris) -> Hasil<()> {
    let sql = "UPDATE terima_hasil SET edisi = $4, cakupan = $5, wilayah = $6, bawah = $7, atas = $8
        WHERE terima_id = $1 AND urut = $2 AND sidik = $3";
    let (bawah, atas) = b.rentang;
    c.jalankan(sql, nilai![id, urut, b.sidik.as_str(), b.edisi.as_str(), b.cakupan.as_str(), b.wilayah.as_deref(), bawah, atas]).await?;
    Ok(())
}

//! Publications that an older program received: what the national board needs of them is read from their files once.

use super::{
    bukti, papan,
    tulis::{self, periksa},
};
use crate::{Hasil, Store, StoreError, edisi, id::TerimaId, kueri::Kueri, nilai, objek};
use sea_orm::FromQueryResult;

#[derive(FromQueryResult)]
struct Lama {
    id: TerimaId,
    objek: String,
    sidik: String,
    hasil: i64,
}

/// Completes what an older program recorded. Returns how many; one whose file no longer holds stays as it is, and the log says so.
///
/// # Errors
/// When the store fails.
pub async fn lengkapi(store: &Store) -> Hasil<usize> {
    let semua: Vec<Lama> = store
        .baca()
        .semua("SELECT id, objek, sidik, hasil FROM terima_terbitan WHERE tanda IS NULL ORDER BY id LIMIT 10000", nilai![])
        .await?;
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
    if laporan.sidik != l.sidik || i64::try_from(baris.len()) != Ok(l.hasil) {
        return Err(StoreError::Rusak("not the file that was received".into()));
    }
    let tx = store.mulai().await?;
    let terbukti = bukti::terbukti(&*tx, &tx.kunci, l.id).await?;
    for n in &laporan.naskah {
        edisi::simpan(&tx, &n.id, &n.teks).await?;
    }
    // All of them from the file: what stands here was signed by nobody.
    tx.jalankan("DELETE FROM terima_hasil WHERE terima_id = $1", nilai![l.id]).await?;
    for (urut, b) in (1_i64..).zip(&baris) {
        tulis::satu(&tx, l.id, urut, b).await?;
    }
    papan::tandai(&*tx, &tx.kunci, l.id).await?;
    // The mark is over that signature too.
    if terbukti {
        bukti::tandai(&*tx, &tx.kunci, l.id).await?;
    }
    tx.commit().await
}

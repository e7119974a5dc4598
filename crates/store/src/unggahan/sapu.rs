//! Sweeping uploads that nobody went on with, for the background job.

use super::{Unggahan, buang, hapus_berkas};
use crate::{Hasil, Store, kueri::Kueri, nilai};

/// A day: long enough to go home and finish in the morning.
const UMUR: i64 = 24 * 3600;

/// Removes uploads untouched for a day, at most 500 at a time, and files whose row is gone. Returns how many rows went.
pub async fn sapu(store: &Store) -> Hasil<usize> {
    let batas = store.sekarang().tambah_detik(-UMUR);
    let lama: Vec<Unggahan> =
        store.baca().semua(&format!("{} WHERE terakhir < $1 ORDER BY terakhir, id LIMIT 500", super::PILIH), nilai![batas]).await?;
    for u in &lama {
        let tx = store.mulai().await?;
        buang(&tx, u.id).await?;
        tx.commit().await?;
        hapus_berkas(store, u.id)?;
    }
    sapu_berkas(store).await?;
    Ok(lama.len())
}

/// Files that a crash left behind after their row was gone.
async fn sapu_berkas(store: &Store) -> Hasil<()> {
    for entri in std::fs::read_dir(store.folder().join("sementara"))? {
        let entri = entri?;
        let nama = entri.file_name();
        let Some(id) = nama.to_str().and_then(|n| n.strip_prefix("unggahan-")).and_then(|n| n.parse::<crate::id::UnggahanId>().ok()) else {
            continue;
        };
        if store.baca().angka("SELECT COUNT(*) AS n FROM unggahan WHERE id = $1", nilai![id]).await? == 0 {
            hapus_berkas(store, id)?;
        }
    }
    Ok(())
}

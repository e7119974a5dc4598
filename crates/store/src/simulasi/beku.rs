//! Freezing a simulated period whole: the operation of a single freezing, many to a transaction.

use crate::{
    Hasil, Store, edisi,
    hak::PenyelenggaraPeriode,
    hasil::{Bekuan, bekukan_di},
    id::{HasilId, UnitId},
    kueri::Kueri,
    lokus::{self, Lokus},
    nilai, periode,
};
use uuid::Uuid;

const SEKALIGUS: usize = 1000;

/// Freezes every lokus of the period that can be frozen; returns how many were.
pub async fn bekukan(store: &Store, hak: &PenyelenggaraPeriode) -> Hasil<u32> {
    let ilustrasi = store.ilustrasi().await?;
    let sql = format!("{} WHERE l.periode_id = $1 AND l.unit_id > $2 ORDER BY l.unit_id LIMIT {SEKALIGUS}", lokus::PILIH);
    let (mut setelah, mut jumlah) = (UnitId(Uuid::nil()), 0);
    loop {
        let tx = store.mulai().await?;
        periode::kunci(&tx, hak.periode.id).await?;
        let semua: Vec<Lokus> = tx.semua(&sql, nilai![hak.periode.id, setelah]).await?;
        let Some(akhir) = semua.last() else { return Ok(jumlah) };
        setelah = akhir.unit_id;
        for l in &semua {
            let b = Bekuan { id: HasilId::baru(), edisi: edisi::dapat(store, l.edisi()?).await?, ilustrasi, tetap: None };
            jumlah += u32::from(bekukan_di(store, &tx, hak.pelaku(), l, b).await?.is_ok());
        }
        tx.commit().await?;
    }
}

//! The right of somebody who was appointed for a lokus once, whether or not he still is: to hand in what he had typed before he
//! learned that it counts no more.

use super::Pelaku;
use crate::{
    Hasil, Store, StoreError,
    id::LokusId,
    kueri::Kueri,
    lokus::{self, Lokus},
    nilai,
};

hak! {
    /// Was appointed by decree for the lokus at some time.
    PernahEvaluator { lokus: Lokus },
}

/// # Errors
/// `TidakDitemukan` for everybody who never was appointed for it.
pub async fn pernah_evaluator(store: &Store, pelaku: &Pelaku, id: LokusId) -> Hasil<PernahEvaluator> {
    let sql = "SELECT COUNT(*) AS n FROM penugasan g JOIN penetapan t ON t.penugasan_id = g.id WHERE g.lokus_id = $1 AND g.akun_id = $2";
    if store.baca().angka(sql, nilai![id, pelaku.akun]).await? == 0 {
        return Err(StoreError::TidakDitemukan);
    }
    let lokus = lokus::dari_id(store.baca(), id).await?;
    Ok(PernahEvaluator { pelaku: pelaku.clone(), lokus })
}

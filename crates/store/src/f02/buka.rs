//! The first evaluator who opens a submitted F01; from then on the unit cannot withdraw it.

use crate::{Hasil, Store, audit, audit::Kejadian, hak::EvaluatorLokus, kueri::Kueri, nilai, peristiwa};

/// Records the opening; later openings, and a lokus without a live submission, change nothing.
pub async fn buka(store: &Store, hak: &EvaluatorLokus) -> Hasil<()> {
    let lokus = &hak.lokus;
    let Some(id) = super::syarat::pengiriman(store.baca(), lokus.id).await? else { return Ok(()) };
    let sudah = store.baca().angka("SELECT COUNT(*) AS n FROM f01_pembukaan WHERE pengiriman_id = $1", nilai![id]).await?;
    if sudah > 0 {
        return Ok(());
    }
    let tx = super::syarat::mulai(store, lokus).await?;
    // Withdrawn between the two looks: nothing to open.
    if super::syarat::pengiriman(&*tx, lokus.id).await? != Some(id) {
        return Ok(());
    }
    let n = tx
        .jalankan(
            "INSERT INTO f01_pembukaan (pengiriman_id, pada, oleh) VALUES ($1, $2, $3) ON CONFLICT (pengiriman_id) DO NOTHING",
            nilai![id, tx.pada, hak.pelaku().akun],
        )
        .await?;
    if n > 0 {
        audit::catat(&tx, hak.pelaku(), Kejadian::baru("f01.buka", "f01_pengiriman", id).instansi(lokus.instansi_id)).await?;
        peristiwa::siarkan(&tx, &format!("lokus/{}/f01", lokus.id), &serde_json::json!({ "dibuka": id })).await?;
    }
    tx.commit().await
}

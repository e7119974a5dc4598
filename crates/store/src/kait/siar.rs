//! An event is queued for every address that wants it, in the transaction of the change.

use super::{KEADAAN, Peristiwa, kirim::KAIT};
use crate::{
    Hasil, StoreError, Tx,
    id::{InstansiId, KaitId, KaitKirimId},
    kueri::Kueri,
    nilai, pekerjaan,
};
use sea_orm::FromQueryResult;
use serde_json::Value;

#[derive(FromQueryResult)]
struct Penerima {
    id: KaitId,
}

/// Tells of an event of an instansi. `data` is what anyone at the address may read: no personal value, no secret code.
pub(crate) async fn siarkan(tx: &Tx, p: Peristiwa, instansi: InstansiId, data: &Value) -> Hasil<()> {
    let sql = format!(
        "SELECT k.id FROM kait k JOIN kait_peristiwa p ON p.kait_id = k.id
         WHERE p.peristiwa = $1 AND (k.instansi_id IS NULL OR k.instansi_id = $2) AND {KEADAAN} = 'hidup' ORDER BY k.id LIMIT 200"
    );
    let semua: Vec<Penerima> = tx.semua(&sql, nilai![p.kunci(), instansi]).await?;
    for k in semua {
        satu(tx, k.id, p.kunci(), data).await?;
    }
    Ok(())
}

/// Queues one message for one address.
pub(super) async fn satu(tx: &Tx, kait: KaitId, peristiwa: &str, data: &Value) -> Hasil<KaitKirimId> {
    let id = KaitKirimId::baru();
    let isi = serde_json::json!({ "type": peristiwa, "timestamp": tx.pada.timestamp().to_string(), "data": data });
    let isi = serde_json::to_string(&isi).map_err(|e| StoreError::Rusak(e.to_string()))?;
    tx.jalankan(
        "INSERT INTO kait_kirim (id, kait_id, peristiwa, isi, pada) VALUES ($1, $2, $3, $4, $5)",
        nilai![id, kait, peristiwa, isi, tx.pada],
    )
    .await?;
    pekerjaan::antrekan(tx, KAIT, &id).await?;
    Ok(id)
}

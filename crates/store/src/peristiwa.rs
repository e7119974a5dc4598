//! The event table that live pages poll: a topic changed. Written in the transaction of the change.

use crate::{Hasil, Store, Tx, Waktu, kueri::Kueri, nilai};
use sea_orm::FromQueryResult;

/// A topic and when it last changed.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Kabar {
    pub topik: String,
    pub pada: Waktu,
}

pub async fn siarkan(tx: &Tx, topik: &str, isi: &serde_json::Value) -> Hasil<()> {
    tx.jalankan(
        "INSERT INTO peristiwa (id, topik, isi, pada) VALUES ($1, $2, $3, $4)",
        nilai![crate::id::baru(), topik, isi.to_string(), tx.pada],
    )
    .await?;
    Ok(())
}

/// Topics that changed at or after `sejak`, each once with its latest change, by name, at most 5000. A reader asks for a
/// few seconds more than it knows, since two nodes may commit out of order.
pub async fn sejak(store: &Store, sejak: Waktu) -> Hasil<Vec<Kabar>> {
    store
        .baca()
        .semua(
            "SELECT topik, CAST(MAX(pada) AS bigint) AS pada FROM peristiwa WHERE pada >= $1 GROUP BY topik ORDER BY topik LIMIT 5000",
            nilai![sejak],
        )
        .await
}

/// Removes rows older than a day.
pub async fn bersihkan(store: &Store) -> Hasil<u64> {
    let tx = store.mulai().await?;
    let n = tx.jalankan("DELETE FROM peristiwa WHERE pada < $1", nilai![tx.pada.tambah_detik(-86_400)]).await?;
    tx.commit().await?;
    Ok(n)
}

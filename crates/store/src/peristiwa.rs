//! The event table that live pages poll: a topic changed. Written in the transaction of the change.

use crate::{Hasil, Store, Tx, Waktu, kueri::Kueri, nilai};
use sea_orm::FromQueryResult;
use uuid::Uuid;

#[derive(Debug, Clone, FromQueryResult)]
pub struct Peristiwa {
    pub id: Uuid,
    pub topik: String,
    pub isi: String,
}

pub async fn siarkan(tx: &Tx, topik: &str, isi: &serde_json::Value) -> Hasil<()> {
    tx.jalankan(
        "INSERT INTO peristiwa (id, topik, isi, pada) VALUES ($1, $2, $3, $4)",
        nilai![Uuid::now_v7(), topik, isi.to_string(), tx.pada],
    )
    .await?;
    Ok(())
}

/// Events of all topics written since `sejak`, oldest first, at most 500. A reader keeps the ids it has seen, since
/// two nodes may commit out of id order within a few milliseconds.
pub async fn sejak(store: &Store, sejak: Waktu) -> Hasil<Vec<Peristiwa>> {
    store.baca().semua("SELECT id, topik, isi FROM peristiwa WHERE pada >= $1 ORDER BY pada, id LIMIT 500", nilai![sejak]).await
}

/// Removes rows older than a day.
pub async fn bersihkan(store: &Store) -> Hasil<u64> {
    let tx = store.mulai().await?;
    let n = tx.jalankan("DELETE FROM peristiwa WHERE pada < $1", nilai![tx.pada.tambah_detik(-86_400)]).await?;
    tx.commit().await?;
    Ok(n)
}

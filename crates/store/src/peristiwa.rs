//! The event table that live pages poll: a topic changed. Written in the transaction of the change; listeners of the same
//! process are told at the commit.

use crate::{Hasil, Store, Tx, Waktu, kueri::Kueri, nilai};
use sea_orm::FromQueryResult;
use uuid::Uuid;

/// A topic and when it changed.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Kabar {
    /// One change has one id; the same topic has many.
    pub id: Uuid,
    pub topik: String,
    pub pada: Waktu,
}

pub async fn siarkan(tx: &Tx, topik: &str, isi: &serde_json::Value) -> Hasil<()> {
    let k = Kabar { id: Uuid::now_v7(), topik: topik.to_owned(), pada: tx.pada };
    tx.jalankan("INSERT INTO peristiwa (id, topik, isi, pada) VALUES ($1, $2, $3, $4)", nilai![k.id, topik, isi.to_string(), tx.pada])
        .await?;
    tx.kabarkan(k);
    Ok(())
}

/// A topic and when it last changed.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Terakhir {
    pub topik: String,
    pub pada: Waktu,
}

/// Topics that changed at or after `sejak`, each once with its latest change, by name, at most 5000.
pub async fn sejak(store: &Store, sejak: Waktu) -> Hasil<Vec<Terakhir>> {
    store
        .baca()
        .semua(
            "SELECT topik, CAST(MAX(pada) AS bigint) AS pada FROM peristiwa WHERE pada >= $1 GROUP BY topik ORDER BY topik LIMIT 5000",
            nilai![sejak],
        )
        .await
}

/// Every change at or after `sejak`, at most 5000, the latest first. A reader asks for a few seconds more than it knows, since
/// two nodes may commit out of order, and tells what it has seen by the ids.
pub async fn satu_satu(store: &Store, sejak: Waktu) -> Hasil<Vec<Kabar>> {
    let sql = "SELECT id, topik, pada FROM peristiwa WHERE pada >= $1 ORDER BY pada DESC, id DESC LIMIT 5000";
    store.baca().semua(sql, nilai![sejak]).await
}

/// Removes rows older than a day.
pub async fn bersihkan(store: &Store) -> Hasil<u64> {
    let tx = store.mulai().await?;
    let n = tx.jalankan("DELETE FROM peristiwa WHERE pada < $1", nilai![tx.pada.tambah_detik(-86_400)]).await?;
    tx.commit().await?;
    Ok(n)
}

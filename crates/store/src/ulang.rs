//! Writes of programs that may come twice (`Idempotency-Key`): the first one is done and its answer kept for a day, the same one
//! again gets that answer, another one under the same key is refused. What the answer says is the caller's.

use crate::{Hasil, Store, Tx, kueri::Kueri, nilai};
use sea_orm::FromQueryResult;
use uuid::Uuid;

/// How long an answer is kept.
const UMUR_DETIK: i64 = 86_400;
/// After so long a write without an answer was cut off by a stop of the program, and may be done again.
const PUTUS_DETIK: i64 = 300;

/// Answers kept of one token; beyond that the oldest are forgotten before their day is over.
pub const SIMPAN_MAKS: i64 = 5_000;
/// So many go at once, so that not every write has to look for the oldest.
const BUANG: i64 = 500;

/// What to do with a write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mulai {
    /// Do it, then say [`usai`] or [`lepas`].
    Baru,
    /// The first one is under way.
    Berjalan,
    /// The key stands for another write.
    Lain,
    /// It was done; this was its answer.
    Sudah { status: u16, isi: String },
}

#[derive(FromQueryResult)]
struct Ada {
    sidik: String,
    status: Option<i64>,
    isi: Option<String>,
}

/// Takes the key of a token for a write with this hash.
pub async fn mulai(store: &Store, token: Uuid, kunci: &str, sidik: &str) -> Hasil<Mulai> {
    let tx = store.mulai().await?;
    let (lama, putus) = (tx.pada.tambah_detik(-UMUR_DETIK), tx.pada.tambah_detik(-PUTUS_DETIK));
    let v = nilai![token, kunci, lama, putus];
    let sql = "DELETE FROM api_ulang WHERE token_id = $1 AND kunci = $2 AND (pada < $3 OR (status IS NULL AND pada < $4))";
    tx.jalankan(sql, v).await?;
    let sql = "INSERT INTO api_ulang (token_id, kunci, sidik, pada) VALUES ($1, $2, $3, $4) ON CONFLICT (token_id, kunci) DO NOTHING";
    if tx.jalankan(sql, nilai![token, kunci, sidik, tx.pada]).await? > 0 {
        batasi(&tx, token).await?;
        tx.commit().await?;
        return Ok(Mulai::Baru);
    }
    let sql = "SELECT sidik, status, isi FROM api_ulang WHERE token_id = $1 AND kunci = $2";
    let a: Option<Ada> = tx.mungkin(sql, nilai![token, kunci]).await?;
    Ok(match a {
        Some(a) if a.sidik != sidik => Mulai::Lain,
        Some(Ada { status: Some(status), isi: Some(isi), .. }) => Mulai::Sudah { status: u16::try_from(status).unwrap_or(500), isi },
        // `None`: let go of between the two statements.
        Some(_) | None => Mulai::Berjalan,
    })
}

/// A program that takes a new key for each write must not fill the database.
async fn batasi(tx: &Tx, token: Uuid) -> Hasil<()> {
    let sql = "SELECT COUNT(*) AS n FROM (SELECT 1 AS satu FROM api_ulang WHERE token_id = $1 LIMIT $2) t";
    if tx.angka(sql, nilai![token, SIMPAN_MAKS + 1]).await? > SIMPAN_MAKS {
        let sql = "DELETE FROM api_ulang WHERE token_id = $1 AND status IS NOT NULL AND kunci IN
            (SELECT kunci FROM api_ulang WHERE token_id = $1 AND status IS NOT NULL ORDER BY pada, kunci LIMIT $2)";
        tx.jalankan(sql, nilai![token, BUANG]).await?;
    }
    Ok(())
}

/// Keeps the answer.
pub async fn usai(store: &Store, token: Uuid, kunci: &str, status: u16, isi: &str) -> Hasil<()> {
    let tx = store.mulai().await?;
    let sql = "UPDATE api_ulang SET status = $3, isi = $4 WHERE token_id = $1 AND kunci = $2";
    tx.jalankan(sql, nilai![token, kunci, i64::from(status), isi]).await?;
    tx.commit().await
}

/// Nothing was done: the key is free again.
pub async fn lepas(store: &Store, token: Uuid, kunci: &str) -> Hasil<()> {
    let tx = store.mulai().await?;
    tx.jalankan("DELETE FROM api_ulang WHERE token_id = $1 AND kunci = $2 AND status IS NULL", nilai![token, kunci]).await?;
    tx.commit().await
}

/// Forgets answers older than a day.
pub async fn bersihkan(store: &Store) -> Hasil<u64> {
    let tx = store.mulai().await?;
    let n = tx.jalankan("DELETE FROM api_ulang WHERE pada < $1", nilai![tx.pada.tambah_detik(-UMUR_DETIK)]).await?;
    tx.commit().await?;
    Ok(n)
}

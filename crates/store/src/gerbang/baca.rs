//! What the administrators see: how many left, what they cost, and how the last ones went. No numbers and no names.

use crate::{Hasil, Store, Waktu, hak::Admin, kueri::Kueri, nilai};
use sea_orm::FromQueryResult;
use uuid::Uuid;

/// Messages of one gateway in a month; the estimated cost in rupiah.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Bulan {
    /// `2026-03`.
    pub bulan: String,
    pub saluran: String,
    pub banyak: i64,
    pub biaya: i64,
}

/// One message.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Kiriman {
    pub id: Uuid,
    pub perkara: String,
    pub perihal: String,
    pub saluran: String,
    pub pada: Waktu,
    pub akhir: Option<String>,
    pub biaya: Option<i64>,
    /// A word for what went wrong in the last try.
    pub galat: Option<String>,
    pub status: Option<i64>,
    /// The furthest state that the gateway told.
    pub sampai: Option<String>,
}

/// The last thirteen months that had messages, newest first.
///
/// # Errors
/// When the store fails.
pub async fn bulan(store: &Store, _hak: &Admin) -> Hasil<Vec<Bulan>> {
    let sql = "SELECT SUBSTR(hari, 1, 7) AS bulan, saluran, CAST(SUM(banyak) AS bigint) AS banyak, CAST(SUM(biaya) AS bigint) AS biaya
        FROM gerbang_hari GROUP BY SUBSTR(hari, 1, 7), saluran ORDER BY bulan DESC, saluran LIMIT 26";
    store.baca().semua(sql, nilai![]).await
}

/// How many left by a gateway on a day.
///
/// # Errors
/// When the store fails.
pub async fn hari_ini(store: &Store, _hak: &Admin, saluran: super::Saluran, hari: &str) -> Hasil<i64> {
    let sql = "SELECT banyak AS n FROM gerbang_hari WHERE hari = $1 AND saluran = $2";
    store.baca().angka(sql, nilai![hari, saluran.kunci()]).await
}

/// The last hundred messages, newest first.
///
/// # Errors
/// When the store fails.
pub async fn kiriman(store: &Store, _hak: &Admin) -> Hasil<Vec<Kiriman>> {
    let sql = "SELECT q.id, q.perkara, q.perihal, q.saluran, q.pada, x.akhir, x.biaya, c.galat, c.status,
         (SELECT s.keadaan FROM gerbang_sampai s WHERE s.kirim_id = q.id ORDER BY s.pada DESC, s.keadaan LIMIT 1) AS sampai
        FROM gerbang_kirim q LEFT JOIN gerbang_akhir x ON x.kirim_id = q.id
        LEFT JOIN gerbang_coba c ON c.kirim_id = q.id AND c.ke = (SELECT MAX(d.ke) FROM gerbang_coba d WHERE d.kirim_id = q.id)
        ORDER BY q.id DESC LIMIT 100";
    store.baca().semua(sql, nilai![]).await
}

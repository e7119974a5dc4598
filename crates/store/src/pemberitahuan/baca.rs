//! A person's own notices: the list, how many are unseen, and marking them seen. Nobody reads those of another.

use crate::{
    Hasil, Store, Waktu,
    hak::Pelaku,
    id::{AkunId, PemberitahuanId},
    kueri::Kueri,
    nilai,
};
use sea_orm::FromQueryResult;

#[derive(Debug, Clone, FromQueryResult)]
pub struct Kabar {
    pub id: PemberitahuanId,
    pub jenis: String,
    pub tautan: String,
    /// Arguments of the text, as a JSON object.
    pub isi: String,
    pub pada: Waktu,
    /// 1 while the person has not seen it.
    pub baru: i64,
}

/// The bell counts no further.
pub const LONCENG_MAKS: i64 = 100;

const BELUM: &str = "(s.sampai IS NULL OR p.id > s.sampai)";

/// How many a person has not seen, [`LONCENG_MAKS`] at most: one look into an index, for every page.
pub async fn belum_dilihat(store: &Store, akun: AkunId) -> Hasil<i64> {
    let sql = format!(
        "SELECT COUNT(*) AS n FROM (SELECT 1 AS satu FROM pemberitahuan p LEFT JOIN pemberitahuan_lihat s ON s.akun_id = p.akun_id
         WHERE p.akun_id = $1 AND {BELUM} LIMIT {LONCENG_MAKS}) t"
    );
    store.baca().angka(&sql, nilai![akun]).await
}

/// A page of them, newest first, from before `sebelum` on.
pub async fn halaman(store: &Store, pelaku: &Pelaku, sebelum: Option<PemberitahuanId>, batas: i64) -> Hasil<Vec<Kabar>> {
    let pilih = |syarat: &str, n: usize| {
        format!(
            "SELECT p.id, p.jenis, p.tautan, p.isi, p.pada, CAST(CASE WHEN {BELUM} THEN 1 ELSE 0 END AS bigint) AS baru
             FROM pemberitahuan p LEFT JOIN pemberitahuan_lihat s ON s.akun_id = p.akun_id
             WHERE p.akun_id = $1 {syarat} ORDER BY p.id DESC LIMIT ${n}"
        )
    };
    match sebelum {
        Some(s) => store.baca().semua(&pilih("AND p.id < $2", 3), nilai![pelaku.akun, s, batas]).await,
        None => store.baca().semua(&pilih("", 2), nilai![pelaku.akun, batas]).await,
    }
}

/// The newest unseen ones, for the start page.
pub async fn baru(store: &Store, pelaku: &Pelaku, batas: i64) -> Hasil<Vec<Kabar>> {
    let semua = halaman(store, pelaku, None, batas).await?;
    Ok(semua.into_iter().filter(|k| k.baru == 1).collect())
}

/// Marks everything up to this one (inclusive) as seen; what was seen stays seen.
///
/// # Errors
/// `TidakDitemukan` for a notice of somebody else.
pub async fn tandai_dilihat(store: &Store, pelaku: &Pelaku, sampai: PemberitahuanId) -> Hasil<()> {
    let tx = store.mulai().await?;
    let milik = "SELECT COUNT(*) AS n FROM pemberitahuan WHERE id = $1 AND akun_id = $2";
    if tx.angka(milik, nilai![sampai, pelaku.akun]).await? == 0 {
        return Err(crate::StoreError::TidakDitemukan);
    }
    tx.jalankan(
        "INSERT INTO pemberitahuan_lihat (akun_id, sampai, pada) VALUES ($1, $2, $3)
         ON CONFLICT (akun_id) DO UPDATE SET sampai = excluded.sampai, pada = excluded.pada WHERE pemberitahuan_lihat.sampai < excluded.sampai",
        nilai![pelaku.akun, sampai, tx.pada],
    )
    .await?;
    crate::peristiwa::siarkan(&tx, &super::topik(pelaku.akun), &serde_json::json!({ "dilihat": sampai })).await?;
    tx.commit().await
}

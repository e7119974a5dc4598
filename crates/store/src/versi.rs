//! Who saved the newer version: read from the audit log, which has every change with its author and time.

use crate::{
    Hasil, StoreError, Tx, Waktu,
    audit::{TEMPAT, TERBARU},
    kueri::Kueri,
    nilai,
};
use sea_orm::FromQueryResult;
use uuid::Uuid;

#[derive(FromQueryResult)]
struct Terakhir {
    akun_id: Option<Uuid>,
    pada: Waktu,
}

/// The error for a stale base version of `objek`/`id`, whose current version is `versi`.
pub(crate) async fn bentrok(tx: &Tx, objek: &str, id: &str, versi: i64) -> Hasil<StoreError> {
    let t: Option<Terakhir> = tx
        .mungkin(
            &format!("SELECT a.akun_id, a.pada FROM audit a {TEMPAT} WHERE a.objek = $1 AND a.objek_id = $2 ORDER BY {TERBARU} LIMIT 1"),
            nilai![objek, id],
        )
        .await?;
    let (oleh, pada) = t.map_or((None, Waktu(0)), |t| (t.akun_id, t.pada));
    Ok(StoreError::Bentrok { versi, oleh: oleh.unwrap_or_default(), pada })
}

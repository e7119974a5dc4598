//! Taking a validation back: the key that signed the file was revoked since, or what was validated proves wrong. The decision and its day
//! stay; from then on the results count nowhere (`papan::SAH`).

use super::{baca::dari_id, bukti};
use crate::{
    Hasil, Store, StoreError,
    audit::{self, Kejadian},
    hak::Nasional,
    id::TerimaId,
    kueri::Kueri,
    nilai,
};

/// Takes the validation back, with the reason; a second time changes nothing. The region hands in a new version.
///
/// # Errors
/// `Keadaan`: `alasan-wajib`, `diterima-belum-valid` for a file that was not validated; `TidakDitemukan`.
pub async fn tarik(store: &Store, hak: &Nasional, id: TerimaId, alasan: &str) -> Hasil<()> {
    let alasan = alasan.trim();
    if alasan.is_empty() {
        return Err(StoreError::Keadaan("alasan-wajib"));
    }
    let tx = store.mulai().await?;
    let sql = format!("SELECT COUNT(*) AS n FROM (SELECT id FROM terima_terbitan WHERE id = $1{}) t", tx.kunci_baris());
    tx.angka(&sql, nilai![id]).await?;
    let d = dari_id(&*tx, id).await?;
    if d.tarik_pada.is_some() {
        return Ok(());
    }
    if !d.valid() {
        return Err(StoreError::Keadaan("diterima-belum-valid"));
    }
    let terbukti = bukti::terbukti(&*tx, &tx.kunci, id).await?;
    tx.jalankan(
        "INSERT INTO terima_tarik (terima_id, alasan, pada, oleh) VALUES ($1, $2, $3, $4)",
        nilai![id, alasan, tx.pada, hak.pelaku().akun],
    )
    .await?;
    if terbukti {
        bukti::tandai(&*tx, &tx.kunci, id).await?;
    }
    let rincian = serde_json::json!({ "alasan": tx.kunci.ringkas(alasan), "sidik": d.sidik });
    audit::catat(&tx, hak.pelaku(), Kejadian::baru("terbitan.tarik", "terima_terbitan", id).rincian(rincian)).await?;
    tx.commit().await
}

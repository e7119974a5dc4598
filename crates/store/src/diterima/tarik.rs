//! Taking a validation back: the key that signed the file was revoked since, or what was validated proves wrong. The decision and its day
//! stay; from then on the results count nowhere (`papan::SAH`). A withdrawal is for good: where its row was removed the log still tells it,
//! and it is written again.

use super::{
    baca::dari_id,
    bukti, edisi,
    gugur::{self, Sebelumnya},
    tulis,
};
use crate::{
    Hasil, Store, StoreError, Waktu,
    audit::{self, Kejadian},
    hak::Nasional,
    id::TerimaId,
    kueri::Kueri,
    nilai,
};

/// When the validation was taken back last, as the log tells it, whatever the rows say.
pub(super) async fn menurut_log(store: &Store, id: TerimaId) -> Hasil<Option<Waktu>> {
    let semua = audit::tertulis(store, &["terbitan.tarik"], "terima_terbitan", Some(id.0)).await?;
    Ok(semua.first().map(|(pada, _)| *pada))
}

/// As the log tells it, when the validation was taken back; `None` when it never was.
///
/// # Errors
/// When the store fails.
pub async fn penarikan(store: &Store, _hak: &Nasional, id: TerimaId) -> Hasil<Option<Waktu>> {
    menurut_log(store, id).await
}

/// Takes the validation back, with the reason; a second time changes nothing. The region hands in a new version. A withdrawal that the log tells
/// and the rows do not is written again, in place of what stands there without proof.
///
/// # Errors
/// `Keadaan`: `alasan-wajib`, `diterima-belum-valid` for a file that was not validated; `TidakDitemukan`; `Rusak` when one is written again and
/// the file or what is recorded of it is not what was received.
pub async fn tarik(store: &Store, hak: &Nasional, id: TerimaId, alasan: &str) -> Hasil<()> {
    let alasan = alasan.trim();
    if alasan.is_empty() {
        return Err(StoreError::Keadaan("alasan-wajib"));
    }
    let dulu = menurut_log(store, id).await?.is_some();
    if dulu && !bukti::terbukti(store.baca(), store.kunci(), id).await? {
        // The mark of the one that is written again is over the names that stand here.
        edisi::dari_berkas(store, &dari_id(store.baca(), id).await?).await?;
    }
    let tx = store.mulai().await?;
    let sql = format!("SELECT COUNT(*) AS n FROM (SELECT id FROM terima_terbitan WHERE id = $1{}) t", tx.kunci_baris());
    tx.angka(&sql, nilai![id]).await?;
    let d = dari_id(&*tx, id).await?;
    let sebelumnya = gugur::sebelumnya(&tx, &d).await?;
    let terbukti = matches!(sebelumnya, Sebelumnya::Terbukti);
    if dulu && !terbukti {
        tulis::catat(&tx, hak, id, ("valid", ""), &[], &sebelumnya).await?;
    } else if d.tarik_pada.is_some() {
        return Ok(());
    } else if !d.valid() {
        return Err(StoreError::Keadaan("diterima-belum-valid"));
    }
    tx.jalankan(
        "INSERT INTO terima_tarik (terima_id, alasan, pada, oleh) VALUES ($1, $2, $3, $4)",
        nilai![id, alasan, tx.pada, hak.pelaku().akun],
    )
    .await?;
    if terbukti || dulu {
        bukti::tandai(&*tx, &tx.kunci, id).await?;
    }
    let rincian = serde_json::json!({ "alasan": tx.kunci.ringkas(alasan), "sidik": d.sidik });
    audit::catat(&tx, hak.pelaku(), Kejadian::baru("terbitan.tarik", "terima_terbitan", id).rincian(rincian)).await?;
    tx.commit().await
}

//! Closing a round by hand before its last day, and opening it again. Each is a row with its reason.

use super::isi::kunci;
use crate::{
    Hasil, Store, StoreError,
    audit::{self, Kejadian},
    hak::PengelolaRondeSkm,
    id::RondeId,
    kueri::Kueri,
    nilai, peristiwa, skm,
};

/// Takes no more answers, with a reason that visitors see.
///
/// # Errors
/// `Keadaan("alasan-wajib")`; closing what is closed changes nothing.
pub async fn tutup(store: &Store, hak: &PengelolaRondeSkm, alasan: &str) -> Hasil<()> {
    ubah(store, hak, "tutup", alasan).await
}

/// Takes answers again while its days last, with a reason.
pub async fn buka_lagi(store: &Store, hak: &PengelolaRondeSkm, alasan: &str) -> Hasil<()> {
    ubah(store, hak, "buka", alasan).await
}

async fn ubah(store: &Store, hak: &PengelolaRondeSkm, jenis: &str, alasan: &str) -> Hasil<()> {
    if alasan.trim().is_empty() {
        return Err(StoreError::Keadaan("alasan-wajib"));
    }
    let tx = store.mulai().await?;
    let r = kunci(&tx, hak.ronde.id).await?;
    let kini = skm::penutupan_akhir(&*tx, r.id).await?.map_or_else(|| "buka".to_owned(), |p| p.jenis);
    if kini == jenis {
        return Ok(());
    }
    tx.jalankan(
        "INSERT INTO ronde_tutup (id, ronde_id, jenis, alasan, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6)",
        nilai![RondeId::baru(), r.id, jenis, alasan.trim(), tx.pada, hak.pelaku().akun],
    )
    .await?;
    let aksi = if jenis == "tutup" { "skm.tutup" } else { "skm.buka-lagi" };
    peristiwa::siarkan(&tx, &skm::topik(r.id), &serde_json::json!({ "aksi": jenis })).await?;
    audit::catat(&tx, hak.pelaku(), Kejadian::baru(aksi, "ronde", r.id).instansi(r.instansi_id)).await?;
    tx.commit().await
}

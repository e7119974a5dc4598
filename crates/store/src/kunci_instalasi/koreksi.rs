//! Correcting for which instansi a registered key signs. Who mistyped a code would otherwise lose the key: it cannot be registered twice,
//! and revoking it is final. What stood there before stays, with the reason.

use super::{bukti, untuk};
use crate::{
    Hasil, Store, StoreError, Waktu,
    audit::{self, Kejadian},
    hak::Admin,
    id::KunciInstalasiId,
    kueri::Kueri,
    nilai,
};
use sea_orm::FromQueryResult;

/// One correction. `lama`, `baru`: codes of instansi with commas, in order; `lama` is empty where it was bound to none.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Koreksi {
    pub lama: String,
    pub baru: String,
    pub alasan: String,
    pub pada: Waktu,
    pub oleh: String,
}

/// The corrections of a key, newest first, at most 100.
pub async fn riwayat(store: &Store, _hak: &Admin, id: KunciInstalasiId) -> Hasil<Vec<Koreksi>> {
    let sql = "SELECT u.lama, u.baru, u.alasan, u.pada, a.nama AS oleh FROM kunci_untuk_ubah u JOIN akun a ON a.id = u.oleh
        WHERE u.kunci_id = $1 ORDER BY u.id DESC LIMIT 100";
    store.baca().semua(sql, nilai![id]).await
}

/// Replaces the codes of the instansi for which a key signs. Files received before stay as they were judged.
///
/// # Errors
/// `Keadaan`: `kunci-untuk-wajib` without a code, `alasan-wajib`, `kunci-untuk-sama` when nothing changes, `kunci-sudah-dicabut`;
/// `TidakDitemukan`.
pub async fn betulkan(store: &Store, hak: &Admin, id: KunciInstalasiId, kode: &[String], alasan: &str) -> Hasil<()> {
    let alasan = alasan.trim();
    if kode.is_empty() {
        return Err(StoreError::Keadaan("kunci-untuk-wajib"));
    }
    if alasan.is_empty() {
        return Err(StoreError::Keadaan("alasan-wajib"));
    }
    let tx = store.mulai().await?;
    super::tunggu(&tx, id).await?;
    let k = bukti::untuk_diubah(&tx, id).await?;
    let (lama, mut baru) = (k.untuk(), kode.to_vec());
    baru.sort_unstable();
    baru.dedup();
    if k.cabut_pada.is_some() {
        return Err(StoreError::Keadaan("kunci-sudah-dicabut"));
    }
    if lama == baru {
        return Err(StoreError::Keadaan("kunci-untuk-sama"));
    }
    tx.jalankan("DELETE FROM kunci_untuk WHERE kunci_id = $1", nilai![id]).await?;
    untuk(&tx, hak, id, &baru).await?;
    bukti::tandai(&tx, id).await?;
    tx.jalankan(
        "INSERT INTO kunci_untuk_ubah (id, kunci_id, lama, baru, alasan, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        nilai![crate::id::baru(), id, lama.join(","), baru.join(","), alasan, tx.pada, hak.pelaku().akun],
    )
    .await?;
    // The reason is free text and may name a person: the log holds its keyed digest, the row holds the text.
    let rincian = serde_json::json!({ "kunci": k.kunci, "dari": lama, "untuk": baru, "alasan": tx.kunci.ringkas(alasan) });
    audit::catat(&tx, hak.pelaku(), Kejadian::baru("kunci.betul", "kunci", id).rincian(rincian)).await?;
    tx.commit().await
}

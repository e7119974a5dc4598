//! Correcting on which days a registered key signs. A first day that is too late refuses every older file of its owner, and the key can be
//! registered only once. What stood there before stays, with the reason.

use super::bukti;
use crate::{
    Hasil, Store, StoreError, Waktu,
    audit::{self, Kejadian},
    hak::Admin,
    id::KunciInstalasiId,
    kueri::Kueri,
    nilai,
};
use jiff::civil::Date;
use sea_orm::FromQueryResult;

/// First and last day on which a key signs, anywhere in the country; `None`: no last day is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Masa {
    pub dari: Date,
    pub sampai: Option<Date>,
}

impl Masa {
    /// # Errors
    /// `Keadaan("kunci-masa-terbalik")` when it ends before it begins.
    pub(super) fn periksa(self) -> Hasil<()> {
        if self.sampai.is_some_and(|s| s < self.dari) { Err(StoreError::Keadaan("kunci-masa-terbalik")) } else { Ok(()) }
    }
}

/// One correction, in ISO days; the last day is empty where none was known.
#[derive(Debug, Clone, FromQueryResult)]
pub struct KoreksiMasa {
    pub lama_dari: String,
    pub lama_sampai: String,
    pub baru_dari: String,
    pub baru_sampai: String,
    pub alasan: String,
    pub pada: Waktu,
    pub oleh: String,
}

/// The corrections of a key, newest first, at most 100.
pub async fn riwayat_masa(store: &Store, _hak: &Admin, id: KunciInstalasiId) -> Hasil<Vec<KoreksiMasa>> {
    let sql = "SELECT u.lama_dari, u.lama_sampai, u.baru_dari, u.baru_sampai, u.alasan, u.pada, a.nama AS oleh
        FROM kunci_masa_ubah u JOIN akun a ON a.id = u.oleh WHERE u.kunci_id = $1 ORDER BY u.id DESC LIMIT 100";
    store.baca().semua(sql, nilai![id]).await
}

/// Replaces the days on which a key signs. Files received before stay as they were judged; those that were refused may be handed in again.
///
/// # Errors
/// `Keadaan`: `kunci-masa-terbalik`, `alasan-wajib`, `kunci-masa-sama` when nothing changes, `kunci-masa-dicabut`; `TidakDitemukan`.
pub async fn betulkan_masa(store: &Store, hak: &Admin, id: KunciInstalasiId, masa: Masa, alasan: &str) -> Hasil<()> {
    let alasan = alasan.trim();
    masa.periksa()?;
    if alasan.is_empty() {
        return Err(StoreError::Keadaan("alasan-wajib"));
    }
    let tx = store.mulai().await?;
    super::tunggu(&tx, id).await?;
    let k = bukti::untuk_diubah(&tx, id).await?;
    if k.cabut_pada.is_some() {
        return Err(StoreError::Keadaan("kunci-masa-dicabut"));
    }
    let (dari, sampai) = (masa.dari.to_string(), masa.sampai.map(|s| s.to_string()));
    if (&k.dari, &k.sampai) == (&dari, &sampai) {
        return Err(StoreError::Keadaan("kunci-masa-sama"));
    }
    tx.jalankan("UPDATE kunci_instalasi SET dari = $2, sampai = $3 WHERE id = $1", nilai![id, dari.as_str(), sampai.as_deref()]).await?;
    bukti::tandai(&tx, id).await?;
    let lama_sampai = k.sampai.unwrap_or_default();
    let baru_sampai = sampai.unwrap_or_default();
    tx.jalankan(
        "INSERT INTO kunci_masa_ubah (id, kunci_id, lama_dari, lama_sampai, baru_dari, baru_sampai, alasan, pada, oleh)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        nilai![
            crate::id::baru(),
            id,
            k.dari.as_str(),
            lama_sampai.as_str(),
            dari.as_str(),
            baru_sampai.as_str(),
            alasan,
            tx.pada,
            hak.pelaku().akun
        ],
    )
    .await?;
    // The reason is free text and may name a person: the log holds its keyed digest, the row holds the text.
    let rincian = serde_json::json!({
        "kunci": k.kunci, "dari": [k.dari, lama_sampai], "menjadi": [dari, baru_sampai], "alasan": tx.kunci.ringkas(alasan)
    });
    audit::catat(&tx, hak.pelaku(), Kejadian::baru("kunci.masa", "kunci", id).rincian(rincian)).await?;
    tx.commit().await
}

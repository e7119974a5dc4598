//! Who serves at which gerai, from day to day.

use super::tulis::{gerai_di, kejadian, wajib};
use crate::{
    Hasil, Store, StoreError,
    audit::Kejadian,
    hak::KepalaMpp,
    id::{AkunId, GeraiId, PelaksanaId},
    kueri::Kueri,
    nilai, pesanan,
};
use jiff::civil::Date;

/// Places an officer at a gerai from day to day. He needs the role `pelaksana` in this mall.
///
/// # Errors
/// `Keadaan("pelaksana-tanpa-peran")`, `Keadaan("pelaksana-sudah-di-sana")` where he is placed there on one of these days already,
/// `Keadaan("pelaksana-hari")` for days the wrong way round.
pub async fn tugaskan(
    store: &Store,
    hak: &KepalaMpp,
    id: PelaksanaId,
    (gerai, akun): (GeraiId, AkunId),
    (mulai, sampai): (Date, Option<Date>),
) -> Hasil<()> {
    if sampai.is_some_and(|s| s < mulai) {
        return Err(StoreError::Keadaan("pelaksana-hari"));
    }
    let tx = store.mulai().await?;
    gerai_di(&tx, hak, gerai).await?;
    let berperan = "SELECT COUNT(*) AS n FROM peran r LEFT JOIN peran_cabut c ON c.peran_id = r.id
        WHERE r.akun_id = $1 AND r.unit_id = $2 AND r.peran = 'pelaksana' AND c.peran_id IS NULL";
    if tx.angka(berperan, nilai![akun, hak.mpp.unit_id]).await? == 0 {
        return Err(StoreError::Keadaan("pelaksana-tanpa-peran"));
    }
    // Two who place the same person at once wait for one another.
    tx.angka(&format!("SELECT versi AS n FROM gerai WHERE id = $1{}", tx.kunci_isi()), nilai![gerai]).await?;
    let ada = "SELECT COUNT(*) AS n FROM pelaksana p LEFT JOIN pelaksana_akhir x ON x.pelaksana_id = p.id WHERE p.gerai_id = $1
        AND p.akun_id = $2 AND p.id <> $3 AND x.pelaksana_id IS NULL AND (p.sampai IS NULL OR p.sampai >= $4) AND p.mulai <= $5";
    if tx.angka(ada, nilai![gerai, akun, id, mulai.to_string(), sampai.unwrap_or(Date::MAX).to_string()]).await? > 0 {
        return Err(StoreError::Keadaan("pelaksana-sudah-di-sana"));
    }
    let n = tx
        .jalankan(
            "INSERT INTO pelaksana (id, gerai_id, akun_id, mulai, sampai, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6, $7)
             ON CONFLICT (id) DO NOTHING",
            nilai![id, gerai, akun, mulai.to_string(), sampai.map(|s| s.to_string()), tx.pada, hak.pelaku().akun],
        )
        .await?;
    if n > 0 {
        let k = Kejadian::baru("pelaksana.tugas", "gerai", gerai);
        kejadian(&tx, hak, k, serde_json::json!({ "akun": akun, "mulai": mulai.to_string() })).await?;
    }
    tx.commit().await
}

/// Ends a placement of an officer at once.
///
/// # Errors
/// `TidakDitemukan` in another mall, `Keadaan` without a reason.
pub async fn akhiri_tugas(store: &Store, hak: &KepalaMpp, id: PelaksanaId, alasan: &str) -> Hasil<()> {
    let alasan = wajib(alasan, "alasan-wajib")?;
    let tx = store.mulai().await?;
    let di = "SELECT COUNT(*) AS n FROM pelaksana p JOIN gerai g ON g.id = p.gerai_id WHERE p.id = $1 AND g.mpp_id = $2";
    if tx.angka(di, nilai![id, hak.mpp.unit_id]).await? == 0 {
        return Err(StoreError::TidakDitemukan);
    }
    tx.jalankan(
        "INSERT INTO pelaksana_akhir (pelaksana_id, alasan, pada, oleh) VALUES ($1, $2, $3, $4) ON CONFLICT (pelaksana_id) DO NOTHING",
        nilai![id, alasan, tx.pada, hak.pelaku().akun],
    )
    .await?;
    kejadian(&tx, hak, Kejadian::baru("pelaksana.akhir", "pelaksana", id), serde_json::json!({})).await?;
    pesanan::dampak_mpp(&tx, hak.mpp.unit_id).await?;
    tx.commit().await
}

//! What the head of a hall decides for a single day, and taking it back. Who booked a time that is no more learns of it in the same
//! transaction. What holds is read in [`super::buka`], what would be met is asked in [`super::akibat`].

use std::collections::BTreeSet;

use jiff::civil::{Date, Time};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use crate::{
    Hasil, Store, StoreError, Tx,
    audit::{self, Kejadian},
    hak::KepalaMpp,
    id::PesananId,
    kueri::Kueri,
    nilai, peristiwa,
    pesanan::{self, pukul},
};

/// Decides for one day: open from to, or closed (`None`), with a reason that citizens read. Open pages of the hall are told, and so is
/// who booked a time that is no more. Returns how many bookings of the day cannot be kept for this decision: those that could not be
/// kept before are not its doing.
///
/// # Errors
/// `Keadaan` without a reason, for a day that has passed, and for hours the wrong way round.
pub async fn tetapkan(store: &Store, hak: &KepalaMpp, hari: Date, jam: Option<(Time, Time)>, alasan: &str) -> Hasil<i64> {
    let alasan = alasan.trim();
    if alasan.is_empty() {
        return Err(StoreError::Keadaan("alasan-wajib"));
    }
    let tx = store.mulai().await?;
    let dulu = terdampak(&tx, hak, hari).await?;
    putuskan(&tx, hak, hari, jam, alasan).await?;
    let kena = terdampak(&tx, hak, hari).await?;
    tx.commit().await?;
    Ok(bertambah(&kena, &dulu))
}

/// How many bookings are among `kena` that were not among `dulu`.
pub(super) fn bertambah(kena: &BTreeSet<PesananId>, dulu: &BTreeSet<PesananId>) -> i64 {
    i64::try_from(kena.difference(dulu).count()).unwrap_or(i64::MAX)
}

/// See [`tetapkan`].
pub(super) async fn putuskan(tx: &Tx, hak: &KepalaMpp, hari: Date, jam: Option<(Time, Time)>, alasan: &str) -> Hasil<()> {
    if jam.is_some_and(|(m, s)| s <= m) {
        return Err(StoreError::Keadaan("antrean-jam-terbalik"));
    }
    if hari < tx.pada.hari(&hak.mpp.zona) {
        return Err(StoreError::Keadaan("antrean-hari-lewat"));
    }
    let (mulai, selesai) = jam.map(|(m, s)| (pukul(m), pukul(s))).unzip();
    let sql = "INSERT INTO antrean_hari (id, mpp_id, tanggal, mulai, selesai, alasan, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    let (id, oleh) = (crate::id::baru(), hak.pelaku().akun);
    let v = nilai![id, hak.mpp.unit_id, hari.to_string(), mulai.as_deref(), selesai.as_deref(), alasan, tx.pada, oleh];
    tx.jalankan(sql, v).await?;
    let rincian = serde_json::json!({ "tanggal": hari.to_string(), "mulai": mulai, "selesai": selesai });
    kabarkan(tx, hak, "mpp.hari", rincian).await
}

#[derive(FromQueryResult)]
struct Terakhir {
    id: Uuid,
    tarik: i64,
}

/// Takes back what was decided for a day that has not passed: the usual hours and the calendar hold again. A booking that stands again
/// by this is its holder's again, and he is told; who moved or cancelled meanwhile stays so. Returns how many stand again; below zero: how
/// many cannot be kept now, as they were made for an opening that is taken back.
///
/// # Errors
/// `Keadaan` for a day that has passed and for one without a decision that holds.
pub async fn tarik(store: &Store, hak: &KepalaMpp, hari: Date) -> Hasil<i64> {
    let tx = store.mulai().await?;
    let dulu = terdampak(&tx, hak, hari).await?;
    cabut(&tx, hak, hari).await?;
    let kini = terdampak(&tx, hak, hari).await?;
    tx.commit().await?;
    let n = |semua: &BTreeSet<PesananId>| i64::try_from(semua.len()).unwrap_or(i64::MAX);
    Ok(n(&dulu) - n(&kini))
}

/// See [`tarik`].
pub(super) async fn cabut(tx: &Tx, hak: &KepalaMpp, hari: Date) -> Hasil<()> {
    if hari < tx.pada.hari(&hak.mpp.zona) {
        return Err(StoreError::Keadaan("antrean-hari-lewat"));
    }
    let Some(id) = berlaku(tx, hak, hari).await? else {
        return Err(StoreError::Keadaan("antrean-khusus-nihil"));
    };
    let sql = "INSERT INTO antrean_hari_tarik (hari_id, pada, oleh) VALUES ($1, $2, $3) ON CONFLICT (hari_id) DO NOTHING";
    tx.jalankan(sql, nilai![id, tx.pada, hak.pelaku().akun]).await?;
    kabarkan(tx, hak, "mpp.hari-tarik", serde_json::json!({ "tanggal": hari.to_string() })).await
}

/// The decision that holds for a day.
async fn berlaku(tx: &Tx, hak: &KepalaMpp, hari: Date) -> Hasil<Option<Uuid>> {
    let sql = "SELECT h.id, CAST(CASE WHEN t.hari_id IS NULL THEN 0 ELSE 1 END AS bigint) AS tarik FROM antrean_hari h
        LEFT JOIN antrean_hari_tarik t ON t.hari_id = h.id WHERE h.mpp_id = $1 AND h.tanggal = $2 ORDER BY h.id DESC LIMIT 1";
    let terakhir: Option<Terakhir> = tx.mungkin(sql, nilai![hak.mpp.unit_id, hari.to_string()]).await?;
    Ok(terakhir.filter(|h| h.tarik == 0).map(|h| h.id))
}

/// Writes it down, tells open pages, and looks at the bookings: who booked a time that is no more learns of it.
async fn kabarkan(tx: &Tx, hak: &KepalaMpp, aksi: &'static str, rincian: serde_json::Value) -> Hasil<()> {
    let k = Kejadian::baru(aksi, "mpp", hak.mpp.unit_id).instansi(hak.mpp.instansi_id);
    audit::catat(tx, hak.pelaku(), k.rincian(rincian)).await?;
    peristiwa::siarkan(tx, &super::topik_balai(hak.mpp.unit_id), &serde_json::json!({})).await?;
    pesanan::dampak_mpp(tx, hak.mpp.unit_id).await.map(drop)
}

/// Bookings of a day that cannot be kept.
pub(super) async fn terdampak(tx: &Tx, hak: &KepalaMpp, hari: Date) -> Hasil<BTreeSet<PesananId>> {
    pesanan::terdampak_hari(&**tx, hak.mpp.unit_id, hari).await
}

//! What the head of a hall decides for a single day, and taking it back. Who booked a time that is no more learns of it in the same
//! transaction. What holds is read in [`super::buka`].

use std::collections::BTreeSet;

use jiff::civil::{Date, Time};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::baris::BERJALAN;
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
/// kept before, nor on the usual day, are not its doing.
///
/// # Errors
/// `Keadaan` without a reason, for a day that has passed, and for hours the wrong way round.
pub async fn tetapkan(store: &Store, hak: &KepalaMpp, hari: Date, jam: Option<(Time, Time)>, alasan: &str) -> Hasil<i64> {
    let alasan = alasan.trim();
    if alasan.is_empty() {
        return Err(StoreError::Keadaan("alasan-wajib"));
    }
    // Of this transaction nothing is kept.
    let dulu = sudah_kena(&store.mulai().await?, hak, hari).await?;
    let tx = store.mulai().await?;
    let kena = putuskan(&tx, hak, hari, jam, alasan).await?;
    tx.commit().await?;
    Ok(banyak(&kena, &dulu))
}

/// What a decision for one day would meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Akibat {
    /// Bookings of the day that could not be kept for it.
    pub pesanan: i64,
    /// Numbers of today that are not over, where nobody would be received any more today.
    pub nomor: i64,
}

/// What would be met if that were decided. Nothing is kept of the asking.
///
/// # Errors
/// As [`tetapkan`], but for the reason.
pub async fn akibat(store: &Store, hak: &KepalaMpp, hari: Date, jam: Option<(Time, Time)>) -> Hasil<Akibat> {
    let tx = store.mulai().await?;
    let dulu = sudah_kena(&tx, hak, hari).await?;
    let kena = putuskan(&tx, hak, hari, jam, "-").await?;
    let kini = tx.pada.timestamp().to_zoned(crate::zona_waktu(&hak.mpp.zona)).datetime();
    let usai = kini.date() == hari && jam.is_none_or(|(_, selesai)| selesai <= kini.time());
    let nomor = if usai { berjalan(&tx, hak, hari).await? } else { 0 };
    Ok(Akibat { pesanan: banyak(&kena, &dulu), nomor })
}

/// Numbers of a day that are not over.
async fn berjalan(tx: &Tx, hak: &KepalaMpp, hari: Date) -> Hasil<i64> {
    let sql = format!("SELECT COUNT(*) AS n FROM tiket WHERE mpp_id = $1 AND tanggal = $2 AND keadaan IN {BERJALAN}");
    tx.angka(&sql, nilai![hak.mpp.unit_id, hari.to_string()]).await
}

fn banyak(kena: &BTreeSet<PesananId>, dulu: &BTreeSet<PesananId>) -> i64 {
    i64::try_from(kena.difference(dulu).count()).unwrap_or(i64::MAX)
}

/// Bookings of the day that cannot be kept now, nor on the usual day. Only for a transaction that is thrown away.
async fn sudah_kena(tx: &Tx, hak: &KepalaMpp, hari: Date) -> Hasil<BTreeSet<PesananId>> {
    let kini = terdampak(tx, hak, hari).await?;
    let Some(id) = berlaku(tx, hak, hari).await? else { return Ok(kini) };
    tarik_satu(tx, hak, id).await?;
    pesanan::dampak_mpp(tx, hak.mpp.unit_id).await?;
    let biasa = terdampak(tx, hak, hari).await?;
    Ok(kini.intersection(&biasa).copied().collect())
}

async fn putuskan(tx: &Tx, hak: &KepalaMpp, hari: Date, jam: Option<(Time, Time)>, alasan: &str) -> Hasil<BTreeSet<PesananId>> {
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
    kabarkan(tx, hak, "mpp.hari", rincian).await?;
    terdampak(tx, hak, hari).await
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
    if hari < tx.pada.hari(&hak.mpp.zona) {
        return Err(StoreError::Keadaan("antrean-hari-lewat"));
    }
    let Some(id) = berlaku(&tx, hak, hari).await? else {
        return Err(StoreError::Keadaan("antrean-khusus-nihil"));
    };
    let dulu = terdampak(&tx, hak, hari).await?;
    tarik_satu(&tx, hak, id).await?;
    kabarkan(&tx, hak, "mpp.hari-tarik", serde_json::json!({ "tanggal": hari.to_string() })).await?;
    let kini = terdampak(&tx, hak, hari).await?;
    tx.commit().await?;
    let n = |semua: &BTreeSet<PesananId>| i64::try_from(semua.len()).unwrap_or(i64::MAX);
    Ok(n(&dulu) - n(&kini))
}

/// The decision that holds for a day.
async fn berlaku(tx: &Tx, hak: &KepalaMpp, hari: Date) -> Hasil<Option<Uuid>> {
    let sql = "SELECT h.id, CAST(CASE WHEN t.hari_id IS NULL THEN 0 ELSE 1 END AS bigint) AS tarik FROM antrean_hari h
        LEFT JOIN antrean_hari_tarik t ON t.hari_id = h.id WHERE h.mpp_id = $1 AND h.tanggal = $2 ORDER BY h.id DESC LIMIT 1";
    let terakhir: Option<Terakhir> = tx.mungkin(sql, nilai![hak.mpp.unit_id, hari.to_string()]).await?;
    Ok(terakhir.filter(|h| h.tarik == 0).map(|h| h.id))
}

async fn tarik_satu(tx: &Tx, hak: &KepalaMpp, id: Uuid) -> Hasil<()> {
    let sql = "INSERT INTO antrean_hari_tarik (hari_id, pada, oleh) VALUES ($1, $2, $3) ON CONFLICT (hari_id) DO NOTHING";
    tx.jalankan(sql, nilai![id, tx.pada, hak.pelaku().akun]).await.map(drop)
}

/// Writes it down, tells open pages, and looks at the bookings: who booked a time that is no more learns of it.
async fn kabarkan(tx: &Tx, hak: &KepalaMpp, aksi: &'static str, rincian: serde_json::Value) -> Hasil<()> {
    let k = Kejadian::baru(aksi, "mpp", hak.mpp.unit_id).instansi(hak.mpp.instansi_id);
    audit::catat(tx, hak.pelaku(), k.rincian(rincian)).await?;
    peristiwa::siarkan(tx, &super::topik_balai(hak.mpp.unit_id), &serde_json::json!({})).await?;
    pesanan::dampak_mpp(tx, hak.mpp.unit_id).await.map(drop)
}

/// Bookings of a day that cannot be kept.
async fn terdampak(tx: &Tx, hak: &KepalaMpp, hari: Date) -> Hasil<BTreeSet<PesananId>> {
    pesanan::terdampak_hari(&**tx, hak.mpp.unit_id, hari).await
}

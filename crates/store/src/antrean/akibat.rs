//! What a decision of the head for a single day would meet, and what taking one back would, asked before it is made: it is tried in a
//! transaction of which nothing is kept.

use std::collections::BTreeSet;

use jiff::civil::{Date, Time};

use super::{
    baris::{BERJALAN, Tiket},
    buka, garis, hari,
    hari_khusus::{bertambah, cabut, putuskan, terdampak},
    perkiraan,
};
use crate::{
    Hasil, Store, Tx, Waktu,
    hak::KepalaMpp,
    id::{PesananId, UnitId},
    kueri::Kueri,
    nilai,
};
use ::layanan::antrean::Perkiraan;

/// What a decision for one day would meet that is not met already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Akibat {
    /// Bookings of the day that could not be kept for it.
    pub pesanan: i64,
    /// Numbers of today that are not over, where no number could be taken any more now.
    pub nomor: i64,
    /// Numbers of today that would probably not be called by an earlier closing, or whose booked time begins after it; those that would
    /// not be called by the present one are not among them.
    pub luput: i64,
}

/// What would be met if that were decided.
///
/// # Errors
/// As [`super::buka::tetapkan`], but for the reason.
pub async fn akibat(store: &Store, hak: &KepalaMpp, hari: Date, jam: Option<(Time, Time)>) -> Hasil<Akibat> {
    let tx = store.mulai().await?;
    let dulu = cuplik(&tx, hak, hari).await?;
    putuskan(&tx, hak, hari, jam, "-").await?;
    selisih(store, tx, (hak, hari), &dulu).await
}

/// What would be met if the decision for that day were taken back.
///
/// # Errors
/// As [`super::buka::tarik`].
pub async fn akibat_tarik(store: &Store, hak: &KepalaMpp, hari: Date) -> Hasil<Akibat> {
    let tx = store.mulai().await?;
    let dulu = cuplik(&tx, hak, hari).await?;
    cabut(&tx, hak, hari).await?;
    selisih(store, tx, (hak, hari), &dulu).await
}

/// A day as the transaction sees it.
struct Cuplikan {
    /// Bookings that cannot be kept.
    terdampak: BTreeSet<PesananId>,
    pintu: buka::Keadaan,
}

async fn cuplik(tx: &Tx, hak: &KepalaMpp, hari: Date) -> Hasil<Cuplikan> {
    Ok(Cuplikan { terdampak: terdampak(tx, hak, hari).await?, pintu: buka::keadaan(&**tx, &hak.mpp, tx.pada).await? })
}

/// What differs now; the transaction is thrown away.
async fn selisih(store: &Store, tx: Tx, (hak, hari): (&KepalaMpp, Date), dulu: &Cuplikan) -> Hasil<Akibat> {
    let (kini, pada) = (cuplik(&tx, hak, hari).await?, tx.pada);
    let pesanan = bertambah(&kini.terdampak, &dulu.terdampak);
    if hari != pada.hari(&hak.mpp.zona) {
        return Ok(Akibat { pesanan, ..Akibat::default() });
    }
    let tertutup = dulu.pintu.pintu.terbuka() && !kini.pintu.pintu.terbuka();
    let sql = format!("SELECT COUNT(*) AS n FROM tiket WHERE mpp_id = $1 AND tanggal = $2 AND keadaan IN {BERJALAN}");
    let nomor = if tertutup { tx.angka(&sql, nilai![hak.mpp.unit_id, hari.to_string()]).await? } else { 0 };
    drop(tx);
    let luput = match (dulu.pintu.sisa_menit, kini.pintu.sisa_menit) {
        (Some(lama), Some(baru)) if !tertutup && baru < lama => luput(store, hak.mpp.unit_id, pada, (lama, baru)).await?,
        _ => 0,
    };
    Ok(Akibat { pesanan, nomor, luput })
}

/// Who waits and would be called within `lama` minutes, but not within `baru`, by the lower end of each estimate: what the page of the
/// number says as well. Who booked and is here before his time has no estimate: he counts by the start of that time.
async fn luput(store: &Store, mpp: UnitId, pada: Waktu, (lama, baru): (u32, u32)) -> Hasil<i64> {
    let (c, mut n) = (store.baca(), 0_i64);
    let kena = |p: &Perkiraan| matches!(p, Perkiraan::Rentang { dari_menit, .. } if (baru + 1..=lama).contains(dari_menit));
    let lagi = |s: &Waktu| u32::try_from((s.0 - pada.0) / 60_000_000).is_ok_and(|menit| (baru..lama).contains(&menit));
    let nanti = |s: &Waktu| *s > pada && lagi(s);
    for g in hari::ringkas(c, mpp, pada).await?.into_iter().filter(|g| g.menunggu > 0) {
        let (garis, bahan) = (garis::potret(c, mpp, g.id, pada).await?, perkiraan::bahan(c, g.id, pada).await?);
        let banyak = perkiraan::hitung(&garis, &bahan).tiket.iter().filter(|(_, p)| kena(p)).count();
        let banyak = banyak + garis.antrean().filter_map(Tiket::pesanan).filter(nanti).count();
        n = n.saturating_add(i64::try_from(banyak).unwrap_or(i64::MAX));
    }
    Ok(n)
}

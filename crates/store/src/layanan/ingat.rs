//! Reminders that a standard is due for review within a month. Each day of review is told once, however often this runs.

use super::{DARI, berlaku_sql, hari_ini};
use crate::{
    Hasil, Store,
    id::{LayananId, StandarId, UnitId},
    kueri::Kueri,
    pemberitahuan::{self, Kepada},
};
use jiff::ToSpan as _;
use sea_orm::FromQueryResult;

/// Days ahead.
const HARI: i64 = 30;
/// A review that is due for longer than these days is not told any more, so that what is late never crowds out what is near.
const HARI_LEWAT: i64 = 90;

#[derive(FromQueryResult)]
struct Baris {
    id: LayananId,
    nama: String,
    unit_id: UnitId,
    standar_id: StandarId,
    tinjau: String,
}

/// Tells operators and heads of the units. Returns to how many it was news.
pub async fn ingatkan(store: &Store) -> Hasil<u64> {
    let kini = store.sekarang();
    let hari = kini.hari("WIB");
    let (dari, sampai) = (hari.saturating_sub(HARI_LEWAT.days()).to_string(), hari.saturating_add(HARI.days()).to_string());
    let tinjau = "COALESCE((SELECT t.berikut FROM standar_tinjauan t WHERE t.standar_id = s.id ORDER BY t.id DESC LIMIT 1), b.tinjau)";
    let sql = format!(
        "SELECT l.id, s.nama, l.unit_id, s.id AS standar_id, {tinjau} AS tinjau {DARI} JOIN standar s ON s.id = {}
         JOIN standar_berlaku b ON b.standar_id = s.id WHERE c.layanan_id IS NULL AND {tinjau} >= $4 AND {tinjau} <= $5 ORDER BY tinjau, l.id LIMIT 20000",
        berlaku_sql()
    );
    let mut v = hari_ini(kini);
    v.extend([dari.into(), sampai.into()]);
    let mut n = 0;
    for b in store.baca().semua::<Baris>(&sql, v).await? {
        let isi = serde_json::json!({ "layanan": b.nama, "tanggal": b.tinjau });
        let (tautan, sekali) = (format!("/layanan/{}", b.id), format!("standar-tinjau/{}/{}", b.standar_id, b.tinjau));
        let kepada = [Kepada::OperatorUnit(b.unit_id), Kepada::KepalaUnit(b.unit_id)];
        n += pemberitahuan::ingatkan(store, "standar-tinjau", &kepada, &tautan, &isi, &sekali).await?;
    }
    Ok(n)
}

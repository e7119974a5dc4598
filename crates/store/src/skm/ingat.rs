//! Reminders about surveys: a round that ends within a week with too few answers, an activity of a follow-up plan due within a
//! week. Each occasion is told once, however often this runs.

use super::tempo;
use crate::{
    Hasil, Store, Tx,
    id::UnitId,
    pemberitahuan::{Kepada, Pemberitahuan, beri_tahu},
};

/// Days ahead.
const HARI: i32 = 7;
/// Lines of each kind in one run; the rest comes with the next.
const BANYAK: i64 = 5_000;

/// Tells operators and heads of the units. Returns to how many it was news.
pub async fn ingatkan(store: &Store) -> Hasil<u64> {
    let kurang = tempo::di_bawah_target_di(store, "1 = 1", Vec::new(), HARI, BANYAK).await?;
    let rencana = tempo::rencana_di(store, "1 = 1", Vec::new(), HARI, BANYAK).await?;
    let mut n = 0;
    for b in kurang {
        let r = b.ronde;
        let isi = serde_json::json!({ "unit": r.unit, "ronde": r.nama, "jumlah": b.n, "target": r.target, "tanggal": r.sampai });
        let (tautan, sekali) = (format!("/survei/{}", r.id), format!("skm-kurang/{}/{}", r.id, r.sampai));
        let tx = store.mulai().await?;
        n += kabari(&tx, r.unit_id, "skm-kurang", &tautan, &isi, &sekali).await?;
        tx.commit().await?;
    }
    for (r, b) in rencana {
        let isi = serde_json::json!({ "unit": r.unit, "kegiatan": b.kegiatan, "tanggal": b.tenggat });
        let (tautan, sekali) = (format!("/survei/{}/tindak-lanjut", r.id), format!("skm-rencana/{}/{}", b.id, b.tenggat));
        let tx = store.mulai().await?;
        n += kabari(&tx, r.unit_id, "skm-rencana", &tautan, &isi, &sekali).await?;
        tx.commit().await?;
    }
    Ok(n)
}

async fn kabari(tx: &Tx, unit: UnitId, jenis: &'static str, tautan: &str, isi: &serde_json::Value, sekali: &str) -> Hasil<u64> {
    let kepada = [Kepada::OperatorUnit(unit), Kepada::KepalaUnit(unit)];
    beri_tahu(tx, &Pemberitahuan { jenis, kepada: &kepada, kecuali: None, periode: None, lokus: None, tautan, isi, sekali }).await
}

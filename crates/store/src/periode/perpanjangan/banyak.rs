//! More time for many units at once, chosen by the organiser: the same rows, audit events and news as for one, in one transaction.

use super::beri;
use crate::{
    Hasil, Store, StoreError,
    hak::PenyelenggaraPeriode,
    id::{LokusId, PerpanjanganId},
    kueri::{self, Kueri},
    lokus, nilai,
};
use jiff::civil::Date;
use pekppp::Fase;
use sea_orm::{ConnectionTrait, FromQueryResult, Value};
use std::collections::{BTreeSet, HashMap};

/// Most units of one operation.
pub const BANYAK_MAKS: usize = 1000;

const HIDUP: &str =
    "FROM perpanjangan p LEFT JOIN perpanjangan_akhir x ON x.perpanjangan_id = p.id WHERE p.fase = $1 AND x.perpanjangan_id IS NULL";

/// Gives these units of the period time for F01 and F02 until the end of the local day `sampai`, all or none. A unit that has time
/// until that day or longer stays as it is, so a second press adds nothing. Returns how many were given time.
///
/// # Errors
/// `Keadaan("perpanjangan-banyak")` for no unit or more than [`BANYAK_MAKS`], those of [`super::perpanjang`], and `TidakDitemukan` for a
/// lokus of another period.
pub async fn perpanjang_banyak(store: &Store, hak: &PenyelenggaraPeriode, lokus: &[LokusId], sampai: Date, alasan: &str) -> Hasil<usize> {
    // In one order, so that two organisers never wait for one another crosswise.
    let semua: BTreeSet<LokusId> = lokus.iter().copied().collect();
    if semua.is_empty() || semua.len() > BANYAK_MAKS {
        return Err(StoreError::Keadaan("perpanjangan-banyak"));
    }
    let tx = store.mulai().await?;
    let lama = format!("SELECT COUNT(*) AS n {HIDUP} AND p.lokus_id = $2 AND p.sampai >= $3");
    let mut baru = 0;
    for id in semua {
        crate::f01::kunci(&tx, id).await?;
        let l = lokus::dari_id(&*tx, id).await?;
        if l.periode_id != hak.periode.id {
            return Err(StoreError::TidakDitemukan);
        }
        if tx.angka(&lama, nilai![Fase::Pelaksanaan.kunci(), id, sampai.to_string()]).await? > 0 {
            continue;
        }
        beri(&tx, hak.pelaku(), &l, PerpanjanganId::baru(), sampai, alasan).await?;
        baru += 1;
    }
    tx.commit().await?;
    Ok(baru)
}

#[derive(FromQueryResult)]
struct Sampai {
    lokus_id: LokusId,
    sampai: String,
}

/// Until when each of these units has been given time, the longest that was not ended; it may be over. Units without any are left out.
pub async fn perpanjangan_lokus<C: ConnectionTrait>(c: &C, lokus: &[LokusId]) -> Hasil<HashMap<LokusId, Date>> {
    if lokus.is_empty() {
        return Ok(HashMap::new());
    }
    let tempat = kueri::tempat(2..lokus.len() + 2);
    let mut v = nilai![Fase::Pelaksanaan.kunci()];
    v.extend(lokus.iter().map(|l| Value::from(*l)));
    let sql = format!(
        "SELECT p.lokus_id, MAX(p.sampai) AS sampai {HIDUP} AND p.lokus_id IN ({tempat}) GROUP BY p.lokus_id ORDER BY p.lokus_id LIMIT 100000"
    );
    let satu = |s: Sampai| {
        let sampai = s.sampai.parse().map_err(|e| StoreError::Rusak(format!("extension of lokus {}: {e}", s.lokus_id)))?;
        Ok((s.lokus_id, sampai))
    };
    c.semua::<Sampai>(&sql, v).await?.into_iter().map(satu).collect()
}

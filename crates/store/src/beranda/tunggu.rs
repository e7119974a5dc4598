//! What waits for a unit or an evaluator outside the chain of steps: an F01 that came back for repair, and follow-up that a unit
//! says is done and nobody has verified. Only reads.

use super::UnitPeriode;
use crate::{
    Hasil, Store,
    hak::Pelaku,
    id::LokusId,
    kueri::{Kueri, Value},
    nilai,
    peran::Peran,
};
use sea_orm::FromQueryResult;
use std::collections::HashMap;

/// An F01 that the team returned and the unit has not submitted again.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct F01Kembali {
    pub lokus_id: LokusId,
    /// Last local day, ISO.
    pub tenggat: String,
    /// Indicators that are to be repaired.
    pub jumlah: i64,
}

/// Condition on `t` (`pra_putusan`) and `k` (`f01_pengiriman`): the newest submission, and returned.
pub(super) const KEMBALI: &str = "t.jenis = 'kembali' AND t.tenggat IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM f01_pengiriman n WHERE n.lokus_id = k.lokus_id AND n.nomor > k.nomor)";

/// Of these lokus those whose F01 came back.
pub async fn f01_kembali(store: &Store, lokus: &[LokusId]) -> Hasil<HashMap<LokusId, F01Kembali>> {
    if lokus.is_empty() {
        return Ok(HashMap::new());
    }
    let tempat = (1..=lokus.len()).map(|n| format!("${n}")).collect::<Vec<_>>().join(", ");
    let v: Vec<Value> = lokus.iter().map(|l| (*l).into()).collect();
    let sql = format!(
        "SELECT k.lokus_id, t.tenggat,
           (SELECT COUNT(*) FROM pra_catatan c WHERE c.pengiriman_id = k.id AND c.putusan = 'perbaiki') AS jumlah
         FROM pra_putusan t JOIN f01_pengiriman k ON k.id = t.pengiriman_id WHERE {KEMBALI} AND k.lokus_id IN ({tempat}) ORDER BY k.lokus_id"
    );
    let semua: Vec<F01Kembali> = store.baca().semua(&sql, v).await?;
    Ok(semua.into_iter().map(|x| (x.lokus_id, x)).collect())
}

/// A unit with so many recommendations that wait for the verification of an evaluator.
#[derive(Debug, Clone)]
pub struct Verifikasi {
    pub unit: UnitPeriode,
    pub jumlah: i64,
}

#[derive(FromQueryResult)]
struct Baris {
    lokus_id: LokusId,
    unit: String,
    periode: String,
    jumlah: i64,
}

/// Units that the person is appointed to score, with follow-up that the unit reported as done after the last finding. At most 50.
pub async fn verifikasi(store: &Store, pelaku: &Pelaku) -> Hasil<Vec<Verifikasi>> {
    if !pelaku.punya(Peran::Evaluator) {
        return Ok(Vec::new());
    }
    let semua: Vec<Baris> = store
        .baca()
        .semua(
            "SELECT l.id AS lokus_id, u.nama AS unit, p.nama AS periode, COUNT(*) AS jumlah FROM rekomendasi r JOIN lokus l ON l.id = r.lokus_id
               JOIN unit u ON u.id = l.unit_id JOIN periode p ON p.id = l.periode_id
             WHERE l.id IN (SELECT g.lokus_id FROM penugasan g JOIN penetapan t ON t.penugasan_id = g.id
                 LEFT JOIN penugasan_akhir x ON x.penugasan_id = g.id WHERE g.akun_id = $1 AND x.penugasan_id IS NULL)
               AND NOT EXISTS (SELECT 1 FROM rekomendasi_hapus h WHERE h.rekomendasi_id = r.id)
               AND EXISTS (SELECT 1 FROM tl_kemajuan m WHERE m.rekomendasi_id = r.id AND m.jenis = 'selesai'
                 AND m.urut > COALESCE((SELECT MAX(v.urut) FROM tl_verifikasi v WHERE v.rekomendasi_id = r.id), 0))
             GROUP BY l.id, u.nama, p.nama ORDER BY u.nama, l.id LIMIT 50",
            nilai![pelaku.akun],
        )
        .await?;
    let satu = |b: Baris| Verifikasi { unit: UnitPeriode { lokus_id: b.lokus_id, unit: b.unit, periode: b.periode }, jumlah: b.jumlah };
    Ok(semua.into_iter().map(satu).collect())
}

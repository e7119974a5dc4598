//! What waits for a unit or an evaluator outside the chain of steps: an F01 that came back for repair, follow-up that a unit has to plan
//! or to take up again, and follow-up that it says is done and nobody has verified. Only reads.

use super::UnitPeriode;
use crate::{
    Hasil, Store,
    hak::Pelaku,
    id::{AkunId, LokusId, PeriodeId},
    kueri::{Kueri, Value},
    nilai,
    peran::Peran,
    persiapan::benturan,
};
use sea_orm::FromQueryResult;
use std::collections::{HashMap, HashSet};

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

#[derive(FromQueryResult)]
struct Lembar {
    lokus_id: LokusId,
}

/// Of these lokus those whose sheet of the person is marked as done: then it is somebody else's turn.
pub async fn lembar_selesai(store: &Store, akun: AkunId, lokus: &[LokusId]) -> Hasil<HashSet<LokusId>> {
    if lokus.is_empty() {
        return Ok(HashSet::new());
    }
    let mut v: Vec<Value> = vec![akun.into()];
    v.extend(lokus.iter().map(|l| Value::from(*l)));
    let tempat = (2..=v.len()).map(|n| format!("${n}")).collect::<Vec<_>>().join(", ");
    let sql = format!(
        "SELECT DISTINCT s.lokus_id FROM f02_selesai s LEFT JOIN f02_selesai_batal z ON z.selesai_id = s.id
         WHERE s.akun_id = $1 AND z.selesai_id IS NULL AND s.lokus_id IN ({tempat}) ORDER BY s.lokus_id"
    );
    let semua: Vec<Lembar> = store.baca().semua(&sql, v).await?;
    Ok(semua.into_iter().map(|l| l.lokus_id).collect())
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
    periode_id: PeriodeId,
    jumlah: i64,
}

/// Units that the person is appointed to score and declared no conflict with, with follow-up that the unit reported as done after the
/// last finding. At most 50.
pub async fn verifikasi(store: &Store, pelaku: &Pelaku) -> Hasil<Vec<Verifikasi>> {
    if !pelaku.punya(Peran::Evaluator) {
        return Ok(Vec::new());
    }
    let sql = format!(
        "SELECT l.id AS lokus_id, u.nama AS unit, p.nama AS periode, p.id AS periode_id, COUNT(*) AS jumlah FROM rekomendasi r JOIN lokus l ON l.id = r.lokus_id
           JOIN unit u ON u.id = l.unit_id JOIN periode p ON p.id = l.periode_id
         WHERE l.id IN (SELECT g.lokus_id FROM penugasan g JOIN penetapan t ON t.penugasan_id = g.id
             LEFT JOIN penugasan_akhir x ON x.penugasan_id = g.id WHERE g.akun_id = $1 AND x.penugasan_id IS NULL)
           AND {}
           AND NOT EXISTS (SELECT 1 FROM rekomendasi_hapus h WHERE h.rekomendasi_id = r.id)
           AND EXISTS (SELECT 1 FROM tl_kemajuan m WHERE m.rekomendasi_id = r.id AND m.jenis = 'selesai'
             AND m.urut > COALESCE((SELECT MAX(v.urut) FROM tl_verifikasi v WHERE v.rekomendasi_id = r.id), 0))
         GROUP BY l.id, u.nama, p.nama, p.id ORDER BY u.nama, l.id LIMIT 50",
        benturan::tanpa(1)
    );
    let semua: Vec<Baris> = store.baca().semua(&sql, nilai![pelaku.akun]).await?;
    let satu = |b: Baris| {
        let unit = UnitPeriode { lokus_id: b.lokus_id, unit: b.unit, periode: b.periode, periode_id: b.periode_id };
        Verifikasi { unit, jumlah: b.jumlah }
    };
    Ok(semua.into_iter().map(satu).collect())
}

/// Recommendations that wait for the unit itself.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct TindakLanjut {
    pub lokus_id: LokusId,
    /// Without a plan.
    pub rencana: i64,
    /// Planned, and found not done, or only in part, after the unit's last word.
    pub kembali: i64,
}

/// What an evaluator found last about recommendation `r`; empty while none looked.
const PUTUSAN: &str = "COALESCE((SELECT v.putusan FROM tl_verifikasi v WHERE v.rekomendasi_id = r.id ORDER BY v.urut DESC LIMIT 1), '')";
/// The unit said after that that it is done.
const DIAJUKAN: &str = "EXISTS (SELECT 1 FROM tl_kemajuan m WHERE m.rekomendasi_id = r.id AND m.jenis = 'selesai'
    AND m.urut > COALESCE((SELECT MAX(v.urut) FROM tl_verifikasi v WHERE v.rekomendasi_id = r.id), 0))";

/// Of these lokus, those whose report was conveyed and whose unit has recommendations to plan or to take up again. Not what a later
/// period goes on with, nor what pemantauan checks by now: both stand with that period. Pemantauan checks one evaluation; what an
/// older one left is asked for here as before.
pub async fn tindak_lanjut(store: &Store, lokus: &[LokusId]) -> Hasil<HashMap<LokusId, TindakLanjut>> {
    if lokus.is_empty() {
        return Ok(HashMap::new());
    }
    let tempat = (1..=lokus.len()).map(|n| format!("${n}")).collect::<Vec<_>>().join(", ");
    let v: Vec<Value> = lokus.iter().map(|l| (*l).into()).collect();
    let rencana = "EXISTS (SELECT 1 FROM tl_rencana t WHERE t.rekomendasi_id = r.id)";
    let sql = format!(
        "SELECT r.lokus_id, COUNT(CASE WHEN NOT {rencana} THEN 1 END) AS rencana,
           COUNT(CASE WHEN {rencana} AND {PUTUSAN} <> '' THEN 1 END) AS kembali
         FROM rekomendasi r JOIN lokus l ON l.id = r.lokus_id
         WHERE r.lokus_id IN ({tempat}) AND {PUTUSAN} <> 'diterima' AND NOT {DIAJUKAN}
           AND NOT EXISTS (SELECT 1 FROM rekomendasi_hapus h WHERE h.rekomendasi_id = r.id)
           AND NOT EXISTS (SELECT 1 FROM rekomendasi n WHERE n.lanjutan_dari = r.id
             AND NOT EXISTS (SELECT 1 FROM rekomendasi_hapus h WHERE h.rekomendasi_id = n.id))
           AND NOT EXISTS (SELECT 1 FROM lokus x JOIN periode q ON q.id = x.periode_id
             WHERE x.unit_id = l.unit_id AND q.skema = 'pemantauan' AND x.id > l.id AND l.id = ({}))
           AND EXISTS (SELECT 1 FROM penyampaian k JOIN lhe e ON e.id = k.lhe_id LEFT JOIN hasil_batal b ON b.hasil_id = e.hasil_id
             WHERE k.lokus_id = l.id AND k.dokumen = 'lhe' AND k.kepada = 'unit' AND b.hasil_id IS NULL)
         GROUP BY r.lokus_id ORDER BY r.lokus_id LIMIT 1000",
        crate::tindak_lanjut::ASAL
    );
    let semua: Vec<TindakLanjut> = store.baca().semua(&sql, v).await?;
    Ok(semua.into_iter().filter(|t| t.rencana + t.kembali > 0).map(|t| (t.lokus_id, t)).collect())
}

#[derive(FromQueryResult)]
struct Mulai {
    lokus_id: LokusId,
    mulai: String,
}

/// First local day (ISO) of phase pelaksanaan in the periods of these lokus.
pub async fn pelaksanaan(store: &Store, lokus: &[LokusId]) -> Hasil<HashMap<LokusId, String>> {
    if lokus.is_empty() {
        return Ok(HashMap::new());
    }
    let tempat = (1..=lokus.len()).map(|n| format!("${n}")).collect::<Vec<_>>().join(", ");
    let v: Vec<Value> = lokus.iter().map(|l| (*l).into()).collect();
    let sql = format!(
        "SELECT l.id AS lokus_id, f.mulai FROM lokus l JOIN periode_fase f ON f.periode_id = l.periode_id AND f.fase = 'pelaksanaan'
         WHERE l.id IN ({tempat}) ORDER BY l.id"
    );
    let semua: Vec<Mulai> = store.baca().semua(&sql, v).await?;
    Ok(semua.into_iter().map(|m| (m.lokus_id, m.mulai)).collect())
}

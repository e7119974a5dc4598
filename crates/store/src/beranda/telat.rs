//! What is late for a person: phases of his periods that are open past their last day, F01 of his units and F02 of his own that are not done when
//! the phase Pelaksanaan should be over, follow-up past its day. A unit that was given more time is not late, and an F01 that came back has the day of its repair.

use super::{kantor, tunggu::KEMBALI};
use crate::{
    Hasil, Store,
    hak::Pelaku,
    id::{LokusId, PeriodeId},
    kueri::Kueri,
    peran::{Lingkup, Peran},
    periode,
    persiapan::benturan,
    tindak_lanjut::{Lewat, lewat},
};
use jiff::civil::Date;
use pekppp::{Skema, skema::Pengatur};
use sea_orm::{FromQueryResult, Value};
use std::{cmp::Reverse, collections::BTreeMap};

/// Lines of each list at most.
const BANYAK: i64 = 25;
/// Phases that a period has; they share a line.
const FASE: i64 = 4;

const TERBUKA: &str = "COALESCE((SELECT k.jenis FROM fase_kejadian k WHERE k.periode_id = f.periode_id AND k.fase = f.fase
    ORDER BY k.id DESC LIMIT 1), 'buka') <> 'tutup'";

/// A phase that should be over and is not closed.
#[derive(Debug, Clone, FromQueryResult)]
pub struct FaseTelat {
    pub periode_id: PeriodeId,
    pub periode: String,
    /// Key of [`pekppp::Fase`].
    pub fase: String,
    /// Its last local day.
    pub selesai: String,
}

/// The day in the zone that lies between the two others: a line appears at most an hour early or late.
fn hari(store: &Store) -> String {
    tengah(store).to_string()
}

fn tengah(store: &Store) -> Date {
    store.sekarang().hari("WITA")
}

/// In the periods that the person may read, the last to end first. Whoever only works for the ministry is not told of the dates that a
/// region sets itself: there are hundreds of them.
pub async fn fase(store: &Store, pelaku: &Pelaku) -> Hasil<Vec<FaseTelat>> {
    let (mut syarat, mut v) = periode::lingkup(pelaku, 1);
    if pelaku.punya(Peran::Nasional) && !pelaku.peran.iter().any(|p| matches!(p.lingkup, Lingkup::Instansi(_))) {
        let milik = Skema::SEMUA.into_iter().filter(|s| s.aturan().pengatur != Pengatur::Instansi);
        let tempat: Vec<String> = milik
            .map(|s| {
                v.push(s.kunci().into());
                format!("${}", v.len())
            })
            .collect();
        syarat = format!("({syarat}) AND p.skema IN ({})", tempat.join(", "));
    }
    // Without scores there is nothing to rank: that phase is not shown.
    let tanpa = Skema::SEMUA.into_iter().filter(|s| !s.aturan().dinilai).map(|s| format!("'{}'", s.kunci())).collect::<Vec<_>>().join(", ");
    v.push(hari(store).into());
    let sql = format!(
        "SELECT f.periode_id, p.nama AS periode, f.fase, f.selesai FROM periode_fase f JOIN periode p ON p.id = f.periode_id
         JOIN instansi i ON i.id = p.instansi_id WHERE {syarat} AND f.selesai < ${} AND {TERBUKA}
           AND NOT (f.fase = 'pemeringkatan' AND p.skema IN ({tanpa}))
         ORDER BY f.selesai DESC, f.periode_id, f.fase LIMIT {}",
        v.len(),
        BANYAK * FASE
    );
    store.baca().semua(&sql, v).await
}

/// A unit of which the person's own F02 is not done in time.
#[derive(Debug, Clone, FromQueryResult)]
pub struct UnitTelat {
    pub lokus_id: LokusId,
    pub unit: String,
    pub periode: String,
    pub selesai: String,
}

const UNIT: &str = "SELECT l.id AS lokus_id, u.nama AS unit, p.nama AS periode, f.selesai FROM lokus l JOIN unit u ON u.id = l.unit_id
    JOIN periode p ON p.id = l.periode_id JOIN periode_fase f ON f.periode_id = p.id AND f.fase = 'pelaksanaan'
    WHERE NOT EXISTS (SELECT 1 FROM hasil h LEFT JOIN hasil_batal b ON b.hasil_id = h.id WHERE h.lokus_id = l.id AND b.hasil_id IS NULL)
      AND NOT EXISTS (SELECT 1 FROM perpanjangan j LEFT JOIN perpanjangan_akhir y ON y.perpanjangan_id = j.id
        WHERE j.lokus_id = l.id AND j.fase = 'pelaksanaan' AND y.perpanjangan_id IS NULL AND j.sampai >= $1)";

const TERKIRIM: &str = "EXISTS (SELECT 1 FROM f01_pengiriman k LEFT JOIN f01_penarikan r ON r.pengiriman_id = k.id
    WHERE k.lokus_id = l.id AND r.pengiriman_id IS NULL)";

/// A unit whose F01 is late.
#[derive(Debug, Clone, FromQueryResult)]
pub struct F01Telat {
    pub lokus_id: LokusId,
    pub unit: String,
    pub periode: String,
    /// Its last day: of the phase, or of the repair.
    pub selesai: String,
    /// Set when it was returned for repair: that day again.
    pub kembali: Option<String>,
}

/// Condition on `u`: units of the person as operator or head, or below one of his, with the values after those that are there.
fn unit_saya(pelaku: &Pelaku, v: &mut Vec<Value>) -> Option<String> {
    let mut unit = Vec::new();
    for p in pelaku.peran.iter().filter(|p| matches!(p.peran, Peran::UnitOperator | Peran::UnitKepala)) {
        if let Lingkup::Unit { unit: u, .. } = &p.lingkup {
            v.push((*u).into());
            unit.push(format!("u.id = ${0} OR u.induk_id = ${0}", v.len()));
        }
    }
    (!unit.is_empty()).then(|| unit.join(" OR "))
}

/// Units of the person, or below one of his, whose F01 was not submitted, or came back and was not submitted again.
pub async fn f01(store: &Store, pelaku: &Pelaku) -> Hasil<Vec<F01Telat>> {
    let mut v: Vec<Value> = vec![hari(store).into()];
    let Some(unit) = unit_saya(pelaku, &mut v) else { return Ok(Vec::new()) };
    let kembali = format!(
        "(SELECT MAX(t.tenggat) FROM pra_putusan t JOIN f01_pengiriman k ON k.id = t.pengiriman_id WHERE k.lokus_id = l.id AND {KEMBALI})"
    );
    let pilih = UNIT.replacen("f.selesai FROM", &format!("f.selesai, {kembali} AS kembali FROM"), 1);
    let sql = format!(
        "SELECT x.lokus_id, x.unit, x.periode, COALESCE(x.kembali, x.selesai) AS selesai, x.kembali
         FROM ({pilih} AND {TERBUKA} AND NOT {TERKIRIM} AND ({unit})) x
         WHERE COALESCE(x.kembali, x.selesai) < $1 ORDER BY 4 DESC, x.unit, x.lokus_id LIMIT {BANYAK}"
    );
    store.baca().semua(&sql, v).await
}

/// Units with an F01 that the person was appointed to score and declared no conflict with, without his sheet being done.
pub async fn f02(store: &Store, pelaku: &Pelaku) -> Hasil<Vec<UnitTelat>> {
    if !pelaku.punya(Peran::Evaluator) {
        return Ok(Vec::new());
    }
    let sql = format!(
        "{UNIT} AND f.selesai < $1 AND {TERBUKA} AND {TERKIRIM}
           AND l.id IN (SELECT g.lokus_id FROM penugasan g JOIN penetapan t ON t.penugasan_id = g.id
             LEFT JOIN penugasan_akhir x ON x.penugasan_id = g.id WHERE g.akun_id = $2 AND x.penugasan_id IS NULL)
           AND {}
           AND NOT EXISTS (SELECT 1 FROM f02_selesai s LEFT JOIN f02_selesai_batal z ON z.selesai_id = s.id
             WHERE s.lokus_id = l.id AND s.akun_id = $2 AND z.selesai_id IS NULL)
         ORDER BY f.selesai DESC, u.nama, l.id LIMIT {BANYAK}",
        benturan::tanpa(2)
    );
    store.baca().semua(&sql, vec![hari(store).into(), pelaku.akun.into()]).await
}

/// Follow-up of the person's units, or of those below them, that is late: the latest day first.
pub async fn tindak_lanjut(store: &Store, pelaku: &Pelaku) -> Hasil<Vec<Lewat>> {
    let mut v = Vec::new();
    let Some(unit) = unit_saya(pelaku, &mut v) else { return Ok(Vec::new()) };
    let mut semua = lewat(store.baca(), &unit, v, tengah(store)).await?;
    semua.sort_by_cached_key(|l| (Reverse(l.sejak.clone().max(l.batas.map(|b| b.to_string()))), l.unit.clone(), l.lokus_id));
    semua.truncate(usize::try_from(BANYAK).unwrap_or(usize::MAX));
    Ok(semua)
}

/// A period in which the follow-up of units is late.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TindakLanjutTelat {
    pub periode_id: PeriodeId,
    pub periode: String,
    pub unit: usize,
}

/// Periods of the offices that the person organises or answers for, with how many units are late in each; the newest first.
pub async fn tindak_lanjut_periode(store: &Store, pelaku: &Pelaku) -> Hasil<Vec<TindakLanjutTelat>> {
    let Some((milik, v)) = kantor(pelaku, &[Peran::Penyelenggara, Peran::Penanggungjawab]) else { return Ok(Vec::new()) };
    let mut semua: BTreeMap<Reverse<PeriodeId>, TindakLanjutTelat> = BTreeMap::new();
    for l in lewat(store.baca(), &milik, v, tengah(store)).await? {
        let baru = || TindakLanjutTelat { periode_id: l.periode_id, periode: l.periode, unit: 0 };
        semua.entry(Reverse(l.periode_id)).or_insert_with(baru).unit += 1;
    }
    Ok(semua.into_values().take(usize::try_from(BANYAK).unwrap_or(usize::MAX)).collect())
}

//! What is late, asked of the database: for start pages and reminders, which must not read the recommendations of thousands of units.
//! The conditions say in SQL what [`super::Butir::tenggat`] and [`super::BarisPapan::terlambat`] say of rows that were read; a test
//! holds the two against each other. What a page says of it stands elsewhere.

use super::batas::awal;
use crate::{
    Hasil, Waktu,
    id::{LokusId, PeriodeId},
    kueri::{Kueri, Value},
};
use jiff::civil::Date;
use sea_orm::{ConnectionTrait, FromQueryResult};
use std::collections::BTreeMap;

macro_rules! dilanjutkan {
    () => {
        "EXISTS (SELECT 1 FROM rekomendasi x WHERE x.lanjutan_dari = r.id
      AND NOT EXISTS (SELECT 1 FROM rekomendasi_hapus h WHERE h.rekomendasi_id = x.id))"
    };
}

/// Recommendation `r` stands in a later period, which goes on with it.
pub(super) const DILANJUTKAN: &str = dilanjutkan!();

/// The plan of recommendation `r` is neither accepted nor waiting for the evaluator, nor carried over to a later period.
pub(super) const TERBUKA: &str = concat!(
    "NOT EXISTS (SELECT 1 FROM rekomendasi_hapus h WHERE h.rekomendasi_id = r.id)
    AND NOT EXISTS (SELECT 1 FROM tl_verifikasi v WHERE v.rekomendasi_id = r.id AND v.putusan = 'diterima'
      AND NOT EXISTS (SELECT 1 FROM tl_verifikasi w WHERE w.rekomendasi_id = r.id AND w.urut > v.urut))
    AND NOT EXISTS (SELECT 1 FROM tl_kemajuan k WHERE k.rekomendasi_id = r.id AND k.jenis = 'selesai'
      AND NOT EXISTS (SELECT 1 FROM tl_verifikasi w WHERE w.rekomendasi_id = r.id AND w.urut > k.urut))
    AND NOT ",
    dilanjutkan!()
);

/// After `penyampaian k`: rows by which a unit got the report on the result that stands, and owes its own.
pub(super) const MENUNGGU: &str = "JOIN lhe e ON e.id = k.lhe_id LEFT JOIN hasil_batal b ON b.hasil_id = e.hasil_id
    WHERE k.dokumen = 'lhe' AND k.kepada = 'unit' AND b.hasil_id IS NULL AND NOT EXISTS
      (SELECT 1 FROM penyampaian t WHERE t.lokus_id = k.lokus_id AND t.dokumen = 'tindak-lanjut')";

/// Units of an answer at most.
const BANYAK: i64 = 20_000;

/// The late follow-up of one unit in one period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lewat {
    pub lokus_id: LokusId,
    pub unit: String,
    pub periode_id: PeriodeId,
    pub periode: String,
    /// Plans past their last day.
    pub rencana: i64,
    /// The earliest of those days, local, ISO.
    pub sejak: Option<String>,
    /// The deadline after which the unit's report is missing.
    pub batas: Option<Date>,
}

#[derive(FromQueryResult)]
struct Rencana {
    lokus_id: LokusId,
    unit: String,
    periode_id: PeriodeId,
    periode: String,
    jumlah: i64,
    sejak: String,
}

#[derive(FromQueryResult)]
struct Laporan {
    lokus_id: LokusId,
    unit: String,
    periode_id: PeriodeId,
    periode: String,
    zona: String,
    sampai: Waktu,
}

/// Units that fulfil a condition on `l` (lokus), `u` (unit) and `p` (periode) with its values, and that are late on a local day. Each
/// value must be used by the condition.
pub async fn lewat<C: ConnectionTrait>(c: &C, syarat: &str, v: Vec<Value>, hari: Date) -> Hasil<Vec<Lewat>> {
    let mut semua: BTreeMap<LokusId, Lewat> = BTreeMap::new();
    for r in rencana(c, syarat, v.clone(), hari).await? {
        let Rencana { lokus_id, unit, periode_id, periode, jumlah, sejak } = r;
        semua.insert(lokus_id, Lewat { lokus_id, unit, periode_id, periode, rencana: jumlah, sejak: Some(sejak), batas: None });
    }
    for (l, batas) in laporan(c, syarat, v, hari).await? {
        let Laporan { lokus_id, unit, periode_id, periode, .. } = l;
        let baru = || Lewat { lokus_id, unit, periode_id, periode, rencana: 0, sejak: None, batas: None };
        semua.entry(lokus_id).or_insert_with(baru).batas = Some(batas);
    }
    Ok(semua.into_values().collect())
}

const TEMPAT: &str = "JOIN unit u ON u.id = l.unit_id JOIN periode p ON p.id = l.periode_id";

async fn rencana<C: ConnectionTrait>(c: &C, syarat: &str, mut v: Vec<Value>, hari: Date) -> Hasil<Vec<Rencana>> {
    v.push(hari.to_string().into());
    let sql = format!(
        "SELECT l.id AS lokus_id, u.nama AS unit, p.id AS periode_id, p.nama AS periode, COUNT(*) AS jumlah, MIN(n.tenggat) AS sejak
         FROM tl_rencana n JOIN rekomendasi r ON r.id = n.rekomendasi_id JOIN lokus l ON l.id = r.lokus_id {TEMPAT}
         WHERE r.lokus_id IN (SELECT l.id FROM lokus l {TEMPAT} WHERE {syarat}) AND n.tenggat < ${} AND {TERBUKA} GROUP BY l.id, u.nama, p.id, p.nama ORDER BY l.id LIMIT {BANYAK}",
        v.len()
    );
    c.semua(&sql, v).await
}

#[derive(FromQueryResult)]
struct Ini {
    id: PeriodeId,
}

/// Only periods whose first deadline is over are looked into: no unit has an earlier one.
async fn laporan<C: ConnectionTrait>(c: &C, syarat: &str, mut v: Vec<Value>, hari: Date) -> Hasil<Vec<(Laporan, Date)>> {
    let milik = format!("SELECT DISTINCT p.id FROM lokus l {TEMPAT} WHERE {syarat}");
    let periode: Vec<Ini> = c.semua(&format!("{milik} ORDER BY p.id LIMIT 5000"), v.clone()).await?;
    let sama = format!("EXISTS (SELECT 1 FROM periode s WHERE s.instansi_id = p.instansi_id AND s.skema = p.skema AND s.id IN ({milik}))");
    let awal = awal(c, &sama, v.clone()).await?;
    let lewat = periode.into_iter().filter(|p| awal.get(&p.id).and_then(|a| a.batas(None)).is_some_and(|b| b.batas < hari));
    let mut tempat = Vec::new();
    for p in lewat {
        v.push(p.id.into());
        tempat.push(format!("${}", v.len()));
    }
    if tempat.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "SELECT * FROM (SELECT l.id AS lokus_id, u.nama AS unit, p.id AS periode_id, p.nama AS periode, i.zona,
           (SELECT MIN(k.pada) FROM penyampaian k {MENUNGGU} AND k.lokus_id = l.id) AS sampai
           FROM lokus l {TEMPAT} JOIN instansi i ON i.id = u.instansi_id WHERE ({syarat}) AND p.id IN ({})) x
         WHERE x.sampai IS NOT NULL ORDER BY x.lokus_id LIMIT {BANYAK}",
        tempat.join(", ")
    );
    let semua: Vec<Laporan> = c.semua(&sql, v).await?;
    let satu = |l: Laporan| {
        let b = awal.get(&l.periode_id)?.batas(Some(l.sampai.hari(&l.zona)))?.batas;
        (b < hari).then_some((l, b))
    };
    Ok(semua.into_iter().filter_map(satu).collect())
}

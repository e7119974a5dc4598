//! The deadline of a lokus' follow-up report: three months before the next period of the same organiser and scheme.

use crate::{
    Hasil, Waktu,
    id::{InstansiId, PeriodeId},
    kueri::{Kueri, Value},
    lokus::Lokus,
    nilai,
};
use jiff::civil::Date;
use pekppp::fase::{BatasTindakLanjut, batas_unit};
use sea_orm::{ConnectionTrait, FromQueryResult};
use std::collections::HashMap;

#[derive(FromQueryResult)]
struct Mulai {
    id: PeriodeId,
    instansi_id: InstansiId,
    skema: String,
    mulai: String,
}

/// The first day of a period, and those of the others of its organiser and scheme.
#[derive(Debug, Clone)]
pub(super) struct Awal {
    mulai: Date,
    lain: Vec<Date>,
}

impl Awal {
    /// The deadline of a unit that got its report on a day; `None`: that has no report yet.
    pub(super) fn batas(&self, sampai: Option<Date>) -> Option<BatasTindakLanjut> {
        batas_unit(self.mulai, &self.lain, sampai)
    }
}

/// For each period with dates of the organisers and schemes that fulfil a condition on `p` (periode).
pub(super) async fn awal<C: ConnectionTrait>(c: &C, syarat: &str, v: Vec<Value>) -> Hasil<HashMap<PeriodeId, Awal>> {
    let sql = format!(
        "SELECT p.id, p.instansi_id, p.skema, MIN(f.mulai) AS mulai FROM periode p JOIN periode_fase f ON f.periode_id = p.id
         WHERE {syarat} GROUP BY p.id, p.instansi_id, p.skema ORDER BY mulai, p.id LIMIT 20000"
    );
    let semua: Vec<Mulai> = c.semua(&sql, v).await?;
    let mut kelompok: HashMap<(InstansiId, &str), Vec<(PeriodeId, Date)>> = HashMap::new();
    for m in &semua {
        if let Ok(hari) = m.mulai.parse() {
            kelompok.entry((m.instansi_id, m.skema.as_str())).or_default().push((m.id, hari));
        }
    }
    let satu = |k: &[(PeriodeId, Date)], (id, mulai): (PeriodeId, Date)| {
        (id, Awal { mulai, lain: k.iter().filter(|(lain, _)| *lain != id).map(|(_, hari)| *hari).collect() })
    };
    Ok(kelompok.values().flat_map(|k| k.iter().map(|x| satu(k, *x))).collect())
}

/// Of one period.
pub(super) async fn awal_periode<C: ConnectionTrait>(c: &C, id: PeriodeId, instansi: InstansiId, skema: &str) -> Hasil<Option<Awal>> {
    Ok(awal(c, "p.instansi_id = $1 AND p.skema = $2", nilai![instansi, skema]).await?.remove(&id))
}

#[derive(FromQueryResult)]
struct Sampai {
    pada: Option<Waktu>,
}

/// The local day on which the unit first got the report on the result that stands.
async fn sampai<C: ConnectionTrait>(c: &C, l: &Lokus) -> Hasil<Option<Date>> {
    let sql =
        "SELECT MIN(k.pada) AS pada FROM penyampaian k JOIN lhe e ON e.id = k.lhe_id LEFT JOIN hasil_batal b ON b.hasil_id = e.hasil_id
        WHERE k.lokus_id = $1 AND k.dokumen = 'lhe' AND k.kepada = 'unit' AND b.hasil_id IS NULL";
    Ok(c.satu::<Sampai>(sql, nilai![l.id]).await?.pada.map(|w| w.hari(&l.zona)))
}

/// From the first days of this period and of the others of its organiser and scheme; `None` for a period without dates. Always after the
/// day on which the unit got its report.
pub async fn batas<C: ConnectionTrait>(c: &C, l: &Lokus) -> Hasil<Option<BatasTindakLanjut>> {
    batas_sejak(c, l, None).await
}

/// The same for a report that is given on a day, unless the unit has one already.
pub async fn batas_sejak<C: ConnectionTrait>(c: &C, l: &Lokus, hari: Option<Date>) -> Hasil<Option<BatasTindakLanjut>> {
    let sampai = sampai(c, l).await?.or(hari);
    Ok(awal_periode(c, l.periode_id, l.penyelenggara_id, &l.skema).await?.and_then(|a| a.batas(sampai)))
}

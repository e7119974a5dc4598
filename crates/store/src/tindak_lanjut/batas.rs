//! The deadline of a lokus' follow-up report: three months before the next period of the same organiser and scheme.

use crate::{Hasil, Waktu, kueri::Kueri, lokus::Lokus, nilai};
use jiff::civil::Date;
use pekppp::fase::{BatasTindakLanjut, batas_unit};
use sea_orm::{ConnectionTrait, FromQueryResult};

#[derive(FromQueryResult)]
struct Mulai {
    sendiri: i64,
    mulai: String,
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
    let sql = "SELECT CAST(CASE WHEN p.id = $1 THEN 1 ELSE 0 END AS bigint) AS sendiri, MIN(f.mulai) AS mulai
        FROM periode p JOIN periode_fase f ON f.periode_id = p.id
        WHERE p.instansi_id = $2 AND p.skema = $3 GROUP BY p.id ORDER BY mulai, p.id LIMIT 1000";
    let semua: Vec<Mulai> = c.semua(sql, nilai![l.periode_id, l.penyelenggara_id, l.skema.as_str()]).await?;
    let hari = |m: &Mulai| m.mulai.parse::<Date>().ok();
    let Some(mulai) = semua.iter().find(|m| m.sendiri == 1).and_then(hari) else { return Ok(None) };
    let lain: Vec<Date> = semua.iter().filter(|m| m.sendiri == 0).filter_map(hari).collect();
    Ok(batas_unit(mulai, &lain, sampai))
}

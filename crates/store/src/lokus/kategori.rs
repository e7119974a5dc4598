//! The ranking category of a lokus: free text, but one spelling in a period. Units are ranked within it, so "rsud" and "RSUD" would
//! silently make two rankings.

use crate::{
    Hasil,
    id::{LokusId, PeriodeId},
    kueri::Kueri,
    nilai,
};
use sea_orm::{ConnectionTrait, FromQueryResult};

#[derive(FromQueryResult)]
struct Ada {
    kategori: String,
}

/// What was typed, as the period already writes it; without superfluous blanks where it is new. The lokus that is being changed does
/// not count, so that the spelling of a category with one unit can be corrected.
pub(crate) async fn seragam<C: ConnectionTrait>(c: &C, periode: PeriodeId, kecuali: Option<LokusId>, ketik: &str) -> Hasil<String> {
    let rapi = ketik.split_whitespace().collect::<Vec<_>>().join(" ");
    let sql = "SELECT kategori FROM lokus WHERE periode_id = $1 AND LOWER(kategori) = $2 AND id <> $3 ORDER BY id LIMIT 1";
    let kecuali = kecuali.unwrap_or(LokusId(uuid::Uuid::nil()));
    let ada: Option<Ada> = c.mungkin(sql, nilai![periode, rapi.to_lowercase(), kecuali]).await?;
    Ok(ada.map_or(rapi, |a| a.kategori))
}

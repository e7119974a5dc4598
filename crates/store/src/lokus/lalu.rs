//! Earlier evaluations of a unit: what a monitoring period looks back at.

use super::Lokus;
use crate::{Hasil, id::LokusId, kueri::Kueri, nilai};
use sea_orm::{ConnectionTrait, FromQueryResult};

/// The same unit in another period, with its live result.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Lalu {
    pub id: LokusId,
    pub periode: String,
    pub tahun: i64,
    pub skema: String,
    pub tampil: Option<String>,
    pub kategori: Option<String>,
}

/// Newest first, at most 20; of that year or before, only of schemes that score.
pub async fn lalu<C: ConnectionTrait>(c: &C, l: &Lokus) -> Hasil<Vec<Lalu>> {
    let sql = "SELECT x.id, p.nama AS periode, p.tahun, p.skema, h.tampil, h.kategori FROM lokus x JOIN periode p ON p.id = x.periode_id
        LEFT JOIN hasil h ON h.lokus_id = x.id AND NOT EXISTS (SELECT 1 FROM hasil_batal b WHERE b.hasil_id = h.id)
        WHERE x.unit_id = $1 AND x.id <> $2 AND p.tahun <= $3 AND p.skema <> 'pemantauan' ORDER BY p.tahun DESC, p.id DESC LIMIT 20";
    c.semua(sql, nilai![l.unit_id, l.id, l.tahun]).await
}

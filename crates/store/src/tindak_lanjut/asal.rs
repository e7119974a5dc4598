//! The lokus of the same unit in the period before: whose recommendations pemantauan checks, and what it left.

use super::{
    baca::{Butir, daftar},
    status::Status,
};
use crate::{
    Hasil,
    id::{LokusId, RekomendasiId},
    kueri::Kueri,
    lokus::{self, Lokus},
    nilai,
    rekomendasi::Rekomendasi,
};
use sea_orm::{ConnectionTrait, FromQueryResult};

#[derive(FromQueryResult)]
struct Satu {
    id: LokusId,
}

/// The lokus of the unit in the period that this one was made from ([`crate::periode::salin::asal`]), or else its newest earlier
/// one, that has recommendations: of any other scheme for one of pemantauan, of the same scheme otherwise, because national and
/// local evaluations of a unit stay apart.
pub async fn asal<C: ConnectionTrait>(c: &C, l: &Lokus) -> Hasil<Option<Lokus>> {
    let sql = "SELECT l.id FROM lokus l JOIN periode p ON p.id = l.periode_id
        WHERE l.unit_id = $1 AND l.id <> $2 AND p.skema <> 'pemantauan' AND (p.skema = $3 OR $3 = 'pemantauan')
        AND (p.tahun < $4 OR (p.tahun = $4 AND l.id < $2))
        AND EXISTS (SELECT 1 FROM rekomendasi r WHERE r.lokus_id = l.id
          AND NOT EXISTS (SELECT 1 FROM rekomendasi_hapus h WHERE h.rekomendasi_id = r.id))
        ORDER BY CASE WHEN EXISTS (SELECT 1 FROM periode_asal a WHERE a.periode_id = $5 AND a.dari_id = p.id) THEN 0 ELSE 1 END,
        p.tahun DESC, l.id DESC LIMIT 1";
    let Some(s) = c.mungkin::<Satu>(sql, nilai![l.unit_id, l.id, l.skema.as_str(), l.tahun, l.periode_id]).await? else { return Ok(None) };
    lokus::dari_id(c, s.id).await.map(Some)
}

/// A recommendation that the period before left undone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sisa {
    pub rekomendasi: Rekomendasi,
    pub status: Status,
}

/// What the period before left: everything that no evaluator accepted. Empty for the first period of a unit.
pub async fn sisa<C: ConnectionTrait>(c: &C, l: &Lokus) -> Hasil<Vec<Sisa>> {
    let Some(lama) = asal(c, l).await? else { return Ok(Vec::new()) };
    let satu = |b: Butir| Sisa { status: b.status(), rekomendasi: b.rekomendasi };
    Ok(daftar(c, lama.id).await?.into_iter().map(satu).filter(|s| s.status != Status::Diterima).collect())
}

#[derive(FromQueryResult)]
struct Lanjutan {
    lanjutan_dari: RekomendasiId,
}

/// The recommendations of a lokus that a later period goes on with: they are due there, no longer here.
pub async fn dilanjutkan<C: ConnectionTrait>(c: &C, lokus: LokusId) -> Hasil<Vec<RekomendasiId>> {
    let sql = "SELECT DISTINCT n.lanjutan_dari FROM rekomendasi n JOIN rekomendasi r ON r.id = n.lanjutan_dari
        WHERE r.lokus_id = $1 AND NOT EXISTS (SELECT 1 FROM rekomendasi_hapus h WHERE h.rekomendasi_id = n.id) LIMIT 500";
    Ok(c.semua::<Lanjutan>(sql, nilai![lokus]).await?.into_iter().map(|x| x.lanjutan_dari).collect())
}

//! The lokus of the same unit in the period before: whose recommendations pemantauan checks, and what it left.

use super::{
    baca::{Butir, daftar},
    status::Status,
};
use crate::{
    Hasil,
    id::{LokusId, PeriodeId, RekomendasiId},
    kueri::Kueri,
    lokus::{self, Lokus},
    nilai,
    rekomendasi::Rekomendasi,
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use std::collections::HashMap;

#[derive(FromQueryResult)]
struct Satu {
    id: LokusId,
    /// Itself where there is none before.
    asal: LokusId,
}

/// The lokus of the unit in the period that this one was made from ([`crate::periode::salin::asal`]), or else its newest earlier
/// one, that has recommendations: of any other scheme for one of pemantauan, of the same scheme otherwise, because national and
/// local evaluations of a unit stay apart.
pub async fn asal<C: ConnectionTrait>(c: &C, l: &Lokus) -> Hasil<Option<Lokus>> {
    let sql = format!("SELECT x.id, COALESCE(({ASAL}), x.id) AS asal FROM lokus x JOIN periode q ON q.id = x.periode_id WHERE x.id = $1");
    let s: Satu = c.satu(&sql, nilai![l.id]).await?;
    if s.asal == l.id { Ok(None) } else { lokus::dari_id(c, s.asal).await.map(Some) }
}

/// The lokus before of `x`, a lokus of period `q`.
pub(crate) const ASAL: &str = "SELECT l.id FROM lokus l JOIN periode p ON p.id = l.periode_id
    LEFT JOIN periode_asal a ON a.dari_id = p.id AND a.periode_id = q.id
    WHERE l.unit_id = x.unit_id AND l.id <> x.id AND p.skema <> 'pemantauan' AND (p.skema = q.skema OR q.skema = 'pemantauan')
    AND (p.tahun < q.tahun OR (p.tahun = q.tahun AND l.id < x.id))
    AND EXISTS (SELECT 1 FROM rekomendasi r WHERE r.lokus_id = l.id
      AND NOT EXISTS (SELECT 1 FROM rekomendasi_hapus h WHERE h.rekomendasi_id = r.id))
    ORDER BY CASE WHEN a.periode_id IS NULL THEN 1 ELSE 0 END, p.tahun DESC, l.id DESC LIMIT 1";

/// The lokus before, of each lokus of a period that has one.
pub(super) async fn asal_periode<C: ConnectionTrait>(c: &C, periode: PeriodeId) -> Hasil<HashMap<LokusId, LokusId>> {
    let sql = format!(
        "SELECT x.id, COALESCE(({ASAL}), x.id) AS asal FROM lokus x JOIN periode q ON q.id = x.periode_id WHERE x.periode_id = $1
         ORDER BY x.id LIMIT 5000"
    );
    let semua: Vec<Satu> = c.semua(&sql, nilai![periode]).await?;
    Ok(semua.into_iter().filter(|s| s.asal != s.id).map(|s| (s.id, s.asal)).collect())
}

/// Units of a period of pemantauan with a recommendation that nobody checked in it.
pub async fn belum_diperiksa<C: ConnectionTrait>(c: &C, periode: PeriodeId) -> Hasil<i64> {
    let sql = format!(
        "SELECT COUNT(*) AS n FROM lokus x JOIN periode q ON q.id = x.periode_id WHERE x.periode_id = $1
         AND EXISTS (SELECT 1 FROM rekomendasi k WHERE k.lokus_id = ({ASAL})
           AND NOT EXISTS (SELECT 1 FROM rekomendasi_hapus d WHERE d.rekomendasi_id = k.id)
           AND NOT EXISTS (SELECT 1 FROM tl_verifikasi v WHERE v.rekomendasi_id = k.id AND v.lokus_id = x.id))"
    );
    c.angka(&sql, nilai![periode]).await
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

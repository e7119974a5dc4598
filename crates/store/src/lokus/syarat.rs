//! What a lokus of a period has reached, as conditions in SQL, and how many have: the only place that states them. Lists
//! of periods, the page of a period and the filters of its table all count by these.
//!
//! Counted at each request, since a count must be right after one's own action on any node; every condition is answered
//! by an index alone, so that a thousand lokus take less than a millisecond each.

use crate::{Hasil, f02, id::PeriodeId, kueri::Kueri, nilai};
use sea_orm::{ConnectionTrait, FromQueryResult};

/// A condition on `l` (lokus).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Capaian {
    /// An evaluator by decree who is in office, or whose sheet stands in the result (`f02::DIHITUNG`).
    Evaluator,
    /// A live F01 submission.
    Terkirim,
    /// A live frozen result.
    Hasil,
    /// Minutes of the result that stand, sealed or not.
    BeritaAcara,
    /// Sealed minutes of the result.
    Bersegel,
    /// A report on a live result.
    Lhe,
    /// A report on a live result that was conveyed to the unit.
    Disampaikan,
}

impl Capaian {
    pub(crate) fn sql(self) -> String {
        let tetap = match self {
            Self::Evaluator => {
                return format!(
                    "EXISTS (SELECT 1 FROM penugasan g JOIN penetapan t ON t.penugasan_id = g.id
                     LEFT JOIN penugasan_akhir x ON x.penugasan_id = g.id WHERE g.lokus_id = l.id AND {})",
                    f02::DIHITUNG
                );
            }
            Self::Terkirim => {
                "EXISTS (SELECT 1 FROM f01_pengiriman k LEFT JOIN f01_penarikan r ON r.pengiriman_id = k.id
                 WHERE k.lokus_id = l.id AND r.pengiriman_id IS NULL)"
            }
            Self::Hasil => {
                "EXISTS (SELECT 1 FROM hasil h LEFT JOIN hasil_batal b ON b.hasil_id = h.id
                 WHERE h.lokus_id = l.id AND b.hasil_id IS NULL)"
            }
            Self::BeritaAcara => {
                "EXISTS (SELECT 1 FROM berita_acara b LEFT JOIN berita_acara_batal x ON x.berita_acara_id = b.id
                 WHERE b.lokus_id = l.id AND b.jenis = 'hasil' AND x.berita_acara_id IS NULL)"
            }
            Self::Bersegel => {
                "EXISTS (SELECT 1 FROM berita_acara b JOIN segel s ON s.berita_acara_id = b.id
                 LEFT JOIN berita_acara_batal x ON x.berita_acara_id = b.id
                 WHERE b.lokus_id = l.id AND b.jenis = 'hasil' AND x.berita_acara_id IS NULL)"
            }
            Self::Lhe => {
                "EXISTS (SELECT 1 FROM lhe e LEFT JOIN hasil_batal hb ON hb.hasil_id = e.hasil_id
                 WHERE e.lokus_id = l.id AND hb.hasil_id IS NULL)"
            }
            Self::Disampaikan => {
                "EXISTS (SELECT 1 FROM penyampaian k JOIN lhe e ON e.id = k.lhe_id LEFT JOIN hasil_batal hb ON hb.hasil_id = e.hasil_id
                 WHERE k.lokus_id = l.id AND k.dokumen = 'lhe' AND k.kepada = 'unit' AND hb.hasil_id IS NULL)"
            }
        };
        tetap.to_owned()
    }

    /// How many lokus of the period `p` have it, as a sub-query.
    pub(crate) fn banyak(self) -> String {
        format!("(SELECT COUNT(*) FROM lokus l WHERE l.periode_id = p.id AND {})", self.sql())
    }
}

/// How many lokus of a period have reached what.
#[derive(Debug, Clone, Default, FromQueryResult)]
pub struct Jumlah {
    pub lokus: i64,
    pub evaluator: i64,
    pub terkirim: i64,
    pub hasil: i64,
    pub bersegel: i64,
    pub lhe: i64,
}

pub async fn jumlah<C: ConnectionTrait>(c: &C, id: PeriodeId) -> Hasil<Jumlah> {
    let [evaluator, terkirim, hasil, bersegel, lhe] =
        [Capaian::Evaluator, Capaian::Terkirim, Capaian::Hasil, Capaian::Bersegel, Capaian::Lhe].map(Capaian::banyak);
    let sql = format!(
        "SELECT (SELECT COUNT(*) FROM lokus l WHERE l.periode_id = p.id) AS lokus, {evaluator} AS evaluator, {terkirim} AS terkirim,
         {hasil} AS hasil, {bersegel} AS bersegel, {lhe} AS lhe FROM periode p WHERE p.id = $1"
    );
    c.satu(&sql, nilai![id]).await
}

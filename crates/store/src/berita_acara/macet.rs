//! Which minutes of many cannot be finished any more: four queries however many there are. Of one, with whom and why, [`super::belum()`] says.
//!
//! Minutes of the evaluation may be signed before F02. Once those of the result are sealed nobody waits for them: then they are not named.

use super::{
    Jenis,
    sisa::{Sisa, sisa},
};
use crate::{
    Hasil,
    id::{AkunId, BeritaAcaraId, LokusId, PeriodeId},
    kueri::{Kueri, Value},
    nilai, peran,
    persiapan::benturan,
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use std::collections::HashSet;

/// SQL: standing minutes of the result of lokus `l` are sealed.
const SELESAI: &str = "EXISTS (SELECT 1 FROM berita_acara d JOIN segel e ON e.berita_acara_id = d.id
             LEFT JOIN berita_acara_batal f ON f.berita_acara_id = d.id
             WHERE d.lokus_id = l.id AND d.jenis = 'hasil' AND f.berita_acara_id IS NULL)";

/// Minutes of this kind of lokus `l` are made, lack a signature and still matter: nothing is the organiser's, but for those that cannot be
/// finished.
pub(crate) fn menunggu(jenis: Jenis) -> String {
    let perlu = match jenis {
        Jenis::Pelaksanaan => format!(" AND NOT {SELESAI}"),
        Jenis::Hasil => String::new(),
    };
    format!(
        "EXISTS (SELECT 1 FROM berita_acara b LEFT JOIN berita_acara_batal x ON x.berita_acara_id = b.id
             LEFT JOIN segel s ON s.berita_acara_id = b.id
             WHERE b.lokus_id = l.id AND b.jenis = '{}' AND x.berita_acara_id IS NULL AND s.berita_acara_id IS NULL){perlu}",
        jenis.kunci()
    )
}

/// A unit with minutes that cannot be finished.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitMacet {
    pub lokus_id: LokusId,
    pub unit: String,
    pub jenis: Jenis,
}

#[derive(FromQueryResult)]
struct Unit {
    lokus_id: LokusId,
    unit: String,
}

#[derive(FromQueryResult)]
struct Selesai {
    lokus_id: LokusId,
}

#[derive(FromQueryResult)]
struct Boleh {
    lokus_id: LokusId,
    pihak: String,
    akun_id: AkunId,
}

/// Minutes that wait for somebody who cannot sign them any more ([`super::Halangan`]): they are annulled and made again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Macet {
    /// Of both kinds.
    pub ba: HashSet<BeritaAcaraId>,
    /// The units whose minutes of the result are among them.
    pub hasil: HashSet<LokusId>,
    /// The units whose minutes of the evaluation are, while those of the result are not sealed.
    pub pelaksanaan: HashSet<LokusId>,
}

impl Macet {
    /// The units of which minutes of this kind cannot be finished.
    #[must_use]
    pub fn unit(&self, jenis: Jenis) -> &HashSet<LokusId> {
        match jenis {
            Jenis::Pelaksanaan => &self.pelaksanaan,
            Jenis::Hasil => &self.hasil,
        }
    }

    /// Of which kind of this unit; where of both, that of the result.
    #[must_use]
    pub fn jenis(&self, lokus: LokusId) -> Option<Jenis> {
        Jenis::SEMUA.into_iter().rev().find(|j| self.unit(*j).contains(&lokus))
    }
}

/// Units that one query asks about.
const SEKALI: usize = 500;

/// Of the standing minutes of these units those that cannot be finished. As [`super::belum()`] judges, for many at once: at most four queries for
/// each five hundred units. `hari`: today, ISO.
pub async fn macet<C: ConnectionTrait>(c: &C, lokus: &[LokusId], hari: &str) -> Hasil<Macet> {
    let mut semua = Macet::default();
    for l in lokus.chunks(SEKALI) {
        let m = sebagian(c, l, hari).await?;
        semua.ba.extend(m.ba);
        semua.hasil.extend(m.hasil);
        semua.pelaksanaan.extend(m.pelaksanaan);
    }
    Ok(semua)
}

/// Of the units of a period those with minutes that cannot be finished, by name, once a kind; of at most 5,000 that wait for a signature.
/// `hari`: today, ISO.
pub async fn macet_periode<C: ConnectionTrait>(c: &C, id: PeriodeId, hari: &str) -> Hasil<Vec<UnitMacet>> {
    let sql = format!(
        "SELECT l.id AS lokus_id, u.nama AS unit FROM lokus l JOIN unit u ON u.id = l.unit_id
         WHERE l.periode_id = $1 AND ({} OR {}) ORDER BY u.nama, l.id LIMIT 5000",
        menunggu(Jenis::Pelaksanaan),
        menunggu(Jenis::Hasil)
    );
    let unit: Vec<Unit> = c.semua(&sql, nilai![id]).await?;
    let lokus: Vec<LokusId> = unit.iter().map(|u| u.lokus_id).collect();
    let macet = macet(c, &lokus, hari).await?;
    let mut semua = Vec::new();
    for u in unit {
        for jenis in Jenis::SEMUA.into_iter().filter(|j| macet.unit(*j).contains(&u.lokus_id)) {
            semua.push(UnitMacet { lokus_id: u.lokus_id, unit: u.unit.clone(), jenis });
        }
    }
    Ok(semua)
}

async fn sebagian<C: ConnectionTrait>(c: &C, lokus: &[LokusId], hari: &str) -> Hasil<Macet> {
    let belum = sisa(c, lokus).await?;
    if belum.is_empty() {
        return Ok(Macet::default());
    }
    let tempat = (1..=lokus.len()).map(|n| format!("${n}")).collect::<Vec<_>>().join(", ");
    let menjabat = format!("WHERE l.id IN ({tempat}) AND {}", peran::menjabat("r", &format!("${}", lokus.len() + 1)));
    let sql = format!(
        "SELECT g.lokus_id, 'evaluator' AS pihak, g.akun_id FROM penugasan g JOIN lokus l ON l.id = g.lokus_id
         JOIN penetapan t ON t.penugasan_id = g.id LEFT JOIN penugasan_akhir x ON x.penugasan_id = g.id
         WHERE l.id IN ({tempat}) AND x.penugasan_id IS NULL AND {}
         UNION ALL SELECT l.id AS lokus_id, 'unit' AS pihak, r.akun_id FROM lokus l JOIN unit u ON u.id = l.unit_id
         JOIN peran r ON r.unit_id = u.id OR r.unit_id = u.induk_id {menjabat} AND r.peran = 'unit-kepala'
         UNION ALL SELECT l.id AS lokus_id, 'penanggungjawab' AS pihak, r.akun_id FROM lokus l JOIN periode p ON p.id = l.periode_id
         JOIN peran r ON r.instansi_id = p.instansi_id {menjabat} AND r.peran = 'penanggungjawab' LIMIT 100000",
        benturan::tanpa_milik("g.akun_id")
    );
    let mut v: Vec<Value> = lokus.iter().map(|l| (*l).into()).collect();
    v.push(hari.into());
    let boleh: Vec<Boleh> = c.semua(&sql, v).await?;
    let boleh: HashSet<_> = boleh.into_iter().map(|b| (b.lokus_id, b.pihak, b.akun_id)).collect();
    let terhalang = |s: &Sisa| s.orang.iter().any(|h| !boleh.contains(&(s.lokus, h.pihak.kunci().to_owned(), h.akun)));
    let mut macet = Macet::default();
    for s in belum.iter().filter(|s| terhalang(s)) {
        macet.ba.insert(s.ba);
        if s.hasil {
            macet.hasil.insert(s.lokus);
        } else {
            macet.pelaksanaan.insert(s.lokus);
        }
    }
    if !macet.pelaksanaan.is_empty() {
        let sql = format!("SELECT l.id AS lokus_id FROM lokus l WHERE l.id IN ({tempat}) AND {SELESAI} ORDER BY l.id LIMIT {SEKALI}");
        let selesai: Vec<Selesai> = c.semua(&sql, lokus.iter().map(|l| (*l).into()).collect()).await?;
        for s in selesai {
            macet.pelaksanaan.remove(&s.lokus_id);
        }
    }
    Ok(macet)
}

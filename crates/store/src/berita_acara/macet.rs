//! Which minutes of many cannot be finished any more: three queries however many there are. Of one, with whom and why, [`super::belum()`] says.

use super::{HarusTanda, belum_beberapa};
use crate::{
    Hasil,
    id::{AkunId, LokusId},
    kueri::{Kueri, Value},
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use std::collections::HashSet;

#[derive(FromQueryResult)]
struct Boleh {
    lokus_id: LokusId,
    pihak: String,
    akun_id: AkunId,
}

/// Of these units those whose minutes of the result wait for somebody who cannot sign them any more ([`super::Halangan`]): they are annulled and made
/// again. As [`super::belum()`] judges, for many at once: three queries. `hari`: today, ISO.
pub async fn macet<C: ConnectionTrait>(c: &C, lokus: &[LokusId], hari: &str) -> Hasil<HashSet<LokusId>> {
    let belum = belum_beberapa(c, lokus).await?;
    if belum.is_empty() {
        return Ok(HashSet::new());
    }
    let tempat = (1..=lokus.len()).map(|n| format!("${n}")).collect::<Vec<_>>().join(", ");
    let hari_ke = lokus.len() + 1;
    let menjabat = format!(
        "LEFT JOIN peran_cabut c ON c.peran_id = r.id LEFT JOIN akun_nonaktif n ON n.akun_id = r.akun_id
         WHERE l.id IN ({tempat}) AND c.peran_id IS NULL AND n.akun_id IS NULL
           AND (r.mulai IS NULL OR r.mulai <= ${hari_ke}) AND (r.sampai IS NULL OR r.sampai >= ${hari_ke})"
    );
    let sql = format!(
        "SELECT g.lokus_id, 'evaluator' AS pihak, g.akun_id FROM penugasan g JOIN penetapan t ON t.penugasan_id = g.id
         LEFT JOIN penugasan_akhir x ON x.penugasan_id = g.id WHERE g.lokus_id IN ({tempat}) AND x.penugasan_id IS NULL
           AND NOT EXISTS (SELECT 1 FROM benturan b WHERE b.lokus_id = g.lokus_id AND b.akun_id = g.akun_id AND b.jawaban = 'ada'
             AND NOT EXISTS (SELECT 1 FROM benturan n WHERE n.lokus_id = b.lokus_id AND n.akun_id = b.akun_id AND n.id > b.id))
         UNION ALL SELECT l.id AS lokus_id, 'unit' AS pihak, r.akun_id FROM lokus l JOIN unit u ON u.id = l.unit_id
         JOIN peran r ON r.unit_id = u.id OR r.unit_id = u.induk_id {menjabat} AND r.peran = 'unit-kepala'
         UNION ALL SELECT l.id AS lokus_id, 'penanggungjawab' AS pihak, r.akun_id FROM lokus l JOIN periode p ON p.id = l.periode_id
         JOIN peran r ON r.instansi_id = p.instansi_id {menjabat} AND r.peran = 'penanggungjawab' LIMIT 100000"
    );
    let mut v: Vec<Value> = lokus.iter().map(|l| (*l).into()).collect();
    v.push(hari.into());
    let boleh: Vec<Boleh> = c.semua(&sql, v).await?;
    let boleh: HashSet<_> = boleh.into_iter().map(|b| (b.lokus_id, b.pihak, b.akun_id)).collect();
    let terhalang =
        |(id, sisa): &(LokusId, Vec<HarusTanda>)| sisa.iter().any(|h| !boleh.contains(&(*id, h.pihak.kunci().to_owned(), h.akun)));
    Ok(belum.into_iter().filter(terhalang).map(|(id, _)| id).collect())
}

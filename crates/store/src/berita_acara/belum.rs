//! Who has not signed minutes yet, and whether he still may: an appointment can end, and a role be taken away, after the PDF was made.

use super::{BeritaAcara, HarusTanda, Pihak, baca, calon};
use crate::{
    Hasil,
    id::{AkunId, BeritaAcaraId, LokusId},
    kueri::{Kueri, Value},
    lokus::Lokus,
    persiapan::benturan,
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use std::collections::{HashMap, HashSet};

/// Why somebody who is printed on minutes cannot sign them any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Halangan {
    /// His appointment as an evaluator ended.
    Penugasan,
    /// He declared a conflict of interest with the unit.
    Benturan,
    /// The role of the head or of the Penanggungjawab is not his any more.
    Peran,
}

/// One who has not signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Belum {
    pub orang: HarusTanda,
    /// The minutes cannot be finished while there is one: they are annulled and made again.
    pub halangan: Option<Halangan>,
}

/// Of minutes that stand, in the order in which they are printed. `hari`: today where the unit is, ISO.
pub async fn belum<C: ConnectionTrait>(c: &C, l: &Lokus, b: &BeritaAcara, hari: &str) -> Hasil<Vec<Belum>> {
    if b.batal.is_some() || b.segel.is_some() {
        return Ok(Vec::new());
    }
    let sudah = baca::tanda_tangan(c, b.id).await?;
    let kini = calon::calon(c, l, hari).await?;
    let mut semua = Vec::new();
    for orang in b.penanda()?.into_iter().filter(|h| !sudah.iter().any(|t| t.milik(h))) {
        let boleh = match orang.pihak {
            Pihak::Evaluator => &kini.evaluator,
            Pihak::Unit => &kini.unit,
            Pihak::Penanggungjawab => &kini.penanggungjawab,
        };
        let halangan = match orang.pihak {
            _ if boleh.iter().any(|o| o.id == orang.akun) => None,
            Pihak::Evaluator if benturan::ada(c, l.id, orang.akun).await? => Some(Halangan::Benturan),
            Pihak::Evaluator => Some(Halangan::Penugasan),
            Pihak::Unit | Pihak::Penanggungjawab => Some(Halangan::Peran),
        };
        semua.push(Belum { orang, halangan });
    }
    Ok(semua)
}

#[derive(FromQueryResult)]
struct Sudah {
    berita_acara_id: BeritaAcaraId,
    pihak: String,
    akun_id: AkunId,
}

/// Who is printed on the standing, unsealed minutes of the result of these units and has not signed, by unit; whether each still may is
/// for [`belum`] to say. Two queries however many there are.
pub async fn belum_beberapa<C: ConnectionTrait>(c: &C, lokus: &[LokusId]) -> Hasil<HashMap<LokusId, Vec<HarusTanda>>> {
    if lokus.is_empty() {
        return Ok(HashMap::new());
    }
    let tempat = (1..=lokus.len()).map(|n| format!("${n}")).collect::<Vec<_>>().join(", ");
    let v: Vec<Value> = lokus.iter().map(|l| (*l).into()).collect();
    let hidup = format!(
        "b.lokus_id IN ({tempat}) AND b.jenis = 'hasil'
         AND NOT EXISTS (SELECT 1 FROM berita_acara_batal y WHERE y.berita_acara_id = b.id)
         AND NOT EXISTS (SELECT 1 FROM segel z WHERE z.berita_acara_id = b.id)"
    );
    let semua: Vec<BeritaAcara> = c.semua(&format!("{} WHERE {hidup} ORDER BY b.id LIMIT 1000", baca::PILIH), v.clone()).await?;
    let sql = format!(
        "SELECT t.berita_acara_id, t.pihak, t.akun_id FROM tanda_tangan t JOIN berita_acara b ON b.id = t.berita_acara_id
         WHERE {hidup} ORDER BY t.id LIMIT 100000"
    );
    let sudah: Vec<Sudah> = c.semua(&sql, v).await?;
    let sudah: HashSet<_> = sudah.into_iter().map(|t| (t.berita_acara_id, t.pihak, t.akun_id)).collect();
    let mut belum = HashMap::new();
    for b in semua {
        let sisa = b.penanda()?.into_iter().filter(|h| !sudah.contains(&(b.id, h.pihak.kunci().to_owned(), h.akun)));
        belum.insert(b.lokus_id, sisa.collect());
    }
    Ok(belum)
}

#[derive(FromQueryResult)]
struct Boleh {
    lokus_id: LokusId,
    pihak: String,
    akun_id: AkunId,
}

/// Of these units those whose minutes of the result wait for somebody who cannot sign them any more ([`Halangan`]): they are annulled and made
/// again. As [`belum`] judges, for many at once: three queries. `hari`: today, ISO.
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

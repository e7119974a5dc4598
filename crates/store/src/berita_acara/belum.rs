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

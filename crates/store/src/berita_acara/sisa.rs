//! Who has not signed the standing minutes of many units: two queries however many there are. Of one, with why somebody cannot, [`super::belum()`] says.

use super::{BeritaAcara, HarusTanda, Jenis, baca};
use crate::{
    Hasil,
    id::{AkunId, BeritaAcaraId, LokusId},
    kueri::{self, Kueri, Value},
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use std::collections::{HashMap, HashSet};

#[derive(FromQueryResult)]
struct Sudah {
    berita_acara_id: BeritaAcaraId,
    pihak: String,
    akun_id: AkunId,
}

/// Standing, unsealed minutes and who of those printed on them has not signed.
pub(super) struct Sisa {
    pub ba: BeritaAcaraId,
    pub lokus: LokusId,
    /// Minutes of the result, and not of the evaluation.
    pub hasil: bool,
    pub orang: Vec<HarusTanda>,
}

/// Who is printed on the standing, unsealed minutes of the result of these units and has not signed, by unit; whether each still may is
/// for [`super::belum()`] to say, and for [`super::macet()`]. Two queries however many there are.
pub async fn belum_beberapa<C: ConnectionTrait>(c: &C, lokus: &[LokusId]) -> Hasil<HashMap<LokusId, Vec<HarusTanda>>> {
    Ok(sisa(c, lokus).await?.into_iter().filter(|s| s.hasil).map(|s| (s.lokus, s.orang)).collect())
}

/// The same for both kinds of minutes, in the order in which they were made.
pub(super) async fn sisa<C: ConnectionTrait>(c: &C, lokus: &[LokusId]) -> Hasil<Vec<Sisa>> {
    if lokus.is_empty() {
        return Ok(Vec::new());
    }
    let tempat = kueri::tempat(1..=lokus.len());
    let v: Vec<Value> = lokus.iter().map(|l| (*l).into()).collect();
    let hidup = format!(
        "b.lokus_id IN ({tempat})
         AND NOT EXISTS (SELECT 1 FROM berita_acara_batal y WHERE y.berita_acara_id = b.id)
         AND NOT EXISTS (SELECT 1 FROM segel z WHERE z.berita_acara_id = b.id)"
    );
    let semua: Vec<BeritaAcara> = c.semua(&format!("{} WHERE {hidup} ORDER BY b.id LIMIT 2000", baca::PILIH), v.clone()).await?;
    let sql = format!(
        "SELECT t.berita_acara_id, t.pihak, t.akun_id FROM tanda_tangan t JOIN berita_acara b ON b.id = t.berita_acara_id
         WHERE {hidup} ORDER BY t.id LIMIT 100000"
    );
    let sudah: Vec<Sudah> = c.semua(&sql, v).await?;
    let sudah: HashSet<_> = sudah.into_iter().map(|t| (t.berita_acara_id, t.pihak, t.akun_id)).collect();
    let satu = |b: BeritaAcara| {
        let belum = |h: &HarusTanda| !sudah.contains(&(b.id, h.pihak.kunci().to_owned(), h.akun));
        let orang = b.penanda()?.into_iter().filter(belum).collect();
        Hasil::Ok(Sisa { ba: b.id, lokus: b.lokus_id, hasil: b.jenis()? == Jenis::Hasil, orang })
    };
    semua.into_iter().map(satu).collect()
}

//! Reading sheets and cells. What a page may show is filtered here by [`Pandangan`].

use super::{Pandangan, kemas};
use crate::{
    Hasil, Store, Waktu,
    hak::EvaluatorDitugaskan,
    id::{AkunId, LokusId},
    kueri::{self, Kueri},
    nilai,
};
use pekppp::{Edisi, LembarF02, Nilai};
use sea_orm::{ConnectionTrait, FromQueryResult};
use std::collections::HashMap;

/// The sheet of one appointed evaluator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lembar {
    pub akun_id: AkunId,
    pub nama: String,
    /// In the order of `Edisi::semua_indikator`; empty when the evaluator has not begun.
    pub skor: Vec<Option<u8>>,
    /// When it was marked done; `None` while it is open.
    pub selesai: Option<Waktu>,
}

impl Lembar {
    /// As the scoring crate takes it. `evaluator` is the account id, since two people may share a name.
    #[must_use]
    pub fn nilai(&self, edisi: &Edisi) -> LembarF02 {
        let nilai =
            edisi.semua_indikator().zip(&self.skor).filter_map(|(i, s)| Some((i.kode.clone(), Nilai::baru((*s)?.into()).ok()?))).collect();
        LembarF02 { evaluator: self.akun_id.to_string(), nilai }
    }
}

#[derive(FromQueryResult)]
struct BarisLembar {
    lokus_id: LokusId,
    akun_id: AkunId,
    nama: String,
    skor: Option<Vec<u8>>,
    selesai: Option<Waktu>,
}

/// On an appointment `g` and its end `x`: whether the sheet of the evaluator counts. It does while he is in office, and also when he
/// left after the result was frozen that stands: the end of an appointment changes no result. Ended before, it is taken out of the
/// computation ([`mod@super::diganti`]); the rows stay.
pub(crate) const DIHITUNG: &str =
    "(x.penugasan_id IS NULL OR EXISTS (SELECT 1 FROM hasil fh LEFT JOIN hasil_batal fb ON fb.hasil_id = fh.id
    WHERE fh.lokus_id = g.lokus_id AND fb.hasil_id IS NULL AND fh.pada < x.pada))";

/// Appointments by decree with their end; [`DIHITUNG`] tells those that count.
pub(super) const DARI: &str = "FROM penugasan g JOIN penetapan t ON t.penugasan_id = g.id JOIN akun a ON a.id = g.akun_id
    LEFT JOIN penugasan_akhir x ON x.penugasan_id = g.id";

/// Of an appointment: its scores, and since when its sheet is done.
pub(super) const LEMBAR: &str = "(SELECT l.skor FROM f02_lembar l WHERE l.lokus_id = g.lokus_id AND l.akun_id = g.akun_id) AS skor,
    (SELECT MAX(s.pada) FROM f02_selesai s LEFT JOIN f02_selesai_batal b ON b.selesai_id = s.id
      WHERE s.lokus_id = g.lokus_id AND s.akun_id = g.akun_id AND b.selesai_id IS NULL) AS selesai";

/// All sheets that count by account, at most 100: of the appointed evaluators; of a frozen result those it was made from. For computing
/// and reports: shows everything.
pub async fn lembar_semua<C: ConnectionTrait>(c: &C, lokus: LokusId) -> Hasil<Vec<Lembar>> {
    Ok(lembar_beberapa(c, &[lokus]).await?.remove(&lokus).unwrap_or_default())
}

/// As [`lembar_semua`] for many lokus in one query; those without an evaluator are left out.
pub async fn lembar_beberapa<C: ConnectionTrait>(c: &C, lokus: &[LokusId]) -> Hasil<HashMap<LokusId, Vec<Lembar>>> {
    if lokus.is_empty() {
        return Ok(HashMap::new());
    }
    let tempat = kueri::tempat(1..=lokus.len());
    let sql = format!(
        "SELECT g.lokus_id, g.akun_id, a.nama, {LEMBAR} {DARI} WHERE g.lokus_id IN ({tempat}) AND {DIHITUNG}
         GROUP BY g.lokus_id, g.akun_id, a.nama ORDER BY g.lokus_id, g.akun_id LIMIT {}",
        100 * lokus.len()
    );
    let baris: Vec<BarisLembar> = c.semua(&sql, lokus.iter().map(|l| (*l).into()).collect()).await?;
    let mut semua: HashMap<LokusId, Vec<Lembar>> = HashMap::new();
    for b in baris {
        let skor = b.skor.as_deref().map(kemas::buka).transpose()?.unwrap_or_default();
        semua.entry(b.lokus_id).or_default().push(Lembar { akun_id: b.akun_id, nama: b.nama, skor, selesai: b.selesai });
    }
    Ok(semua)
}

/// The sheets that a person with this view may see with their scores; the others come with `skor` empty.
pub async fn lembar_terlihat(store: &Store, lokus: LokusId, pandangan: Pandangan, akun: AkunId) -> Hasil<Vec<Lembar>> {
    let mut semua = lembar_semua(store.baca(), lokus).await?;
    for l in &mut semua {
        let sendiri = l.akun_id == akun && pandangan.penilai();
        if !sendiri && !pandangan.melihat(l.selesai.is_some()) {
            l.skor.clear();
        }
    }
    Ok(semua)
}

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Isian {
    pub indikator: String,
    pub versi: i64,
    pub skor: Option<i64>,
    pub sumber: String,
    pub catatan: String,
    pub rekomendasi: String,
    pub pada: Waktu,
    pub oleh: AkunId,
}

const SEL: &str = "SELECT indikator, versi, skor, sumber, catatan, rekomendasi, pada, oleh FROM f02_isian";

/// The caller's own cells by indicator code, at most 500 (an edition has about 31).
pub async fn isian_sendiri(store: &Store, hak: &EvaluatorDitugaskan) -> Hasil<Vec<Isian>> {
    let sql = format!("{SEL} WHERE lokus_id = $1 AND akun_id = $2 ORDER BY indikator LIMIT 500");
    store.baca().semua(&sql, nilai![hak.lokus.id, hak.pelaku().akun]).await
}

/// One cell of the caller's own sheet; `None` while it is empty.
pub async fn isian_satu(store: &Store, hak: &EvaluatorDitugaskan, indikator: &str) -> Hasil<Option<Isian>> {
    let sql = format!("{SEL} WHERE lokus_id = $1 AND akun_id = $2 AND indikator = $3");
    store.baca().mungkin(&sql, nilai![hak.lokus.id, hak.pelaku().akun, indikator]).await
}

/// What one evaluator wrote about one indicator.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Catatan {
    pub indikator: String,
    pub akun_id: AkunId,
    pub nama: String,
    pub skor: Option<i64>,
    pub sumber: String,
    pub catatan: String,
    pub rekomendasi: String,
}

/// Sources, notes and recommendations of the sheets that count, by code and account. For reports: shows everything.
pub async fn catatan<C: ConnectionTrait>(c: &C, lokus: LokusId) -> Hasil<Vec<Catatan>> {
    let sql = format!(
        "SELECT i.indikator, i.akun_id, d.nama, i.skor, i.sumber, i.catatan, i.rekomendasi
         FROM f02_isian i JOIN akun d ON d.id = i.akun_id
         WHERE i.lokus_id = $1 AND i.akun_id IN (SELECT g.akun_id {DARI} WHERE g.lokus_id = $1 AND {DIHITUNG})
         ORDER BY i.indikator, i.akun_id LIMIT 5000"
    );
    c.semua(&sql, nilai![lokus]).await
}

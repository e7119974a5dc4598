//! Reading answers: what stands now, one indicator, and how it came about.

use crate::{
    Hasil, StoreError, Waktu,
    id::{AkunId, LokusId},
    kueri::Kueri,
    nilai,
};
use pekppp::{F01, JawabanIndikator};
use sea_orm::{ConnectionTrait, FromQueryResult};
use std::collections::BTreeMap;

/// The answers of one indicator as they stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Isian {
    pub indikator: String,
    /// 1 for the first saving; a form that shows no answers yet is based on version 0.
    pub versi: i64,
    pub jawaban: JawabanIndikator,
    pub pada: Waktu,
    pub oleh: AkunId,
    pub nama: String,
}

/// One saving in the history of an indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ubah {
    pub versi: i64,
    pub jawaban: JawabanIndikator,
    pub pada: Waktu,
    pub oleh: AkunId,
    pub nama: String,
}

#[derive(FromQueryResult)]
struct Baris {
    indikator: String,
    versi: i64,
    isi: String,
    pada: Waktu,
    oleh: AkunId,
    nama: String,
}

impl Baris {
    fn urai(self) -> Hasil<Isian> {
        let jawaban = jawaban(&self.isi)?;
        Ok(Isian { indikator: self.indikator, versi: self.versi, jawaban, pada: self.pada, oleh: self.oleh, nama: self.nama })
    }
}

const PILIH: &str = "SELECT f.indikator, f.versi, f.isi, f.pada, f.oleh, a.nama FROM f01 f JOIN akun a ON a.id = f.oleh";

pub(super) fn jawaban(isi: &str) -> Hasil<JawabanIndikator> {
    serde_json::from_str(isi).map_err(|e| StoreError::Rusak(format!("F01 answers: {e}")))
}

/// All answers of a lokus by indicator code.
pub async fn semua<C: ConnectionTrait>(c: &C, lokus: LokusId) -> Hasil<BTreeMap<String, Isian>> {
    let baris: Vec<Baris> = c.semua(&format!("{PILIH} WHERE f.lokus_id = $1 ORDER BY f.indikator LIMIT 1000"), nilai![lokus]).await?;
    baris.into_iter().map(|b| b.urai().map(|i| (i.indikator.clone(), i))).collect()
}

/// The answers of one indicator; `None` before the first saving.
pub async fn satu<C: ConnectionTrait>(c: &C, lokus: LokusId, indikator: &str) -> Hasil<Option<Isian>> {
    let sql = format!("{PILIH} WHERE f.lokus_id = $1 AND f.indikator = $2");
    c.mungkin::<Baris>(&sql, nilai![lokus, indikator]).await?.map(Baris::urai).transpose()
}

/// The answers alone, as the rules of `pekppp` take them.
#[must_use]
pub fn f01(semua: &BTreeMap<String, Isian>) -> F01 {
    semua.iter().map(|(kode, i)| (kode.clone(), i.jawaban.clone())).collect()
}

/// Savings of one indicator, newest first, at most 200.
pub async fn riwayat<C: ConnectionTrait>(c: &C, lokus: LokusId, indikator: &str) -> Hasil<Vec<Ubah>> {
    let baris: Vec<Baris> = c
        .semua(
            "SELECT f.indikator, f.versi, f.isi, f.pada, f.oleh, a.nama FROM f01_ubah f JOIN akun a ON a.id = f.oleh
             WHERE f.lokus_id = $1 AND f.indikator = $2 ORDER BY f.versi DESC LIMIT 200",
            nilai![lokus, indikator],
        )
        .await?;
    baris.into_iter().map(|b| Ok(Ubah { versi: b.versi, jawaban: jawaban(&b.isi)?, pada: b.pada, oleh: b.oleh, nama: b.nama })).collect()
}

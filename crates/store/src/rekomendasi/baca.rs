//! Reading recommendations of a lokus or of a whole period, and whether they may still change.

use crate::{
    Hasil, StoreError, Waktu,
    id::{LokusId, PeriodeId, RekomendasiId},
    kueri::Kueri,
    nilai,
};
use sea_orm::{ConnectionTrait, FromQueryResult};

/// Where a recommendation comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asal {
    /// Written by the evaluators in F02 or in the consensus.
    F02,
    Penyelenggara,
    /// Left from the period before.
    Lanjutan,
}

#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Rekomendasi {
    pub id: RekomendasiId,
    pub lokus_id: LokusId,
    /// Code in the edition of the lokus.
    pub indikator: String,
    pub asal: String,
    /// What F02 said when it was taken over; empty for the others.
    pub sumber: String,
    /// The recommendation of an earlier period that it goes on with.
    pub lanjutan_dari: Option<RekomendasiId>,
    pub isi: String,
    pub versi: i64,
    pub pada: Waktu,
    pub oleh_nama: String,
}

impl Rekomendasi {
    #[must_use]
    pub fn asal(&self) -> Asal {
        match self.asal.as_str() {
            "f02" => Asal::F02,
            "lanjutan" => Asal::Lanjutan,
            _ => Asal::Penyelenggara,
        }
    }
}

const PILIH: &str = "SELECT r.id, r.lokus_id, r.indikator, r.asal, r.sumber, r.lanjutan_dari, r.isi, r.versi, r.pada, a.nama AS oleh_nama
    FROM rekomendasi r JOIN akun a ON a.id = r.oleh
    WHERE NOT EXISTS (SELECT 1 FROM rekomendasi_hapus h WHERE h.rekomendasi_id = r.id)";

/// The recommendations of a lokus that stand, in order of arrival, at most 500. Form order is the caller's (the edition).
pub async fn daftar<C: ConnectionTrait>(c: &C, lokus: LokusId) -> Hasil<Vec<Rekomendasi>> {
    c.semua(&format!("{PILIH} AND r.lokus_id = $1 ORDER BY r.id LIMIT 500"), nilai![lokus]).await
}

/// Those of all lokus of a period, by lokus.
pub(crate) async fn daftar_periode<C: ConnectionTrait>(c: &C, periode: PeriodeId) -> Hasil<Vec<Rekomendasi>> {
    let sql =
        format!("{PILIH} AND r.lokus_id IN (SELECT l.id FROM lokus l WHERE l.periode_id = $1) ORDER BY r.lokus_id, r.id LIMIT 200000");
    c.semua(&sql, nilai![periode]).await
}

/// Those of the same units in all other periods.
pub(crate) async fn daftar_unit<C: ConnectionTrait>(c: &C, periode: PeriodeId) -> Hasil<Vec<Rekomendasi>> {
    let sql = format!(
        "{PILIH} AND r.lokus_id IN (SELECT x.id FROM lokus x JOIN lokus l ON l.unit_id = x.unit_id WHERE l.periode_id = $1 AND x.periode_id <> $1)
         ORDER BY r.lokus_id, r.id LIMIT 200000"
    );
    c.semua(&sql, nilai![periode]).await
}

/// One of this lokus that stands.
///
/// # Errors
/// `TidakDitemukan` also for one of another lokus, and for one that was taken out.
pub async fn dari_id<C: ConnectionTrait>(c: &C, lokus: LokusId, id: RekomendasiId) -> Hasil<Rekomendasi> {
    milik(c, id).await?.filter(|r| r.lokus_id == lokus).ok_or(StoreError::TidakDitemukan)
}

pub(crate) async fn milik<C: ConnectionTrait>(c: &C, id: RekomendasiId) -> Hasil<Option<Rekomendasi>> {
    c.mungkin(&format!("{PILIH} AND r.id = $1"), nilai![id]).await
}

/// One text as it stood.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Versi {
    pub versi: i64,
    pub isi: String,
    pub pada: Waktu,
    pub oleh_nama: String,
}

/// Every text that a recommendation had, newest first.
pub async fn riwayat<C: ConnectionTrait>(c: &C, id: RekomendasiId) -> Hasil<Vec<Versi>> {
    c.semua(
        "SELECT u.versi, u.isi, u.pada, a.nama AS oleh_nama FROM rekomendasi_ubah u JOIN akun a ON a.id = u.oleh
         WHERE u.rekomendasi_id = $1 ORDER BY u.versi DESC LIMIT 200",
        nilai![id],
    )
    .await
}

/// Whether the report on the result that stands was delivered to the unit: from then on the texts are closed, and the
/// unit plans.
pub async fn tersampaikan<C: ConnectionTrait>(c: &C, lokus: LokusId) -> Hasil<bool> {
    let n = c
        .angka(
            "SELECT COUNT(*) AS n FROM penyampaian p JOIN lhe e ON e.id = p.lhe_id LEFT JOIN hasil_batal b ON b.hasil_id = e.hasil_id
             WHERE p.lokus_id = $1 AND p.dokumen = 'lhe' AND p.kepada = 'unit' AND b.hasil_id IS NULL",
            nilai![lokus],
        )
        .await?;
    Ok(n > 0)
}

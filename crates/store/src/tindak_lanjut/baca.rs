//! Reading: each recommendation with its plan, progress and verdicts. Five queries whatever the number of lokus.

use super::lewat::DILANJUTKAN;
use crate::{
    Hasil, StoreError, Waktu,
    id::{KemajuanId, LokusId, PeriodeId, RekomendasiId},
    kueri::{Kueri, Value},
    nilai,
    rekomendasi::{self, Rekomendasi},
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use std::collections::{HashMap, HashSet};

/// The unit's plan.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Rencana {
    pub rekomendasi_id: RekomendasiId,
    pub rencana: String,
    pub target: String,
    pub keluaran: String,
    /// Last local day, `2026-12-31`.
    pub tenggat: String,
    pub penanggung_jawab: String,
    pub versi: i64,
    pub pada: Waktu,
    pub oleh_nama: String,
}

/// One report of the unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kemajuan {
    pub id: KemajuanId,
    /// Counts reports and findings of the recommendation together, from 1.
    pub urut: i64,
    /// Says that it is done, and asks for the verification.
    pub selesai: bool,
    pub uraian: String,
    pub nama_berkas: Option<String>,
    pub pada: Waktu,
    pub oleh_nama: String,
}

/// One finding of an evaluator.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Verifikasi {
    pub rekomendasi_id: RekomendasiId,
    pub urut: i64,
    /// The lokus under which it was found: a later one, for a check by pemantauan.
    pub lokus_id: LokusId,
    /// `diterima`, `sebagian` or `belum`.
    pub putusan: String,
    pub alasan: String,
    pub pada: Waktu,
    pub oleh_nama: String,
}

/// A recommendation with all that became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Butir {
    pub rekomendasi: Rekomendasi,
    pub rencana: Option<Rencana>,
    /// Newest first.
    pub kemajuan: Vec<Kemajuan>,
    /// Newest first; the first holds.
    pub verifikasi: Vec<Verifikasi>,
    /// A later period goes on with it: it is due there, no longer here.
    pub dilanjutkan: bool,
}

#[derive(FromQueryResult)]
struct Lanjutan {
    rekomendasi_id: RekomendasiId,
}

#[derive(FromQueryResult)]
struct BarisKemajuan {
    id: KemajuanId,
    urut: i64,
    rekomendasi_id: RekomendasiId,
    jenis: String,
    uraian: String,
    nama_berkas: Option<String>,
    pada: Waktu,
    oleh_nama: String,
}

/// The recommendations of a lokus in order of arrival, with their follow-up.
pub async fn daftar<C: ConnectionTrait>(c: &C, lokus: LokusId) -> Hasil<Vec<Butir>> {
    lengkapi(c, rekomendasi::daftar(c, lokus).await?, "r.lokus_id = $1", nilai![lokus]).await
}

/// Those of all lokus of a period, by lokus.
pub(super) async fn daftar_periode<C: ConnectionTrait>(c: &C, periode: PeriodeId) -> Hasil<Vec<Butir>> {
    let milik = "r.lokus_id IN (SELECT l.id FROM lokus l WHERE l.periode_id = $1)";
    lengkapi(c, rekomendasi::daftar_periode(c, periode).await?, milik, nilai![periode]).await
}

/// Those of the lokus from which each lokus of a monitoring period starts.
pub(super) async fn daftar_asal<C: ConnectionTrait>(c: &C, periode: PeriodeId) -> Hasil<Vec<Butir>> {
    let milik =
        "r.lokus_id IN (SELECT x.id FROM lokus x JOIN lokus l ON l.unit_id = x.unit_id WHERE l.periode_id = $1 AND x.periode_id <> $1)";
    lengkapi(c, rekomendasi::daftar_unit(c, periode).await?, milik, nilai![periode]).await
}

impl Butir {
    /// The place of the next report or finding.
    pub(super) fn urut_berikut(&self) -> i64 {
        let terakhir = self.kemajuan.first().map(|k| k.urut).max(self.verifikasi.first().map(|v| v.urut));
        terakhir.unwrap_or(0) + 1
    }
}

/// One of this lokus.
///
/// # Errors
/// `TidakDitemukan` also for one of another lokus.
pub async fn satu<C: ConnectionTrait>(c: &C, lokus: LokusId, id: RekomendasiId) -> Hasil<Butir> {
    let r = rekomendasi::dari_id(c, lokus, id).await?;
    lengkapi(c, vec![r], "r.id = $1", nilai![id]).await?.pop().ok_or(StoreError::TidakDitemukan)
}

async fn lengkapi<C: ConnectionTrait>(c: &C, semua: Vec<Rekomendasi>, milik: &str, v: Vec<Value>) -> Hasil<Vec<Butir>> {
    let sql = |kolom: &str, tabel: &str| {
        format!(
            "SELECT t.rekomendasi_id, {kolom}, t.pada, a.nama AS oleh_nama FROM {tabel} t JOIN rekomendasi r ON r.id = t.rekomendasi_id
             JOIN akun a ON a.id = t.oleh WHERE {milik}"
        )
    };
    let kolom = "t.rencana, t.target, t.keluaran, t.tenggat, t.penanggung_jawab, t.versi";
    let rencana: Vec<Rencana> = c.semua(&format!("{} ORDER BY t.rekomendasi_id LIMIT 200000", sql(kolom, "tl_rencana")), v.clone()).await?;
    let urut = "ORDER BY t.urut DESC, t.rekomendasi_id LIMIT 200000";
    let kemajuan: Vec<BarisKemajuan> =
        c.semua(&format!("{} {urut}", sql("t.id, t.urut, t.jenis, t.uraian, t.nama_berkas", "tl_kemajuan")), v.clone()).await?;
    let verifikasi: Vec<Verifikasi> =
        c.semua(&format!("{} {urut}", sql("t.urut, t.lokus_id, t.putusan, t.alasan", "tl_verifikasi")), v.clone()).await?;
    let lanjutan = format!("SELECT r.id AS rekomendasi_id FROM rekomendasi r WHERE {milik} AND {DILANJUTKAN} ORDER BY r.id LIMIT 200000");
    let lanjutan: HashSet<RekomendasiId> = c.semua::<Lanjutan>(&lanjutan, v).await?.into_iter().map(|x| x.rekomendasi_id).collect();
    let mut rencana: HashMap<RekomendasiId, Rencana> = rencana.into_iter().map(|r| (r.rekomendasi_id, r)).collect();
    let mut maju: HashMap<RekomendasiId, Vec<Kemajuan>> = HashMap::new();
    for k in kemajuan {
        let selesai = k.jenis == "selesai";
        let satu = Kemajuan {
            id: k.id,
            urut: k.urut,
            selesai,
            uraian: k.uraian,
            nama_berkas: k.nama_berkas,
            pada: k.pada,
            oleh_nama: k.oleh_nama,
        };
        maju.entry(k.rekomendasi_id).or_default().push(satu);
    }
    let mut putusan: HashMap<RekomendasiId, Vec<Verifikasi>> = HashMap::new();
    for x in verifikasi {
        putusan.entry(x.rekomendasi_id).or_default().push(x);
    }
    let jadi = |r: Rekomendasi| Butir {
        rencana: rencana.remove(&r.id),
        kemajuan: maju.remove(&r.id).unwrap_or_default(),
        verifikasi: putusan.remove(&r.id).unwrap_or_default(),
        dilanjutkan: lanjutan.contains(&r.id),
        rekomendasi: r,
    };
    Ok(semua.into_iter().map(jadi).collect())
}

/// The proof of a report.
#[derive(Debug, Clone, FromQueryResult)]
pub struct BerkasBukti {
    /// SHA-256; never shown, never a way to the file.
    pub sidik: String,
    pub nama: String,
    pub tipe: String,
}

/// The proof of one report on a recommendation of this lokus.
///
/// # Errors
/// `TidakDitemukan` when it has none, or is of another lokus.
pub async fn berkas<C: ConnectionTrait>(c: &C, lokus: LokusId, rekomendasi: RekomendasiId, id: KemajuanId) -> Hasil<BerkasBukti> {
    c.satu(
        "SELECT o.sidik, COALESCE(k.nama_berkas, '') AS nama, o.tipe FROM tl_kemajuan k JOIN rekomendasi r ON r.id = k.rekomendasi_id
         JOIN objek o ON o.sidik = k.objek WHERE k.id = $1 AND k.rekomendasi_id = $2 AND r.lokus_id = $3",
        nilai![id, rekomendasi, lokus],
    )
    .await
}

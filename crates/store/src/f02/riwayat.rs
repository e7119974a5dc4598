//! The history of one cell, and of one settled indicator: who, when, from what to what.

use crate::{
    Hasil, Store, Waktu,
    id::{AkunId, LokusId},
    kueri::Kueri,
    nilai,
};
use sea_orm::FromQueryResult;
use serde::Deserialize;

/// One version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Perubahan {
    pub versi: i64,
    pub pada: Waktu,
    pub oleh: AkunId,
    pub nama: String,
    pub isi: Isi,
}

/// What was written; `catatan` holds the reason for a settlement.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct Isi {
    pub skor: Option<u8>,
    #[serde(default)]
    pub sumber: String,
    #[serde(default, alias = "alasan")]
    pub catatan: String,
    #[serde(default)]
    pub rekomendasi: String,
}

#[derive(FromQueryResult)]
struct Baris {
    versi: i64,
    isi: String,
    pada: Waktu,
    oleh: AkunId,
    nama: String,
}

impl Baris {
    fn parse(self) -> Hasil<Perubahan> {
        let isi = serde_json::from_str(&self.isi).map_err(|e| crate::StoreError::Rusak(format!("history of F02: {e}")))?;
        Ok(Perubahan { versi: self.versi, pada: self.pada, oleh: self.oleh, nama: self.nama, isi })
    }
}

/// Versions of one cell, newest first, at most 200. The caller has asked `pandangan` whether the sheet may be seen.
pub async fn riwayat(store: &Store, lokus: LokusId, akun: AkunId, indikator: &str) -> Hasil<Vec<Perubahan>> {
    let sql = "SELECT u.versi, u.isi, u.pada, u.oleh, a.nama FROM f02_ubah u JOIN akun a ON a.id = u.oleh
        WHERE u.lokus_id = $1 AND u.akun_id = $2 AND u.indikator = $3 ORDER BY u.versi DESC, u.op_id LIMIT 200";
    let baris: Vec<Baris> = store.baca().semua(sql, nilai![lokus, akun, indikator]).await?;
    baris.into_iter().map(Baris::parse).collect()
}

/// Versions of one settlement, newest first, at most 200.
pub async fn riwayat_sepakat(store: &Store, lokus: LokusId, indikator: &str) -> Hasil<Vec<Perubahan>> {
    let sql = "SELECT u.versi, u.isi, u.pada, u.oleh, a.nama FROM f02_sepakat_ubah u JOIN akun a ON a.id = u.oleh
        WHERE u.lokus_id = $1 AND u.indikator = $2 ORDER BY u.versi DESC, u.op_id LIMIT 200";
    let baris: Vec<Baris> = store.baca().semua(sql, nilai![lokus, indikator]).await?;
    baris.into_iter().map(Baris::parse).collect()
}

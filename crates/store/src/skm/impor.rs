//! Answers from a file, in two steps: what it would do is shown, then its good rows are stored as one batch. Reading and
//! checking the rows is the caller's work; the file is kept as it came.

use super::kertas::{Lembar, masukan, selesai, sudah_mulai};
use crate::{
    Hasil, Store, StoreError, Waktu, edisi,
    hak::PengelolaRondeSkm,
    id::RondeId,
    kueri::Kueri,
    nilai,
    objek::{self, Tersimpan},
    ronde::{Kelompok, Masukan, simpan_banyak},
    skm,
};
use jiff::civil::Date;
use sea_orm::{ConnectionTrait, FromQueryResult};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Most rows of one file.
pub const BARIS_MAKS: usize = 50_000;

/// A file that was read and waits to be confirmed.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Siap {
    pub ronde: RondeId,
    /// Hash of the file on disk.
    pub sidik: String,
    pub ukuran: i64,
    pub tipe: String,
    /// Which of the two numberings `u1`, `u2`, … follow, as the person said: `peraturan` or `kuesioner`.
    pub urutan: Option<String>,
    #[serde(skip)]
    pub nama_berkas: String,
}

/// Keeps what was read until it is confirmed, at most a day. Nothing of the answers is stored.
///
/// # Errors
/// `Keadaan` when the round has not begun, its result is published, or this very file was imported into it before.
pub async fn siapkan(store: &Store, hak: &PengelolaRondeSkm, nama_berkas: &str, siap: &Siap) -> Hasil<Uuid> {
    let isi = serde_json::to_string(siap).map_err(|e| StoreError::Rusak(e.to_string()))?;
    let id = crate::id::baru();
    let tx = store.mulai().await?;
    let r = skm::isi::kunci(&tx, hak.ronde.id).await?;
    sudah_mulai(&r, tx.pada.hari(&r.zona))?;
    belum_pernah(&*tx, r.id, &siap.sidik).await?;
    tx.jalankan("DELETE FROM impor WHERE jenis = 'skm' AND dibuat < $1", nilai![tx.pada.tambah_detik(-86_400)]).await?;
    tx.jalankan(
        "INSERT INTO impor (id, jenis, nama_berkas, isi, dibuat, oleh) VALUES ($1, 'skm', $2, $3, $4, $5)",
        nilai![id, nama_berkas, isi, tx.pada, hak.pelaku().akun],
    )
    .await?;
    tx.commit().await?;
    Ok(id)
}

#[derive(FromQueryResult)]
struct Baris {
    nama_berkas: String,
    isi: String,
}

/// What waits under an id, for the person who sent it and this round.
pub async fn siap(store: &Store, hak: &PengelolaRondeSkm, id: Uuid) -> Hasil<Siap> {
    let sql = "SELECT nama_berkas, isi FROM impor WHERE id = $1 AND jenis = 'skm' AND oleh = $2";
    let b: Baris = store.baca().satu(sql, nilai![id, hak.pelaku().akun]).await?;
    let mut s: Siap = serde_json::from_str(&b.isi).map_err(|e| StoreError::Rusak(format!("import {id}: {e}")))?;
    s.nama_berkas = b.nama_berkas;
    if s.ronde == hak.ronde.id { Ok(s) } else { Err(StoreError::TidakDitemukan) }
}

async fn belum_pernah<C: ConnectionTrait>(c: &C, ronde: RondeId, sidik: &str) -> Hasil<()> {
    let n = c.angka("SELECT COUNT(*) AS n FROM survei_impor WHERE ronde_id = $1 AND objek = $2", nilai![ronde, sidik]).await?;
    if n > 0 { Err(StoreError::Keadaan("skm-impor-sudah")) } else { Ok(()) }
}

/// Stores the good rows as one batch. `lembar`: each with the local day of the answer; `ditolak`: rows with faults.
/// A second time changes nothing.
///
/// # Errors
/// As [`siapkan`]; `Keadaan("skm-impor-kosong")` without a good row.
pub async fn terapkan(store: &Store, hak: &PengelolaRondeSkm, id: Uuid, lembar: &[(Date, Lembar)], ditolak: usize) -> Hasil<()> {
    let s = siap(store, hak, id).await?;
    let edisi = edisi::skm(store, &hak.ronde.edisi).await?;
    let bentuk = skm::bentuk(&hak.ronde.susunan(&edisi)?)?;
    let tx = store.mulai().await?;
    let r = skm::isi::kunci(&tx, hak.ronde.id).await?;
    if tx.angka("SELECT COUNT(*) AS n FROM survei_impor WHERE id = $1", nilai![id]).await? > 0 {
        return Ok(());
    }
    if lembar.is_empty() {
        return Err(StoreError::Keadaan("skm-impor-kosong"));
    }
    sudah_mulai(&r, tx.pada.hari(&r.zona))?;
    belum_pernah(&*tx, r.id, &s.sidik).await?;
    objek::catat(&tx, &Tersimpan { sidik: s.sidik.clone(), ukuran: s.ukuran }, &s.tipe).await?;
    let (banyak, tolak) = (i64::try_from(lembar.len()).unwrap_or(i64::MAX), i64::try_from(ditolak).unwrap_or(i64::MAX));
    tx.jalankan(
        "INSERT INTO survei_impor (id, ronde_id, objek, nama_berkas, baris, ditolak, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        nilai![id, r.id, s.sidik.as_str(), s.nama_berkas.as_str(), banyak, tolak, tx.pada, hak.pelaku().akun],
    )
    .await?;
    let semua: Vec<Masukan> = lembar.iter().map(|(hari, l)| masukan(&r, bentuk, Kelompok::Impor(id), *hari, l)).collect();
    simpan_banyak(&tx, &semua).await?;
    let rincian = serde_json::json!({ "impor": id, "baris": banyak, "ditolak": tolak, "berkas": s.sidik });
    selesai(tx, hak, "skm.impor", rincian).await
}

/// An import that was stored.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Impor {
    pub id: Uuid,
    pub objek: String,
    pub nama_berkas: String,
    pub baris: i64,
    pub ditolak: i64,
    pub pada: Waktu,
    pub oleh: String,
}

/// Imports of a round, newest first.
pub async fn daftar<C: ConnectionTrait>(c: &C, ronde: RondeId) -> Hasil<Vec<Impor>> {
    let sql =
        "SELECT i.id, i.objek, i.nama_berkas, i.baris, i.ditolak, i.pada, a.nama AS oleh FROM survei_impor i JOIN akun a ON a.id = i.oleh
        WHERE i.ronde_id = $1 ORDER BY i.id DESC LIMIT 200";
    c.semua(sql, nilai![ronde]).await
}

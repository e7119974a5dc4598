//! Days on which the officers of a placement by invitation come.

use super::{
    dampak,
    jam::baca_tanggal,
    tempat::{kunci_jadwal, naikkan},
    tugas,
};
use crate::{
    Hasil, Store, StoreError, Waktu,
    audit::{self, Kejadian},
    hak::DepanMpp,
    id::{PenempatanId, UndanganId, UnitId},
    kueri::Kueri,
    nilai,
};
use jiff::civil::Date;
use sea_orm::{ConnectionTrait, FromQueryResult};

#[derive(Debug, Clone)]
pub struct Undangan {
    pub id: UndanganId,
    pub tanggal: Date,
    pub pada: Waktu,
}

#[derive(FromQueryResult)]
struct Baris {
    id: UndanganId,
    tanggal: String,
    pada: Waktu,
}

/// By day.
pub async fn semua<C: ConnectionTrait>(c: &C, id: PenempatanId) -> Hasil<Vec<Undangan>> {
    let sql = "SELECT u.id, u.tanggal, u.pada FROM pesan_undangan u LEFT JOIN pesan_undangan_hapus h ON h.undangan_id = u.id
        WHERE u.gerai_layanan_id = $1 AND h.undangan_id IS NULL ORDER BY u.tanggal, u.id LIMIT 2000";
    let baris: Vec<Baris> = c.semua(sql, nilai![id]).await?;
    baris.into_iter().map(|b| Ok(Undangan { id: b.id, tanggal: baca_tanggal(&b.tanggal)?, pada: b.pada })).collect()
}

#[derive(FromQueryResult)]
struct Hadir {
    id: PenempatanId,
}

/// Placements by invitation of a mall whose officers come on a day: not where its roster was emptied.
pub async fn pada<C: ConnectionTrait>(c: &C, mpp: UnitId, tanggal: Date) -> Hasil<Vec<PenempatanId>> {
    let sql = format!(
        "SELECT DISTINCT u.gerai_layanan_id AS id FROM pesan_undangan u JOIN gerai_layanan gl ON gl.id = u.gerai_layanan_id
         LEFT JOIN pesan_undangan_hapus h ON h.undangan_id = u.id
         WHERE gl.mpp_id = $1 AND u.tanggal = $2 AND h.undangan_id IS NULL AND NOT (EXISTS (SELECT 1 FROM pesan_tugas d
           WHERE d.gerai_layanan_id = gl.id AND d.tanggal = u.tanggal) AND {}) ORDER BY u.gerai_layanan_id LIMIT 2000",
        tugas::tanpa()
    );
    let semua: Vec<Hadir> = c.semua(&sql, nilai![mpp, tanggal.to_string()]).await?;
    Ok(semua.into_iter().map(|h| h.id).collect())
}

/// Adds a day; one that stands already is not added again. Returns how many bookings are affected.
///
/// # Errors
/// `Keadaan` (`pesan-bukan-undangan` for a placement by schedule, `pesan-mulai-lampau`).
pub async fn tambah(store: &Store, hak: &DepanMpp, penempatan: PenempatanId, id: UndanganId, tanggal: Date) -> Hasil<u64> {
    let tx = store.mulai().await?;
    let (t, _) = kunci_jadwal(&tx, hak.mpp.unit_id, penempatan).await?;
    if t.kehadiran != "undangan" {
        return Err(StoreError::Keadaan("pesan-bukan-undangan"));
    }
    if tanggal < t.lokal(tx.pada).date() {
        return Err(StoreError::Keadaan("pesan-mulai-lampau"));
    }
    if semua(&*tx, penempatan).await?.iter().any(|u| u.tanggal == tanggal || u.id == id) {
        return Ok(0);
    }
    tx.jalankan(
        "INSERT INTO pesan_undangan (id, gerai_layanan_id, tanggal, pada, oleh) VALUES ($1, $2, $3, $4, $5)",
        nilai![id, penempatan, tanggal.to_string(), tx.pada, hak.pelaku().akun],
    )
    .await?;
    naikkan(&tx, penempatan).await?;
    let k = Kejadian::baru("pesan.undangan", "penempatan", penempatan).instansi(t.instansi_id);
    audit::catat(&tx, hak.pelaku(), k.rincian(serde_json::json!({ "tanggal": tanggal.to_string() }))).await?;
    let n = dampak::periksa(&tx, &t).await?;
    tx.commit().await?;
    Ok(n + dampak::serumah(store, &t).await?)
}

/// Takes a day out. Returns how many bookings are affected.
///
/// # Errors
/// `TidakDitemukan` for a day of another placement.
pub async fn hapus(store: &Store, hak: &DepanMpp, penempatan: PenempatanId, id: UndanganId) -> Hasil<u64> {
    let tx = store.mulai().await?;
    let (t, _) = kunci_jadwal(&tx, hak.mpp.unit_id, penempatan).await?;
    let sql = "SELECT COUNT(*) AS n FROM pesan_undangan WHERE id = $1 AND gerai_layanan_id = $2";
    if tx.angka(sql, nilai![id, penempatan]).await? == 0 {
        return Err(StoreError::TidakDitemukan);
    }
    let sql = "INSERT INTO pesan_undangan_hapus (undangan_id, pada, oleh) VALUES ($1, $2, $3) ON CONFLICT (undangan_id) DO NOTHING";
    if tx.jalankan(sql, nilai![id, tx.pada, hak.pelaku().akun]).await? == 0 {
        return Ok(0);
    }
    naikkan(&tx, penempatan).await?;
    let k = Kejadian::baru("pesan.undangan-hapus", "penempatan", penempatan).instansi(t.instansi_id);
    audit::catat(&tx, hak.pelaku(), k).await?;
    let n = dampak::periksa(&tx, &t).await?;
    tx.commit().await?;
    Ok(n + dampak::serumah(store, &t).await?)
}

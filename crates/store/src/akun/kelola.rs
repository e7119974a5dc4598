//! What an administrator does with accounts: find, make, switch off, give and take roles, hand out one-time links.

use super::{AkunBaru, JenisTautan, penjaga};
use crate::{
    Hasil, Store, StoreError, Waktu,
    hak::{Admin, Pelaku},
    id::{AkunId, PeranId},
    kueri::{self, Kueri},
    lokus::daftar::memuat,
    nilai,
    peran::{self, Lingkup, Masa, Peran, cap},
};
use sea_orm::{FromQueryResult, Value};
use std::collections::HashMap;

/// A one-time link to set a password holds for three days.
pub const TAUTAN_DETIK: i64 = 3 * 24 * 3600;

#[derive(Debug, Clone, FromQueryResult)]
pub struct AkunRingkas {
    pub id: AkunId,
    pub nama: String,
    pub surel: String,
    pub jabatan: String,
    pub versi: i64,
    pub bahasa: String,
    pub nonaktif: Option<Waktu>,
    pub alasan: Option<String>,
    /// 1 while the person has not set a password.
    pub tanpa_sandi: i64,
}

/// One role of an account with the name of its scope.
#[derive(Debug, Clone, FromQueryResult)]
pub struct PeranTampil {
    pub id: PeranId,
    pub akun_id: AkunId,
    pub peran: String,
    /// Name of the instansi, unit or period; empty for a region or the whole installation.
    pub lingkup: String,
    /// Code of the region (Kemendagri), or empty.
    pub wilayah: String,
    /// First and last day, ISO.
    pub mulai: Option<String>,
    pub sampai: Option<String>,
    /// `plt` or `plh`, the office and the decision, for an acting official.
    pub pengganti: Option<String>,
    pub jabatan: Option<String>,
    pub dasar: Option<String>,
    /// 1 where it follows from what the agency's provider states.
    pub sso: i64,
    /// Its row was written or changed past the program: it opens nothing.
    #[sea_orm(skip)]
    pub asing: bool,
}

const PILIH: &str = "SELECT a.id, a.nama, a.surel, a.jabatan, a.versi, a.bahasa, n.pada AS nonaktif, n.alasan,
    CASE WHEN a.sandi IS NULL THEN CAST(1 AS bigint) ELSE CAST(0 AS bigint) END AS tanpa_sandi
    FROM akun a LEFT JOIN akun_nonaktif n ON n.akun_id = a.id";

/// Accounts whose name or address contains `teks`, by name, and how many fit.
pub async fn cari(store: &Store, _hak: &Admin, teks: &str, lewati: i64, batas: i64) -> Hasil<(Vec<AkunRingkas>, i64)> {
    const SYARAT: &str = "LOWER(a.nama) LIKE $1 ESCAPE '\\' OR a.surel LIKE $1 ESCAPE '\\'";
    let n = store.baca().angka(&format!("SELECT COUNT(*) AS n FROM akun a WHERE {SYARAT}"), nilai![memuat(teks)]).await?;
    let sql = format!("{PILIH} WHERE {SYARAT} ORDER BY a.nama, a.id LIMIT $2 OFFSET $3");
    Ok((store.baca().semua(&sql, nilai![memuat(teks), batas, lewati]).await?, n))
}

pub async fn satu(store: &Store, _hak: &Admin, id: AkunId) -> Hasil<AkunRingkas> {
    store.baca().satu(&format!("{PILIH} WHERE a.id = $1"), nilai![id]).await
}

/// Roles of several accounts in one query.
pub async fn peran_dari(store: &Store, _hak: &Admin, id: &[AkunId]) -> Hasil<Vec<PeranTampil>> {
    peran(store, id).await
}

/// One's own, those left out that are over or open nothing.
pub async fn peran_sendiri(store: &Store, pelaku: &Pelaku) -> Hasil<Vec<PeranTampil>> {
    let hari = store.sekarang().hari("WIT").to_string();
    let mut semua = peran(store, &[pelaku.akun]).await?;
    semua.retain(|p| !p.asing && p.sampai.as_ref().is_none_or(|s| *s >= hari));
    Ok(semua)
}

async fn peran(store: &Store, id: &[AkunId]) -> Hasil<Vec<PeranTampil>> {
    if id.is_empty() {
        return Ok(Vec::new());
    }
    let tempat = kueri::tempat(1..=id.len());
    let v: Vec<Value> = id.iter().map(|i| (*i).into()).collect();
    let sql = format!(
        "SELECT p.id, p.akun_id, p.peran, COALESCE(u.nama, i.nama, d.nama, '') AS lingkup, COALESCE(p.wilayah, '') AS wilayah,
           p.mulai, p.sampai, g.jenis AS pengganti, g.jabatan, g.dasar,
           CASE WHEN s.peran_id IS NULL THEN CAST(0 AS bigint) ELSE CAST(1 AS bigint) END AS sso FROM peran p
         LEFT JOIN peran_pengganti g ON g.peran_id = p.id LEFT JOIN sso_peran s ON s.peran_id = p.id
         LEFT JOIN peran_cabut c ON c.peran_id = p.id LEFT JOIN unit u ON u.id = p.unit_id LEFT JOIN instansi i ON i.id = p.instansi_id
         LEFT JOIN periode d ON d.id = p.periode_id
         WHERE c.peran_id IS NULL AND p.akun_id IN ({tempat}) ORDER BY p.akun_id, p.peran, p.id LIMIT 5000"
    );
    let mut semua: Vec<PeranTampil> = store.baca().semua(&sql, v.clone()).await?;
    let sql = format!("SELECT {} FROM peran p WHERE p.akun_id IN ({tempat}) AND p.tanda IS NOT NULL ORDER BY p.id LIMIT 10000", cap::KOLOM);
    let bertanda: Vec<cap::Tersimpan> = store.baca().semua(&sql, v).await?;
    let bertanda: HashMap<PeranId, cap::Tersimpan> = bertanda.into_iter().map(|t| (t.id, t)).collect();
    for p in &mut semua {
        p.asing = !store.bertanda(|k| bertanda.get(&p.id).is_some_and(|t| t.sah(k))).await?;
    }
    Ok(semua)
}

/// Makes an account with its first role, and the secret of the link by which the person sets a password.
///
/// # Errors
/// `SudahAda("surel")`, `Keadaan("peran-lingkup-tak-cocok")`.
pub async fn buat(store: &Store, hak: &Admin, b: AkunBaru<'_>, p: Peran, lingkup: &Lingkup) -> Hasil<(AkunId, String)> {
    let tx = store.mulai().await?;
    let oleh = Some(hak.pelaku());
    let id = super::tambah(&tx, oleh, b).await?;
    peran::beri(&tx, oleh, id, p, lingkup).await?;
    let rahasia = super::buat_tautan(&tx, oleh, JenisTautan::SetelSandi, Some(id), TAUTAN_DETIK).await?;
    tx.commit().await?;
    Ok((id, rahasia))
}

/// A fresh one-time link; links made before for the account stop working.
pub async fn tautan(store: &Store, hak: &Admin, id: AkunId) -> Hasil<String> {
    let tx = store.mulai().await?;
    tx.satu::<AkunRingkas>(&format!("{PILIH} WHERE a.id = $1"), nilai![id]).await?;
    tx.jalankan("UPDATE tautan_sekali SET dipakai = $2 WHERE akun_id = $1 AND dipakai IS NULL", nilai![id, tx.pada]).await?;
    let rahasia = super::buat_tautan(&tx, Some(hak.pelaku()), JenisTautan::SetelSandi, Some(id), TAUTAN_DETIK).await?;
    tx.commit().await?;
    Ok(rahasia)
}

/// Switches an account off: its sessions end, it cannot sign in.
///
/// # Errors
/// `Keadaan("akun-sendiri")` for one's own, `Keadaan("alasan-wajib")`, `Ditolak("admin")` when the right ended meanwhile.
pub async fn nonaktifkan(store: &Store, hak: &Admin, id: AkunId, alasan: &str) -> Hasil<()> {
    if id == hak.pelaku().akun {
        return Err(StoreError::Keadaan("akun-sendiri"));
    }
    if alasan.trim().is_empty() {
        return Err(StoreError::Keadaan("alasan-wajib"));
    }
    satu(store, hak, id).await?;
    let tx = store.mulai().await?;
    penjaga::giliran(&tx).await?;
    penjaga::masih_admin(&tx, hak.pelaku().akun).await?;
    super::nonaktifkan(&tx, Some(hak.pelaku()), id, alasan.trim()).await?;
    tx.commit().await
}

pub async fn aktifkan(store: &Store, hak: &Admin, id: AkunId) -> Hasil<()> {
    satu(store, hak, id).await?;
    let tx = store.mulai().await?;
    super::aktifkan(&tx, Some(hak.pelaku()), id).await?;
    tx.commit().await
}

/// Gives a role, for the days of `masa`.
///
/// # Errors
/// `Keadaan` as [`peran::beri_selama`], and `peran-masa-lewat` for a last day that is over.
pub async fn beri_peran(store: &Store, hak: &Admin, id: AkunId, p: Peran, lingkup: &Lingkup, masa: &Masa) -> Hasil<()> {
    satu(store, hak, id).await?;
    let tx = store.mulai().await?;
    // By the day by which roles hold (`sesi`): one that could never be used is not given.
    if masa.sampai.is_some_and(|s| s < tx.pada.hari("WIT")) {
        return Err(StoreError::Keadaan("peran-masa-lewat"));
    }
    peran::beri_selama(&tx, Some(hak.pelaku()), id, p, lingkup, masa).await?;
    tx.commit().await
}

/// # Errors
/// `Keadaan("akun-sendiri")`: nobody takes a role from himself, so an installation keeps its administrator.
pub async fn cabut_peran(store: &Store, hak: &Admin, id: AkunId, p: PeranId) -> Hasil<()> {
    if id == hak.pelaku().akun {
        return Err(StoreError::Keadaan("akun-sendiri"));
    }
    let tx = store.mulai().await?;
    penjaga::giliran(&tx).await?;
    penjaga::masih_admin(&tx, hak.pelaku().akun).await?;
    peran::cabut(&tx, Some(hak.pelaku()), id, p).await?;
    tx.commit().await
}

//! Agreements of tenants (PermenPANRB 92/2021: kesepakatan bersama between governments, perjanjian kerja sama with third parties,
//! sinergi with ministries), and reminders before one ends.

use super::{catat, di};
use crate::{
    Hasil, Store, StoreError, Waktu,
    berkas::Berkas,
    hak::KepalaMpp,
    id::{PerjanjianId, TenanId, UnitId},
    kueri::Kueri,
    nilai, objek,
    pemberitahuan::{self, Kepada},
};
use jiff::{ToSpan, civil::Date};
use sea_orm::{ConnectionTrait, FromQueryResult};

pub const JENIS: [&str; 3] = ["kesepakatan-bersama", "perjanjian-kerja-sama", "sinergi"];
/// So many days before the end an agreement is called near. Our choice: time to prepare the next one.
pub const HARI_DEKAT: i64 = 60;
/// What ended longer ago than these days is not told any more, so that what is over never crowds out what is near.
const HARI_LEWAT: i64 = 30;

/// An agreement. Days are ISO texts.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Perjanjian {
    pub id: PerjanjianId,
    pub tenan_id: TenanId,
    pub tenan: String,
    /// One of [`JENIS`].
    pub jenis: String,
    pub nomor: String,
    pub tanggal: String,
    pub mulai: String,
    pub sampai: Option<String>,
    /// Name of the file; empty without one.
    pub berkas: String,
    pub objek: Option<String>,
    pub tipe: Option<String>,
    pub akhir: Option<Waktu>,
    pub akhir_alasan: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keadaan {
    Nanti,
    Berlaku,
    /// Ends within [`HARI_DEKAT`] days.
    Dekat,
    Lewat,
    Diakhiri,
}

impl Perjanjian {
    #[must_use]
    pub fn keadaan(&self, kini: Date) -> Keadaan {
        let (hari, dekat) = (kini.to_string(), kini.saturating_add(HARI_DEKAT.days()).to_string());
        match &self.sampai {
            _ if self.akhir.is_some() => Keadaan::Diakhiri,
            Some(s) if *s < hari => Keadaan::Lewat,
            _ if self.mulai > hari => Keadaan::Nanti,
            Some(s) if *s <= dekat => Keadaan::Dekat,
            _ => Keadaan::Berlaku,
        }
    }
}

const PILIH: &str = "SELECT p.id, p.tenan_id, t.nama AS tenan, p.jenis, p.nomor, p.tanggal, p.mulai, p.sampai, p.berkas, p.objek, o.tipe,
    x.pada AS akhir, x.alasan AS akhir_alasan FROM tenan_perjanjian p JOIN tenan t ON t.id = p.tenan_id
    LEFT JOIN objek o ON o.sidik = p.objek LEFT JOIN tenan_perjanjian_akhir x ON x.perjanjian_id = p.id";

/// Agreements of a mall by tenant, the latest first, at most 2,000.
pub async fn perjanjian<C: ConnectionTrait>(c: &C, mpp: UnitId) -> Hasil<Vec<Perjanjian>> {
    c.semua(&format!("{PILIH} WHERE t.mpp_id = $1 ORDER BY t.nama, p.mulai DESC, p.id DESC LIMIT 2000"), nilai![mpp]).await
}

/// # Errors
/// `TidakDitemukan` also for one of another mall.
pub async fn perjanjian_satu<C: ConnectionTrait>(c: &C, mpp: UnitId, id: PerjanjianId) -> Hasil<Perjanjian> {
    c.satu(&format!("{PILIH} WHERE t.mpp_id = $1 AND p.id = $2"), nilai![mpp, id]).await
}

#[derive(Debug, Clone, Copy)]
pub struct PerjanjianBaru<'a> {
    pub jenis: &'a str,
    pub nomor: &'a str,
    pub tanggal: Date,
    pub mulai: Date,
    pub sampai: Option<Date>,
    /// Name and checked content.
    pub berkas: Option<(&'a str, &'a Berkas)>,
}

/// Records an agreement. The same id again is the same one.
///
/// # Errors
/// `Keadaan`: `tenan-perjanjian-isi`, `tenan-perjanjian-hari` for days the wrong way round, `tenan-sudah-keluar`.
pub async fn tambah_perjanjian(store: &Store, hak: &KepalaMpp, id: PerjanjianId, tenan: TenanId, b: &PerjanjianBaru<'_>) -> Hasil<()> {
    if b.nomor.trim().is_empty() || !JENIS.contains(&b.jenis) {
        return Err(StoreError::Keadaan("tenan-perjanjian-isi"));
    }
    if b.sampai.is_some_and(|s| s < b.mulai) {
        return Err(StoreError::Keadaan("tenan-perjanjian-hari"));
    }
    let tersimpan = b.berkas.map(|(_, isi)| objek::simpan(store, isi.isi())).transpose()?;
    let tx = store.mulai().await?;
    di(&tx, hak, tenan).await?;
    if let (Some(t), Some((_, isi))) = (&tersimpan, b.berkas) {
        objek::catat(&tx, t, isi.tipe().mime()).await?;
    }
    let n = tx
        .jalankan(
            "INSERT INTO tenan_perjanjian (id, tenan_id, jenis, nomor, tanggal, mulai, sampai, berkas, objek, pada, oleh)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (id) DO NOTHING",
            nilai![
                id,
                tenan,
                b.jenis,
                b.nomor.trim(),
                b.tanggal.to_string(),
                b.mulai.to_string(),
                b.sampai.map(|s| s.to_string()),
                b.berkas.map_or("", |(n, _)| n),
                tersimpan.as_ref().map(|t| t.sidik.as_str()),
                tx.pada,
                hak.pelaku().akun
            ],
        )
        .await?;
    if n > 0 {
        catat(&tx, hak, "tenan.perjanjian", tenan, serde_json::json!({ "jenis": b.jenis, "perjanjian": id })).await?;
    }
    tx.commit().await
}

/// Ends an agreement before its day. A second time changes nothing.
///
/// # Errors
/// `Keadaan("alasan-wajib")`, `TidakDitemukan`.
pub async fn akhiri_perjanjian(store: &Store, hak: &KepalaMpp, id: PerjanjianId, alasan: &str) -> Hasil<()> {
    if alasan.trim().is_empty() {
        return Err(StoreError::Keadaan("alasan-wajib"));
    }
    let tx = store.mulai().await?;
    let p = perjanjian_satu(&*tx, hak.mpp.unit_id, id).await?;
    let sql = "INSERT INTO tenan_perjanjian_akhir (perjanjian_id, alasan, pada, oleh) VALUES ($1, $2, $3, $4) ON CONFLICT (perjanjian_id) DO NOTHING";
    if tx.jalankan(sql, nilai![id, alasan.trim(), tx.pada, hak.pelaku().akun]).await? > 0 {
        catat(&tx, hak, "tenan.perjanjian-akhir", p.tenan_id, serde_json::json!({ "perjanjian": id })).await?;
    }
    tx.commit().await
}

#[derive(FromQueryResult)]
struct Dekat {
    id: PerjanjianId,
    tenan: String,
    sampai: String,
    mpp_id: UnitId,
}

/// Tells heads of malls that an agreement ends within [`HARI_DEKAT`] days and none follows. Each end is told once. Returns to how
/// many it was news.
pub async fn ingatkan(store: &Store) -> Hasil<u64> {
    let kini = store.sekarang().hari("WIT");
    let sql = "SELECT p.id, t.nama AS tenan, p.sampai, t.mpp_id FROM tenan_perjanjian p JOIN tenan t ON t.id = p.tenan_id
        LEFT JOIN tenan_perjanjian_akhir x ON x.perjanjian_id = p.id LEFT JOIN tenan_keluar k ON k.tenan_id = t.id
        WHERE x.perjanjian_id IS NULL AND k.tenan_id IS NULL AND p.sampai >= $1 AND p.sampai <= $2
          AND NOT EXISTS (SELECT 1 FROM tenan_perjanjian q LEFT JOIN tenan_perjanjian_akhir y ON y.perjanjian_id = q.id
            WHERE q.tenan_id = p.tenan_id AND q.jenis = p.jenis AND y.perjanjian_id IS NULL AND (q.sampai IS NULL OR q.sampai > p.sampai))
        ORDER BY p.sampai, p.id LIMIT 20000";
    let (dari, sampai) = (kini.saturating_sub(HARI_LEWAT.days()).to_string(), kini.saturating_add(HARI_DEKAT.days()).to_string());
    let mut n = 0;
    for d in store.baca().semua::<Dekat>(sql, nilai![dari, sampai]).await? {
        let (tautan, sekali) = (format!("/mpp/{}/tenan", d.mpp_id), format!("mpp-perjanjian/{}/{}", d.id, d.sampai));
        let isi = serde_json::json!({ "tenan": d.tenan, "tanggal": d.sampai });
        let kepada = [Kepada::KepalaMpp(d.mpp_id)];
        n += pemberitahuan::ingatkan(store, "mpp-perjanjian", &kepada, &tautan, &isi, &sekali).await?;
    }
    Ok(n)
}

//! Reading services as officers see them: lists, the draft, what is in force, and every version there was.

use super::{DARI, Isi, KOLOM, Layanan, berlaku_sql, hari_ini};
use crate::{
    Hasil, Store, StoreError, Waktu,
    hak::Pelaku,
    id::{LayananId, StandarId},
    kueri::Kueri,
    lokus::daftar::memuat,
    nilai,
    peran::{Lingkup, Peran},
    skm::{UnitSaya, jangkauan, unit_dari},
};
use jiff::civil::Date;
use sea_orm::{ConnectionTrait, FromQueryResult, Value};
use std::collections::HashMap;

/// # Errors
/// `TidakDitemukan`.
pub async fn dari_id<C: ConnectionTrait>(c: &C, id: LayananId) -> Hasil<Layanan> {
    c.satu(&format!("SELECT {KOLOM} {DARI} WHERE l.id = $1"), nilai![id]).await
}

pub(super) fn baca_isi(nama: String, ringkas: String, isi: &str, hari_kerja: Option<i64>) -> Hasil<Isi> {
    let teks = serde_json::from_str(isi).map_err(|e| StoreError::Rusak(format!("standard of a service: {e}")))?;
    Ok(Isi { nama, ringkas, teks, hari_kerja })
}

/// A draft.
#[derive(Debug, Clone)]
pub struct Rancangan {
    pub id: StandarId,
    pub nomor: i64,
    pub versi: i64,
    pub pada: Waktu,
    pub oleh: String,
    pub isi: Isi,
}

#[derive(FromQueryResult)]
struct BarisStandar {
    id: StandarId,
    nomor: i64,
    nama: String,
    ringkas: String,
    isi: String,
    hari_kerja: Option<i64>,
    versi: i64,
    pada: Waktu,
    oleh: String,
}

/// The draft of a service, where there is one.
pub async fn rancangan<C: ConnectionTrait>(c: &C, id: LayananId) -> Hasil<Option<Rancangan>> {
    let sql = "SELECT s.id, s.nomor, s.nama, s.ringkas, s.isi, s.hari_kerja, s.versi, s.pada, a.nama AS oleh FROM standar s
        JOIN akun a ON a.id = s.oleh WHERE s.layanan_id = $1 AND NOT EXISTS (SELECT 1 FROM standar_berlaku b WHERE b.standar_id = s.id)
        ORDER BY s.nomor DESC LIMIT 1";
    let Some(b) = c.mungkin::<BarisStandar>(sql, nilai![id]).await? else { return Ok(None) };
    let isi = baca_isi(b.nama, b.ringkas, &b.isi, b.hari_kerja)?;
    Ok(Some(Rancangan { id: b.id, nomor: b.nomor, versi: b.versi, pada: b.pada, oleh: b.oleh, isi }))
}

/// How an issued version stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keadaan {
    Berlaku,
    /// Issued, but its first day is still to come.
    Nanti,
    Digantikan,
}

/// An issued version. Days are local ISO texts.
#[derive(Debug, Clone)]
pub struct Berlaku {
    pub id: StandarId,
    pub nomor: i64,
    pub sk_nomor: String,
    pub sk_tanggal: String,
    pub mulai: String,
    /// Next day of review.
    pub tinjau: String,
    /// Day of the last review that changed nothing.
    pub ditinjau: Option<Waktu>,
    pub pada: Waktu,
    pub oleh: String,
    pub isi: Isi,
}

impl Berlaku {
    /// The local day on which it was last found right: of the last review, else of its decree, not of typing it in.
    #[must_use]
    pub fn diperiksa(&self, zona: &str) -> Option<Date> {
        self.ditinjau.map(|w| w.hari(zona)).or_else(|| self.sk_tanggal.parse().ok())
    }
}

/// An issued version with how it stands.
#[derive(Debug, Clone)]
pub struct Riwayat {
    pub standar: Berlaku,
    pub keadaan: Keadaan,
}

#[derive(FromQueryResult)]
struct BarisBerlaku {
    id: StandarId,
    nomor: i64,
    nama: String,
    ringkas: String,
    isi: String,
    hari_kerja: Option<i64>,
    sk_nomor: String,
    sk_tanggal: String,
    mulai: String,
    tinjau: String,
    berikut: Option<String>,
    ditinjau: Option<Waktu>,
    pada: Waktu,
    oleh: String,
}

/// Issued versions on a local day, the latest first, at most 200.
pub async fn riwayat<C: ConnectionTrait>(c: &C, id: LayananId, hari: Date) -> Hasil<Vec<Riwayat>> {
    let sql = "SELECT s.id, s.nomor, s.nama, s.ringkas, s.isi, s.hari_kerja, b.sk_nomor, b.sk_tanggal, b.mulai, b.tinjau,
        t.berikut, t.pada AS ditinjau, b.pada, a.nama AS oleh
        FROM standar s JOIN standar_berlaku b ON b.standar_id = s.id JOIN akun a ON a.id = b.oleh
        LEFT JOIN standar_tinjauan t ON t.id = (SELECT x.id FROM standar_tinjauan x WHERE x.standar_id = s.id ORDER BY x.id DESC LIMIT 1)
        WHERE s.layanan_id = $1 ORDER BY b.mulai DESC, s.nomor DESC LIMIT 200";
    let baris: Vec<BarisBerlaku> = c.semua(sql, nilai![id]).await?;
    let hari = hari.to_string();
    let mut sudah = false;
    let satu = |b: BarisBerlaku| {
        let keadaan = match (b.mulai > hari, sudah) {
            (true, _) => Keadaan::Nanti,
            (false, false) => Keadaan::Berlaku,
            (false, true) => Keadaan::Digantikan,
        };
        sudah |= keadaan == Keadaan::Berlaku;
        let isi = baca_isi(b.nama, b.ringkas, &b.isi, b.hari_kerja)?;
        let standar = Berlaku {
            id: b.id,
            nomor: b.nomor,
            sk_nomor: b.sk_nomor,
            sk_tanggal: b.sk_tanggal,
            mulai: b.mulai,
            tinjau: b.berikut.unwrap_or(b.tinjau),
            ditinjau: b.ditinjau,
            pada: b.pada,
            oleh: b.oleh,
            isi,
        };
        Ok(Riwayat { standar, keadaan })
    };
    baris.into_iter().map(satu).collect()
}

/// The version in force on a local day.
pub async fn berlaku<C: ConnectionTrait>(c: &C, id: LayananId, hari: Date) -> Hasil<Option<Berlaku>> {
    Ok(riwayat(c, id, hari).await?.into_iter().find(|r| r.keadaan == Keadaan::Berlaku).map(|r| r.standar))
}

/// What a list is narrowed to; empty means "all".
#[derive(Debug, Clone, Default)]
pub struct Saring {
    /// Part of the name of the service or of the unit.
    pub cari: String,
}

/// A service in a list.
#[derive(Debug, Clone)]
pub struct Baris {
    pub layanan: Layanan,
    /// First day of the version in force.
    pub mulai: Option<String>,
    /// Next day of review.
    pub tinjau: Option<String>,
    /// Components filled in the version in force, else in the draft.
    pub lengkap: usize,
    pub rancangan: bool,
}

#[derive(FromQueryResult)]
struct Tambahan {
    id: LayananId,
    mulai: Option<String>,
    tinjau: Option<String>,
    isi: Option<String>,
    draf: Option<String>,
}

/// Services that the person may read, by any role, by unit and name; and how many fit.
pub async fn milik(store: &Store, pelaku: &Pelaku, s: &Saring, lewati: i64, batas: i64) -> Hasil<(Vec<Baris>, i64)> {
    let (lingkup, mut v) = jangkauan(pelaku);
    v.push(memuat(&s.cari).into());
    let n = v.len();
    let syarat = format!("{lingkup} AND (LOWER(l.nama) LIKE ${n} ESCAPE '\\' OR LOWER(u.nama) LIKE ${n} ESCAPE '\\')");
    let c = store.baca();
    let semua = c.angka(&format!("SELECT COUNT(*) AS n {DARI} WHERE {syarat}"), v.clone()).await?;
    v.extend([batas.into(), lewati.into()]);
    let sql = format!("SELECT {KOLOM} {DARI} WHERE {syarat} ORDER BY u.nama, l.nama, l.id LIMIT ${} OFFSET ${}", n + 1, n + 2);
    let layanan: Vec<Layanan> = c.semua(&sql, v).await?;
    let mut v = hari_ini(store.sekarang());
    v.extend(layanan.iter().map(|l| Value::from(l.id)));
    let tempat: Vec<String> = (0..layanan.len()).map(|n| format!("${}", n + 4)).collect();
    let sql = format!(
        "SELECT l.id, b.mulai, COALESCE((SELECT t.berikut FROM standar_tinjauan t WHERE t.standar_id = s.id ORDER BY t.id DESC LIMIT 1), b.tinjau) AS tinjau,
         s.isi, (SELECT d.isi FROM standar d WHERE d.layanan_id = l.id AND NOT EXISTS (SELECT 1 FROM standar_berlaku z WHERE z.standar_id = d.id)
         ORDER BY d.nomor DESC LIMIT 1) AS draf
         {DARI} LEFT JOIN standar s ON s.id = {} LEFT JOIN standar_berlaku b ON b.standar_id = s.id WHERE l.id IN ({})",
        berlaku_sql(),
        tempat.join(", ")
    );
    let tambahan: Vec<Tambahan> = if layanan.is_empty() { Vec::new() } else { c.semua(&sql, v).await? };
    let mut tambahan: HashMap<_, _> = tambahan.into_iter().map(|t| (t.id, t)).collect();
    let mut hasil = Vec::with_capacity(layanan.len());
    for l in layanan {
        let t = tambahan.remove(&l.id).ok_or(StoreError::TidakDitemukan)?;
        let isi = t.isi.as_ref().or(t.draf.as_ref());
        let lengkap = isi.map(|i| baca_isi(String::new(), String::new(), i, None)).transpose()?.map_or(0, |i| i.lengkap());
        hasil.push(Baris { layanan: l, mulai: t.mulai, tinjau: t.tinjau, lengkap, rancangan: t.draf.is_some() });
    }
    Ok((hasil, semua))
}

/// Units in which the person may add and edit services.
pub async fn unit_saya(store: &Store, pelaku: &Pelaku) -> Hasil<Vec<UnitSaya>> {
    let bekerja = |p: Peran| matches!(p, Peran::UnitOperator | Peran::UnitKepala);
    let peran = pelaku.peran.iter().filter(|p| bekerja(p.peran) && matches!(p.lingkup, Lingkup::Unit { .. })).cloned().collect();
    unit_dari(store, &Pelaku { peran, ..pelaku.clone() }).await
}

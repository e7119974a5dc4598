//! The day of a mall in figures: how many wait, are served, were served, at each gerai. What a month or a year was is not here.

use super::{baris::ANTRE, simpan};
use crate::{
    Hasil, Waktu,
    id::{GeraiId, PenempatanId, UnitId},
    kueri::Kueri,
    nilai,
};
use ::layanan::kinerja;
use jiff::ToSpan as _;
use sea_orm::{ConnectionTrait, FromQueryResult};
use std::collections::BTreeMap;

/// Days over which it is counted what is asked for often.
const SERING_HARI: i64 = 30;

/// One gerai today.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Gerai {
    pub id: GeraiId,
    pub kode: String,
    pub nama: String,
    /// Counters at which somebody sits, of all.
    pub terbuka: i64,
    pub loket: i64,
    /// Tickets that are here today.
    pub semua: i64,
    pub menunggu: i64,
    pub dilayani: i64,
    pub tertunda: i64,
    pub selesai: i64,
    pub tidak_hadir: i64,
    pub batal: i64,
    /// When the one who waits longest took the ticket.
    pub terlama: Option<Waktu>,
    /// When the gerai was closed for good.
    pub tutup: Option<Waktu>,
}

impl Gerai {
    /// Somebody is in its line or at a counter.
    #[must_use]
    pub fn sibuk(&self) -> bool {
        self.menunggu + self.dilayani > 0
    }
}

/// Every gerai by code: those that are not closed, and a closed one whose tickets of today still count.
pub async fn ringkas<C: ConnectionTrait>(c: &C, mpp: UnitId, pada: Waktu) -> Hasil<Vec<Gerai>> {
    let rumah = simpan::rumah(c, mpp).await?;
    let hari = rumah.zona().tanggal(pada.timestamp()).to_string();
    let sql = format!(
        "SELECT g.id, g.kode, g.nama, x.pada AS tutup,
          (SELECT COUNT(*) FROM loket_kini k WHERE k.gerai_id = g.id AND k.tanggal = $2) AS terbuka,
          (SELECT COUNT(*) FROM loket l WHERE l.gerai_id = g.id) AS loket,
          COALESCE(t.semua, 0) AS semua, COALESCE(t.menunggu, 0) AS menunggu, COALESCE(t.dilayani, 0) AS dilayani,
          COALESCE(t.tertunda, 0) AS tertunda, COALESCE(t.selesai, 0) AS selesai, COALESCE(t.tidak_hadir, 0) AS tidak_hadir,
          COALESCE(t.batal, 0) AS batal, t.terlama
         FROM gerai g LEFT JOIN gerai_tutup x ON x.gerai_id = g.id LEFT JOIN (SELECT di_gerai, COUNT(*) AS semua,
            COUNT(CASE WHEN keadaan IN {ANTRE} THEN 1 END) AS menunggu,
            COUNT(CASE WHEN keadaan IN ('dipanggil', 'dilayani') THEN 1 END) AS dilayani,
            COUNT(CASE WHEN keadaan IN ('dilewati', 'ditahan') THEN 1 END) AS tertunda,
            COUNT(CASE WHEN keadaan = 'selesai' THEN 1 END) AS selesai,
            COUNT(CASE WHEN keadaan = 'tidak-hadir' THEN 1 END) AS tidak_hadir,
            COUNT(CASE WHEN keadaan = 'batal' THEN 1 END) AS batal,
            MIN(CASE WHEN keadaan IN {ANTRE} THEN terbit END) AS terlama
            FROM tiket WHERE mpp_id = $1 AND tanggal = $2 GROUP BY di_gerai) t ON t.di_gerai = g.id
         WHERE g.mpp_id = $1 AND (x.gerai_id IS NULL OR t.semua > 0) ORDER BY g.kode, g.id LIMIT 1000"
    );
    c.semua(&sql, nilai![mpp, hari]).await
}

#[derive(FromQueryResult)]
struct Panggilan {
    gerai: GeraiId,
    terbit: Waktu,
    slot_mulai: Option<Waktu>,
    dipanggil: Waktu,
}

/// Mean seconds of waiting today at each gerai, of those who were called, as the report counts it ([`kinerja::tunggu`]).
pub async fn tunggu<C: ConnectionTrait>(c: &C, mpp: UnitId, pada: Waktu) -> Hasil<BTreeMap<GeraiId, i64>> {
    let hari = simpan::rumah(c, mpp).await?.zona().tanggal(pada.timestamp()).to_string();
    let sql = "SELECT di_gerai AS gerai, terbit, slot_mulai, pertama_dipanggil AS dipanggil FROM tiket
        WHERE mpp_id = $1 AND tanggal = $2 AND pertama_dipanggil IS NOT NULL ORDER BY id LIMIT 100000";
    let mut jumlah: BTreeMap<GeraiId, (i64, i64)> = BTreeMap::new();
    for p in c.semua::<Panggilan>(sql, nilai![mpp, hari]).await? {
        let lama = kinerja::tunggu(p.terbit.timestamp(), p.slot_mulai.map(Waktu::timestamp), p.dipanggil.timestamp());
        let (detik, orang) = jumlah.entry(p.gerai).or_default();
        *detik += lama.as_secs();
        *orang += 1;
    }
    Ok(jumlah.into_iter().filter_map(|(g, (detik, orang))| Some((g, detik.checked_div(orang)?))).collect())
}

#[derive(FromQueryResult)]
struct Sering {
    id: PenempatanId,
}

/// The placements for which most numbers were taken in the last thirty days, the most frequent first; whether they are still given is
/// not asked.
pub async fn sering<C: ConnectionTrait>(c: &C, mpp: UnitId, pada: Waktu, batas: i64) -> Hasil<Vec<PenempatanId>> {
    let hari = simpan::rumah(c, mpp).await?.zona().tanggal(pada.timestamp());
    let sejak = hari.saturating_sub(SERING_HARI.days()).to_string();
    let sql = "SELECT p.id FROM gerai_layanan p
         JOIN antrean_nomor a ON a.gerai_id = p.gerai_id AND a.layanan_id = p.layanan_id AND a.tanggal >= $2
         WHERE p.mpp_id = $1 GROUP BY p.id ORDER BY SUM(a.terakhir) DESC, p.id LIMIT $3";
    Ok(c.semua::<Sering>(sql, nilai![mpp, sejak, batas]).await?.into_iter().map(|s| s.id).collect())
}

#[derive(FromQueryResult)]
struct Duduk {
    id: GeraiId,
}

/// Gerai of a mall in which somebody sits at a counter now.
pub async fn berpetugas<C: ConnectionTrait>(c: &C, mpp: UnitId, pada: Waktu) -> Hasil<Vec<GeraiId>> {
    let hari = simpan::rumah(c, mpp).await?.zona().tanggal(pada.timestamp()).to_string();
    let sql = "SELECT DISTINCT k.gerai_id AS id FROM loket_kini k JOIN gerai g ON g.id = k.gerai_id
         WHERE g.mpp_id = $1 AND k.tanggal = $2 ORDER BY k.gerai_id LIMIT 1000";
    Ok(c.semua::<Duduk>(sql, nilai![mpp, hari]).await?.into_iter().map(|d| d.id).collect())
}

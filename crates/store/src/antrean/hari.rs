//! The day of a mall in figures: how many wait, are served, were served, at each gerai. What a month or a year was is not here.

use super::simpan;
use crate::{
    Hasil, Waktu,
    id::{GeraiId, UnitId},
    kueri::Kueri,
    nilai,
};
use sea_orm::{ConnectionTrait, FromQueryResult};

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
    /// Mean seconds from ticket to first call, of those called; who comes before his booked time waits from that time on, as in
    /// the report (`crate::kinerja`).
    pub tunggu: Option<i64>,
}

/// Every gerai that is not closed, by code.
pub async fn ringkas<C: ConnectionTrait>(c: &C, mpp: UnitId, pada: Waktu) -> Hasil<Vec<Gerai>> {
    let rumah = simpan::rumah(c, mpp).await?;
    let hari = rumah.zona().tanggal(pada.timestamp()).to_string();
    c.semua(
        "SELECT g.id, g.kode, g.nama,
          (SELECT COUNT(*) FROM loket_kini k WHERE k.gerai_id = g.id AND k.tanggal = $2) AS terbuka,
          (SELECT COUNT(*) FROM loket l WHERE l.gerai_id = g.id) AS loket,
          COALESCE(t.semua, 0) AS semua, COALESCE(t.menunggu, 0) AS menunggu, COALESCE(t.dilayani, 0) AS dilayani,
          COALESCE(t.tertunda, 0) AS tertunda, COALESCE(t.selesai, 0) AS selesai, COALESCE(t.tidak_hadir, 0) AS tidak_hadir,
          COALESCE(t.batal, 0) AS batal, t.terlama, t.tunggu
         FROM gerai g LEFT JOIN (SELECT di_gerai, COUNT(*) AS semua,
            COUNT(CASE WHEN keadaan IN ('menunggu', 'dialihkan', 'dibuka-lagi') THEN 1 END) AS menunggu,
            COUNT(CASE WHEN keadaan IN ('dipanggil', 'dilayani') THEN 1 END) AS dilayani,
            COUNT(CASE WHEN keadaan IN ('dilewati', 'ditahan') THEN 1 END) AS tertunda,
            COUNT(CASE WHEN keadaan = 'selesai' THEN 1 END) AS selesai,
            COUNT(CASE WHEN keadaan = 'tidak-hadir' THEN 1 END) AS tidak_hadir,
            COUNT(CASE WHEN keadaan = 'batal' THEN 1 END) AS batal,
            MIN(CASE WHEN keadaan IN ('menunggu', 'dialihkan', 'dibuka-lagi') THEN terbit END) AS terlama,
            CAST(SUM(CASE WHEN slot_mulai >= pertama_dipanggil THEN 0
              WHEN slot_mulai > terbit THEN (pertama_dipanggil - slot_mulai) / 1000000
              ELSE (pertama_dipanggil - terbit) / 1000000 END) / NULLIF(COUNT(pertama_dipanggil), 0) AS bigint) AS tunggu
            FROM tiket WHERE mpp_id = $1 AND tanggal = $2 GROUP BY di_gerai) t ON t.di_gerai = g.id
         WHERE g.mpp_id = $1 AND NOT EXISTS (SELECT 1 FROM gerai_tutup x WHERE x.gerai_id = g.id) ORDER BY g.kode, g.id LIMIT 1000",
        nilai![mpp, hari],
    )
    .await
}

//! Lists for officers: the bookings of a day, the days ahead, and who must be told that his booking no longer holds.

use super::{
    baca::{GABUNG, Keadaan},
    jam::{baca_pukul, baca_tanggal},
    kontak::TELEPON,
};
use crate::{
    Hasil, Store, Waktu,
    antrean::buka::{self, Khusus},
    hak::{DepanMpp, PembacaMpp},
    id::{GeraiId, PesananId, UnitId},
    identitas::{Milik, Tersegel, buka_opsi},
    kueri::Kueri,
    nilai,
    waktu::zona_waktu,
};
use jiff::civil::{Date, Time};
use sea_orm::{ConnectionTrait, FromQueryResult};
use std::collections::{BTreeMap, BTreeSet};

/// A booking in a list; nothing of the person but that he left a way to reach him.
#[derive(Debug, Clone)]
pub struct Baris {
    pub id: PesananId,
    pub kode: String,
    pub layanan: String,
    pub gerai_id: GeraiId,
    pub gerai: String,
    pub tanggal: Date,
    pub mulai: Time,
    pub selesai: Time,
    pub keadaan: Keadaan,
    /// Number of the ticket it became.
    pub nomor: Option<String>,
}

#[derive(FromQueryResult)]
struct Mentah {
    id: PesananId,
    kode: String,
    layanan: String,
    gerai_id: GeraiId,
    gerai: String,
    tanggal: String,
    mulai: String,
    selesai: String,
    batal: Option<Waktu>,
    hadir: Option<Waktu>,
    tidak_hadir: Option<Waktu>,
    sebab: Option<String>,
    nomor: Option<String>,
}

/// Bookings of a local day by time, at most 2,000.
pub async fn pada<C: ConnectionTrait>(c: &C, hak: &PembacaMpp, hari: Date, kini: Waktu) -> Hasil<Vec<Baris>> {
    let sql = format!(
        "SELECT p.id, p.kode, l.nama AS layanan, g.id AS gerai_id, g.nama AS gerai, p.tanggal, p.mulai, p.selesai, b.pada AS batal, h.pada AS hadir,
         x.pada AS tidak_hadir, d.sebab, tk.nomor FROM pesanan p JOIN gerai_layanan gl ON gl.id = p.gerai_layanan_id JOIN layanan l ON l.id = gl.layanan_id
         JOIN gerai g ON g.id = gl.gerai_id {GABUNG} WHERE gl.mpp_id = $1 AND p.tanggal = $2 ORDER BY p.mulai, g.kode, p.id LIMIT 2000"
    );
    let lokal = kini.timestamp().to_zoned(zona_waktu(&hak.mpp.zona)).datetime();
    let semua: Vec<Mentah> = c.semua(&sql, nilai![hak.mpp.unit_id, hari.to_string()]).await?;
    let satu = |m: Mentah| {
        let (tanggal, mulai, selesai) = (baca_tanggal(&m.tanggal)?, baca_pukul(&m.mulai)?, baca_pukul(&m.selesai)?);
        let keadaan = match (m.batal, m.hadir, m.tidak_hadir, m.sebab) {
            (Some(_), ..) => Keadaan::Batal,
            (_, Some(_), ..) => Keadaan::Hadir,
            (_, _, Some(_), _) => Keadaan::TidakHadir,
            _ if lokal >= tanggal.to_datetime(selesai) => Keadaan::Lewat,
            (.., Some(_)) => Keadaan::Terdampak,
            _ => Keadaan::Dipesan,
        };
        Ok(Baris {
            id: m.id,
            kode: m.kode,
            layanan: m.layanan,
            gerai_id: m.gerai_id,
            gerai: m.gerai,
            tanggal,
            mulai,
            selesai,
            keadaan,
            nomor: m.nomor,
        })
    };
    semua.into_iter().map(satu).collect()
}

/// A day with bookings that were not cancelled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HariRingkas {
    pub tanggal: Date,
    pub banyak: i64,
}

#[derive(FromQueryResult)]
struct MentahHari {
    tanggal: String,
    banyak: i64,
}

/// Days from `sejak` on that have bookings, at most 100.
pub async fn mendatang<C: ConnectionTrait>(c: &C, hak: &PembacaMpp, sejak: Date) -> Hasil<Vec<HariRingkas>> {
    let sql = "SELECT p.tanggal, COUNT(*) AS banyak FROM pesanan p JOIN gerai_layanan gl ON gl.id = p.gerai_layanan_id
        LEFT JOIN pesanan_batal b ON b.pesanan_id = p.id WHERE gl.mpp_id = $1 AND p.tanggal >= $2 AND b.pesanan_id IS NULL
        GROUP BY p.tanggal ORDER BY p.tanggal LIMIT 100";
    let semua: Vec<MentahHari> = c.semua(sql, nilai![hak.mpp.unit_id, sejak.to_string()]).await?;
    semua.into_iter().map(|m| Ok(HariRingkas { tanggal: baca_tanggal(&m.tanggal)?, banyak: m.banyak })).collect()
}

/// A booking that no longer holds, for the front desk.
#[derive(Debug, Clone)]
pub struct BarisTerdampak {
    pub id: PesananId,
    pub kode: String,
    pub layanan: String,
    pub gerai: String,
    pub tanggal: Date,
    pub mulai: Time,
    /// See [`super::Terbuka::sebab`].
    pub sebab: String,
    /// The decision of the head that takes its time away, where it is his doing.
    pub putusan: Option<Khusus>,
    /// A mail was asked for.
    pub surel: bool,
    pub telepon: Option<String>,
    /// `telepon` or `langsung`, and when.
    pub dikabari: Option<(String, Waktu)>,
}

#[derive(FromQueryResult)]
struct MentahTerdampak {
    id: PesananId,
    kode: String,
    layanan: String,
    gerai: String,
    tanggal: String,
    mulai: String,
    selesai: String,
    sebab: String,
    surel: i64,
    telepon: Option<Tersegel>,
    cara: Option<String>,
    pada: Option<Waktu>,
}

/// Who must be told, from a local day on: those without a mail first, and of them those who can be called. At most 500.
pub async fn terdampak(store: &Store, hak: &DepanMpp, sejak: Date) -> Hasil<Vec<BarisTerdampak>> {
    let sql = format!(
        "SELECT p.id, p.kode, l.nama AS layanan, g.nama AS gerai, p.tanggal, p.mulai, p.selesai, d.sebab,
         CAST(CASE WHEN k.surel IS NULL THEN 0 ELSE 1 END AS bigint) AS surel, k.telepon, o.cara, o.pada
         FROM pesanan p JOIN gerai_layanan gl ON gl.id = p.gerai_layanan_id JOIN layanan l ON l.id = gl.layanan_id JOIN gerai g ON g.id = gl.gerai_id
         {GABUNG} LEFT JOIN pesanan_dikabari o ON o.terdampak_id = d.id
         WHERE gl.mpp_id = $1 AND p.tanggal >= $2 AND d.id IS NOT NULL AND b.pesanan_id IS NULL AND h.pesanan_id IS NULL
         ORDER BY CASE WHEN o.terdampak_id IS NULL THEN 0 ELSE 1 END, CASE WHEN k.surel IS NULL THEN 0 ELSE 1 END,
         CASE WHEN k.telepon IS NULL THEN 1 ELSE 0 END, p.tanggal, p.mulai, p.id LIMIT 500"
    );
    let semua: Vec<MentahTerdampak> = store.baca().semua(&sql, nilai![hak.mpp.unit_id, sejak.to_string()]).await?;
    let khusus = buka::khusus_antara(store.baca(), hak.mpp.unit_id, (sejak, Date::MAX)).await?;
    let satu = |m: MentahTerdampak| {
        let (tanggal, mulai, selesai) = (baca_tanggal(&m.tanggal)?, baca_pukul(&m.mulai)?, baca_pukul(&m.selesai)?);
        Ok(BarisTerdampak {
            putusan: khusus.get(&tanggal).filter(|x| x.meniadakan(mulai, selesai)).cloned(),
            id: m.id,
            kode: m.kode,
            layanan: m.layanan,
            gerai: m.gerai,
            tanggal,
            mulai,
            sebab: m.sebab,
            surel: m.surel == 1,
            telepon: buka_opsi(store.kunci(), Milik(TELEPON, m.id.0), m.telepon.as_ref())?,
            dikabari: m.cara.zip(m.pada),
        })
    };
    semua.into_iter().map(satu).collect()
}

/// Citizens who booked from a local day on, cannot be served as booked, left only a telephone number, and were not called yet.
pub async fn perlu_ditelepon<C: ConnectionTrait>(c: &C, hak: &PembacaMpp, sejak: Date) -> Hasil<i64> {
    let sql = format!(
        "SELECT COUNT(*) AS n FROM pesanan p JOIN gerai_layanan gl ON gl.id = p.gerai_layanan_id {GABUNG}
         LEFT JOIN pesanan_dikabari o ON o.terdampak_id = d.id WHERE gl.mpp_id = $1 AND p.tanggal >= $2 AND d.id IS NOT NULL
         AND b.pesanan_id IS NULL AND h.pesanan_id IS NULL AND o.terdampak_id IS NULL AND k.surel IS NULL AND k.telepon IS NOT NULL"
    );
    c.angka(&sql, nilai![hak.mpp.unit_id, sejak.to_string()]).await
}

#[derive(FromQueryResult)]
struct SatuPesanan {
    id: PesananId,
}

/// Bookings of one day that cannot be kept as they are.
pub(crate) async fn terdampak_hari<C: ConnectionTrait>(c: &C, mpp: UnitId, hari: Date) -> Hasil<BTreeSet<PesananId>> {
    let sql = format!(
        "SELECT p.id FROM pesanan p JOIN gerai_layanan gl ON gl.id = p.gerai_layanan_id {GABUNG}
         WHERE gl.mpp_id = $1 AND p.tanggal = $2 AND d.id IS NOT NULL AND b.pesanan_id IS NULL AND h.pesanan_id IS NULL
         ORDER BY p.id LIMIT 50000"
    );
    Ok(c.semua::<SatuPesanan>(&sql, nilai![mpp, hari.to_string()]).await?.into_iter().map(|s| s.id).collect())
}

/// How many bookings of each day from `sejak` on cannot be kept as they are, by day. Days without any are left out; at most 400.
///
/// # Errors
/// `Rusak` when a stored day cannot be read.
pub async fn terdampak_per_hari<C: ConnectionTrait>(c: &C, mpp: UnitId, sejak: Date) -> Hasil<BTreeMap<Date, i64>> {
    let sql = format!(
        "SELECT p.tanggal, COUNT(*) AS banyak FROM pesanan p JOIN gerai_layanan gl ON gl.id = p.gerai_layanan_id {GABUNG}
         WHERE gl.mpp_id = $1 AND p.tanggal >= $2 AND d.id IS NOT NULL AND b.pesanan_id IS NULL AND h.pesanan_id IS NULL
         GROUP BY p.tanggal ORDER BY p.tanggal LIMIT 400"
    );
    let semua: Vec<MentahHari> = c.semua(&sql, nilai![mpp, sejak.to_string()]).await?;
    semua.into_iter().map(|m| Ok((baca_tanggal(&m.tanggal)?, m.banyak))).collect()
}

//! Where is booked: a placement with the names that pages about bookings show.

use crate::{
    Hasil, StoreError, Tx, Waktu,
    id::{GeraiId, InstansiId, LayananId, PenempatanId, UnitId},
    kueri::Kueri,
    mpp::HIDUP,
    nilai,
    waktu::zona_waktu,
};
use jiff::civil::DateTime;
use sea_orm::{ConnectionTrait, FromQueryResult};
use std::collections::BTreeSet;

#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Tempat {
    pub id: PenempatanId,
    pub layanan_id: LayananId,
    pub layanan: String,
    pub layanan_kode: String,
    pub gerai_id: GeraiId,
    pub gerai: String,
    pub gerai_kode: String,
    pub letak: String,
    /// `jadwal` or `undangan`.
    pub kehadiran: String,
    pub mpp_id: UnitId,
    pub mpp: String,
    pub mpp_kode: String,
    pub alamat: String,
    /// Opening hours of the hall, see [`super::baca_jam`].
    pub jam: String,
    pub instansi_id: InstansiId,
    pub zona: String,
    pub ilustrasi: i64,
    /// 1 when the service is no longer given there or the gerai is closed.
    pub berhenti: i64,
}

impl Tempat {
    /// The clock of the hall.
    #[must_use]
    pub fn lokal(&self, kini: Waktu) -> DateTime {
        kini.timestamp().to_zoned(zona_waktu(&self.zona)).datetime()
    }
}

/// A placement `gl`; whether it is given now is [`HIDUP`]'s to say.
fn pilih(syarat: &str) -> String {
    let hidup = HIDUP.replace(" p.", " gl.");
    format!(
        "SELECT gl.id, gl.layanan_id, l.nama AS layanan, l.kode AS layanan_kode, g.id AS gerai_id, g.nama AS gerai, g.kode AS gerai_kode,
    g.letak, gl.kehadiran, m.unit_id AS mpp_id, u.nama AS mpp, m.kode AS mpp_kode, u.alamat, m.jam, i.id AS instansi_id, i.zona, m.ilustrasi,
    CAST(CASE WHEN {hidup} THEN 0 ELSE 1 END AS bigint) AS berhenti
    FROM gerai_layanan gl JOIN layanan l ON l.id = gl.layanan_id JOIN gerai g ON g.id = gl.gerai_id JOIN mpp m ON m.unit_id = gl.mpp_id
    JOIN unit u ON u.id = m.unit_id JOIN instansi i ON i.id = u.instansi_id WHERE {syarat}"
    )
}

/// # Errors
/// `TidakDitemukan`.
pub async fn tempat<C: ConnectionTrait>(c: &C, id: PenempatanId) -> Hasil<Tempat> {
    c.satu(&pilih("gl.id = $1"), nilai![id]).await
}

/// Placements `gl` (of gerai `g`, mall `u`) that a condition with its order names.
pub(super) async fn dengan<C: ConnectionTrait>(c: &C, syarat: &str, v: Vec<sea_orm::Value>) -> Hasil<Vec<Tempat>> {
    c.semua(&pilih(syarat), v).await
}

/// SQL that holds for a placement `gl` with a slot rule that was not taken back.
const BERATURAN: &str = "EXISTS (SELECT 1 FROM pesan_aturan a LEFT JOIN pesan_aturan_batal b ON b.aturan_id = a.id
    WHERE a.gerai_layanan_id = gl.id AND b.aturan_id IS NULL)";

/// Where a service can be booked now, by mall.
pub async fn yang_menerima<C: ConnectionTrait>(c: &C, layanan: LayananId) -> Hasil<Vec<Tempat>> {
    let sql = pilih(&format!("gl.layanan_id = $1 AND {BERATURAN} ORDER BY u.nama, g.kode, gl.id LIMIT 100"));
    let semua: Vec<Tempat> = c.semua(&sql, nilai![layanan]).await?;
    Ok(semua.into_iter().filter(|t| t.berhenti == 0).collect())
}

#[derive(FromQueryResult)]
struct Satu {
    id: PenempatanId,
}

/// Placements of a hall that take bookings: those with hours and a slot rule.
pub async fn dapat_dipesan<C: ConnectionTrait>(c: &C, mpp: UnitId) -> Hasil<BTreeSet<PenempatanId>> {
    let sql = format!("SELECT gl.id FROM gerai_layanan gl WHERE gl.mpp_id = $1 AND {BERATURAN} ORDER BY gl.id LIMIT 2000");
    Ok(c.semua::<Satu>(&sql, nilai![mpp]).await?.into_iter().map(|s| s.id).collect())
}

/// Whose placements are meant.
#[derive(Clone, Copy)]
pub(super) enum Milik {
    Instansi(InstansiId),
    Mpp(UnitId),
    Semua,
}

/// Placements that have bookings from a local day on.
pub(super) async fn berpesanan<C: ConnectionTrait>(c: &C, milik: Milik, sejak: &str) -> Hasil<Vec<Tempat>> {
    let ada = "EXISTS (SELECT 1 FROM pesanan p WHERE p.gerai_layanan_id = gl.id AND p.tanggal >= $1)";
    let (syarat, v) = match milik {
        Milik::Instansi(i) => ("i.id = $2 AND ", nilai![sejak, i]),
        Milik::Mpp(m) => ("gl.mpp_id = $2 AND ", nilai![sejak, m]),
        Milik::Semua => ("", nilai![sejak]),
    };
    c.semua(&pilih(&format!("{syarat}{ada} ORDER BY gl.id LIMIT 20000")), v).await
}

/// A placement of this hall, alone with its schedule. Returns the version of the schedule.
pub(super) async fn kunci_jadwal(tx: &Tx, mpp: UnitId, id: PenempatanId) -> Hasil<(Tempat, i64)> {
    let t = tempat(&**tx, id).await?;
    if t.mpp_id != mpp {
        return Err(StoreError::TidakDitemukan);
    }
    let versi = kunci(tx, id).await?;
    Ok((t, versi))
}

/// The same for one whose scope is known.
pub(super) async fn kunci(tx: &Tx, id: PenempatanId) -> Hasil<i64> {
    siapkan(tx, id).await?;
    let sql = format!("SELECT versi AS n FROM pesan_penempatan WHERE gerai_layanan_id = $1{}", tx.kunci_baris());
    tx.angka(&sql, nilai![id]).await
}

pub(super) async fn siapkan(tx: &Tx, id: PenempatanId) -> Hasil<()> {
    let sql = "INSERT INTO pesan_penempatan (gerai_layanan_id, versi) VALUES ($1, 0) ON CONFLICT (gerai_layanan_id) DO NOTHING";
    tx.jalankan(sql, nilai![id]).await.map(|_| ())
}

pub(super) async fn naikkan(tx: &Tx, id: PenempatanId) -> Hasil<()> {
    tx.jalankan("UPDATE pesan_penempatan SET versi = versi + 1 WHERE gerai_layanan_id = $1", nilai![id]).await.map(|_| ())
}

/// Version of the schedule, 0 before the first change.
pub(super) async fn versi<C: ConnectionTrait>(c: &C, id: PenempatanId) -> Hasil<i64> {
    c.angka("SELECT versi AS n FROM pesan_penempatan WHERE gerai_layanan_id = $1", nilai![id]).await
}

/// A placement in the list of the hall.
#[derive(Debug, Clone)]
pub struct Ringkas {
    pub tempat: Tempat,
    /// Whether hours and a slot rule hold or are planned: bookings are taken.
    pub diatur: bool,
    /// Officers' duties in the seven days from the asked day on.
    pub tugas: i64,
    /// Bookings that lie ahead.
    pub pesanan: i64,
}

#[derive(FromQueryResult)]
struct Hitung {
    gerai_layanan_id: PenempatanId,
    aturan: i64,
    tugas: i64,
    pesanan: i64,
}

/// Placements of a hall that are given now, by gerai and service. `hari`: today, local.
pub async fn penempatan_mpp<C: ConnectionTrait>(c: &C, mpp: UnitId, hari: jiff::civil::Date) -> Hasil<Vec<Ringkas>> {
    let tempat: Vec<Tempat> = c.semua(&pilih("gl.mpp_id = $1 ORDER BY g.kode, l.nama, gl.id LIMIT 2000"), nilai![mpp]).await?;
    let pekan = hari.saturating_add(jiff::Span::new().days(6)).to_string();
    let sql = "SELECT gl.id AS gerai_layanan_id,
        (SELECT COUNT(*) FROM pesan_aturan a LEFT JOIN pesan_aturan_batal b ON b.aturan_id = a.id WHERE a.gerai_layanan_id = gl.id AND b.aturan_id IS NULL) AS aturan,
        (SELECT COUNT(*) FROM pesan_tugas t LEFT JOIN pesan_tugas_hapus h ON h.tugas_id = t.id
         WHERE t.gerai_layanan_id = gl.id AND h.tugas_id IS NULL AND t.tanggal >= $2 AND t.tanggal <= $3) AS tugas,
        (SELECT COUNT(*) FROM pesanan p LEFT JOIN pesanan_batal b ON b.pesanan_id = p.id
         WHERE p.gerai_layanan_id = gl.id AND b.pesanan_id IS NULL AND p.tanggal >= $2) AS pesanan
        FROM gerai_layanan gl WHERE gl.mpp_id = $1 ORDER BY gl.id LIMIT 2000";
    let hitung: Vec<Hitung> = c.semua(sql, nilai![mpp, hari.to_string(), pekan]).await?;
    let satu = |tempat: Tempat| {
        let h = hitung.iter().find(|h| h.gerai_layanan_id == tempat.id);
        let (diatur, tugas, pesanan) = h.map_or((false, 0, 0), |h| (h.aturan > 0, h.tugas, h.pesanan));
        Ringkas { tempat, diatur, tugas, pesanan }
    };
    Ok(tempat.into_iter().filter(|t| t.berhenti == 0).map(satu).collect())
}

//! Consent of a unit to a service of its own in a mall of another government: what was asked, and how it stands. Both sides read the
//! same rows. A service of the mall's own government needs none. The rule is this program's: the text of PermenPANRB 92/2021 that was
//! at hand speaks of agreements with other parties, not of single services.

use super::Mpp;
use crate::{
    Hasil, Store, Waktu,
    hak::Pelaku,
    id::{GeraiId, IzinId, LayananId, PenempatanId, UnitId},
    kueri::Kueri,
    layanan::Layanan,
    nilai,
    skm::jangkauan,
};
use sea_orm::{ConnectionTrait, FromQueryResult};

/// Whether a service needs its unit's consent to be given in this mall.
#[must_use]
pub fn perlu(m: &Mpp, l: &Layanan) -> bool {
    l.instansi_id != m.instansi_id
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keadaan {
    Ditunggu,
    /// Consented, and given.
    Berlaku,
    Ditolak,
    /// The mall took the request back.
    Dibatalkan,
    /// The unit took its consent back.
    Dicabut,
    /// Consented once, and no longer given there by the mall's decision.
    Selesai,
}

/// One request with its answer.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Izin {
    pub id: IzinId,
    pub penempatan_id: PenempatanId,
    pub mpp_id: UnitId,
    pub mpp: String,
    pub mpp_kode: String,
    pub mpp_instansi: String,
    pub gerai_id: GeraiId,
    pub gerai_kode: String,
    pub gerai: String,
    pub tenan: String,
    pub layanan_id: LayananId,
    pub layanan: String,
    pub unit_id: UnitId,
    pub unit: String,
    pub instansi: String,
    pub menit: Option<i64>,
    /// `jadwal`, or `undangan`.
    pub kehadiran: String,
    pub ilustrasi: i64,
    pub pada: Waktu,
    pub oleh: String,
    /// `setuju`, `tolak` or `batal`.
    pub jawab: Option<String>,
    pub alasan: Option<String>,
    pub dijawab: Option<Waktu>,
    pub dijawab_oleh: Option<String>,
    pub dicabut: Option<Waktu>,
    pub cabut_alasan: Option<String>,
    pub akhir: Option<Waktu>,
    pub akhir_alasan: Option<String>,
    /// A later request for the same placement, or its gerai or service is closed.
    pub lewat: i64,
    /// Heads of the unit, who could answer.
    pub kepala: i64,
}

impl Izin {
    #[must_use]
    pub fn keadaan(&self) -> Keadaan {
        let habis = self.akhir.is_some() || self.lewat == 1;
        match self.jawab.as_deref() {
            _ if self.dicabut.is_some() => Keadaan::Dicabut,
            Some("tolak") => Keadaan::Ditolak,
            Some("setuju") if habis => Keadaan::Selesai,
            Some("setuju") => Keadaan::Berlaku,
            None if !habis => Keadaan::Ditunggu,
            _ => Keadaan::Dibatalkan,
        }
    }
}

const PILIH: &str =
    "SELECT m.id, m.gerai_layanan_id AS penempatan_id, p.mpp_id, mu.nama AS mpp, mp.kode AS mpp_kode, mi.nama AS mpp_instansi,
    p.gerai_id, g.kode AS gerai_kode, g.nama AS gerai, t.nama AS tenan, p.layanan_id, l.nama AS layanan, m.unit_id, u.nama AS unit,
    i.nama AS instansi, p.menit, p.kehadiran, mp.ilustrasi, m.pada, a.nama AS oleh, j.jenis AS jawab, j.alasan, j.pada AS dijawab,
    b.nama AS dijawab_oleh, c.pada AS dicabut, c.alasan AS cabut_alasan, x.pada AS akhir, x.alasan AS akhir_alasan,
    CAST(CASE WHEN EXISTS (SELECT 1 FROM penempatan_minta n WHERE n.gerai_layanan_id = m.gerai_layanan_id AND n.id > m.id)
      OR EXISTS (SELECT 1 FROM gerai_tutup gt WHERE gt.gerai_id = p.gerai_id)
      OR EXISTS (SELECT 1 FROM layanan_tutup lt WHERE lt.layanan_id = p.layanan_id) THEN 1 ELSE 0 END AS bigint) AS lewat,
    (SELECT COUNT(*) FROM peran r LEFT JOIN peran_cabut rc ON rc.peran_id = r.id
      WHERE r.peran = 'unit-kepala' AND r.unit_id IN (u.id, u.induk_id) AND rc.peran_id IS NULL) AS kepala
    FROM penempatan_minta m JOIN gerai_layanan p ON p.id = m.gerai_layanan_id JOIN mpp mp ON mp.unit_id = p.mpp_id
    JOIN unit mu ON mu.id = p.mpp_id JOIN instansi mi ON mi.id = mu.instansi_id JOIN gerai g ON g.id = p.gerai_id
    JOIN tenan t ON t.id = g.tenan_id JOIN layanan l ON l.id = p.layanan_id JOIN unit u ON u.id = m.unit_id
    JOIN instansi i ON i.id = u.instansi_id JOIN akun a ON a.id = m.oleh LEFT JOIN penempatan_jawab j ON j.minta_id = m.id
    LEFT JOIN akun b ON b.id = j.oleh LEFT JOIN penempatan_cabut c ON c.minta_id = m.id
    LEFT JOIN gerai_layanan_akhir x ON x.gerai_layanan_id = p.id";

/// # Errors
/// `TidakDitemukan`.
pub async fn satu<C: ConnectionTrait>(c: &C, id: IzinId) -> Hasil<Izin> {
    c.satu(&format!("{PILIH} WHERE m.id = $1"), nilai![id]).await
}

/// The last request for a placement; none where it needed no consent.
pub(super) async fn terakhir<C: ConnectionTrait>(c: &C, id: PenempatanId) -> Hasil<Option<Izin>> {
    c.mungkin(&format!("{PILIH} WHERE m.gerai_layanan_id = $1 ORDER BY m.id DESC LIMIT 1"), nilai![id]).await
}

/// Requests to units that the person reads, those that wait first.
pub async fn milik(store: &Store, pelaku: &Pelaku) -> Hasil<Vec<Izin>> {
    let (syarat, v) = jangkauan(pelaku);
    let sql = format!("{PILIH} WHERE {syarat} ORDER BY CASE WHEN j.minta_id IS NULL THEN 0 ELSE 1 END, m.id DESC LIMIT 500");
    store.baca().semua(&sql, v).await
}

/// Requests of a mall, newest first.
pub async fn mpp<C: ConnectionTrait>(c: &C, mpp: UnitId) -> Hasil<Vec<Izin>> {
    c.semua(&format!("{PILIH} WHERE p.mpp_id = $1 ORDER BY m.id DESC LIMIT 500"), nilai![mpp]).await
}

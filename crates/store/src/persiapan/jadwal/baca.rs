//! Events in order of time: of a period, of one unit (its own and those of the whole period), one by id. It only reads.

use super::Jenis;
use crate::{
    Hasil, Store, StoreError, Waktu,
    hak::{PembacaLokus, PembacaPeriode},
    id::{InstansiId, JadwalId, LokusId, PeriodeId},
    kueri::Kueri,
    nilai,
};
use jiff::civil::DateTime;
use sea_orm::FromQueryResult;

#[derive(Debug, Clone, FromQueryResult)]
pub struct Jadwal {
    pub id: JadwalId,
    pub periode_id: PeriodeId,
    pub periode: String,
    /// The organiser's instansi and its zone, in which the times are.
    pub instansi_id: InstansiId,
    pub zona: String,
    pub ilustrasi: i64,
    pub lokus_id: Option<LokusId>,
    pub unit: Option<String>,
    pub jenis: String,
    pub judul: String,
    pub mulai: String,
    pub selesai: String,
    pub tempat: String,
    pub tautan: String,
    pub petugas: String,
    pub keterangan: String,
    pub versi: i64,
    pub dibuat: Waktu,
    pub diubah: Waktu,
    pub batal: Option<Waktu>,
    pub alasan: Option<String>,
    /// Method of the unit, for its presentation, interview and observation.
    pub dokumen: Option<String>,
    pub wawancara: Option<String>,
}

pub(crate) const PILIH: &str =
    "SELECT j.id, j.periode_id, p.nama AS periode, p.instansi_id, i.zona, p.ilustrasi, j.lokus_id, u.nama AS unit, j.jenis,
    j.judul, j.mulai, j.selesai, j.tempat, j.tautan, j.petugas, j.keterangan, j.versi, j.dibuat, j.diubah, b.pada AS batal, b.alasan,
    m.dokumen, m.wawancara
    FROM jadwal j JOIN periode p ON p.id = j.periode_id JOIN instansi i ON i.id = p.instansi_id LEFT JOIN lokus l ON l.id = j.lokus_id
    LEFT JOIN unit u ON u.id = l.unit_id LEFT JOIN jadwal_batal b ON b.jadwal_id = j.id
    LEFT JOIN lokus_metode m ON m.id = (SELECT n.id FROM lokus_metode n WHERE n.lokus_id = j.lokus_id ORDER BY n.id DESC LIMIT 1)";

impl Jadwal {
    /// # Errors
    /// `Rusak` for a stored time that is none.
    pub fn mulai(&self) -> Hasil<DateTime> {
        waktu(&self.mulai)
    }

    /// # Errors
    /// `Rusak` for a stored time that is none.
    pub fn selesai(&self) -> Hasil<DateTime> {
        waktu(&self.selesai)
    }
}

fn waktu(teks: &str) -> Hasil<DateTime> {
    teks.parse().map_err(|_| StoreError::Rusak(format!("time of an event: {teks}")))
}

/// Events of a period by start, cancelled ones too, a page of them, and how many there are.
pub async fn milik_periode(store: &Store, hak: &PembacaPeriode, lewati: i64, batas: i64) -> Hasil<(Vec<Jadwal>, i64)> {
    halaman(store, hak, "", lewati, batas).await
}

/// The same of those for which people come together and that were not cancelled.
pub async fn bersidang(store: &Store, hak: &PembacaPeriode, lewati: i64, batas: i64) -> Hasil<(Vec<Jadwal>, i64)> {
    let jenis = Jenis::SEMUA.into_iter().filter(|j| j.bersidang()).map(|j| format!("'{}'", j.kunci())).collect::<Vec<_>>().join(", ");
    halaman(store, hak, &format!("AND b.jadwal_id IS NULL AND j.jenis IN ({jenis})"), lewati, batas).await
}

async fn halaman(store: &Store, hak: &PembacaPeriode, syarat: &str, lewati: i64, batas: i64) -> Hasil<(Vec<Jadwal>, i64)> {
    let (c, id) = (store.baca(), hak.periode.id);
    let hitung = "SELECT COUNT(*) AS n FROM jadwal j LEFT JOIN jadwal_batal b ON b.jadwal_id = j.id WHERE j.periode_id = $1";
    let n = c.angka(&format!("{hitung} {syarat}"), nilai![id]).await?;
    let sql = format!("{PILIH} WHERE j.periode_id = $1 {syarat} ORDER BY j.mulai, j.id LIMIT $2 OFFSET $3");
    Ok((c.semua(&sql, nilai![id, batas, lewati]).await?, n))
}

/// What one unit has to know: its own events and those of the whole period, by start, cancelled ones too.
pub async fn milik_lokus(store: &Store, hak: &PembacaLokus) -> Hasil<Vec<Jadwal>> {
    let sql = format!("{PILIH} WHERE j.periode_id = $1 AND (j.lokus_id = $2 OR j.lokus_id IS NULL) ORDER BY j.mulai, j.id LIMIT 1000");
    store.baca().semua(&sql, nilai![hak.lokus.periode_id, hak.lokus.id]).await
}

/// One event of the period that the person may read.
///
/// # Errors
/// `TidakDitemukan` for an unknown one and one of another period.
pub async fn satu(store: &Store, hak: &PembacaPeriode, id: JadwalId) -> Hasil<Jadwal> {
    store.baca().satu(&format!("{PILIH} WHERE j.id = $1 AND j.periode_id = $2"), nilai![id, hak.periode.id]).await
}

//! The schedule of a period: events of the whole period or of one unit, in local time of the organiser's office. A cancelled
//! event keeps its row. Telling a unit its schedule is `sampai`, telling who
//! answers for the evaluation `pj`; sessions with agenda and attendance are `kegiatan`.

mod baca;
pub mod pj;
mod sampai;
mod susunan;

pub(crate) use baca::PILIH;
pub use baca::{Jadwal, bersidang, milik_lokus, milik_periode, satu};
pub use sampai::{Sampai, Tersampai, belum_sampai, sampaikan, terakhir, terima, terkini};
pub use susunan::{Acara, Susunan};

use crate::{
    Hasil, Store, StoreError, Tx, audit,
    hak::PenyelenggaraPeriode,
    id::{JadwalId, LokusId},
    kueri::Kueri,
    nilai,
    periode::{self, Fase},
    versi::bentrok,
};
use jiff::civil::DateTime;
use sea_orm::FromQueryResult;

/// Kind of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Jenis {
    Sosialisasi,
    Pendampingan,
    Bimtek,
    Pengumuman,
    Presentasi,
    Wawancara,
    Pengamatan,
    Rapat,
    Tenggat,
}

impl Jenis {
    pub const SEMUA: [Self; 9] = [
        Self::Sosialisasi,
        Self::Pendampingan,
        Self::Bimtek,
        Self::Pengumuman,
        Self::Presentasi,
        Self::Wawancara,
        Self::Pengamatan,
        Self::Rapat,
        Self::Tenggat,
    ];

    #[must_use]
    pub fn kunci(self) -> &'static str {
        match self {
            Self::Sosialisasi => "sosialisasi",
            Self::Pendampingan => "pendampingan",
            Self::Bimtek => "bimtek",
            Self::Pengumuman => "pengumuman",
            Self::Presentasi => "presentasi",
            Self::Wawancara => "wawancara",
            Self::Pengamatan => "pengamatan",
            Self::Rapat => "rapat",
            Self::Tenggat => "tenggat",
        }
    }

    #[must_use]
    pub fn dari_kunci(k: &str) -> Option<Self> {
        Self::SEMUA.into_iter().find(|j| j.kunci() == k)
    }

    /// Whether people come together for it, so that it can have an agenda, materials and attendance.
    #[must_use]
    pub fn bersidang(self) -> bool {
        matches!(self, Self::Sosialisasi | Self::Pendampingan | Self::Bimtek | Self::Rapat | Self::Presentasi)
    }
}

/// What the form of an event says. Times are local, to the minute.
#[derive(Debug, Clone)]
pub struct Isi<'a> {
    /// `None`: the whole period.
    pub lokus: Option<LokusId>,
    pub jenis: Jenis,
    pub judul: &'a str,
    pub mulai: DateTime,
    pub selesai: DateTime,
    pub tempat: &'a str,
    pub tautan: &'a str,
    pub petugas: &'a str,
    pub keterangan: &'a str,
}

#[derive(FromQueryResult)]
struct Kepala {
    versi: i64,
    batal: Option<JadwalId>,
}

/// As stored: `2026-03-02T08:00`.
#[must_use]
pub fn teks_waktu(w: DateTime) -> String {
    w.strftime("%Y-%m-%dT%H:%M").to_string()
}

async fn mulai(store: &Store, hak: &PenyelenggaraPeriode, isi: &Isi<'_>) -> Hasil<Tx> {
    if isi.selesai < isi.mulai {
        return Err(StoreError::Keadaan("jadwal-terbalik"));
    }
    let tx = store.mulai().await?;
    periode::harus_terbuka(&*tx, hak.periode.id, Fase::Pelaksanaan).await?;
    if let Some(l) = isi.lokus {
        let n = tx.angka("SELECT COUNT(*) AS n FROM lokus WHERE id = $1 AND periode_id = $2", nilai![l, hak.periode.id]).await?;
        if n == 0 {
            return Err(StoreError::TidakDitemukan);
        }
    }
    Ok(tx)
}

async fn catat(tx: &Tx, hak: &PenyelenggaraPeriode, aksi: &str, id: JadwalId, rincian: serde_json::Value) -> Hasil<()> {
    let k = audit::Kejadian::baru(aksi, "jadwal", id).instansi(hak.periode.instansi_id).rincian(rincian);
    audit::catat(tx, hak.pelaku(), k).await.map(|_| ())
}

/// Adds an event. `id` is made when the form is shown, so that pressing twice adds one.
///
/// # Errors
/// `Keadaan("jadwal-terbalik")`, `Keadaan` once phase pelaksanaan is closed, `TidakDitemukan` for a lokus of another period.
pub async fn tambah(store: &Store, hak: &PenyelenggaraPeriode, id: JadwalId, isi: &Isi<'_>) -> Hasil<JadwalId> {
    let tx = mulai(store, hak, isi).await?;
    let n = tx
        .jalankan(
            "INSERT INTO jadwal (id, periode_id, lokus_id, jenis, judul, mulai, selesai, tempat, tautan, petugas, keterangan, versi, dibuat, diubah, oleh)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1, $12, $12, $13) ON CONFLICT (id) DO NOTHING",
            nilai![
                id,
                hak.periode.id,
                isi.lokus,
                isi.jenis.kunci(),
                isi.judul.trim(),
                teks_waktu(isi.mulai),
                teks_waktu(isi.selesai),
                isi.tempat.trim(),
                isi.tautan.trim(),
                isi.petugas.trim(),
                isi.keterangan.trim(),
                tx.pada,
                hak.pelaku().akun
            ],
        )
        .await?;
    if n == 0 {
        let milik = "SELECT COUNT(*) AS n FROM jadwal WHERE id = $1 AND periode_id = $2 AND judul = $3 AND mulai = $4";
        let sama = tx.angka(milik, nilai![id, hak.periode.id, isi.judul.trim(), teks_waktu(isi.mulai)]).await?;
        return if sama > 0 { Ok(id) } else { Err(StoreError::OperasiLain) };
    }
    catat(&tx, hak, "jadwal.tambah", id, serde_json::json!({ "jenis": isi.jenis.kunci(), "lokus": isi.lokus })).await?;
    tx.commit().await?;
    Ok(id)
}

async fn kepala(tx: &Tx, hak: &PenyelenggaraPeriode, id: JadwalId) -> Hasil<Kepala> {
    let sql = format!(
        "SELECT j.versi, (SELECT b.jadwal_id FROM jadwal_batal b WHERE b.jadwal_id = j.id) AS batal FROM jadwal j WHERE j.id = $1 AND j.periode_id = $2{}",
        tx.kunci_baris()
    );
    tx.satu(&sql, nilai![id, hak.periode.id]).await
}

/// Changes an event that was not cancelled.
///
/// # Errors
/// As [`tambah`], `Bentrok` on a stale version, `Keadaan("jadwal-sudah-batal")`.
pub async fn ubah(store: &Store, hak: &PenyelenggaraPeriode, id: JadwalId, versi: i64, isi: &Isi<'_>) -> Hasil<()> {
    let tx = mulai(store, hak, isi).await?;
    let kini = kepala(&tx, hak, id).await?;
    if kini.batal.is_some() {
        return Err(StoreError::Keadaan("jadwal-sudah-batal"));
    }
    if kini.versi != versi {
        return Err(bentrok(&tx, "jadwal", &id.to_string(), kini.versi).await?);
    }
    tx.jalankan(
        "UPDATE jadwal SET lokus_id = $2, jenis = $3, judul = $4, mulai = $5, selesai = $6, tempat = $7, tautan = $8, petugas = $9,
         keterangan = $10, versi = versi + 1, diubah = $11 WHERE id = $1",
        nilai![
            id,
            isi.lokus,
            isi.jenis.kunci(),
            isi.judul.trim(),
            teks_waktu(isi.mulai),
            teks_waktu(isi.selesai),
            isi.tempat.trim(),
            isi.tautan.trim(),
            isi.petugas.trim(),
            isi.keterangan.trim(),
            tx.pada
        ],
    )
    .await?;
    catat(&tx, hak, "jadwal.ubah", id, serde_json::json!({ "jenis": isi.jenis.kunci(), "versi": versi + 1 })).await?;
    tx.commit().await
}

/// Cancels an event with a reason; calendars that subscribed show it as cancelled. A second time changes nothing.
///
/// # Errors
/// `Keadaan("alasan-wajib")`, `Keadaan` once phase pelaksanaan is closed.
pub async fn batalkan(store: &Store, hak: &PenyelenggaraPeriode, id: JadwalId, alasan: &str) -> Hasil<()> {
    if alasan.trim().is_empty() {
        return Err(StoreError::Keadaan("alasan-wajib"));
    }
    let tx = store.mulai().await?;
    periode::harus_terbuka(&*tx, hak.periode.id, Fase::Pelaksanaan).await?;
    if kepala(&tx, hak, id).await?.batal.is_some() {
        return Ok(());
    }
    tx.jalankan(
        "INSERT INTO jadwal_batal (jadwal_id, alasan, pada, oleh) VALUES ($1, $2, $3, $4)",
        nilai![id, alasan.trim(), tx.pada, hak.pelaku().akun],
    )
    .await?;
    tx.jalankan("UPDATE jadwal SET versi = versi + 1, diubah = $2 WHERE id = $1", nilai![id, tx.pada]).await?;
    let rincian = serde_json::json!({ "alasan": tx.kunci.ringkas(alasan.trim()) });
    catat(&tx, hak, "jadwal.batal", id, rincian).await?;
    tx.commit().await
}

//! Sessions (sosialisasi, pendampingan, bimtek, rapat): agenda, materials, and who came. Attendance is taken under a public
//! address from an hour before the start to two hours after the end. Planning the event itself is `jadwal`.

mod bahan;
mod hadir;

pub use bahan::{Bahan, bahan, buang, satu_bahan, tambah_bahan};
pub use hadir::{BATAS_HADIR, Hadir, HadirBaru, catat_manual, daftar_hadir, hadir, hapus_hadir, jumlah_hadir_beberapa, sudah_hadir};

use super::jadwal::{Jadwal, PILIH};
use crate::{
    Hasil, Store, StoreError, Tx, Waktu, audit,
    hak::{PembacaPeriode, PenyelenggaraPeriode},
    id::{InstansiId, JadwalId},
    kueri::Kueri,
    nilai,
    ronde::token_baru,
    versi::bentrok,
    zona_waktu,
};
use sea_orm::FromQueryResult;

/// A session without its event.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Kegiatan {
    pub jadwal_id: JadwalId,
    pub agenda: String,
    /// Last part of the public address `/hadir/{token}`.
    pub token: String,
    pub versi: i64,
}

/// The session of an event; `None` while none was prepared.
pub async fn milik(store: &Store, hak: &PembacaPeriode, id: JadwalId) -> Hasil<Option<Kegiatan>> {
    let sql = "SELECT k.jadwal_id, k.agenda, k.token, k.versi FROM kegiatan k JOIN jadwal j ON j.id = k.jadwal_id
        WHERE k.jadwal_id = $1 AND j.periode_id = $2";
    store.baca().mungkin(sql, nilai![id, hak.periode.id]).await
}

/// Whether attendance is taken now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pintu {
    Belum,
    Terbuka,
    Lewat,
    Batal,
}

/// Attendance opens an hour before the start and closes two hours after the end, in the organiser's zone.
///
/// # Errors
/// `Rusak` for a stored time that is none.
pub fn pintu(j: &Jadwal, kini: Waktu) -> Hasil<Pintu> {
    if j.batal.is_some() {
        return Ok(Pintu::Batal);
    }
    let saat = |w: jiff::civil::DateTime| w.to_zoned(zona_waktu(&j.zona)).map(|z| Waktu(z.timestamp().as_microsecond()));
    let salah = |e: jiff::Error| StoreError::Rusak(format!("time of event {}: {e}", j.id));
    let (mulai, selesai) = (saat(j.mulai()?).map_err(salah)?, saat(j.selesai()?).map_err(salah)?);
    Ok(if kini < mulai.tambah_detik(-3600) {
        Pintu::Belum
    } else if kini > selesai.tambah_detik(7200) {
        Pintu::Lewat
    } else {
        Pintu::Terbuka
    })
}

/// The event behind a public address, with its agenda.
///
/// # Errors
/// `TidakDitemukan` for an unknown token.
pub async fn dari_token(store: &Store, token: &str) -> Hasil<(Jadwal, Kegiatan)> {
    let k: Kegiatan = store.baca().satu("SELECT jadwal_id, agenda, token, versi FROM kegiatan WHERE token = $1", nilai![token]).await?;
    let j = store.baca().satu(&format!("{PILIH} WHERE j.id = $1"), nilai![k.jadwal_id]).await?;
    Ok((j, k))
}

#[derive(FromQueryResult)]
struct Kepala {
    jenis: String,
    versi: Option<i64>,
}

async fn kunci(tx: &Tx, hak: &PenyelenggaraPeriode, id: JadwalId) -> Hasil<Kepala> {
    let sql = format!(
        "SELECT j.jenis, (SELECT k.versi FROM kegiatan k WHERE k.jadwal_id = j.id) AS versi FROM jadwal j WHERE j.id = $1 AND j.periode_id = $2{}",
        tx.kunci_baris()
    );
    tx.satu(&sql, nilai![id, hak.periode.id]).await
}

async fn catat(tx: &Tx, hak: &PenyelenggaraPeriode, aksi: &str, id: JadwalId, rincian: serde_json::Value) -> Hasil<()> {
    let k = audit::Kejadian::baru(aksi, "kegiatan", id).instansi(hak.periode.instansi_id).rincian(rincian);
    audit::catat(tx, hak.pelaku(), k).await.map(|_| ())
}

/// Prepares a session, or changes its agenda (`versi` 0: the first time).
///
/// # Errors
/// `Keadaan("kegiatan-bukan-sidang")` for an event at which nobody meets, `Bentrok` on a stale version.
pub async fn simpan(store: &Store, hak: &PenyelenggaraPeriode, id: JadwalId, versi: i64, agenda: &str) -> Hasil<()> {
    let tx = store.mulai().await?;
    let kepala = kunci(&tx, hak, id).await?;
    if !super::jadwal::Jenis::dari_kunci(&kepala.jenis).is_some_and(super::jadwal::Jenis::bersidang) {
        return Err(StoreError::Keadaan("kegiatan-bukan-sidang"));
    }
    let kini = kepala.versi.unwrap_or(0);
    if kini != versi {
        return Err(bentrok(&tx, "kegiatan", &id.to_string(), kini).await?);
    }
    tx.jalankan(
        "INSERT INTO kegiatan (jadwal_id, agenda, token, versi, pada, oleh) VALUES ($1, $2, $3, 1, $4, $5)
         ON CONFLICT (jadwal_id) DO UPDATE SET agenda = excluded.agenda, versi = kegiatan.versi + 1, pada = excluded.pada, oleh = excluded.oleh",
        nilai![id, agenda.trim(), token_baru(), tx.pada, hak.pelaku().akun],
    )
    .await?;
    catat(&tx, hak, "kegiatan.simpan", id, serde_json::json!({ "versi": kini + 1 })).await?;
    tx.commit().await
}

/// The instansi of the organiser, for events that nobody signed in makes.
fn instansi(j: &Jadwal) -> InstansiId {
    j.instansi_id
}

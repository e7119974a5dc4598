//! Survey rounds. F03 of a lokus now; SKM rounds extend the same tables and ids.
//!
//! [`masukan`] is an answer as it comes in, [`penulis`] stores all that wait at once, [`kubus`] counts; [`jawaban`],
//! [`kertas`] and [`ringkas`] are what F03 has of its own. No statistics here: `pekppp` and `skm` compute.

mod baca;
pub mod jawaban;
mod kabar;
mod kecuali;
pub mod kertas;
pub mod kubus;
pub mod masukan;
pub mod penulis;
pub mod ringkas;
mod sekaligus;
mod simpan;
mod syarat;
mod tautan;

use crate::{
    Hasil, Store, StoreError, Tx, Waktu,
    audit::{self, Kejadian},
    hak::PengelolaF03,
    id::{InstansiId, LokusId, PeriodeId, RondeId},
    kueri::Kueri,
    lokus, nilai,
    periode::{self, Fase},
    peristiwa,
};
use sea_orm::{ConnectionTrait, FromQueryResult};

pub use baca::{Jawaban, SaringJawaban, halaman};
pub use kecuali::{JenisKecuali, kecualikan};
pub use masukan::{Bentuk, KOSONG, Kelompok, Masukan, Profil, Terima, Tolak};
pub use penulis::Penulis;
pub use ringkas::{RingkasanF03, ringkas_f03};
pub use simpan::simpan_banyak;

/// A round with the names that its public page shows.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Ronde {
    pub id: RondeId,
    pub lokus_id: LokusId,
    pub edisi: String,
    pub token: String,
    pub dibuat: Waktu,
    pub unit: String,
    pub instansi: String,
    pub instansi_id: InstansiId,
    pub zona: String,
    pub periode_id: PeriodeId,
    pub periode: String,
    pub tahun: i64,
    pub ilustrasi: i64,
}

const PILIH: &str = "SELECT r.id, r.lokus_id, r.edisi, r.token, r.dibuat, u.nama AS unit, i.nama AS instansi, i.id AS instansi_id, i.zona,
    p.id AS periode_id, p.nama AS periode, p.tahun, p.ilustrasi
    FROM ronde r JOIN unit u ON u.id = r.unit_id JOIN instansi i ON i.id = u.instansi_id
    JOIN lokus l ON l.id = r.lokus_id JOIN periode p ON p.id = l.periode_id";

/// The round behind a public link.
pub async fn dari_token<C: ConnectionTrait>(c: &C, token: &str) -> Hasil<Ronde> {
    c.satu(&format!("{PILIH} WHERE r.token = $1 AND r.jenis = 'f03'"), nilai![token]).await
}

/// The F03 round of a lokus, if it was opened.
pub async fn dari_lokus<C: ConnectionTrait>(c: &C, lokus: LokusId) -> Hasil<Option<Ronde>> {
    c.mungkin(&format!("{PILIH} WHERE r.lokus_id = $1 AND r.jenis = 'f03'"), nilai![lokus]).await
}

/// Why a round takes no answers now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tertutup {
    /// Closed by hand, with the reason.
    Ditutup(String),
    /// Phase `pelaksanaan` is closed.
    Fase,
    /// The result of the lokus is frozen.
    Beku,
}

impl From<Tertutup> for StoreError {
    fn from(t: Tertutup) -> Self {
        Self::Keadaan(match t {
            Tertutup::Ditutup(_) => "f03-ditutup",
            Tertutup::Fase => "fase-pelaksanaan-ditutup",
            Tertutup::Beku => "hasil-beku",
        })
    }
}

#[derive(FromQueryResult)]
struct Kejadian1 {
    jenis: String,
    alasan: String,
}

/// Whether the round takes answers; `None` means yes.
pub async fn tertutup<C: periode::Penanya>(c: &C, r: &Ronde) -> Hasil<Option<Tertutup>> {
    let akhir: Option<Kejadian1> =
        c.mungkin("SELECT jenis, alasan FROM ronde_tutup WHERE ronde_id = $1 ORDER BY id DESC LIMIT 1", nilai![r.id]).await?;
    if let Some(k) = akhir.filter(|k| k.jenis == "tutup") {
        return Ok(Some(Tertutup::Ditutup(k.alasan)));
    }
    if lokus::beku(c, r.lokus_id).await? {
        return Ok(Some(Tertutup::Beku));
    }
    match periode::harus_terbuka(c, r.periode_id, Fase::Pelaksanaan).await {
        Ok(()) => Ok(None),
        Err(StoreError::Keadaan(_)) => Ok(Some(Tertutup::Fase)),
        Err(e) => Err(e),
    }
}

/// Opens the F03 of a lokus and returns its round; a second time returns the same one.
pub async fn buka(store: &Store, hak: &PengelolaF03) -> Hasil<Ronde> {
    let l = &hak.lokus;
    periode::harus_dinilai(&l.skema)?;
    let tx = store.mulai().await?;
    periode::harus_terbuka(&*tx, l.periode_id, Fase::Pelaksanaan).await?;
    let id = RondeId::baru();
    let baru = tx
        .jalankan(
            "INSERT INTO ronde (id, jenis, unit_id, lokus_id, edisi, token, dibuat, oleh) VALUES ($1, 'f03', $2, $3, $4, $5, $6, $7)
             ON CONFLICT (lokus_id, jenis) DO NOTHING",
            nilai![id, l.unit_id, l.id, l.edisi()?, token_baru(), tx.pada, hak.pelaku().akun],
        )
        .await?;
    if baru > 0 {
        peristiwa::siarkan(&tx, &topik(l.id), &serde_json::json!({ "aksi": "buka" })).await?;
        audit::catat(&tx, hak.pelaku(), Kejadian::baru("f03.buka", "lokus", l.id).instansi(l.instansi_id)).await?;
    }
    tx.commit().await?;
    dari_lokus(store.baca(), l.id).await?.ok_or(StoreError::TidakDitemukan)
}

/// Short enough to type from a poster: 80 random bits, 16 letters and digits without look-alikes.
pub(crate) fn token_baru() -> String {
    const HURUF: &[u8; 31] = b"23456789abcdefghjkmnpqrstuvwxyz";
    let acak: [u8; 16] = rand::random();
    acak.iter().map(|b| char::from(HURUF[usize::from(b % 31)])).collect()
}

/// Closes the round to answers, with a reason that visitors see.
pub async fn tutup(store: &Store, hak: &PengelolaF03, alasan: &str) -> Hasil<()> {
    ubah(store, hak, "tutup", alasan).await
}

/// Opens a closed round again, with a reason.
pub async fn buka_lagi(store: &Store, hak: &PengelolaF03, alasan: &str) -> Hasil<()> {
    ubah(store, hak, "buka", alasan).await
}

async fn ubah(store: &Store, hak: &PengelolaF03, jenis: &str, alasan: &str) -> Hasil<()> {
    let l = &hak.lokus;
    let r = dari_lokus(store.baca(), l.id).await?.ok_or(StoreError::TidakDitemukan)?;
    let tx = store.mulai().await?;
    kunci(&tx, r.id).await?;
    periode::harus_terbuka(&*tx, l.periode_id, Fase::Pelaksanaan).await?;
    if jenis == "buka" && lokus::beku(&*tx, l.id).await? {
        return Err(StoreError::Keadaan("hasil-beku"));
    }
    tx.jalankan(
        "INSERT INTO ronde_tutup (id, ronde_id, jenis, alasan, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6)",
        nilai![RondeId::baru(), r.id, jenis, alasan.trim(), tx.pada, hak.pelaku().akun],
    )
    .await?;
    let aksi = if jenis == "tutup" { "f03.tutup" } else { "f03.buka-lagi" };
    peristiwa::siarkan(&tx, &topik(l.id), &serde_json::json!({ "aksi": jenis })).await?;
    audit::catat(&tx, hak.pelaku(), Kejadian::baru(aksi, "lokus", l.id).instansi(l.instansi_id)).await?;
    tx.commit().await
}

#[derive(FromQueryResult)]
struct Jenis {
    jenis: String,
}

/// Locks the round against answers until the transaction ends: a closing or a freezing waits for answers under way, and
/// whoever holds it is alone with the counters of the round. Returns its kind, `f03` or `skm`.
///
/// # Errors
/// `TidakDitemukan` for an unknown round.
pub(crate) async fn kunci(tx: &Tx, id: RondeId) -> Hasil<String> {
    bagi_periode(tx, id).await?;
    let sql = format!("SELECT jenis FROM ronde WHERE id = $1{}", tx.kunci_baris());
    Ok(tx.satu::<Jenis>(&sql, nilai![id]).await?.jenis)
}

/// A fresh client-made answer id for a page that is rendered without JavaScript.
#[must_use]
pub fn id_jawaban() -> uuid::Uuid {
    uuid::Uuid::new_v4()
}

/// Topic of the live pages that show this lokus' F03.
#[must_use]
pub fn topik(lokus: crate::id::LokusId) -> String {
    format!("lokus/{lokus}/f03")
}

/// Topic of the live pages that show this SKM round.
#[must_use]
pub fn topik_skm(ronde: RondeId) -> String {
    format!("skm/{ronde}")
}

/// The period before the round: see [`periode::bagi_lokus`].
async fn bagi_periode(tx: &Tx, id: RondeId) -> Hasil<()> {
    let sql = format!(
        "SELECT id FROM periode WHERE id = (SELECT l.periode_id FROM ronde r JOIN lokus l ON l.id = r.lokus_id WHERE r.id = $1){}",
        tx.kunci_bagi()
    );
    tx.mungkin::<AdaPeriode>(&sql, nilai![id]).await.map(|_| ())
}

#[derive(FromQueryResult)]
struct AdaPeriode {
    #[expect(dead_code, reason = "only the lock on the row matters")]
    id: crate::id::PeriodeId,
}

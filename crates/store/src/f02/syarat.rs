//! When F02 may be written: a live F01 submission, the phase `pelaksanaan` open, no frozen result.
//!
//! The same questions are asked inside a write (with the lokus row locked) and by a page that only wants to know.

use crate::{
    Hasil, Store, StoreError, Tx, Waktu, f01,
    hak::EvaluatorLokus,
    id::{AkunId, LokusId},
    kueri::Kueri,
    lokus::Lokus,
    nilai,
    periode::{self, Fase},
    persiapan::benturan,
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use uuid::Uuid;

/// What a page shows instead of a form when F02 is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keterbukaan {
    Terbuka,
    /// The unit has not submitted F01, or withdrew it.
    BelumDikirim,
    FaseTertutup,
    /// A result was frozen from these scores.
    Dibekukan,
}

impl Keterbukaan {
    fn salah(self) -> Hasil<()> {
        match self {
            Self::Terbuka => Ok(()),
            Self::BelumDikirim => Err(StoreError::Keadaan("f02-tutup-belum-dikirim")),
            Self::FaseTertutup => Err(StoreError::Keadaan("fase-pelaksanaan-ditutup")),
            Self::Dibekukan => Err(StoreError::Keadaan("f02-tutup-dibekukan")),
        }
    }
}

/// The frozen result is asked first: it is the reason that stays.
pub async fn keterbukaan<C: periode::Penanya>(c: &C, lokus: &Lokus, kini: Waktu) -> Hasil<Keterbukaan> {
    if dibekukan(c, lokus.id).await? {
        return Ok(Keterbukaan::Dibekukan);
    }
    if f01::pengiriman_hidup(c, lokus.id).await?.is_none() {
        return Ok(Keterbukaan::BelumDikirim);
    }
    match periode::harus_terbuka_lokus(c, lokus, Fase::Pelaksanaan, kini).await {
        Ok(()) => Ok(Keterbukaan::Terbuka),
        Err(StoreError::Keadaan(_)) => Ok(Keterbukaan::FaseTertutup),
        Err(e) => Err(e),
    }
}

pub(super) async fn dibekukan<C: ConnectionTrait>(c: &C, lokus: LokusId) -> Hasil<bool> {
    let n = c
        .angka(
            "SELECT COUNT(*) AS n FROM hasil h LEFT JOIN hasil_batal b ON b.hasil_id = h.id
             WHERE h.lokus_id = $1 AND b.hasil_id IS NULL",
            nilai![lokus],
        )
        .await?;
    Ok(n > 0)
}

/// Begins a write of this lokus' F02. The lokus row is the lock: freezing a result takes the same one.
pub(super) async fn mulai(store: &Store, lokus: &Lokus) -> Hasil<Tx> {
    let tx = store.mulai().await?;
    f01::kunci(&tx, lokus.id).await?;
    Ok(tx)
}

/// # Errors
/// `Keadaan` with the catalogue key of the reason, also while the evaluator has declared a conflict of interest, or nothing.
pub(super) async fn harus_terbuka(tx: &Tx, hak: &EvaluatorLokus) -> Hasil<()> {
    keterbukaan(&**tx, &hak.lokus, tx.pada).await?.salah()?;
    benturan::harus_bebas(&**tx, hak.lokus.id, hak.pelaku().akun).await
}

/// The same for what belongs to the caller's own sheet: it must not be marked done either.
///
/// # Errors
/// `Keadaan` with the catalogue key of the reason.
pub(crate) async fn lembar_terbuka(tx: &Tx, hak: &EvaluatorLokus) -> Hasil<()> {
    harus_terbuka(tx, hak).await?;
    match selesai(&**tx, hak.lokus.id, hak.pelaku().akun).await? {
        Some(_) => Err(StoreError::Keadaan("f02-lembar-selesai")),
        None => Ok(()),
    }
}

#[derive(FromQueryResult)]
pub(super) struct Penanda {
    pub id: Uuid,
    pub pada: Waktu,
}

/// The mark that a sheet is done, if it was not taken back.
pub(super) async fn selesai<C: ConnectionTrait>(c: &C, lokus: LokusId, akun: AkunId) -> Hasil<Option<Penanda>> {
    c.mungkin(
        "SELECT s.id, s.pada FROM f02_selesai s LEFT JOIN f02_selesai_batal b ON b.selesai_id = s.id
         WHERE s.lokus_id = $1 AND s.akun_id = $2 AND b.selesai_id IS NULL ORDER BY s.id DESC LIMIT 1",
        nilai![lokus, akun],
    )
    .await
}

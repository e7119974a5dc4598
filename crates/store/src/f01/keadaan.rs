//! Where the F01 of a lokus stands, derived from its rows; nothing here is stored.

use crate::{
    Hasil, Waktu,
    id::{AkunId, LokusId, PengirimanId},
    kueri::{self, Kueri},
    nilai,
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use std::collections::HashMap;

/// Handed over by the operator, unchanged since.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Siap {
    pub catatan: String,
    pub pada: Waktu,
    pub oleh: AkunId,
    pub nama: String,
}

/// A submission by the head of the unit, with its frozen content.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Pengiriman {
    pub id: PengirimanId,
    /// 1, 2, … in the lokus; a withdrawn one keeps its number.
    pub nomor: i64,
    /// SHA-256 (hex) of `isi`.
    pub sidik: String,
    /// See [`super::Beku`].
    pub isi: String,
    pub pada: Waktu,
    pub oleh: AkunId,
    pub nama: String,
}

/// The first evaluator who opened a submission.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Dibuka {
    pub pada: Waktu,
    pub oleh: AkunId,
    pub nama: String,
}

/// A withdrawal.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Penarikan {
    pub nomor: i64,
    pub alasan: String,
    pub pada: Waktu,
    pub nama: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Keadaan {
    /// The operator fills.
    Draf,
    /// The head reads and submits. Any change of answers or evidence leads back to `Draf`.
    Siap(Siap),
    /// Submitted; may be withdrawn.
    Terkirim(Pengiriman),
    /// Submitted and opened by an evaluator: fixed.
    Dibuka(Pengiriman, Dibuka),
}

impl Keadaan {
    /// The live submission.
    #[must_use]
    pub fn pengiriman(&self) -> Option<&Pengiriman> {
        match self {
            Self::Terkirim(p) | Self::Dibuka(p, _) => Some(p),
            Self::Draf | Self::Siap(_) => None,
        }
    }

    /// Whether answers and evidence may change (while the phase is open).
    #[must_use]
    pub fn dapat_diubah(&self) -> bool {
        self.pengiriman().is_none()
    }
}

pub async fn keadaan<C: ConnectionTrait>(c: &C, lokus: LokusId) -> Hasil<Keadaan> {
    if let Some(p) = pengiriman_hidup(c, lokus).await? {
        return Ok(match pembukaan(c, p.id).await? {
            Some(d) => Keadaan::Dibuka(p, d),
            None => Keadaan::Terkirim(p),
        });
    }
    let Some(siap) = siap_terakhir(c, lokus).await? else { return Ok(Keadaan::Draf) };
    if perubahan_terakhir(c, lokus).await? > siap.pada { Ok(Keadaan::Draf) } else { Ok(Keadaan::Siap(siap)) }
}

/// The submission that was not withdrawn. There is at most one.
pub async fn pengiriman_hidup<C: ConnectionTrait>(c: &C, lokus: LokusId) -> Hasil<Option<Pengiriman>> {
    c.mungkin(
        "SELECT p.id, p.nomor, p.sidik, p.isi, p.pada, p.oleh, a.nama FROM f01_pengiriman p JOIN akun a ON a.id = p.oleh
         LEFT JOIN f01_penarikan t ON t.pengiriman_id = p.id
         WHERE p.lokus_id = $1 AND t.pengiriman_id IS NULL ORDER BY p.nomor DESC LIMIT 1",
        nilai![lokus],
    )
    .await
}

/// The live submission of each of these lokus in one query; each carries its whole content, so ask for a few hundred at most.
pub async fn pengiriman_beberapa<C: ConnectionTrait>(c: &C, lokus: &[LokusId]) -> Hasil<HashMap<LokusId, Pengiriman>> {
    #[derive(FromQueryResult)]
    struct Milik {
        lokus_id: LokusId,
        #[sea_orm(nested)]
        p: Pengiriman,
    }
    if lokus.is_empty() {
        return Ok(HashMap::new());
    }
    let tempat = kueri::tempat(1..=lokus.len());
    let sql = format!(
        "SELECT p.lokus_id, p.id, p.nomor, p.sidik, p.isi, p.pada, p.oleh, a.nama FROM f01_pengiriman p JOIN akun a ON a.id = p.oleh
         LEFT JOIN f01_penarikan t ON t.pengiriman_id = p.id
         WHERE p.lokus_id IN ({tempat}) AND t.pengiriman_id IS NULL AND NOT EXISTS (SELECT 1 FROM f01_pengiriman n
           LEFT JOIN f01_penarikan m ON m.pengiriman_id = n.id WHERE n.lokus_id = p.lokus_id AND n.nomor > p.nomor AND m.pengiriman_id IS NULL)
         ORDER BY p.lokus_id"
    );
    let semua: Vec<Milik> = c.semua(&sql, lokus.iter().map(|l| (*l).into()).collect()).await?;
    Ok(semua.into_iter().map(|m| (m.lokus_id, m.p)).collect())
}

pub(super) async fn pembukaan<C: ConnectionTrait>(c: &C, id: PengirimanId) -> Hasil<Option<Dibuka>> {
    c.mungkin("SELECT b.pada, b.oleh, a.nama FROM f01_pembukaan b JOIN akun a ON a.id = b.oleh WHERE b.pengiriman_id = $1", nilai![id])
        .await
}

/// Withdrawals by the unit, newest first. What the team returned is in [`crate::pra`].
pub async fn penarikan<C: ConnectionTrait>(c: &C, lokus: LokusId) -> Hasil<Vec<Penarikan>> {
    c.semua(
        "SELECT p.nomor, t.alasan, t.pada, a.nama FROM f01_penarikan t JOIN f01_pengiriman p ON p.id = t.pengiriman_id
         JOIN akun a ON a.id = t.oleh WHERE p.lokus_id = $1 AND NOT EXISTS (SELECT 1 FROM pra_putusan x WHERE x.pengiriman_id = p.id)
         ORDER BY p.nomor DESC LIMIT 100",
        nilai![lokus],
    )
    .await
}

async fn siap_terakhir<C: ConnectionTrait>(c: &C, lokus: LokusId) -> Hasil<Option<Siap>> {
    c.mungkin(
        "SELECT s.catatan, s.pada, s.oleh, a.nama FROM f01_siap s JOIN akun a ON a.id = s.oleh
         WHERE s.lokus_id = $1 ORDER BY s.pada DESC, s.id DESC LIMIT 1",
        nilai![lokus],
    )
    .await
}

/// The last change of answers or evidence, or the last withdrawal; 0 for none.
pub(super) async fn perubahan_terakhir<C: ConnectionTrait>(c: &C, lokus: LokusId) -> Hasil<Waktu> {
    let n = c
        .angka(
            "SELECT MAX(t.pada) AS n FROM (
               SELECT MAX(pada) AS pada FROM f01 WHERE lokus_id = $1
               UNION ALL SELECT MAX(pada) AS pada FROM bukti WHERE lokus_id = $1
               UNION ALL SELECT MAX(h.pada) AS pada FROM bukti_hapus h JOIN bukti b ON b.id = h.bukti_id WHERE b.lokus_id = $1
               UNION ALL SELECT MAX(k.pada) AS pada FROM f01_penarikan k JOIN f01_pengiriman p ON p.id = k.pengiriman_id WHERE p.lokus_id = $1
             ) t",
            nilai![lokus],
        )
        .await?;
    Ok(Waktu(n))
}

//! Progress as counts, for people who may not see the scores.

use super::baca;
use crate::{
    Hasil, Waktu,
    id::{AkunId, LokusId},
};
use pekppp::Edisi;
use sea_orm::ConnectionTrait;

/// How far one evaluator is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kemajuan {
    pub akun_id: AkunId,
    pub nama: String,
    /// Weighted indicators that have a score.
    pub terisi: usize,
    /// Weighted indicators of the edition: what a sheet needs to be done.
    pub perlu: usize,
    pub selesai: Option<Waktu>,
}

/// One row an appointed evaluator, by account.
pub async fn kemajuan<C: ConnectionTrait>(c: &C, lokus: LokusId, edisi: &Edisi) -> Hasil<Vec<Kemajuan>> {
    let perlu = edisi.indikator().count();
    let lembar = baca::lembar_semua(c, lokus).await?;
    let hitung = |l: baca::Lembar| Kemajuan {
        terisi: l.skor.iter().take(perlu).flatten().count(),
        akun_id: l.akun_id,
        nama: l.nama,
        perlu,
        selesai: l.selesai,
    };
    Ok(lembar.into_iter().map(hitung).collect())
}

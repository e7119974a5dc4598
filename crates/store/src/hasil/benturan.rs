//! Sheets that were done before their evaluator declared a conflict of interest with the unit. They count, since nobody who scored them
//! was barred then; but the organiser decides it, with a reason that is part of the signed result and stands in the minutes, or has the
//! evaluator replaced, which takes the sheet out. No regulation says how; nothing of it happens by itself.

use crate::{
    Hasil,
    f02::Lembar,
    id::LokusId,
    persiapan::benturan::{self, Berbenturan},
};
use sea_orm::ConnectionTrait;
use serde::{Deserialize, Serialize};

/// Why such a sheet counts. Words of our own: a free text would carry what is personal into a file that anyone may read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TetapDihitung {
    /// The conflict came about only after the sheet was done.
    TimbulSesudah,
    /// Its scores were settled together with evaluators without a conflict, or are the same as theirs.
    Disepakati,
    /// The organiser looked into it and found that it does not touch what was scored.
    TidakMemengaruhi,
}

impl TetapDihitung {
    pub const SEMUA: [Self; 3] = [Self::TimbulSesudah, Self::Disepakati, Self::TidakMemengaruhi];

    #[must_use]
    pub fn kunci(self) -> &'static str {
        match self {
            Self::TimbulSesudah => "timbul-sesudah",
            Self::Disepakati => "disepakati",
            Self::TidakMemengaruhi => "tidak-memengaruhi",
        }
    }

    #[must_use]
    pub fn dari_kunci(kunci: &str) -> Option<Self> {
        Self::SEMUA.into_iter().find(|t| t.kunci() == kunci)
    }
}

/// Evaluators among these sheets, of those that are done, who declared a conflict since.
pub(super) async fn di_antara<C: ConnectionTrait>(c: &C, lokus: LokusId, lembar: &[Lembar]) -> Hasil<Vec<Berbenturan>> {
    let mut ada = benturan::milik_lokus(c, lokus).await?;
    ada.retain(|b| lembar.iter().any(|l| l.akun_id == b.akun && l.selesai.is_some()));
    Ok(ada)
}

/// Evaluators in office whose done sheets count although they declared a conflict since. For who organises or appoints.
pub async fn dihitung<C: ConnectionTrait>(c: &C, lokus: LokusId) -> Hasil<Vec<Berbenturan>> {
    di_antara(c, lokus, &crate::f02::lembar_semua(c, lokus).await?).await
}

//! Who may see which scores. Scores are independent until they are given (DESIGN section 5), so that no evaluator
//! follows another, and the organiser sees counts until all are done.

use super::{baca, syarat};
use crate::{Hasil, Store, hak::AksesLokus};

/// What a person may see of the scores of one lokus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pandangan {
    /// Appointed, own sheet still open: own scores only.
    Sendiri,
    /// Appointed, own sheet done: own scores and the sheets that are done too.
    SesamaSelesai,
    /// Counts of the organiser and the Penanggungjawab, no scores.
    Kemajuan,
    /// Everything, as an appointed evaluator.
    SemuaPenilai,
    /// Everything, as somebody else.
    Semua,
    /// A reader before the result is frozen: nothing.
    Tertutup,
}

impl Pandangan {
    #[must_use]
    pub fn penilai(self) -> bool {
        matches!(self, Self::Sendiri | Self::SesamaSelesai | Self::SemuaPenilai)
    }

    /// Whether the sheet of somebody else may be seen.
    #[must_use]
    pub fn melihat(self, selesai: bool) -> bool {
        match self {
            Self::Semua | Self::SemuaPenilai => true,
            Self::SesamaSelesai => selesai,
            Self::Sendiri | Self::Kemajuan | Self::Tertutup => false,
        }
    }

    /// Whether all sheets may be seen, and with them the consensus.
    #[must_use]
    pub fn semua(self) -> bool {
        self.melihat(false)
    }
}

/// The one place that decides it.
pub async fn pandangan(store: &Store, akses: &AksesLokus) -> Hasil<Pandangan> {
    let beku = syarat::dibekukan(store.baca(), akses.lokus.id).await?;
    if let Ok(e) = akses.ditugaskan() {
        let lembar = baca::lembar_semua(store.baca(), akses.lokus.id).await?;
        let milik = |l: &&baca::Lembar| l.akun_id == e.pelaku().akun;
        return Ok(match lembar.iter().find(milik).and_then(|l| l.selesai) {
            _ if beku || semua_selesai(&lembar) => Pandangan::SemuaPenilai,
            Some(_) => Pandangan::SesamaSelesai,
            None => Pandangan::Sendiri,
        });
    }
    if beku {
        return Ok(Pandangan::Semua);
    }
    if akses.penyelenggara().is_err() && akses.penanggungjawab().is_err() {
        return Ok(Pandangan::Tertutup);
    }
    let lembar = baca::lembar_semua(store.baca(), akses.lokus.id).await?;
    Ok(if semua_selesai(&lembar) { Pandangan::Semua } else { Pandangan::Kemajuan })
}

pub(super) fn semua_selesai(lembar: &[baca::Lembar]) -> bool {
    !lembar.is_empty() && lembar.iter().all(|l| l.selesai.is_some())
}

//! The rights of an appointed evaluator: to read what an evaluator reads, and to work. A declared conflict of interest takes away the
//! second and leaves the first. Every act of an evaluator asks for the second, so it is kept from him here and nowhere else.

use super::{AksesLokus, Pelaku};
use crate::{
    Hasil, Store, StoreError,
    id::{AkunId, LokusId},
    kueri::{self, Kueri},
    lokus::{self, Lokus},
    nilai,
    peran::Peran,
    persiapan::benturan,
};

hak! {
    /// Appointed by decree for the lokus, and not serving in its unit. Reads as an evaluator and declares conflicts of interest, and
    /// nothing else: who works has [`EvaluatorLokus`].
    EvaluatorDitugaskan { lokus: Lokus },
}

/// An appointed evaluator who has not declared a conflict of interest with the unit: scores, checks, answers, verifies, signs.
#[derive(Debug, Clone)]
pub struct EvaluatorLokus(EvaluatorDitugaskan);

/// Whoever works may read.
impl std::ops::Deref for EvaluatorLokus {
    type Target = EvaluatorDitugaskan;

    fn deref(&self) -> &EvaluatorDitugaskan {
        &self.0
    }
}

/// How somebody stands as an evaluator of one lokus.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Tugas {
    /// Appointed by a decree that still holds.
    ditetapkan: bool,
    /// His newest declaration says that there is a conflict.
    benturan: bool,
}

impl Tugas {
    pub(super) async fn baca(store: &Store, pelaku: &Pelaku, lokus: LokusId) -> Hasil<Self> {
        let ditetapkan = pelaku.punya(Peran::Evaluator) && ditetapkan(store, pelaku.akun, lokus).await?;
        let benturan = ditetapkan && benturan::ada(store.baca(), lokus, pelaku.akun).await?;
        Ok(Self { ditetapkan, benturan })
    }

    pub(super) fn ditetapkan(self) -> bool {
        self.ditetapkan
    }
}

async fn ditetapkan(store: &Store, akun: AkunId, lokus: LokusId) -> Hasil<bool> {
    let n = store
        .baca()
        .angka(
            "SELECT COUNT(*) AS n FROM penugasan g JOIN penetapan t ON t.penugasan_id = g.id
             LEFT JOIN penugasan_akhir x ON x.penugasan_id = g.id
             WHERE g.lokus_id = $1 AND g.akun_id = $2 AND x.penugasan_id IS NULL",
            nilai![lokus, akun],
        )
        .await?;
    Ok(n > 0)
}

/// Of these lokus those for which [`AksesLokus::ditugaskan`] would give the right, in one query.
pub async fn ditugaskan_di(store: &Store, pelaku: &Pelaku, lokus: &[LokusId]) -> Hasil<Vec<Lokus>> {
    if lokus.is_empty() || !pelaku.punya(Peran::Evaluator) {
        return Ok(Vec::new());
    }
    let mut v = nilai![pelaku.akun];
    v.extend(lokus.iter().map(|l| (*l).into()));
    let tempat = kueri::tempat(2..=v.len());
    let sql = format!(
        "{} WHERE l.id IN ({tempat}) AND EXISTS (SELECT 1 FROM penugasan g JOIN penetapan t ON t.penugasan_id = g.id
           LEFT JOIN penugasan_akhir x ON x.penugasan_id = g.id WHERE g.lokus_id = l.id AND g.akun_id = $1 AND x.penugasan_id IS NULL)
         ORDER BY l.id",
        lokus::PILIH
    );
    let semua: Vec<Lokus> = store.baca().semua(&sql, v).await?;
    let bertugas =
        |l: &Lokus| [Peran::UnitOperator, Peran::UnitKepala].into_iter().any(|r| super::dalam_unit(pelaku, r, l.unit_id, l.unit_induk));
    Ok(semua.into_iter().filter(|l| !bertugas(l)).collect())
}

impl AksesLokus {
    /// An evaluator cannot score the unit where he serves (DESIGN section 2).
    ///
    /// # Errors
    /// `Ditolak` to everybody who is not appointed, and to who serves in the unit.
    pub fn ditugaskan(&self) -> Hasil<EvaluatorDitugaskan> {
        let bertugas = self.di_unit(Peran::UnitOperator) || self.di_unit(Peran::UnitKepala);
        if self.tugas.ditetapkan && !bertugas {
            return Ok(EvaluatorDitugaskan { pelaku: self.pelaku.clone(), lokus: self.lokus.clone() });
        }
        Err(StoreError::Ditolak("evaluator"))
    }

    /// For every act of an evaluator.
    ///
    /// # Errors
    /// Those of [`Self::ditugaskan`]; `Keadaan("benturan-ada")` once he declared a conflict of interest, until he declares otherwise.
    pub fn evaluator(&self) -> Hasil<EvaluatorLokus> {
        let hak = self.ditugaskan()?;
        if self.tugas.benturan { Err(StoreError::Keadaan("benturan-ada")) } else { Ok(EvaluatorLokus(hak)) }
    }

    /// Appointed, and kept from working by the conflict of interest that he declared.
    #[must_use]
    pub fn berbenturan(&self) -> bool {
        self.tugas.benturan && self.ditugaskan().is_ok()
    }
}

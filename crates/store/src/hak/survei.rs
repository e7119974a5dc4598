//! Rights on SKM rounds: opening one in a unit, running one, publishing its result, reading answers one by one.
//!
//! As in the parent: an id outside the person's scope is `TidakDitemukan`, a missing right inside it `Ditolak`.

use super::{Pelaku, dalam_unit};
use crate::{
    Hasil, Store, StoreError,
    id::{RondeId, UnitId},
    instansi::{self, Instansi, Unit},
    peran::Peran,
    skm::{self, RondeSkm},
};

hak! {
    /// Reads the rounds of a unit.
    PembacaUnit { unit: Unit, instansi: Instansi },
    /// Opens SKM rounds in a unit: its operator or head, or the organiser of the instansi.
    PengelolaSkm { unit: Unit, instansi: Instansi },
    /// Head of the unit.
    KepalaUnitSkm { unit: Unit, instansi: Instansi },
    /// Drafts the services of a unit: its operator or head.
    PengelolaLayanan { unit: Unit, instansi: Instansi },
    /// Issues, reviews and ends the services of a unit, and signs its maklumat: its head.
    KepalaLayanan { unit: Unit, instansi: Instansi },
    /// Aggregates of a round.
    PembacaSkm { ronde: RondeSkm },
    /// Runs a round: dates, services, links, paper, import, exclusions.
    PengelolaRondeSkm { ronde: RondeSkm },
    /// Publishes the result of a round, or takes it back: head of the unit, or the organiser of the instansi.
    PenerbitSkm { ronde: RondeSkm },
    /// Answers one by one (never a person: they hold none): who runs the round, or an auditor in scope.
    PembacaMentahSkm { ronde: RondeSkm },
}

/// What the person may do in one unit. Reading is given by having it at all.
pub struct AksesUnit {
    pelaku: Pelaku,
    pub unit: Unit,
    pub instansi: Instansi,
}

pub async fn unit(store: &Store, pelaku: &Pelaku, id: UnitId) -> Hasil<AksesUnit> {
    let unit = instansi::unit(store, id).await?;
    let instansi = instansi::dari_id(store, unit.instansi_id).await?;
    let bertugas = [Peran::UnitOperator, Peran::UnitKepala].iter().any(|p| dalam_unit(pelaku, *p, unit.id, unit.induk_id));
    if bertugas || pelaku.membaca(instansi.id, instansi.wilayah.as_deref()) {
        return Ok(AksesUnit { pelaku: pelaku.clone(), unit, instansi });
    }
    Err(StoreError::TidakDitemukan)
}

impl AksesUnit {
    #[must_use]
    pub fn pembaca(&self) -> PembacaUnit {
        PembacaUnit { pelaku: self.pelaku.clone(), unit: self.unit.clone(), instansi: self.instansi.clone() }
    }

    fn di_unit(&self, peran: Peran) -> bool {
        dalam_unit(&self.pelaku, peran, self.unit.id, self.unit.induk_id)
    }

    /// # Errors
    /// `Ditolak` to everybody but operator, head and organiser.
    pub fn pengelola_skm(&self) -> Hasil<PengelolaSkm> {
        let boleh = self.di_unit(Peran::UnitOperator)
            || self.di_unit(Peran::UnitKepala)
            || self.pelaku.di_instansi(Peran::Penyelenggara, self.instansi.id);
        let hak = || PengelolaSkm { pelaku: self.pelaku.clone(), unit: self.unit.clone(), instansi: self.instansi.clone() };
        boleh.then(hak).ok_or(StoreError::Ditolak("pengelola-skm"))
    }

    /// # Errors
    /// `Ditolak` to everybody but the head.
    pub fn kepala(&self) -> Hasil<KepalaUnitSkm> {
        let hak = || KepalaUnitSkm { pelaku: self.pelaku.clone(), unit: self.unit.clone(), instansi: self.instansi.clone() };
        self.di_unit(Peran::UnitKepala).then(hak).ok_or(StoreError::Ditolak("unit-kepala"))
    }

    /// # Errors
    /// `Ditolak` to everybody but operator and head.
    pub fn pengelola_layanan(&self) -> Hasil<PengelolaLayanan> {
        let boleh = self.di_unit(Peran::UnitOperator) || self.di_unit(Peran::UnitKepala);
        let hak = || PengelolaLayanan { pelaku: self.pelaku.clone(), unit: self.unit.clone(), instansi: self.instansi.clone() };
        boleh.then(hak).ok_or(StoreError::Ditolak("unit-operator"))
    }

    /// # Errors
    /// `Ditolak` to everybody but the head.
    pub fn kepala_layanan(&self) -> Hasil<KepalaLayanan> {
        let hak = || KepalaLayanan { pelaku: self.pelaku.clone(), unit: self.unit.clone(), instansi: self.instansi.clone() };
        self.di_unit(Peran::UnitKepala).then(hak).ok_or(StoreError::Ditolak("unit-kepala"))
    }
}

/// What the person may do with one SKM round. Reading aggregates is given by having it at all.
pub struct AksesRondeSkm {
    pelaku: Pelaku,
    pub ronde: RondeSkm,
}

pub async fn ronde_skm(store: &Store, pelaku: &Pelaku, id: RondeId) -> Hasil<AksesRondeSkm> {
    let ronde = skm::dari_id(store.baca(), id).await?;
    let akses = AksesRondeSkm { pelaku: pelaku.clone(), ronde };
    let r = &akses.ronde;
    let dekat = akses.di_unit(Peran::UnitOperator) || akses.di_unit(Peran::UnitKepala);
    if dekat || pelaku.membaca(r.instansi_id, r.wilayah.as_deref()) {
        return Ok(akses);
    }
    Err(StoreError::TidakDitemukan)
}

impl AksesRondeSkm {
    fn di_unit(&self, peran: Peran) -> bool {
        dalam_unit(&self.pelaku, peran, self.ronde.unit_id, self.ronde.unit_induk)
    }

    fn penyelenggara(&self) -> bool {
        self.pelaku.di_instansi(Peran::Penyelenggara, self.ronde.instansi_id)
    }

    /// Whether the person is an auditor of the instansi or of a region around it.
    fn auditor(&self) -> bool {
        let sendiri =
            Pelaku { peran: self.pelaku.peran.iter().filter(|p| p.peran == Peran::Auditor).cloned().collect(), ..self.pelaku.clone() };
        sendiri.membaca(self.ronde.instansi_id, self.ronde.wilayah.as_deref())
    }

    #[must_use]
    pub fn pembaca(&self) -> PembacaSkm {
        PembacaSkm { pelaku: self.pelaku.clone(), ronde: self.ronde.clone() }
    }

    /// # Errors
    /// `Ditolak` to everybody but operator, head and organiser.
    pub fn pengelola(&self) -> Hasil<PengelolaRondeSkm> {
        let boleh = self.di_unit(Peran::UnitOperator) || self.di_unit(Peran::UnitKepala) || self.penyelenggara();
        let hak = || PengelolaRondeSkm { pelaku: self.pelaku.clone(), ronde: self.ronde.clone() };
        boleh.then(hak).ok_or(StoreError::Ditolak("pengelola-skm"))
    }

    /// # Errors
    /// `Ditolak` to everybody but head and organiser.
    pub fn kepala(&self) -> Hasil<PenerbitSkm> {
        let boleh = self.di_unit(Peran::UnitKepala) || self.penyelenggara();
        let hak = || PenerbitSkm { pelaku: self.pelaku.clone(), ronde: self.ronde.clone() };
        boleh.then(hak).ok_or(StoreError::Ditolak("penerbit-skm"))
    }

    /// # Errors
    /// `Ditolak` to everybody but who runs the round and auditors.
    pub fn pembaca_mentah(&self) -> Hasil<PembacaMentahSkm> {
        let boleh = self.pengelola().is_ok() || self.auditor();
        let hak = || PembacaMentahSkm { pelaku: self.pelaku.clone(), ronde: self.ronde.clone() };
        boleh.then(hak).ok_or(StoreError::Ditolak("pembaca-mentah-skm"))
    }
}

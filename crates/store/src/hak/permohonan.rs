//! Rights on cases: designing the form of a service, reading a case, handling it, and handing over at the counter.
//!
//! As in the parent: an id outside the person's scope is `TidakDitemukan`, a missing right inside it `Ditolak`.

use super::{Pelaku, dalam_unit};
use crate::{
    Hasil, Store, StoreError,
    id::{LayananId, PermohonanId},
    layanan::{self, Layanan},
    mpp,
    peran::Peran,
    permohonan::{self, Permohonan},
};

hak! {
    /// Designs the form of a service: operator or head of its unit, or the front desk of a mall of the same instansi that gives it.
    PengelolaFormulir { layanan: Layanan },
    /// Reads a case with its files.
    PembacaPermohonan { permohonan: Permohonan },
    /// Examines, decides and bills a case: an officer placed at its gerai today, or the head of the unit.
    PengolahPermohonan { permohonan: Permohonan },
    /// Hands over, passes on and notes: who handles it, or the front desk of the mall.
    LoketPermohonan { permohonan: Permohonan },
}

/// # Errors
/// `TidakDitemukan` outside the scope, `Ditolak` to those who may only read.
pub async fn formulir(store: &Store, pelaku: &Pelaku, id: LayananId) -> Hasil<PengelolaFormulir> {
    let layanan = layanan::dari_id(store.baca(), id).await?;
    let hak = |layanan| PengelolaFormulir { pelaku: pelaku.clone(), layanan };
    let mut salah = StoreError::TidakDitemukan;
    match super::unit(store, pelaku, layanan.unit_id).await {
        Ok(a) if a.pengelola_layanan().is_ok() => return Ok(hak(layanan)),
        Ok(_) => salah = StoreError::Ditolak("unit-operator"),
        Err(StoreError::TidakDitemukan) => {}
        Err(e) => return Err(e),
    }
    for p in mpp::penempatan_layanan(store.baca(), id).await? {
        match super::mpp(store, pelaku, p.mpp_id).await {
            // Consent to give a service in a mall of another government gives that mall no say over its form.
            Ok(a) if a.depan().is_ok() && a.mpp.instansi_id == layanan.instansi_id => return Ok(hak(layanan)),
            Ok(_) => salah = StoreError::Ditolak("mpp-depan"),
            Err(StoreError::TidakDitemukan) => {}
            Err(e) => return Err(e),
        }
    }
    Err(salah)
}

/// What the person may do with one case. Reading is given by having it at all.
pub struct AksesPermohonan {
    pelaku: Pelaku,
    pub permohonan: Permohonan,
    pengolah: bool,
}

pub async fn permohonan(store: &Store, pelaku: &Pelaku, id: PermohonanId) -> Hasil<AksesPermohonan> {
    let permohonan = permohonan::dari_id(store.baca(), id).await?;
    let kepala = dalam_unit(pelaku, Peran::UnitKepala, permohonan.unit_id, permohonan.unit_induk);
    let (pelaksana, depan) = match super::gerai(store, pelaku, permohonan.gerai_id).await {
        Ok(g) => (g.pelaksana().is_ok(), g.depan().is_ok()),
        Err(StoreError::TidakDitemukan) => (false, false),
        Err(e) => return Err(e),
    };
    if kepala || pelaksana || depan {
        return Ok(AksesPermohonan { pelaku: pelaku.clone(), permohonan, pengolah: kepala || pelaksana });
    }
    Err(StoreError::TidakDitemukan)
}

impl AksesPermohonan {
    #[must_use]
    pub fn pembaca(&self) -> PembacaPermohonan {
        PembacaPermohonan { pelaku: self.pelaku.clone(), permohonan: self.permohonan.clone() }
    }

    /// # Errors
    /// `Ditolak` to the front desk.
    pub fn pengolah(&self) -> Hasil<PengolahPermohonan> {
        let hak = || PengolahPermohonan { pelaku: self.pelaku.clone(), permohonan: self.permohonan.clone() };
        self.pengolah.then(hak).ok_or(StoreError::Ditolak("pelaksana"))
    }

    #[must_use]
    pub fn loket(&self) -> LoketPermohonan {
        LoketPermohonan { pelaku: self.pelaku.clone(), permohonan: self.permohonan.clone() }
    }
}

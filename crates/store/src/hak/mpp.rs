//! Rights in a mall: reading it, running it, its front desk, its cashier, and serving at a gerai.
//!
//! As in the parent: an id outside the person's scope is `TidakDitemukan`, a missing right inside it `Ditolak`.

use super::{Pelaku, dalam_unit};
use crate::{
    Hasil, Store, StoreError,
    id::{GeraiId, UnitId},
    mpp::{self, Gerai, Mpp},
    peran::Peran,
};

hak! {
    /// Reads a mall: everybody who serves in it but the cashier, and who reads its instansi.
    PembacaMpp { mpp: Mpp },
    /// Runs a mall: tenants, gerai, placements, officers, opening hours.
    KepalaMpp { mpp: Mpp },
    /// Front desk of a mall: tickets, bookings, receiving cases. The head may do it too.
    DepanMpp { mpp: Mpp },
    /// Confirms payments of a mall, and nothing else.
    KasirMpp { mpp: Mpp },
    /// Serves at a gerai: has the role, and is placed there today.
    PelaksanaGerai { mpp: Mpp, gerai: Gerai },
}

/// What the person may do in one mall. Seeing that it exists is given by having it at all.
pub struct AksesMpp {
    pelaku: Pelaku,
    pub mpp: Mpp,
}

const DI_DALAM: [Peran; 6] = [Peran::MppKepala, Peran::MppDepan, Peran::Pelaksana, Peran::Kasir, Peran::UnitKepala, Peran::UnitOperator];

pub async fn mpp(store: &Store, pelaku: &Pelaku, id: UnitId) -> Hasil<AksesMpp> {
    let mpp = mpp::dari_id(store.baca(), id).await?;
    let akses = AksesMpp { pelaku: pelaku.clone(), mpp };
    if DI_DALAM.iter().any(|p| akses.punya(*p)) || akses.membaca() {
        return Ok(akses);
    }
    Err(StoreError::TidakDitemukan)
}

impl AksesMpp {
    fn punya(&self, peran: Peran) -> bool {
        dalam_unit(&self.pelaku, peran, self.mpp.unit_id, self.mpp.unit_induk)
    }

    fn membaca(&self) -> bool {
        self.pelaku.membaca(self.mpp.instansi_id, self.mpp.wilayah.as_deref())
    }

    /// # Errors
    /// `Ditolak` to a cashier.
    pub fn pembaca(&self) -> Hasil<PembacaMpp> {
        let boleh = self.membaca() || DI_DALAM.iter().any(|p| *p != Peran::Kasir && self.punya(*p));
        let hak = || PembacaMpp { pelaku: self.pelaku.clone(), mpp: self.mpp.clone() };
        boleh.then(hak).ok_or(StoreError::Ditolak("mpp-pembaca"))
    }

    /// # Errors
    /// `Ditolak` to everybody but the head of the mall.
    pub fn kepala(&self) -> Hasil<KepalaMpp> {
        let hak = || KepalaMpp { pelaku: self.pelaku.clone(), mpp: self.mpp.clone() };
        self.punya(Peran::MppKepala).then(hak).ok_or(StoreError::Ditolak("mpp-kepala"))
    }

    /// # Errors
    /// `Ditolak` to everybody but front desk and head.
    pub fn depan(&self) -> Hasil<DepanMpp> {
        let boleh = self.punya(Peran::MppDepan) || self.punya(Peran::MppKepala);
        let hak = || DepanMpp { pelaku: self.pelaku.clone(), mpp: self.mpp.clone() };
        boleh.then(hak).ok_or(StoreError::Ditolak("mpp-depan"))
    }

    /// Open gerai at which the person is placed today as an officer; none without that role.
    pub async fn bertugas(&self, store: &Store) -> Hasil<Vec<GeraiId>> {
        if !self.punya(Peran::Pelaksana) {
            return Ok(Vec::new());
        }
        let hari = store.sekarang().hari(&self.mpp.zona).to_string();
        mpp::ditempatkan(store.baca(), self.mpp.unit_id, self.pelaku.akun, &hari).await
    }

    /// # Errors
    /// `Ditolak` to everybody but a cashier.
    pub fn kasir(&self) -> Hasil<KasirMpp> {
        let hak = || KasirMpp { pelaku: self.pelaku.clone(), mpp: self.mpp.clone() };
        self.punya(Peran::Kasir).then(hak).ok_or(StoreError::Ditolak("kasir"))
    }
}

/// What the person may do at one gerai: what he may in its mall, and serving where he is placed.
pub struct AksesGerai {
    pub mpp: AksesMpp,
    pub gerai: Gerai,
    ditempatkan: bool,
}

pub async fn gerai(store: &Store, pelaku: &Pelaku, id: GeraiId) -> Hasil<AksesGerai> {
    let gerai = mpp::gerai(store.baca(), id).await?;
    let mpp = mpp(store, pelaku, gerai.mpp_id).await?;
    let ditempatkan = mpp.bertugas(store).await?.contains(&id);
    Ok(AksesGerai { mpp, gerai, ditempatkan })
}

impl AksesGerai {
    /// # Errors
    /// `Ditolak` to everybody but an officer placed here today; to him too once the gerai is closed.
    pub fn pelaksana(&self) -> Hasil<PelaksanaGerai> {
        let hak = || PelaksanaGerai { pelaku: self.mpp.pelaku.clone(), mpp: self.mpp.mpp.clone(), gerai: self.gerai.clone() };
        self.ditempatkan.then(hak).ok_or(StoreError::Ditolak("pelaksana"))
    }

    /// As [`AksesMpp::depan`].
    ///
    /// # Errors
    /// `Ditolak`.
    pub fn depan(&self) -> Hasil<DepanMpp> {
        self.mpp.depan()
    }

    /// As [`AksesMpp::pembaca`].
    ///
    /// # Errors
    /// `Ditolak`.
    pub fn pembaca(&self) -> Hasil<PembacaMpp> {
        self.mpp.pembaca()
    }
}

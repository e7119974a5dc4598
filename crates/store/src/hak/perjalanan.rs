//! Rights on the way of an MPP: the local government that takes it, the ministry that examines it, and who reads.
//!
//! As in the parent: an id outside the person's scope is `TidakDitemukan`, a missing right inside it `Ditolak`.

use super::{AksesInstansi, Pelaku};
use crate::{
    Hasil, Store, StoreError,
    id::JalanId,
    instansi::Instansi,
    peran::{Lingkup, Peran},
    perjalanan::{self, Jalan},
};

hak! {
    /// Reads one journey.
    PembacaJalan { jalan: Jalan },
    /// Acts for the local government: its organiser or responsible official, or the head of the mall. The last does not act for
    /// the head of the region (`kepala_daerah`).
    PemdaJalan { jalan: Jalan, kepala_daerah: bool },
    /// Acts for the ministry and the Menteri.
    KementerianJalan { jalan: Jalan },
    /// Comments on one journey in the name of another ministry.
    PenanggapJalan { jalan: Jalan, kementerian: String },
    /// Begins a journey for an instansi.
    PengusulMpp { instansi: Instansi },
}

/// What the person may do with one journey. Reading is given by having it at all.
pub struct AksesJalan {
    pelaku: Pelaku,
    pub jalan: Jalan,
}

pub async fn jalan(store: &Store, pelaku: &Pelaku, id: JalanId) -> Hasil<AksesJalan> {
    let akses = AksesJalan { pelaku: pelaku.clone(), jalan: perjalanan::dari_id(store.baca(), id).await? };
    let j = &akses.jalan;
    if pelaku.membaca(j.instansi_id, j.wilayah.as_deref()) || akses.di_mpp(None) {
        return Ok(akses);
    }
    Err(StoreError::TidakDitemukan)
}

/// Somebody who was named to comment on this journey.
///
/// # Errors
/// `TidakDitemukan` to everybody else.
pub async fn penanggap(store: &Store, pelaku: &Pelaku, id: JalanId) -> Hasil<PenanggapJalan> {
    let kementerian = perjalanan::penanggap::untuk(store, pelaku, id).await?.ok_or(StoreError::TidakDitemukan)?;
    Ok(PenanggapJalan { pelaku: pelaku.clone(), jalan: perjalanan::dari_id(store.baca(), id).await?, kementerian })
}

impl AksesJalan {
    /// Holds the role (or, with `None`, any) at the mall of this journey.
    fn di_mpp(&self, peran: Option<Peran>) -> bool {
        let cocok = |l: &Lingkup| matches!(l, Lingkup::Unit { unit, .. } if Some(*unit) == self.jalan.mpp_id);
        self.pelaku.peran.iter().any(|p| peran.is_none_or(|r| r == p.peran) && cocok(&p.lingkup))
    }

    #[must_use]
    pub fn pembaca(&self) -> PembacaJalan {
        PembacaJalan { pelaku: self.pelaku.clone(), jalan: self.jalan.clone() }
    }

    /// # Errors
    /// `Ditolak` to everybody but organiser, responsible official and head of the mall.
    pub fn pemda(&self) -> Hasil<PemdaJalan> {
        let kepala_daerah =
            [Peran::Penyelenggara, Peran::Penanggungjawab].iter().any(|p| self.pelaku.di_instansi(*p, self.jalan.instansi_id));
        let hak = || PemdaJalan { pelaku: self.pelaku.clone(), jalan: self.jalan.clone(), kepala_daerah };
        (kepala_daerah || self.di_mpp(Some(Peran::MppKepala))).then(hak).ok_or(StoreError::Ditolak("mpp-pemda"))
    }

    /// # Errors
    /// `Ditolak` without the role of the ministry.
    pub fn kementerian(&self) -> Hasil<KementerianJalan> {
        let hak = || KementerianJalan { pelaku: self.pelaku.clone(), jalan: self.jalan.clone() };
        self.pelaku.punya(Peran::Nasional).then(hak).ok_or(StoreError::Ditolak("nasional"))
    }
}

impl AksesInstansi {
    /// # Errors
    /// `Ditolak` to everybody but organiser and responsible official; `Keadaan("mpp-bukan-kabupaten-kota")` where malls are not run.
    pub fn pengusul_mpp(&self) -> Hasil<PengusulMpp> {
        let boleh = [Peran::Penyelenggara, Peran::Penanggungjawab].iter().any(|p| self.pelaku.di_instansi(*p, self.instansi.id));
        if !boleh {
            return Err(StoreError::Ditolak("penyelenggara"));
        }
        if !matches!(self.instansi.jenis.as_str(), "kabupaten" | "kota") {
            return Err(StoreError::Keadaan("mpp-bukan-kabupaten-kota"));
        }
        Ok(PengusulMpp { pelaku: self.pelaku.clone(), instansi: self.instansi.clone() })
    }
}

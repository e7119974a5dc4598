//! The services of a hall to choose from, by gerai, with how many wait: for phones, the kiosk and the front desk.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use store::{
    Store,
    antrean::{buka, hari},
    id::{GeraiId, PenempatanId},
    mpp::{self, Gerai, Mpp, Penempatan},
    pesanan::{self, Kapan, undangan},
};

use super::{kata, siaran};
use crate::{AppState, Error, error::Hasil, konteks::Konteks};

/// A gerai with what it gives.
pub struct Kelompok {
    pub gerai: Gerai,
    pub menunggu: i64,
    pub terbuka: i64,
    /// Its officers come by invitation, none was invited for today, and nobody sits at a counter.
    pub tanpa_petugas: bool,
    pub layanan: Vec<Penempatan>,
}

/// Nobody is invited today for a service whose officers come by invitation.
pub struct Absen {
    /// The next day on which they come, when one is planned.
    pub berikut: Option<Date>,
}

/// Every gerai of the hall in which people are served, by code.
///
/// # Errors
/// Of the store.
pub async fn semua(store: &Store, m: &Mpp) -> Hasil<Vec<Kelompok>> {
    let c = store.baca();
    let hadir = undangan::pada(c, m.unit_id, store.sekarang().hari(&m.zona)).await?;
    let hari: BTreeMap<_, _> = hari::ringkas(c, m.unit_id, store.sekarang()).await?.into_iter().map(|g| (g.id, g)).collect();
    let mut layanan: BTreeMap<_, Vec<Penempatan>> = BTreeMap::new();
    for p in mpp::penempatan_mpp(c, m.unit_id).await? {
        layanan.entry(p.gerai_id).or_default().push(p);
    }
    let gerai = mpp::gerai_mpp(c, m.unit_id).await?.into_iter().filter(|g| g.tutup.is_none() && g.bentuk == "fisik");
    let kelompok = gerai.filter_map(|g| {
        let (menunggu, terbuka) = hari.get(&g.id).map_or((0, 0), |h| (h.menunggu, h.terbuka));
        let layanan = layanan.remove(&g.id)?;
        let tanpa_petugas = terbuka == 0 && layanan.iter().all(|p| p.kehadiran == "undangan" && !hadir.contains(&p.id));
        Some(Kelompok { gerai: g, menunggu, terbuka, tanpa_petugas, layanan })
    });
    Ok(kelompok.collect())
}

/// Neighbours of a list that belong together, as `kunci` says: the groups of a choice.
#[must_use]
pub fn per_gerai<T, K: PartialEq>(semua: &[T], kunci: impl Fn(&T) -> K) -> Vec<&[T]> {
    semua.chunk_by(|a, b| kunci(a) == kunci(b)).collect()
}

/// Where a person is sent by the front desk or by another officer.
pub struct Arah {
    /// Gerai that nobody can walk to.
    elektronik: BTreeSet<GeraiId>,
    /// Gerai in which somebody sits at a counter.
    berpetugas: Vec<GeraiId>,
    /// Placements whose officers come today, or by schedule.
    datang: BTreeSet<PenempatanId>,
}

impl Arah {
    /// # Errors
    /// Of the store.
    pub async fn baru(store: &Store, m: &Mpp, penempatan: &[Penempatan]) -> Hasil<Self> {
        let c = store.baca();
        let gerai = mpp::gerai_mpp(c, m.unit_id).await?.into_iter().filter(|g| g.bentuk != "fisik").map(|g| g.id).collect();
        let diundang = undangan::pada(c, m.unit_id, store.sekarang().hari(&m.zona)).await?;
        let datang = penempatan.iter().filter(|p| p.kehadiran != "undangan" || diundang.contains(&p.id)).map(|p| p.id).collect();
        Ok(Self { elektronik: gerai, berpetugas: hari::berpetugas(c, m.unit_id, store.sekarang()).await?, datang })
    }

    /// Whether people come to it at all.
    #[must_use]
    pub fn didatangi(&self, p: &Penempatan) -> bool {
        !self.elektronik.contains(&p.gerai_id)
    }

    /// Whether somebody sits at a counter there.
    #[must_use]
    pub fn berpetugas(&self, p: &Penempatan) -> bool {
        self.berpetugas.contains(&p.gerai_id)
    }

    /// Nobody comes for it today.
    #[must_use]
    pub fn absen(&self, p: &Penempatan) -> bool {
        !self.berpetugas(p) && !self.datang.contains(&p.id)
    }
}

/// A placement of this hall that people come to.
///
/// # Errors
/// [`Error::TidakAda`] for one of another hall or that ended.
pub async fn satu(store: &Store, m: &Mpp, id: PenempatanId) -> Hasil<(Penempatan, Gerai)> {
    let p = mpp::penempatan_hidup(store.baca(), id).await?;
    let g = mpp::gerai(store.baca(), p.gerai_id).await?;
    if p.mpp_id != m.unit_id || g.bentuk != "fisik" {
        return Err(Error::TidakAda);
    }
    Ok((p, g))
}

/// Whether the service was given in this hall and is no more: its page may still be open somewhere.
pub async fn berhenti(store: &Store, m: &Mpp, id: PenempatanId) -> bool {
    let hidup = mpp::penempatan_hidup(store.baca(), id).await;
    matches!(hidup, Err(store::StoreError::TidakDitemukan))
        && mpp::penempatan_satu(store.baca(), id).await.is_ok_and(|p| p.mpp_id == m.unit_id)
}

/// That whoever takes a number at a gerai now may not be served before the hall closes, as his number would say. `sibuk`: somebody is in
/// its line or at a counter; nobody waits for a gerai without.
pub async fn tak_sempat(app: &AppState, k: &Konteks, g: &Gerai, (sibuk, pintu): (bool, &buka::Keadaan)) -> Option<String> {
    if !sibuk || pintu.sisa_menit.is_none() {
        return None;
    }
    let kira = siaran::berikut(app, g.mpp_id, &[g.id]).await;
    kata::tak_sempat(k, *kira.get(&g.id)?, pintu)
}

/// The same for a whole hall, whose day is `hari`: the gerai of which it holds.
pub async fn penuh(app: &AppState, k: &Konteks, m: &Mpp, (hari, pintu): (&[hari::Gerai], &buka::Keadaan)) -> BTreeSet<GeraiId> {
    if pintu.sisa_menit.is_none() {
        return BTreeSet::new();
    }
    let sibuk: Vec<GeraiId> = hari.iter().filter(|g| g.sibuk()).map(|g| g.id).collect();
    let kira = siaran::berikut(app, m.unit_id, &sibuk).await;
    kira.into_iter().filter(|(_, p)| kata::tak_sempat(k, *p, pintu).is_some()).map(|(id, _)| id).collect()
}

/// Whether a service waits for nobody today. Its number can be taken all the same: whoever comes is received.
/// `terbuka`: counters of its gerai at which somebody sits.
///
/// # Errors
/// Of the store.
pub async fn absen(store: &Store, m: &Mpp, p: &Penempatan, terbuka: i64) -> Hasil<Option<Absen>> {
    if p.kehadiran != "undangan" || terbuka > 0 {
        return Ok(None);
    }
    let kini = store.sekarang().hari(&m.zona);
    let t = pesanan::tempat(store.baca(), p.id).await?;
    let Kapan::Undangan(hari) = pesanan::kapan(store.baca(), &t, store.sekarang()).await? else { return Ok(None) };
    let berikut = hari.first().copied();
    Ok((berikut != Some(kini)).then_some(Absen { berikut }))
}

//! The services of a hall to choose from, by gerai, with how many wait: for phones, the kiosk and the front desk.

use std::collections::BTreeMap;

use store::{
    Store,
    antrean::hari,
    id::PenempatanId,
    mpp::{self, Gerai, Mpp, Penempatan},
};

use crate::{Error, error::Hasil};

/// A gerai with what it gives.
pub struct Kelompok {
    pub gerai: Gerai,
    pub menunggu: i64,
    pub terbuka: i64,
    pub layanan: Vec<Penempatan>,
}

/// Every gerai of the hall in which people are served, by code.
///
/// # Errors
/// Of the store.
pub async fn semua(store: &Store, m: &Mpp) -> Hasil<Vec<Kelompok>> {
    let c = store.baca();
    let hari: BTreeMap<_, _> = hari::ringkas(c, m.unit_id, store.sekarang()).await?.into_iter().map(|g| (g.id, g)).collect();
    let mut layanan: BTreeMap<_, Vec<Penempatan>> = BTreeMap::new();
    for p in mpp::penempatan_mpp(c, m.unit_id).await? {
        layanan.entry(p.gerai_id).or_default().push(p);
    }
    let gerai = mpp::gerai_mpp(c, m.unit_id).await?.into_iter().filter(|g| g.tutup.is_none() && g.bentuk == "fisik");
    let kelompok = gerai.filter_map(|g| {
        let (menunggu, terbuka) = hari.get(&g.id).map_or((0, 0), |h| (h.menunggu, h.terbuka));
        layanan.remove(&g.id).map(|layanan| Kelompok { gerai: g, menunggu, terbuka, layanan })
    });
    Ok(kelompok.collect())
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

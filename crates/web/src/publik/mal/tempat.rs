//! What the page of a mall says of each gerai: its services, what it is doing today, and on which days officers come where they come by
//! invitation. Days are kept for each service; of the gerai they are said only while all agree.

use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use store::{
    Store,
    id::{GeraiId, PenempatanId},
    mpp::{self, Gerai, Mpp, Penempatan},
    pesanan, petugas,
};

use crate::{error::Hasil, komponen::Nada};

/// What the page says of a gerai today.
pub(super) struct Tempat {
    pub g: Gerai,
    pub layanan: Vec<Penempatan>,
    pub keadaan: (Nada, &'static str),
    /// Days from today on of each service by invitation.
    hadir: BTreeMap<PenempatanId, Vec<Date>>,
}

impl Tempat {
    /// Whether officers come for some service on single days only.
    pub fn berhari(&self) -> bool {
        !self.hadir.is_empty()
    }

    /// The days of all its services, where all are by invitation and none differs.
    pub fn serentak(&self) -> Option<&[Date]> {
        let mut hari = self.layanan.iter().map(|p| self.hadir.get(&p.id));
        let pertama = hari.next()??;
        hari.all(|h| h == Some(pertama)).then_some(pertama.as_slice())
    }

    /// The days of a service by invitation, where those of the gerai do not say it.
    pub fn hari_sendiri(&self, p: &Penempatan) -> Option<&[Date]> {
        if self.serentak().is_some() { None } else { self.hadir.get(&p.id).map(Vec::as_slice) }
    }
}

fn keadaan(g: &Gerai, isi: &[Penempatan], buka: bool, hadir: &BTreeSet<GeraiId>) -> (Nada, &'static str) {
    match () {
        () if g.bentuk == "elektronik" => (Nada::Info, "mal-gerai-elektronik"),
        () if isi.is_empty() => (Nada::Netral, "mal-gerai-kosong"),
        () if !buka => (Nada::Netral, "mal-gerai-tutup"),
        () if hadir.contains(&g.id) => (Nada::Baik, "mal-gerai-hadir"),
        () if isi.iter().all(|p| p.kehadiran == "undangan") => (Nada::Info, "mal-gerai-undangan"),
        () => (Nada::Baik, "mal-gerai-buka"),
    }
}

/// The gerai of a mall that are not closed, as on the day `kini`; `buka`: whether the mall receives people then.
pub(super) async fn tempat(store: &Store, m: &Mpp, kini: Date, buka: bool) -> Hasil<Vec<Tempat>> {
    let c = store.baca();
    let penempatan = mpp::penempatan_mpp(c, m.unit_id).await?;
    let hadir = petugas::hari(c, m.unit_id, kini).await?;
    let hadir: BTreeSet<GeraiId> = hadir.into_iter().filter(|h| h.masuk.is_some() && h.pulang.is_none()).map(|h| h.gerai_id).collect();
    let undang = pesanan::undangan_mpp(c, m.unit_id, store.sekarang()).await?;
    let undang: BTreeMap<PenempatanId, Vec<Date>> = undang.into_iter().map(|(t, hari)| (t.id, hari)).collect();
    let semua = mpp::gerai_mpp(c, m.unit_id).await?.into_iter().filter(|g| g.tutup.is_none());
    let satu = |g: Gerai| {
        let layanan: Vec<Penempatan> = penempatan.iter().filter(|p| p.gerai_id == g.id).cloned().collect();
        let jarang = layanan.iter().filter(|p| g.bentuk != "elektronik" && p.kehadiran == "undangan");
        let hari = jarang.map(|p| (p.id, undang.get(&p.id).cloned().unwrap_or_default()));
        Tempat { keadaan: keadaan(&g, &layanan, buka, &hadir), hadir: hari.collect(), g, layanan }
    };
    Ok(semua.map(satu).collect())
}

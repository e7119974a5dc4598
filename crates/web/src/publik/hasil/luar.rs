//! What `/hasil` shows of results that were handed in from other installations and validated: the publications, and the units found in them.
//! Their own pages are `publik::serahan`.

use store::{
    Store,
    diterima::{
        self,
        telusur::{self, Serahan},
        unit::UNIT_MAKS,
    },
    penerbitan::{self, SaringTerbitan},
};

use crate::{
    Error,
    konteks::Konteks,
    lembar::{BATAS, Daftar, Lembar},
    publik::serahan::unit::{self, Baris},
};

/// The list has pages of its own beside that of what was published here.
const DAFTAR: Daftar = Daftar { nama: "s", batas: BATAS };

pub(super) struct Luar {
    pub terbitan: Vec<Serahan>,
    pub lembar: Lembar,
    /// Only of a search.
    pub unit: Vec<Baris>,
    /// More units fit than are shown.
    pub lebih: bool,
}

impl Luar {
    pub fn nihil(&self) -> bool {
        self.terbitan.is_empty() && self.unit.is_empty()
    }
}

/// `h`: the page of its list; `kueri`: the filters for the pages beside it.
pub(super) async fn muat(store: &Store, k: &Konteks, s: SaringTerbitan<'_>, h: Option<i64>, kueri: &str) -> Result<Luar, Error> {
    let (terbitan, n) = telusur::terbit(store, s.cari, s.tahun, DAFTAR.lewati(h), BATAS).await?;
    let lembar = k.lembar_lain(&DAFTAR, h, terbitan.len(), n, kueri);
    let mut unit = if s.cari.is_empty() { Vec::new() } else { unit::polos(diterima::unit::cari(store, s.cari, s.tahun).await?) };
    let lebih = unit.len() > UNIT_MAKS;
    unit.truncate(UNIT_MAKS);
    Ok(Luar { terbitan, lembar, unit, lebih })
}

/// Years of what was published here or handed in, the newest first.
pub(super) async fn semua_tahun(store: &Store) -> Result<Vec<i64>, Error> {
    let mut semua = penerbitan::tahun(store).await?;
    semua.extend(telusur::tahun(store).await?);
    semua.sort_unstable_by(|a, b| b.cmp(a));
    semua.dedup();
    Ok(semua)
}

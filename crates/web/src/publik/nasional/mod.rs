//! The nation side by side: the ranking of published units and instansi, and the grid of regions. All figures come from one
//! board (`store::nasional`), which holds published results only.

mod gambar;
pub(crate) mod gerak;
pub mod peringkat;
pub mod petak;
pub(crate) mod saring;
mod unduhan;

use std::sync::Arc;

use store::nasional::{self, Papan, Pilihan};

use crate::{AppState, Error, konteks::Konteks, rute::Daftar};
use saring::Kueri;

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    peringkat::rute(d);
    petak::rute(d);
    unduhan::rute(d);
}

/// The board that the address asks for, with the boards there are.
pub(crate) struct Muatan {
    pub pilihan: Vec<Pilihan>,
    pub kini: Option<Pilihan>,
    pub papan: Arc<Papan>,
    /// A year that was asked for and has nothing.
    tiada: Option<i64>,
}

/// The year and scheme asked for; otherwise the newest year, the national scheme before the others.
pub(crate) async fn muat(app: &AppState, q: &Kueri) -> Result<Muatan, Error> {
    let pilihan = nasional::pilihan(&app.store).await?;
    let tahun = q.tahun.filter(|t| pilihan.iter().any(|p| p.tahun == *t)).or(pilihan.first().map(|p| p.tahun));
    let setahun = || pilihan.iter().filter(|p| Some(p.tahun) == tahun);
    let kini =
        setahun().find(|p| p.skema == q.skema).or_else(|| setahun().find(|p| p.skema == "nasional")).or_else(|| setahun().next()).cloned();
    let papan = match &kini {
        Some(p) => nasional::papan(&app.store, p.tahun, &p.skema).await?,
        None => Arc::default(),
    };
    let tiada = q.tahun.filter(|t| Some(*t) != tahun);
    Ok(Muatan { pilihan, kini, papan, tiada })
}

impl Muatan {
    /// Schemes of the year shown.
    pub fn skema(&self) -> Vec<&Pilihan> {
        self.pilihan.iter().filter(|p| self.kini.as_ref().is_some_and(|k| k.tahun == p.tahun)).collect()
    }

    pub fn tahun(&self) -> Vec<i64> {
        let mut t: Vec<i64> = self.pilihan.iter().map(|p| p.tahun).collect();
        t.dedup();
        t
    }

    pub fn tahun_kini(&self) -> i64 {
        self.papan.tahun
    }

    /// That the year asked for has nothing, and which one is shown instead.
    pub fn tahun_tiada(&self, k: &Konteks) -> Option<String> {
        let tahun = self.tiada?.to_string();
        Some(k.a("nasional-tahun-tiada", [("tahun", tahun.into()), ("kini", self.papan.tahun.to_string().into())]))
    }

    /// The newest earlier year of the same scheme.
    pub fn sebelumnya(&self) -> Option<&Pilihan> {
        self.pilihan.iter().find(|p| p.skema == self.papan.skema && p.tahun < self.papan.tahun)
    }
}

/// Words of a group of instansi.
pub(crate) fn jenis(k: &Konteks, jenis: &str) -> String {
    k.s(crate::kata::kunci_kelompok(jenis))
}

/// Code, short name, column and row of each province in the grid.
pub(crate) fn letak_provinsi() -> impl Iterator<Item = (&'static str, &'static str, u32, u32)> {
    crate::peta::LETAK.into_iter()
}

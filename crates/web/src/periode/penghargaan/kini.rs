//! What became of the figures under an award since it was decided, for officers, in the words of the public pages.

use std::collections::HashSet;
use store::{
    StoreError,
    id::PenghargaanId,
    penerbitan::{self, Publik},
    penghargaan::{
        kini::{self, Berubah},
        putusan::Putusan,
        umum,
    },
};

use super::kata;
use crate::{AppState, error::Hasil, konteks::Konteks};

/// Where what is public now is not what decisions rest on.
#[derive(Default)]
pub(super) struct Kini {
    berubah: Berubah,
    /// The results of the period are public.
    terbit: bool,
}

/// Compares decisions of the period with this public code; those that gave nothing or were withdrawn are left out.
pub(super) async fn baca(app: &AppState, kode: &str, putusan: &[Putusan]) -> Hasil<Kini> {
    let diberi: Vec<&Putusan> = putusan.iter().filter(|d| d.diberi()).collect();
    match penerbitan::publik(&app.store, kode).await {
        Ok(Publik::Terbit(t)) => Ok(Kini { berubah: kini::berubah(&app.store, &t, &diberi).await?, terbit: true }),
        Ok(Publik::Ditarik { .. }) | Err(StoreError::TidakDitemukan) => Ok(Kini::default()),
        Err(e) => Err(e.into()),
    }
}

/// Awards of the period with an announced decision whose figures do not stand; none while its results are not public.
pub(super) async fn gugur(app: &AppState, kode: &str) -> Hasil<HashSet<PenghargaanId>> {
    let t = match penerbitan::publik(&app.store, kode).await {
        Ok(Publik::Terbit(t)) => t,
        Ok(Publik::Ditarik { .. }) | Err(StoreError::TidakDitemukan) => return Ok(HashSet::new()),
        Err(e) => return Err(e.into()),
    };
    let Some(u) = umum::publik(&app.store, &t).await? else { return Ok(HashSet::new()) };
    let diberi: Vec<&Putusan> = u.diberi.iter().collect();
    let berubah = kini::berubah(&app.store, &t, &diberi).await?;
    let gugur = |d: &&Putusan| d.hasil_batal.is_some() || berubah.contains_key(&d.id);
    Ok(diberi.into_iter().filter(gugur).map(|d| d.penghargaan_id).collect())
}

impl Kini {
    /// Key of the mark, and what is public instead; `None` while the figures of the award stand.
    pub(super) fn tanda(&self, k: &Konteks, d: &Putusan) -> Option<(&'static str, String)> {
        if !d.diberi() {
            return None;
        }
        if self.terbit {
            return kata::gugur(k, d, &self.berubah);
        }
        d.hasil_batal.is_some().then(|| ("penghargaan-hasil-batal", k.s("penghargaan-hasil-batal-isi")))
    }
}

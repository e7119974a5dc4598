//! What every page of the right of reply reads, and who may see the draft scores at all.

use std::sync::Arc;

use pekppp::{Edisi, Indikator, Pecahan};
use store::{
    hak::{self, AksesLokus, Pelaku},
    id::{LokusId, SanggahanId},
    lokus::Lokus,
    sanggah::{self, Aturan, Buka, Draf, NilaiDraf, Penyanggah, Sanggahan, Tahap},
};

use crate::{AppState, Error, konteks::Konteks};

pub struct Muatan {
    pub akses: AksesLokus,
    pub edisi: Arc<Edisi>,
    pub aturan: Aturan,
    /// The newest opening, with what was shown and where it stands.
    pub buka: Option<(Buka, Draf, Tahap)>,
    /// Objections of the newest opening.
    pub sanggahan: Vec<Sanggahan>,
    pub beku: bool,
}

impl Muatan {
    /// # Errors
    /// 403 for those who read the lokus but are no party: the draft is not public.
    pub async fn baca(app: &AppState, pelaku: &Pelaku, id: LokusId) -> Result<Self, Error> {
        let akses = hak::lokus(&app.store, pelaku, id).await?;
        let pihak = akses.operator().is_ok()
            || akses.kepala().is_ok()
            || akses.ditugaskan().is_ok()
            || akses.penyelenggara().is_ok()
            || akses.penanggungjawab().is_ok();
        if !pihak {
            return Err(Error::TidakBerhak("pihak-lokus"));
        }
        let c = app.store.baca();
        let edisi = store::edisi::dapat(&app.store, akses.lokus.edisi()?).await?;
        let aturan = sanggah::aturan(c, akses.lokus.periode_id).await?;
        let (mut buka, mut sanggahan) = (None, Vec::new());
        if let Some(b) = sanggah::kini(c, id).await? {
            sanggahan = sanggah::milik_bukaan(c, b.id).await?;
            let tahap = b.tahap(app.store.sekarang(), &akses.lokus.zona)?;
            buka = Some((b.clone(), b.draf()?, tahap));
        }
        let beku = store::lokus::beku(c, id).await?;
        Ok(Self { akses, edisi, aturan, buka, sanggahan, beku })
    }

    pub fn lokus(&self) -> &Lokus {
        &self.akses.lokus
    }

    pub fn konteks(&self, k: Konteks) -> Konteks {
        k.ilustrasi(self.lokus().ilustrasi == 1).zona(&self.lokus().zona).bantuan("hak-jawab")
    }

    /// Whether the unit may object now.
    pub fn berjalan(&self) -> bool {
        !self.beku && matches!(self.buka, Some((_, _, Tahap::Berjalan(_))))
    }

    /// In which right this person objects for the unit.
    pub fn penyanggah(&self) -> Option<Penyanggah> {
        self.akses.kepala().map(Penyanggah::Kepala).or_else(|_| self.akses.operator().map(Penyanggah::Operator)).ok()
    }

    /// Objection, with what was shown of its indicator.
    pub fn satu(&self, id: SanggahanId) -> Result<(&Sanggahan, &Indikator, &NilaiDraf), Error> {
        let s = self.sanggahan.iter().find(|s| s.id == id).ok_or(Error::TidakAda)?;
        let (i, n) = self.indikator(&s.indikator)?;
        Ok((s, i, n))
    }

    /// An indicator that was shown.
    pub fn indikator(&self, kode: &str) -> Result<(&Indikator, &NilaiDraf), Error> {
        let (_, draf, _) = self.buka.as_ref().ok_or(Error::TidakAda)?;
        self.edisi.cari_indikator(kode).zip(draf.cari(kode)).ok_or(Error::TidakAda)
    }

    /// The objection to an indicator that the unit did not take back.
    pub fn hidup(&self, kode: &str) -> Option<&Sanggahan> {
        self.sanggahan.iter().find(|s| s.indikator == kode && s.tarik.is_none())
    }
}

/// A score as people read it: `4`, or `3,50` where evaluators' scores are averaged.
pub fn skor(k: &Konteks, pecahan: &str) -> String {
    match pecahan.parse::<Pecahan>() {
        Ok(p) if pecahan.len() > 1 => k.angka(p.tampil(2)),
        _ => pecahan.to_owned(),
    }
}

/// What the rubric says about this score; `None` for a mean between two scores.
pub fn arti<'a>(i: &'a Indikator, pecahan: &str) -> Option<&'a str> {
    let n: usize = pecahan.parse().ok()?;
    i.rubrik.as_ref().and_then(|r| r.get(n)).map(String::as_str)
}

//! What every page of the check reads: the submission, its remarks, those of the one before, and what changed between them.

use std::{collections::BTreeMap, sync::Arc};

use pekppp::{Aspek, Edisi, Indikator};
use store::{
    f01::{self, Beku},
    hak::{self, AksesLokus, Pelaku},
    id::{LokusId, PengirimanId},
    lokus::Lokus,
    pra::{self, BedaIndikator, Catatan, Keadaan, Putusan},
};

use crate::{AppState, Error, konteks::Konteks, lokus::f01::TAMBAHAN};

pub struct Muatan {
    pub akses: AksesLokus,
    pub edisi: Arc<Edisi>,
    pub keadaan: Keadaan,
    /// What is checked, or what was returned.
    pub isi: Option<Beku>,
    pub catatan: BTreeMap<String, Catatan>,
    /// Remarks of the returned submission that the live one answers.
    pub catatan_lalu: BTreeMap<String, Catatan>,
    pub beda: Vec<BedaIndikator>,
    pub riwayat: Vec<Putusan>,
    /// The check can be worked on: live, not ended, phase open, nothing frozen, and this person is of the team.
    pub memeriksa: bool,
    /// Why not, where this person otherwise could.
    pub tutup: Option<&'static str>,
    /// The result is frozen: the check is over, however it stood.
    pub beku: bool,
}

impl Muatan {
    /// # Errors
    /// 403 for those who read the lokus but are no party.
    pub async fn baca(app: &AppState, pelaku: &Pelaku, id: LokusId) -> Result<Self, Error> {
        let akses = hak::lokus(&app.store, pelaku, id).await?;
        let unit = akses.operator().is_ok() || akses.kepala().is_ok();
        let tim = akses.ditugaskan().is_ok() || akses.penyelenggara().is_ok() || akses.penanggungjawab().is_ok();
        if !unit && !tim {
            return Err(Error::TidakBerhak("pihak-lokus"));
        }
        let c = app.store.baca();
        let edisi = store::edisi::dapat(&app.store, akses.lokus.edisi()?).await?;
        let keadaan = pra::keadaan(c, id).await?;
        let (kini, lalu) = match &keadaan {
            Keadaan::BelumDikirim => (None, None),
            Keadaan::Dikembalikan(p) => (Some(p.pengiriman_id), None),
            Keadaan::Diperiksa(p, l) | Keadaan::Diterima(p, _, l) => (Some(p.id), l.as_ref().map(|l| l.pengiriman_id)),
        };
        let isi = baca_isi(app, id, kini).await?;
        let lama = baca_isi(app, id, lalu).await?;
        let beda = lama.zip(isi.as_ref()).map(|(a, b)| pra::beda(&a, b)).unwrap_or_default();
        // Until the team decided, its remarks are a draft that the unit does not see.
        let terlihat = tim || !matches!(keadaan, Keadaan::Diperiksa(..));
        let tutup = store::periode::alasan_tertutup(&app.store, akses.lokus.periode_id, pekppp::Fase::Pelaksanaan).await?;
        let beku = store::lokus::beku(c, id).await?;
        let tutup = beku.then_some("f02-tutup-dibekukan").or(tutup);
        Ok(Self {
            catatan: catatan(app, kini.filter(|_| terlihat)).await?,
            catatan_lalu: catatan(app, lalu).await?,
            riwayat: pra::putusan_semua(c, id).await?,
            memeriksa: matches!(keadaan, Keadaan::Diperiksa(..)) && akses.evaluator().is_ok() && tutup.is_none(),
            akses,
            edisi,
            keadaan,
            isi,
            beda,
            tutup,
            beku,
        })
    }

    pub fn lokus(&self) -> &Lokus {
        &self.akses.lokus
    }

    pub fn konteks(&self, k: Konteks) -> Konteks {
        k.ilustrasi(self.lokus().ilustrasi == 1).zona(&self.lokus().zona).bantuan("praevaluasi")
    }

    pub fn tim(&self) -> bool {
        self.akses.ditugaskan().is_ok() || self.akses.penyelenggara().is_ok() || self.akses.penanggungjawab().is_ok()
    }

    /// Key, title and indicators of each section.
    pub fn bagian(&self, k: &Konteks) -> Vec<(String, String, &[Indikator])> {
        let aspek = |a: &'_ Aspek| (a.kunci.clone(), format!("{}. {}", a.kunci, a.nama));
        let mut semua: Vec<_> = self
            .edisi
            .aspek
            .iter()
            .map(|a| {
                let (kunci, nama) = aspek(a);
                (kunci, nama, a.indikator.as_slice())
            })
            .collect();
        if !self.edisi.tambahan.is_empty() {
            semua.push((TAMBAHAN.to_owned(), k.s("f01-tambahan"), self.edisi.tambahan.as_slice()));
        }
        semua
    }

    pub fn beda_dari(&self, kode: &str) -> Option<&BedaIndikator> {
        self.beda.iter().find(|b| b.kode == kode)
    }

    /// Whether a repair was asked for and the unit left the indicator as it was; the remark.
    pub fn tetap(&self, kode: &str) -> Option<&Catatan> {
        self.catatan_lalu.get(kode).filter(|c| c.perbaiki() && self.beda_dari(kode).is_none())
    }

    /// How many indicators have a remark, and how many of these ask for a repair.
    pub fn hitung(&self) -> (usize, usize) {
        (self.catatan.len(), self.catatan.values().filter(|c| c.perbaiki()).count())
    }
}

async fn baca_isi(app: &AppState, lokus: LokusId, id: Option<PengirimanId>) -> Result<Option<Beku>, Error> {
    match id {
        Some(id) => Ok(Some(f01::beku_dari(app.store.baca(), lokus, id).await?)),
        None => Ok(None),
    }
}

async fn catatan(app: &AppState, id: Option<PengirimanId>) -> Result<BTreeMap<String, Catatan>, Error> {
    let Some(id) = id else { return Ok(BTreeMap::new()) };
    Ok(pra::catatan(app.store.baca(), id).await?.into_iter().map(|c| (c.indikator.clone(), c)).collect())
}

//! What every F01 page reads: the lokus with its rights, edition, answers, evidence and state.

use std::{collections::BTreeMap, sync::Arc};

use pekppp::{Edisi, F01, Indikator, f01::Kelengkapan, f01::Petunjuk};
use store::{
    StoreError,
    bukti::{self, Bukti},
    edisi,
    f01::{self, Isian, Keadaan},
    hak::{self, AksesLokus, Pelaku},
    id::LokusId,
    periode::{self, Fase},
    pra::{self, Catatan, Putusan},
    prefill,
};

use crate::{AppState, Error, konteks::Konteks};

/// The key under which the unweighted indicators stand as a section of their own.
pub const TAMBAHAN: &str = "tambahan";

pub struct Muatan {
    pub akses: AksesLokus,
    pub edisi: Arc<Edisi>,
    pub isian: BTreeMap<String, Isian>,
    pub f01: F01,
    pub bukti: Vec<Bukti>,
    pub keadaan: Keadaan,
    /// The phase `pelaksanaan` is closed, and this unit has no more time.
    pub fase_tutup: bool,
    /// The return that waits for a repair, and its remarks by indicator.
    pub kembali: Option<(Putusan, BTreeMap<String, Catatan>)>,
    /// Indicators for which Prima has a proposal; only where the page offers them.
    pub usulan: Vec<String>,
}

/// One aspect of the form, or the unweighted indicators.
pub struct Bagian<'a> {
    pub kunci: &'a str,
    /// Roman numeral; empty for the unweighted indicators.
    pub nomor: &'a str,
    pub nama: String,
    pub indikator: &'a [Indikator],
}

impl Muatan {
    pub async fn baca(app: &AppState, pelaku: &Pelaku, id: LokusId) -> Result<Self, Error> {
        let akses = hak::lokus(&app.store, pelaku, id).await?.dinilai()?;
        let c = app.store.baca();
        let edisi = edisi::dapat(&app.store, akses.lokus.edisi()?).await?;
        let isian = f01::semua(c, id).await?;
        let bukti = bukti::daftar(c, id).await?;
        let keadaan = f01::keadaan(c, id).await?;
        let fase_tutup = match periode::harus_terbuka_lokus(c, &akses.lokus, Fase::Pelaksanaan, app.store.sekarang()).await {
            Err(StoreError::Keadaan(_)) => true,
            lain => lain.map(|()| false)?,
        };
        let kembali = if keadaan.dapat_diubah() { kembali(app, id).await? } else { None };
        Ok(Self { f01: f01::f01(&isian), kembali, akses, edisi, isian, bukti, keadaan, fase_tutup, usulan: Vec::new() })
    }

    /// What the team asks to repair in an indicator.
    pub fn diminta(&self, kode: &str) -> Option<&Catatan> {
        self.kembali.as_ref()?.1.get(kode).filter(|c| c.perbaiki())
    }

    /// Looks for proposals, where this person may take them.
    pub async fn cari_usulan(&mut self, app: &AppState) -> Result<(), Error> {
        self.usulan = self.daftar_usulan(app).await?;
        Ok(())
    }

    /// Codes of the indicators with a proposal; none where F01 cannot be filled.
    pub async fn daftar_usulan(&self, app: &AppState) -> Result<Vec<String>, Error> {
        if !self.mengisi() || !prefill::ada(&app.store, self.lokus()).await? {
            return Ok(Vec::new());
        }
        let semua = prefill::usulan(&app.store, self.lokus(), &self.edisi).await?;
        Ok(semua.into_iter().map(|u| u.indikator).collect())
    }

    pub fn lokus(&self) -> &store::lokus::Lokus {
        &self.akses.lokus
    }

    /// The page's context: zone, example data, place in the guide.
    pub fn konteks(&self, k: Konteks) -> Konteks {
        k.ilustrasi(self.lokus().ilustrasi == 1).zona(&self.lokus().zona).bantuan("f01")
    }

    /// Whether this person may fill the form now.
    pub fn mengisi(&self) -> bool {
        self.akses.operator().is_ok() && self.keadaan.dapat_diubah() && !self.fase_tutup
    }

    pub fn bagian(&self, k: &Konteks) -> Vec<Bagian<'_>> {
        let aspek =
            self.edisi.aspek.iter().map(|a| Bagian { kunci: &a.kunci, nomor: &a.kunci, nama: a.nama.clone(), indikator: &a.indikator });
        let tambahan = (!self.edisi.tambahan.is_empty()).then(|| Bagian {
            kunci: TAMBAHAN,
            nomor: "",
            nama: k.s("f01-tambahan"),
            indikator: &self.edisi.tambahan,
        });
        aspek.chain(tambahan).collect()
    }

    /// What is still open in some indicators.
    pub fn kelengkapan<'a>(&self, indikator: impl IntoIterator<Item = &'a Indikator>) -> Kelengkapan {
        let mut hasil = Kelengkapan::default();
        for i in indikator {
            let kosong = pekppp::JawabanIndikator::new();
            let k = pekppp::f01::kelengkapan_indikator(i, self.f01.get(&i.kode).unwrap_or(&kosong));
            hasil.terisi += k.terisi;
            hasil.perlu += k.perlu;
            hasil.kurang.extend(k.kurang);
        }
        hasil
    }

    pub fn bukti_indikator(&self, kode: &str) -> Vec<Bukti> {
        self.bukti.iter().filter(|b| b.indikator == kode).cloned().collect()
    }

    /// Hints with their text: of the edition, like the questions.
    pub fn petunjuk(&self) -> Vec<(Petunjuk, String)> {
        pekppp::f01::periksa_kewajaran(&self.edisi, &self.f01)
            .into_iter()
            .map(|p| {
                let cocok = |j: &&pekppp::rubrik::Celah| p.kunci.ends_with(&j.kunci.replace('_', "-"));
                let teks = self.edisi.cari_indikator(&p.kode).and_then(|i| i.janggal.iter().find(cocok)).map(|j| j.uraian.clone());
                let teks = teks.unwrap_or_default();
                (p, teks)
            })
            .collect()
    }
}

async fn kembali(app: &AppState, id: LokusId) -> Result<Option<(Putusan, BTreeMap<String, Catatan>)>, Error> {
    let pra::Keadaan::Dikembalikan(p) = pra::keadaan(app.store.baca(), id).await? else { return Ok(None) };
    let catatan = pra::catatan(app.store.baca(), p.pengiriman_id).await?;
    Ok(Some((p, catatan.into_iter().map(|c| (c.indikator.clone(), c)).collect())))
}

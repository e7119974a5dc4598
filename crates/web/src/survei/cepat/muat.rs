//! A survey out of the store as its public pages need it: the questions with what may be answered, and whether it is open.
//! Nothing of one visitor.

use std::sync::Arc;

use pekppp::Edisi;
use store::{
    StoreError, edisi,
    id::RondeId,
    ronde::{self, Ronde, masukan::Bentuk},
};

use crate::{
    AppState, Error,
    survei::{
        bahasa::BahasaSurvei,
        kepala::{Jenis, Kepala},
        kuesioner::Kuesioner,
        tertutup::Tertutup,
    },
};

pub struct Survei {
    pub id: RondeId,
    pub token: String,
    pub zona: String,
    pub bentuk: Bentuk,
    /// Before this second since 1970 nobody can have seen the page.
    pub sejak: u32,
    pub tertutup: Option<Tertutup>,
    /// Address of the published result.
    pub hasil: Option<String>,
    /// In Indonesian; what a field may hold is the same in every language.
    pub pertanyaan: Kuesioner,
    sumber: Sumber,
}

/// What the questions are made from.
enum Sumber {
    F03 { ronde: Ronde, edisi: Arc<Edisi> },
}

impl Survei {
    #[must_use]
    pub fn kuesioner(&self, bahasa: BahasaSurvei) -> Kuesioner {
        match &self.sumber {
            Sumber::F03 { ronde, edisi } => Kuesioner::f03(ronde, edisi, bahasa),
        }
    }

    #[must_use]
    pub fn kepala(&self, bahasa: BahasaSurvei) -> Kepala {
        Kepala { bahasa, ..self.pertanyaan.kepala.clone() }
    }
}

/// `None`: no survey has this link.
///
/// # Errors
/// As the store says.
pub async fn muat(app: &AppState, jenis: Jenis, token: &str) -> Result<Option<Survei>, Error> {
    let hasil = match jenis {
        Jenis::F03 => f03(app, token).await,
        Jenis::Skm => Err(StoreError::TidakDitemukan),
    };
    match hasil {
        Ok(survei) => Ok(Some(survei)),
        Err(StoreError::TidakDitemukan) => Ok(None),
        Err(e) => Err(e.into()),
    }
}

async fn f03(app: &AppState, token: &str) -> Result<Survei, StoreError> {
    let ronde = ronde::dari_token(app.store.baca(), token).await?;
    let edisi = edisi::dapat(&app.store, &ronde.edisi).await?;
    let tertutup = ronde::tertutup(app.store.baca(), &ronde).await?.map(|t| match t {
        ronde::Tertutup::Ditutup(alasan) => Tertutup::Ditutup { alasan },
        ronde::Tertutup::Fase | ronde::Tertutup::Beku => Tertutup::Usai,
    });
    let pertanyaan = Kuesioner::f03(&ronde, &edisi, BahasaSurvei::Id);
    Ok(Survei {
        id: ronde.id,
        token: ronde.token.clone(),
        zona: ronde.zona.clone(),
        bentuk: bentuk(&pertanyaan),
        sejak: u32::try_from(ronde.dibuat.0 / 1_000_000).unwrap_or(0),
        tertutup,
        hasil: None,
        pertanyaan,
        sumber: Sumber::F03 { ronde, edisi },
    })
}

/// Number of questions, lowest and highest value.
fn bentuk(q: &Kuesioner) -> Bentuk {
    let nilai = || q.butir().flat_map(|b| b.pilihan.iter().map(|(n, _)| *n));
    let (min, maks) = (nilai().min().unwrap_or(0), nilai().max().unwrap_or(0));
    Bentuk { pertanyaan: u16::try_from(q.jumlah()).unwrap_or(u16::MAX), min, maks }
}

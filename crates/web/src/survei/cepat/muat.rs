//! A survey out of the store as its public pages need it: the questions with what may be answered, and whether it is open.
//! Nothing of one visitor.

use std::sync::Arc;

use jiff::civil::Date;
use pekppp::Edisi;
use store::{
    StoreError, edisi,
    id::RondeId,
    ronde::{self, Ronde, masukan::Bentuk},
    skm::{KeadaanRonde, RondeSkm},
    zona_waktu,
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
    Skm { ronde: Box<RondeSkm>, layanan: Vec<(i64, String)>, edisi: Arc<skm::Edisi> },
}

impl Survei {
    #[must_use]
    pub fn kuesioner(&self, bahasa: BahasaSurvei) -> Kuesioner {
        match &self.sumber {
            Sumber::F03 { ronde, edisi } => Kuesioner::f03(ronde, edisi, bahasa),
            Sumber::Skm { ronde, layanan, edisi } => Kuesioner::skm(ronde, layanan, edisi, bahasa),
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
        Jenis::Skm => skm(app, token).await,
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
        bentuk: ronde::jawaban::bentuk(pertanyaan.jumlah()),
        sejak: detik(ronde.dibuat.timestamp()),
        tertutup,
        hasil: None,
        pertanyaan,
        sumber: Sumber::F03 { ronde, edisi },
    })
}

async fn skm(app: &AppState, token: &str) -> Result<Survei, StoreError> {
    let c = app.store.baca();
    let ronde = store::skm::dari_token(c, token).await?;
    let edisi = edisi::skm(&app.store, &ronde.edisi).await?;
    let layanan = store::skm::layanan(c, ronde.id).await?;
    let kini = app.store.sekarang();
    let hari = |teks: &str| teks.parse::<Date>().map_err(|_| StoreError::Rusak(format!("day {teks:?} of round {}", ronde.id)));
    let (mulai, sampai) = (hari(&ronde.mulai)?, hari(&ronde.sampai)?);
    let tertutup = match store::skm::keadaan(c, &ronde, kini.hari(&ronde.zona)).await? {
        KeadaanRonde::Berjalan => None,
        KeadaanRonde::Dijadwalkan => Some(Tertutup::Belum { mulai }),
        KeadaanRonde::Selesai => Some(Tertutup::Selesai { sampai }),
        KeadaanRonde::Ditutup => {
            let alasan = store::skm::penutupan_akhir(c, ronde.id).await?.map(|p| p.alasan).unwrap_or_default();
            Some(Tertutup::Ditutup { alasan })
        }
    };
    let terbit = tertutup.is_some() && store::skm::terbit(c, ronde.id).await?;
    let pertanyaan = Kuesioner::skm(&ronde, &layanan, &edisi, BahasaSurvei::Id);
    Ok(Survei {
        id: ronde.id,
        token: ronde.token.clone(),
        zona: ronde.zona.clone(),
        bentuk: Bentuk { pertanyaan: u16::try_from(pertanyaan.jumlah()).unwrap_or(u16::MAX), min: edisi.skala.min, maks: edisi.skala.maks },
        sejak: mulai.to_zoned(zona_waktu(&ronde.zona)).map_or(0, |z| detik(z.timestamp())),
        tertutup,
        hasil: terbit.then(|| format!("/hasil-skm/{}", ronde.kode)),
        pertanyaan,
        sumber: Sumber::Skm { ronde: Box::new(ronde), layanan, edisi },
    })
}

fn detik(saat: jiff::Timestamp) -> u32 {
    u32::try_from(saat.as_second()).unwrap_or(0)
}

//! Published results of satisfaction surveys: the list, the sheet of one round with its files, the widget for other sites,
//! and the checker of reports. Rounds come only through `store::skm::terbit`, so nothing unpublished can be named.

pub mod berkas;
pub mod daftar;
pub mod periksa;
pub mod rinci;
pub mod sematan;

use std::sync::Arc;

use askama::Template;
use axum::{http::StatusCode, response::Response};
use skm::Edisi;
use store::skm::terbit::{self, IsiTerbit, Publik, Terbitan};

use crate::{
    AppState, Error,
    konteks::Konteks,
    rute::Daftar,
    skm::sajian::{Bahan, Sajian},
    tampil::tampil,
};

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    daftar::rute(d);
    rinci::rute(d);
    berkas::rute(d);
    sematan::rute(d);
    periksa::rute(d);
}

/// The published round behind a code, or the page that says that it was taken back or is not what was signed.
enum Terbuka {
    Terbit(Box<Terbitan>, Arc<Edisi>, Konteks),
    Ditarik(Response),
}

#[derive(Template)]
#[template(path = "publik/skm/ditarik.html")]
struct Ditarik<'a> {
    k: &'a Konteks,
    nama: &'a str,
    unit: &'a str,
    alasan: &'a str,
    pada: String,
}

#[derive(Template)]
#[template(path = "publik/skm/takcocok.html")]
struct TakCocok<'a> {
    k: &'a Konteks,
    nama: &'a str,
    unit: &'a str,
}

/// What is published now, for those who show no page of their own where nothing is.
///
/// # Errors
/// 404 where nothing is published, 409 where what is stored is not what was signed.
pub(crate) fn berlaku(p: Publik) -> Result<Box<Terbitan>, Error> {
    match p {
        Publik::Terbit(t) => Ok(t),
        Publik::Ditarik { .. } => Err(Error::TidakAda),
        Publik::TakCocok { .. } => Err(Error::Bentrok("hasilskm-takcocok")),
    }
}

/// # Errors
/// 404 for what was never published.
async fn buka(app: &AppState, k: Konteks, kode: &str) -> Result<Terbuka, Error> {
    match terbit::publik(&app.store, kode).await? {
        Publik::Terbit(t) => {
            let k = k.ilustrasi(t.isi.ilustrasi).zona(&t.isi.zona).bantuan("survei");
            let edisi = store::edisi::skm(&app.store, &t.isi.edisi).await?;
            Ok(Terbuka::Terbit(t, edisi, k))
        }
        Publik::Ditarik { nama, unit, zona, ilustrasi, alasan, pada } => {
            let k = k.ilustrasi(ilustrasi).zona(&zona).bantuan("survei");
            let pada = k.waktu(&pada);
            let mut response = tampil(&Ditarik { k: &k, nama: &nama, unit: &unit, alasan: &alasan, pada })?;
            *response.status_mut() = StatusCode::GONE;
            Ok(Terbuka::Ditarik(response))
        }
        Publik::TakCocok { nama, unit, zona, ilustrasi } => {
            let k = k.ilustrasi(ilustrasi).zona(&zona).bantuan("survei");
            let mut response = tampil(&TakCocok { k: &k, nama: &nama, unit: &unit })?;
            *response.status_mut() = StatusCode::CONFLICT;
            Ok(Terbuka::Ditarik(response))
        }
    }
}

/// The figures as they were frozen. Counters and frozen figure agree unless a later program computes otherwise; what was
/// published stands.
///
/// # Errors
/// When the frozen counters do not fit the edition.
fn sajian<'a>(k: &'a Konteks, t: &'a Terbitan, edisi: &'a Edisi) -> Result<Sajian<'a>, Error> {
    let i = &t.isi;
    let bahan = Bahan { edisi, unsur: &i.unsur, layanan: &i.layanan, populasi: i.populasi, target: i.target, agregat: &i.agregat };
    let mut j = Sajian::baru(k, bahan)?;
    if let Some(a) = j.angka.as_mut().filter(|a| a.hasil != i.hasil) {
        tracing::error!(kode = i.kode, "a published figure differs from its recomputation");
        a.hasil = i.hasil.clone();
    }
    Ok(j)
}

/// The days of a round as people read them.
fn kurun(k: &Konteks, i: &IsiTerbit) -> String {
    crate::skm::rentang(k, &i.mulai, &i.sampai, i.rencana_sampai.as_ref())
}

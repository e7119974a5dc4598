//! `/survei/{ronde}/unduh/{agregat|jawaban}.{csv,xlsx,json}`: totals for everyone in scope, single answers for those with the
//! right. Small groups are hidden in the files as they are on the pages.

pub mod agregat;

use axum::extract::State;
use store::{hak, id::RondeId};

use super::{hasil::muat, konteks, sajian::Sajian};
use crate::{AppState, Error, error::Hasil, jalur::Jalur, konteks::Konteks, pelaku::Orang, publik::lampiran, rute::Daftar};

pub const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
pub const CSV: &str = "text/csv; charset=utf-8";
pub const JSON: &str = "application/json";

pub fn rute(d: &mut Daftar) {
    d.get("/survei/{ronde}/unduh/{berkas}", super::PEMBACA, unduh);
}

async fn unduh(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((id, berkas)): Jalur<(RondeId, String)>) -> Hasil {
    let m = muat(&app.store, hak::ronde_skm(&app.store, &pelaku, id).await?).await?;
    let k = konteks(k, m.ronde());
    let asal = agregat::Asal::dari_ronde(m.ronde());
    let nama = format!("skm-{}-{berkas}", m.ronde().kode);
    let j = Sajian::baru(&k, m.bahan())?;
    match berkas.as_str() {
        "agregat.csv" => Ok(lampiran(CSV, &nama, agregat::csv(&asal, &j)?)),
        "agregat.xlsx" => Ok(lampiran(XLSX, &nama, agregat::xlsx(&asal, &j)?)),
        "agregat.json" => Ok(lampiran(JSON, &nama, agregat::json(&asal, &j).to_string().into_bytes())),
        _ => Err(Error::TidakAda),
    }
}

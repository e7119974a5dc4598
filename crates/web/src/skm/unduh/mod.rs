//! `/survei/{ronde}/unduh/{agregat|jawaban}.{csv,xlsx,json}`: totals for everyone in scope, single answers for those with the
//! right. Small groups are hidden in the files as they are on the pages.

pub mod agregat;
pub mod jawaban;

use axum::{
    extract::{Query, State},
    response::Response,
};
use store::{hak, id::RondeId};

use super::{
    hasil::{Muatan, muat},
    konteks,
    sajian::Sajian,
};
use crate::{AppState, Error, error::Hasil, jalur::Jalur, konteks::Konteks, pelaku::Orang, publik::lampiran, rute::Daftar};

pub const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
pub const CSV: &str = "text/csv; charset=utf-8";
pub const JSON: &str = "application/json";

pub fn rute(d: &mut Daftar) {
    d.get("/survei/{ronde}/unduh/{berkas}", super::PEMBACA, unduh);
}

#[derive(serde::Deserialize)]
struct Kueri {
    /// Any value: semicolons, byte order mark and words, for Excel in Indonesian.
    excel: Option<String>,
}

async fn unduh(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((id, berkas)): Jalur<(RondeId, String)>,
    Query(q): Query<Kueri>,
) -> Hasil {
    let m = muat(&app.store, hak::ronde_skm(&app.store, &pelaku, id).await?).await?;
    let k = konteks(k, m.ronde());
    if berkas.starts_with("jawaban.") {
        return mentah(&app, &k, &m, &berkas, q.excel.is_some()).await;
    }
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

async fn mentah(app: &AppState, k: &Konteks, m: &Muatan, berkas: &str, excel: bool) -> Hasil<Response> {
    let hak = m.akses.pembaca_mentah()?;
    let (lajur, store) = (jawaban::Lajur::baru(k, &app.store, m).await?, app.store.clone());
    let nama = format!("skm-{}-{berkas}", m.ronde().kode);
    let bentuk = match berkas {
        "jawaban.csv" if excel => jawaban::Bentuk::CsvExcel,
        "jawaban.csv" => jawaban::Bentuk::Csv,
        "jawaban.json" => jawaban::Bentuk::Json,
        "jawaban.xlsx" => {
            let judul = format!("{} – {}", m.ronde().unit, m.ronde().nama);
            return Ok(jawaban::buku(store, hak, lajur, judul, &nama));
        }
        _ => return Err(Error::TidakAda),
    };
    Ok(jawaban::alirkan(store, hak, lajur, bentuk, &nama))
}

//! `/survei/{ronde}/unduh/{agregat|jawaban}.{csv,xlsx,json}`: totals for everyone in scope, single answers for those with the
//! right. Small groups are hidden in the files as they are on the pages.

pub mod agregat;
pub mod jawaban;

use axum::{
    extract::{Query, State},
    response::Response,
};
use store::{ekspor, hak, id::RondeId};

use super::{
    hasil::{Muatan, muat},
    konteks,
    sajian::Sajian,
};
use crate::{AppState, Error, error::Hasil, jalur::Jalur, konteks::Konteks, pelaku::Orang, rute::Daftar, tampil::Alih, unduhan};

/// Answers that are sent while one waits; above it the file is made in the background (`super::ekspor`). Text is written as it
/// is read, a workbook only after all rows.
const SEKALIGUS: i64 = 200_000;
const SEKALIGUS_XLSX: i64 = 100_000;

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
        "agregat.csv" => Ok(unduhan::kirim(unduhan::CSV, &nama, agregat::csv(&asal, &j)?)),
        "agregat.xlsx" => Ok(unduhan::kirim(unduhan::XLSX, &nama, agregat::xlsx(&asal, &j)?)),
        "agregat.json" => Ok(unduhan::kirim(unduhan::JSON, &nama, agregat::json(&asal, &j).to_string().into_bytes())),
        _ => Err(Error::TidakAda),
    }
}

/// How a file of answers is written; `None` is a workbook.
#[must_use]
pub fn bentuk(berkas: &str, excel: bool) -> Option<jawaban::Bentuk> {
    match berkas {
        "jawaban.xlsx" => None,
        "jawaban.json" => Some(jawaban::Bentuk::Json),
        _ if excel => Some(jawaban::Bentuk::CsvExcel),
        _ => Some(jawaban::Bentuk::Csv),
    }
}

async fn mentah(app: &AppState, k: &Konteks, m: &Muatan, berkas: &str, excel: bool) -> Hasil<Response> {
    let hak = m.akses.pembaca_mentah()?;
    if !matches!(berkas, "jawaban.csv" | "jawaban.xlsx" | "jawaban.json") {
        return Err(Error::TidakAda);
    }
    let (r, bentuk) = (m.ronde(), bentuk(berkas, excel));
    let baris = ekspor::baris(app.store.baca(), r.id).await?;
    if baris > if bentuk.is_none() { SEKALIGUS_XLSX } else { SEKALIGUS } {
        let pilih = if excel { "excel" } else { berkas };
        return Alih::ke(format!("/survei/{}/ekspor?berkas={pilih}", r.id)).pesan("ekspor-besar").into();
    }
    let (lajur, store) = (jawaban::Lajur::baru(k, &app.store, m).await?, app.store.clone());
    ekspor::catat_unduh(&app.store, &hak, berkas, baris).await?;
    let nama = format!("skm-{}-{berkas}", r.kode);
    Ok(match bentuk {
        Some(bentuk) => jawaban::alirkan(store, hak, lajur, bentuk, &nama),
        None => jawaban::buku(store, hak, lajur, format!("{} – {}", r.unit, r.nama), &nama),
    })
}

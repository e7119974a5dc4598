//! `prima compute instansi INPUT.json`: the mean of the unrounded indices of the units.
//!
//! Lives here: the shapes of CLI.md. Must not live here: the mean itself (`pekppp`).

use pekppp::{Ipp, Pecahan, bawaan, hitung_instansi, skor::HasilAkhir};
use serde_json::json;

use super::{Faults, Output, json::Json};

/// Categories are the same in all editions of 2022; this one names them.
const EDITION: &str = "pekppp-2022-a";

pub(super) fn compute(input: &Json) -> Result<Output, Faults> {
    let mut faults = Vec::new();
    let [units] = input.fields("masukan", ["units"], &mut faults);
    match units.map(|u| (u, u.list())) {
        Some((_, Some(list))) => from_units(list, faults),
        Some((other, None)) => {
            faults.push(format!("units: {}; diharapkan daftar unit", other.describe()));
            Err(faults)
        }
        None => {
            faults.push("units: tidak ada; kunci ini wajib".into());
            Err(faults)
        }
    }
}

fn from_units(list: &[Json], mut faults: Faults) -> Result<Output, Faults> {
    let ipp: Vec<Ipp> = list.iter().enumerate().filter_map(|(at, unit)| unit_ipp(unit, at + 1, &mut faults)).collect();
    if !faults.is_empty() {
        return Err(faults);
    }
    let (edisi, _) = bawaan(EDITION).ok_or_else(|| vec![format!("edisi {EDITION} tidak ada")])?;
    let hasil = hitung_instansi(edisi, &ipp).map_err(|e| vec![e.to_string()])?;
    let akhir = &hasil.hasil;
    Ok(Output {
        json: json!({ "ipp": figure(akhir), "units": hasil.unit }),
        text: format!(
            "IPP instansi {} ({} {}), tepatnya {}, dari {} unit\n",
            akhir.tampil,
            akhir.kategori,
            akhir.nama_kategori,
            akhir.ipp.desimal(),
            hasil.unit
        ),
        warnings: Vec::new(),
    })
}

fn unit_ipp(unit: &Json, row: usize, faults: &mut Faults) -> Option<Ipp> {
    let path = format!("units baris {row}");
    let [name, ipp] = unit.fields(&path, ["name", "ipp"], faults);
    if name.and_then(Json::text).is_none_or(|n| n.trim().is_empty()) {
        let found = name.map_or("tidak ada".into(), Json::describe);
        faults.push(format!("{path}.name: {found}; diharapkan nama unit"));
    }
    let expected = "diharapkan desimal 0 sampai 5 sebagai teks, seperti \"4.7125\"";
    let value = ipp.and_then(Json::text).and_then(|t| t.parse::<Pecahan>().ok());
    let value = value.and_then(|v| Ipp::baru(v).ok());
    if value.is_none() {
        let found = ipp.map_or("tidak ada".into(), Json::describe);
        faults.push(format!("{path}.ipp: {found}; {expected}"));
    }
    value
}

/// The four written forms of an index.
pub(super) fn figure(akhir: &HasilAkhir) -> serde_json::Value {
    json!({
        "value": akhir.ipp.desimal(),
        "display": akhir.tampil,
        "category": akhir.kategori,
        "name": akhir.nama_kategori,
    })
}

//! The file that comes back: JSON with answers by indicator and evidence in base64. Parsed within strict limits; what it says is
//! never trusted further than the same thing typed into the form.

use std::collections::BTreeMap;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use pekppp::f01::MentahIndikator;
use serde::Deserialize;
use store::id::{LokusId, OperasiId};

pub const FORMAT: &str = "prima-f01-luring-1";
/// The whole file in bytes.
pub const BUNDEL_MAKS: usize = 60 * 1024 * 1024;
/// One piece of evidence in bytes, as online.
pub const BERKAS_MAKS: usize = store::berkas::UKURAN_MAKS;
const BUKTI_MAKS: usize = 200;
const INDIKATOR_MAKS: usize = 200;
/// Values of one indicator.
const NILAI_MAKS: usize = 500;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bundel {
    format: String,
    lokus: LokusId,
    edisi: String,
    pub indikator: Vec<IsianLuring>,
    #[serde(default)]
    pub bukti: Vec<BuktiLuring>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IsianLuring {
    pub kode: String,
    pub op: OperasiId,
    pub versi: i64,
    pub isi: BTreeMap<String, Vec<String>>,
}

impl IsianLuring {
    /// As a form would send it.
    pub fn mentah(&self) -> MentahIndikator {
        self.isi.iter().map(|(k, v)| (k.clone(), v.iter().map(|x| x.replace('\0', "")).collect())).collect()
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BuktiLuring {
    pub op: OperasiId,
    pub indikator: String,
    pub nama: String,
    #[serde(default)]
    pub keterangan: String,
    isi: String,
}

impl BuktiLuring {
    /// The bytes; `None` for what is no base64.
    pub fn isi(&self) -> Option<Vec<u8>> {
        STANDARD.decode(&self.isi).ok()
    }
}

/// Reads a file for this lokus and edition. The error is the catalogue key of the reason.
pub fn baca(isi: &[u8], lokus: LokusId, edisi: &str) -> Result<Bundel, &'static str> {
    if isi.len() > BUNDEL_MAKS {
        return Err("luring-salah-besar");
    }
    let b: Bundel = serde_json::from_slice(isi).map_err(|_| "luring-salah-bentuk")?;
    if b.format != FORMAT {
        return Err("luring-salah-bentuk");
    }
    if b.lokus != lokus {
        return Err("luring-salah-unit");
    }
    if b.edisi != edisi {
        return Err("luring-salah-edisi");
    }
    let banyak = |i: &IsianLuring| i.isi.values().map(Vec::len).sum::<usize>() > NILAI_MAKS;
    if b.indikator.len() > INDIKATOR_MAKS || b.bukti.len() > BUKTI_MAKS || b.indikator.iter().any(banyak) {
        return Err("luring-salah-banyak");
    }
    Ok(b)
}

#[cfg(test)]
mod tests;

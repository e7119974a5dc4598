//! Plausibility hints: answers that are allowed but look wrong together.
//!
//! Lives here: evaluating the edition's `petunjuk` conditions. Must not live here: refusing a form; a
//! hint never blocks.

use serde::Serialize;

use super::{F01, JawabanIndikator};
use crate::{
    edisi::Edisi,
    syarat::{Kebenaran, Konteks},
};

/// A hint at an indicator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Petunjuk {
    pub kode: String,
    /// Field keys to point at (`KODE/kunci`), in the order the condition names them.
    pub bidang: Vec<String>,
    /// Catalogue key `f01-petunjuk-…`.
    pub kunci: String,
    /// The edition's own Indonesian text, for a key that no catalogue has (a local edition).
    pub uraian: String,
    /// The answers concerned, by field key, as short texts for the message.
    pub param: Vec<(String, String)>,
}

/// All hints that apply, in form order.
#[must_use]
pub fn periksa_kewajaran(edisi: &Edisi, f01: &F01) -> Vec<Petunjuk> {
    let kosong = JawabanIndikator::new();
    let mut hasil = Vec::new();
    for indikator in edisi.semua_indikator() {
        let jawaban = f01.get(&indikator.kode).unwrap_or(&kosong);
        let konteks = Konteks { indikator, jawaban, lain: Some((edisi, f01)) };
        for janggal in &indikator.janggal {
            if konteks.uji(&janggal.jika) != Kebenaran::Ya {
                continue;
            }
            let rujukan = janggal.jika.rujukan();
            let nama = |kode: &Option<String>, bidang: &str| format!("{}/{bidang}", kode.as_ref().unwrap_or(&indikator.kode));
            hasil.push(Petunjuk {
                kode: indikator.kode.clone(),
                bidang: rujukan.iter().map(|r| nama(&r.kode, &r.bidang)).collect(),
                kunci: format!("f01-petunjuk-{}", janggal.kunci.replace('_', "-")),
                uraian: janggal.uraian.clone(),
                param: rujukan.iter().filter_map(|r| Some((r.bidang.clone(), konteks.fakta(r)?.1.angka()?.desimal()))).collect(),
            });
        }
    }
    hasil
}

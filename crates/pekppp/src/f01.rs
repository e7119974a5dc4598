//! F01, the self-declaration of a unit: typed answers per indicator.
//!
//! Lives here: the answer types and their stored form. Reading raw form values is `baca`,
//! completeness `kelengkapan`, hints `kewajaran`. Must not live here: scores; F01 has no weight.

mod baca;
mod kelengkapan;
mod kewajaran;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use baca::{MentahIndikator, SalahIsian, baca_isian, tulis_isian};
pub use kelengkapan::{Kelengkapan, kelengkapan, kelengkapan_aspek, kelengkapan_indikator, terlihat};
pub use kewajaran::{Petunjuk, periksa_kewajaran};

use crate::{
    edisi::{Bidang, OPSI_KOSONG},
    pecahan::Pecahan,
};

/// One answer. Stored as JSON `{"jenis": "ya-tidak", "isi": true}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "jenis", content = "isi", rename_all = "kebab-case")]
pub enum Jawaban {
    YaTidak(bool),
    Bulat(i64),
    Desimal(Pecahan),
    Persen(Pecahan),
    Teks(String),
    Tanggal(Date),
    /// Key of the chosen option.
    Pilihan(String),
    /// Keys of the chosen options; never empty.
    Ganda(BTreeSet<String>),
}

/// Answers of one indicator by field key; an absent key is "not answered".
pub type JawabanIndikator = BTreeMap<String, Jawaban>;

/// Answers of a unit by indicator code.
pub type F01 = BTreeMap<String, JawabanIndikator>;

impl Jawaban {
    /// The numeric value of a number, decimal or percentage.
    #[must_use]
    pub fn angka(&self) -> Option<Pecahan> {
        match self {
            Self::Bulat(n) => Some(Pecahan::bulat(*n)),
            Self::Desimal(p) | Self::Persen(p) => Some(p.clone()),
            _ => None,
        }
    }
}

/// The answer in plain Indonesian, options by their labels: `Ya`, `31`, `91,77`, `2 dipilih (…; …)`.
#[must_use]
pub fn teks_jawaban(bidang: &Bidang, jawaban: &Jawaban) -> String {
    let label = |kunci: &str| bidang.label_opsi(kunci).unwrap_or(kunci).to_owned();
    match jawaban {
        Jawaban::YaTidak(b) => if *b { "Ya" } else { "Tidak" }.to_owned(),
        Jawaban::Bulat(n) => n.to_string(),
        Jawaban::Desimal(p) => p.desimal().replace('.', ","),
        Jawaban::Persen(p) => format!("{}%", p.desimal().replace('.', ",")),
        Jawaban::Teks(t) => t.clone(),
        Jawaban::Tanggal(d) => d.to_string(),
        Jawaban::Pilihan(kunci) => label(kunci),
        Jawaban::Ganda(isi) => {
            let daftar: Vec<String> = isi.iter().map(|k| label(k)).collect();
            let banyak = isi.iter().filter(|k| *k != OPSI_KOSONG).count();
            format!("{banyak} dipilih ({})", daftar.join("; "))
        }
    }
}

//! Read-only rendering of one indicator's F01: questions with answers, and evidence. Other areas put it beside their own
//! content: `{{ tampilan }}` after `Tampilan::baru(&k, lokus, indikator, jawaban, bukti)`.

use askama::{Template, filters::HtmlSafe};
use pekppp::{Bidang, Indikator, Jawaban, JawabanIndikator};
use store::{bukti::Bukti, id::LokusId};

use super::medan::nama;
use crate::{konteks::Konteks, lokus::bukti::baris::Baris};

/// One question with its answer in words; `None` while it is not answered.
pub struct Butir {
    /// `CODE/key`, the id that its field has on the form: links to an open question work on both.
    pub id: String,
    pub pertanyaan: String,
    pub jawaban: Option<String>,
}

#[derive(Template)]
#[template(path = "lokus/f01/tampilan.html")]
pub struct Tampilan<'a> {
    k: &'a Konteks,
    pub butir: Vec<Butir>,
    pub bukti: Vec<Baris<'a>>,
}

impl HtmlSafe for Tampilan<'_> {}

impl<'a> Tampilan<'a> {
    /// `bukti`: all of the lokus or only of this indicator; others are left out.
    #[must_use]
    pub fn baru(k: &'a Konteks, lokus: LokusId, i: &Indikator, jawaban: Option<&JawabanIndikator>, bukti: &[Bukti]) -> Self {
        let kosong = JawabanIndikator::new();
        let jawaban = jawaban.unwrap_or(&kosong);
        Self {
            k,
            butir: butir(k, i, jawaban),
            bukti: bukti.iter().filter(|b| b.indikator == i.kode).map(|b| Baris::baru(k, lokus, b.clone(), false)).collect(),
        }
    }
}

/// The questions that apply to these answers, with the answers in words.
#[must_use]
pub fn butir(k: &Konteks, i: &Indikator, jawaban: &JawabanIndikator) -> Vec<Butir> {
    pekppp::f01::terlihat(i, jawaban)
        .map(|b| Butir {
            id: nama(&i.kode, &b.kunci),
            pertanyaan: b.pertanyaan.clone(),
            jawaban: jawaban.get(&b.kunci).map(|j| dalam_kata(k, b, j)),
        })
        .collect()
}

/// An answer as people read it.
#[must_use]
pub fn dalam_kata(k: &Konteks, b: &Bidang, j: &Jawaban) -> String {
    let label = |o: &str| b.label_opsi(o).unwrap_or(o).to_owned();
    match j {
        Jawaban::YaTidak(true) => k.s("f01-ya"),
        Jawaban::YaTidak(false) => k.s("f01-tidak"),
        Jawaban::Bulat(n) => k.angka(n.to_string()),
        Jawaban::Desimal(p) => k.angka(p.desimal()),
        Jawaban::Persen(p) => format!("{}%", k.angka(p.desimal())),
        Jawaban::Teks(t) => t.clone(),
        Jawaban::Tanggal(d) => k.tanggal(d),
        Jawaban::Pilihan(o) => label(o),
        Jawaban::Ganda(isi) => isi.iter().map(|o| label(o)).collect::<Vec<_>>().join("; "),
    }
}

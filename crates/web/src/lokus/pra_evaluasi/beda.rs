//! The difference of two submissions of one indicator in words: question, what was, what is; evidence that came and went.

use askama::{Template, filters::HtmlSafe};
use pekppp::Indikator;
use store::pra::BedaIndikator;

use crate::{konteks::Konteks, lokus::f01::tampilan::dalam_kata};

#[derive(Template)]
#[template(path = "lokus/pra_evaluasi/_beda.html")]
pub struct Beda<'a> {
    k: &'a Konteks,
    /// Question, was, is.
    jawaban: Vec<[String; 3]>,
    tambah: Vec<&'a str>,
    hapus: Vec<&'a str>,
    /// Name, caption that was, caption that is.
    ubah: Vec<[&'a str; 3]>,
}

impl HtmlSafe for Beda<'_> {}

impl<'a> Beda<'a> {
    #[must_use]
    pub fn baru(k: &'a Konteks, i: &Indikator, b: &'a BedaIndikator) -> Self {
        let kata = |kunci: &str, j: &Option<pekppp::Jawaban>| match (i.bidang(kunci), j) {
            (Some(bidang), Some(j)) => dalam_kata(k, bidang, j),
            _ => k.s("f01-belum-dijawab"),
        };
        let satu = |(kunci, lama, baru): &(String, Option<pekppp::Jawaban>, Option<pekppp::Jawaban>)| {
            [i.bidang(kunci).map_or_else(|| kunci.clone(), |b| b.pertanyaan.clone()), kata(kunci, lama), kata(kunci, baru)]
        };
        Self {
            jawaban: b.jawaban.iter().map(satu).collect(),
            tambah: b.bukti_tambah.iter().map(|b| b.nama.as_str()).collect(),
            hapus: b.bukti_hapus.iter().map(|b| b.nama.as_str()).collect(),
            ubah: b.bukti_ubah.iter().map(|(l, b)| [b.nama.as_str(), l.keterangan.as_str(), b.keterangan.as_str()]).collect(),
            k,
        }
    }
}

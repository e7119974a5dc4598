//! A drawing from `assets/ikon-set.svg`; always beside a text, so hidden from screen readers.

use askama::{Template, filters::HtmlSafe};

use crate::konteks::Konteks;

#[derive(Template)]
#[template(path = "komponen/ikon.html")]
pub struct Ikon<'a> {
    nama: &'a str,
}

impl HtmlSafe for Ikon<'_> {}

impl Konteks {
    /// `{{ k.ikon("unduh") }}`; the names are the ids in `assets/ikon-set.svg`.
    #[must_use]
    pub fn ikon<'a>(&self, nama: &'a str) -> Ikon<'a> {
        Ikon { nama }
    }

    /// The address of an asset.
    #[must_use]
    pub fn aset(&self, nama: &str) -> String {
        crate::aset::aset(nama)
    }
}

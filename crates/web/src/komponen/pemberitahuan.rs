//! A block that tells something about the page as a whole: a state, a limit, a thing to do.

use askama::{Template, filters::HtmlSafe};

use super::Nada;
use crate::konteks::Konteks;

#[derive(Template)]
#[template(path = "komponen/pemberitahuan.html")]
pub struct Pemberitahuan {
    nada: Nada,
    judul: String,
    isi: String,
    ikon: String,
}

impl HtmlSafe for Pemberitahuan {}

impl Konteks {
    /// `{{ k.pemberitahuan(Nada::Perhatian, "f01-tutup", "f01-tutup-isi") }}`
    #[must_use]
    pub fn pemberitahuan(&self, nada: impl Into<Nada>, judul: &str, isi: &str) -> Pemberitahuan {
        self.pemberitahuan_teks(nada, self.s(judul), self.s(isi))
    }

    /// As [`Self::pemberitahuan`] with texts that were put together before (with values in them).
    #[must_use]
    pub fn pemberitahuan_teks(&self, nada: impl Into<Nada>, judul: impl Into<String>, isi: impl Into<String>) -> Pemberitahuan {
        let nada = nada.into();
        Pemberitahuan { nada, judul: judul.into(), isi: isi.into(), ikon: nada.ikon().to_owned() }
    }
}

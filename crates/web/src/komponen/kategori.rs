//! The category of an IPP (A, A-, B, B-, C, C-, D, E, F) as a chip that carries the letter besides its colour.

use askama::{Template, filters::HtmlSafe};

use crate::konteks::Konteks;

#[derive(Template)]
#[template(path = "komponen/kategori.html")]
pub struct Kategori {
    huruf: String,
    kelas: String,
    besar: bool,
    label: String,
}

impl HtmlSafe for Kategori {}

impl Kategori {
    /// The large form, beside the figure of a result.
    #[must_use]
    pub fn besar(mut self) -> Self {
        self.besar = true;
        self
    }
}

impl Konteks {
    /// `{{ k.kategori("A-") }}`
    #[must_use]
    pub fn kategori(&self, huruf: impl AsRef<str>) -> Kategori {
        let huruf = huruf.as_ref().to_owned();
        let kelas = huruf.chars().next().unwrap_or('x').to_ascii_lowercase().to_string();
        let label = self.n("umum-kategori", "huruf", &huruf);
        Kategori { huruf, kelas, besar: false, label }
    }
}

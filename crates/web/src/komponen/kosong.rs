//! What a list shows when it has nothing: what will stand here, and the next step.

use askama::{Template, filters::HtmlSafe};

use crate::konteks::Konteks;

#[derive(Template)]
#[template(path = "komponen/kosong.html")]
pub struct Kosong {
    judul: String,
    isi: String,
    tindakan: Option<(String, String)>,
}

impl HtmlSafe for Kosong {}

impl Kosong {
    /// The next step: where it is done, and the text of its button.
    #[must_use]
    pub fn tindakan(mut self, k: &Konteks, jalur: impl Into<String>, kunci: &str) -> Self {
        self.tindakan = Some((jalur.into(), k.s(kunci)));
        self
    }
}

impl Konteks {
    /// `{{ k.kosong("periode-kosong", "periode-kosong-isi").tindakan(k, "/periode/baru", "periode-buka") }}`
    #[must_use]
    pub fn kosong(&self, judul: &str, isi: &str) -> Kosong {
        Kosong { judul: self.s(judul), isi: self.s(isi), tindakan: None }
    }
}

//! The list of faults above a form, each a link to its field. Gets the focus when the page opens.

use askama::{Template, filters::HtmlSafe};

use crate::{formulir::Formulir, konteks::Konteks};

#[derive(Template)]
#[template(path = "komponen/ringkasan.html")]
pub struct Ringkasan {
    judul: String,
    butir: Vec<(String, String)>,
}

impl HtmlSafe for Ringkasan {}

impl Formulir {
    /// `{{ f.ringkasan(k) }}`: nothing when there is no fault.
    #[must_use]
    pub fn ringkasan(&self, k: &Konteks) -> Ringkasan {
        let butir: Vec<_> = self.semua_salah().iter().map(|s| (s.medan.clone(), s.teks(k.bahasa))).collect();
        Ringkasan { judul: k.jumlah("umum-salah-judul", butir.len()), butir }
    }
}

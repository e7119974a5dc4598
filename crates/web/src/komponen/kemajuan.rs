//! How much of something is done, as a bar with its figures in words.

use askama::{Template, filters::HtmlSafe};

use crate::konteks::Konteks;

#[derive(Template)]
#[template(path = "komponen/kemajuan.html")]
pub struct Kemajuan {
    label: String,
    selesai: usize,
    dari: usize,
    teks: String,
    tuntas: bool,
}

impl HtmlSafe for Kemajuan {}

impl Konteks {
    /// `{{ k.kemajuan("Aspek I", 3, 8) }}`: the label is text (a name from the instrument) already in the language.
    #[must_use]
    pub fn kemajuan(&self, label: impl Into<String>, selesai: usize, dari: usize) -> Kemajuan {
        let kunci = if dari > 0 && selesai > dari { "umum-kemajuan-lebih" } else { "umum-kemajuan" };
        let teks = self.a(kunci, [("selesai", selesai.into()), ("dari", dari.into())]);
        Kemajuan { label: label.into(), selesai: selesai.min(dari), dari, teks, tuntas: dari > 0 && selesai >= dari }
    }
}

//! The chain of an evaluation (or of any work in steps): where it stands, and the way to each step that may be opened.

use askama::{Template, filters::HtmlSafe};

use crate::konteks::Konteks;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keadaan {
    Selesai,
    Berjalan,
    Menunggu,
}

pub struct Tahap {
    pub judul: String,
    /// Where the step is worked on; `None` while it cannot be opened.
    pub jalur: Option<String>,
    pub keadaan: Keadaan,
    /// A few words: a date, a count, who is waited for.
    pub keterangan: Option<String>,
}

impl Tahap {
    fn kelas(&self) -> &'static str {
        match self.keadaan {
            Keadaan::Selesai => "selesai",
            Keadaan::Berjalan => "berjalan",
            Keadaan::Menunggu => "menunggu",
        }
    }

    fn kunci(&self) -> &'static str {
        match self.keadaan {
            Keadaan::Selesai => "umum-tahap-selesai",
            Keadaan::Berjalan => "umum-tahap-berjalan",
            Keadaan::Menunggu => "umum-tahap-menunggu",
        }
    }
}

#[derive(Template)]
#[template(path = "komponen/tahapan.html")]
pub struct Tahapan<'a> {
    k: &'a Konteks,
    tahap: &'a [Tahap],
    label: String,
}

impl HtmlSafe for Tahapan<'_> {}

impl Konteks {
    /// `{{ k.tahapan("lokus-tahapan", tahap) }}`
    #[must_use]
    pub fn tahapan<'a>(&'a self, label: &str, tahap: &'a [Tahap]) -> Tahapan<'a> {
        Tahapan { k: self, tahap, label: self.s(label) }
    }
}

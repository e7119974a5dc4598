//! A short word about a state, with a tone. The word says it all; colour only helps to find it.

use askama::{Template, filters::HtmlSafe};

use crate::konteks::Konteks;

/// What a state means for the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nada {
    /// A fact.
    Netral,
    /// In progress; worth knowing.
    Info,
    /// Done, in order.
    Baik,
    /// Waits for someone.
    Perhatian,
    /// Refused, late, broken.
    Bahaya,
}

/// Templates hand fields over by reference.
impl From<&Nada> for Nada {
    fn from(nada: &Nada) -> Self {
        *nada
    }
}

impl From<&&Nada> for Nada {
    fn from(nada: &&Nada) -> Self {
        **nada
    }
}

impl Nada {
    /// The suffix of the CSS classes.
    #[must_use]
    pub fn kelas(self) -> &'static str {
        match self {
            Self::Netral => "netral",
            Self::Info => "info",
            Self::Baik => "baik",
            Self::Perhatian => "perhatian",
            Self::Bahaya => "bahaya",
        }
    }

    /// The drawing that goes with it in notices.
    #[must_use]
    pub fn ikon(self) -> &'static str {
        match self {
            Self::Netral | Self::Info => "info",
            Self::Baik => "centang",
            Self::Perhatian => "jam",
            Self::Bahaya => "seru",
        }
    }
}

#[derive(Template)]
#[template(path = "komponen/lencana.html")]
pub struct Lencana {
    nada: Nada,
    teks: String,
}

impl HtmlSafe for Lencana {}

impl Konteks {
    /// `{{ k.lencana(Nada::Baik, "f01-terkirim") }}` (the template's struct gives the tone).
    #[must_use]
    pub fn lencana(&self, nada: impl Into<Nada>, kunci: &str) -> Lencana {
        Lencana { nada: nada.into(), teks: self.s(kunci) }
    }

    /// Why an uploaded file cannot be opened now, after what `store::pindai` says of it; nothing where it can.
    #[must_use]
    pub fn lencana_pindai(&self, keadaan: Option<&str>) -> Option<Lencana> {
        match keadaan {
            Some("terinfeksi") => Some(self.lencana(Nada::Bahaya, "berkas-tanda-terinfeksi")),
            Some("menunggu") if self.pintu.pemindai => Some(self.lencana(Nada::Perhatian, "berkas-tanda-menunggu")),
            _ => None,
        }
    }
}

//! `/skm/{token}/s/{rahasia}`: the questionnaire behind a one-use link, and what is said when the link is no good any more.

use askama::Template;

use super::{
    halaman,
    isian::{Cara, Isian},
    kepala::Kepala,
    kuesioner::Kuesioner,
};

/// Why a one-use link opens nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TautanMati {
    /// Redeemed, or never given out: the two cannot be told apart, because a redeemed link leaves no trace.
    Dipakai,
    /// Its last day is over.
    Lewat,
}

#[derive(Template)]
#[template(path = "survei/tautan.html")]
struct Halaman<'a> {
    h: &'a Kepala,
    sebab: TautanMati,
}

impl Halaman<'_> {
    fn sini(&self) -> String {
        self.h.dasar()
    }

    fn judul(&self) -> String {
        self.h.s(match self.sebab {
            TautanMati::Dipakai => "survei-tautan-dipakai",
            TautanMati::Lewat => "survei-tautan-lewat",
        })
    }

    fn isi(&self) -> String {
        self.h.s(match self.sebab {
            TautanMati::Dipakai => "survei-tautan-dipakai-isi",
            TautanMati::Lewat => "survei-tautan-lewat-isi",
        })
    }
}

/// The questionnaire with the secret in it and the markers of [`halaman`]; never kept, because it belongs to one person.
///
/// # Errors
/// When the template fails, which is a fault of the program.
pub fn isian(q: &Kuesioner, rahasia: &str) -> askama::Result<String> {
    halaman::halaman(q, &Isian { cara: Cara::Tautan(rahasia.to_owned()), ..Isian::default() })
}

/// The link is used or over. The round's open link is not offered: one visit is judged once.
///
/// # Errors
/// When the template fails, which is a fault of the program.
pub fn mati(h: &Kepala, sebab: TautanMati) -> askama::Result<String> {
    Halaman { h, sebab }.render()
}

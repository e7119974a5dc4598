//! The page of the questions as a string. `cepat` renders it once per round and language, keeps it, and puts the two
//! values of a visit in place of the markers; a form that comes back with faults is rendered for itself.

use askama::Template;

use super::{
    isian::{Cara, Isian, Sebab},
    kepala::Kepala,
    kuesioner::{Butir, Kuesioner},
};

/// Where the id of the answer goes; stands once in the page, unless [`Isian::id`] is set.
pub const PENANDA_ID: &str = "%%ID%%";
/// Where the form stamp goes; stands once in the page, behind the id.
pub const PENANDA_STEMPEL: &str = "%%STEMPEL%%";

#[derive(Template)]
#[template(path = "survei/isian.html")]
struct Halaman<'a> {
    h: &'a Kepala,
    q: &'a Kuesioner,
    i: &'a Isian,
    kios: bool,
}

/// The questionnaire, empty or as it came back.
///
/// # Errors
/// When the template fails, which is a fault of the program.
pub fn halaman(q: &Kuesioner, i: &Isian) -> askama::Result<String> {
    Halaman { h: &q.kepala, q, i, kios: i.cara == Cara::Kios }.render()
}

/// A fault as the summary above the form lists it.
struct Ringkas {
    medan: String,
    teks: String,
}

impl Halaman<'_> {
    fn sini(&self) -> String {
        match &self.i.cara {
            Cara::Biasa => self.h.dasar(),
            Cara::Kios => format!("{}/kios", self.h.dasar()),
            Cara::Tautan(rahasia) => format!("{}/s/{rahasia}", self.h.dasar()),
        }
    }

    fn id(&self) -> String {
        self.i.id.map_or_else(|| PENANDA_ID.to_owned(), |id| id.to_string())
    }

    fn stempel(&self) -> &'static str {
        PENANDA_STEMPEL
    }

    fn sapaan(&self) -> String {
        self.h.a("survei-sapaan", [("jumlah", self.q.jumlah().into()), ("menit", self.q.menit.into())])
    }

    /// Whether anything may be left empty: the part "a little about you".
    fn ada_pilihan(&self) -> bool {
        self.q.saran || self.q.profil.iter().any(|b| !b.wajib)
    }

    fn salah(&self, medan: &str) -> Option<String> {
        self.i.sebab(medan).map(|s| s.teks(self.h))
    }

    fn ringkasan(&self) -> Vec<Ringkas> {
        let nama = |medan: &str| match self.q.butir().find(|b| b.nama == medan) {
            Some(b) => self.h.n("survei-pertanyaan-nomor", "nomor", b.nomor),
            None => self.q.profil.iter().find(|b| b.nama == medan).map_or_else(|| self.h.s("survei-saran"), |b| b.teks.isi.clone()),
        };
        let baris =
            |medan: &str, sebab: Sebab| Ringkas { medan: medan.to_owned(), teks: format!("{}: {}", nama(medan), sebab.teks(self.h)) };
        self.i.salah.iter().map(|s| baris(&s.medan, s.sebab)).collect()
    }

    /// Words at both ends of a row of numbers, so that a screen reader hears them with the first and the last.
    fn ujung(&self, b: &Butir, nilai: &u8) -> Option<String> {
        let akhir = b.pilihan.last().map(|(n, _)| n);
        if b.pilihan.first().map(|(n, _)| n) == Some(nilai) {
            Some(self.h.s("survei-nol"))
        } else if akhir == Some(nilai) {
            Some(self.h.s("survei-lima"))
        } else {
            None
        }
    }
}

//! The page of a survey that takes no answers: not yet, no longer, closed by hand, or no such survey. Each says what to do.

use askama::Template;
use jiff::civil::Date;

use super::{
    bahasa::BahasaSurvei,
    kepala::{Jenis, Kepala},
};

/// Why no answer is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tertutup {
    /// Opens on this day.
    Belum { mulai: Date },
    /// Ended after this day.
    Selesai { sampai: Date },
    /// Closed by hand, with the reason that visitors see; it may be empty.
    Ditutup { alasan: String },
    /// F03: the phase is over or the result is settled.
    Usai,
}

#[derive(Template)]
#[template(path = "survei/tertutup.html")]
struct Halaman<'a> {
    h: &'a Kepala,
    sebab: &'a Tertutup,
    hasil: Option<&'a str>,
}

#[derive(Template)]
#[template(path = "survei/tidak_ada.html")]
struct TidakAda<'a> {
    h: &'a Kepala,
}

impl Halaman<'_> {
    fn sini(&self) -> String {
        self.h.dasar()
    }

    fn judul(&self) -> String {
        self.h.s(match self.sebab {
            Tertutup::Belum { .. } => "survei-tutup-belum",
            Tertutup::Selesai { .. } => "survei-tutup-selesai",
            Tertutup::Ditutup { .. } | Tertutup::Usai => "survei-tutup-ditutup",
        })
    }

    fn isi(&self) -> String {
        let unit = self.h.unit.as_str();
        match self.sebab {
            Tertutup::Belum { mulai } => {
                self.h.a("survei-tutup-belum-isi", [("unit", unit.into()), ("tanggal", self.h.tanggal(mulai).into())])
            }
            Tertutup::Selesai { sampai } => {
                self.h.a("survei-tutup-selesai-isi", [("unit", unit.into()), ("tanggal", self.h.tanggal(sampai).into())])
            }
            Tertutup::Ditutup { .. } | Tertutup::Usai => self.h.n("survei-tutup-ditutup-isi", "unit", unit),
        }
    }

    fn lakukan(&self) -> String {
        self.h.s(match self.sebab {
            Tertutup::Belum { .. } => "survei-tutup-belum-lakukan",
            _ => "survei-tutup-lakukan",
        })
    }

    fn alasan(&self) -> Option<&str> {
        match self.sebab {
            Tertutup::Ditutup { alasan } if !alasan.is_empty() => Some(alasan),
            _ => None,
        }
    }
}

impl TidakAda<'_> {
    fn sini(&self) -> String {
        self.h.dasar()
    }
}

/// `hasil`: address of the published result, if there is one.
///
/// # Errors
/// When the template fails, which is a fault of the program.
pub fn tertutup(h: &Kepala, sebab: &Tertutup, hasil: Option<&str>) -> askama::Result<String> {
    Halaman { h, sebab, hasil }.render()
}

/// No survey has this link: mistyped, or copied in part.
///
/// # Errors
/// When the template fails, which is a fault of the program.
pub fn tidak_ada(jenis: Jenis, token: &str, bahasa: BahasaSurvei) -> askama::Result<String> {
    let h = Kepala { jenis, token: token.to_owned(), unit: String::new(), instansi: String::new(), bahasa, ilustrasi: false };
    TidakAda { h: &h }.render()
}

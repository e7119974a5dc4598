//! `/skm/{token}/terima-kasih`: the answer is stored. Nothing on it can be joined to a person.

use askama::Template;

use super::kepala::Kepala;

/// What comes after the thanks, by the way the answer came (`?cara=`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sesudah {
    /// Somebody else may answer on the same phone.
    #[default]
    Biasa,
    /// The screen at the counter goes back to its start.
    Kios,
    /// A one-use link was for one person: nothing more.
    Tautan,
}

impl Sesudah {
    #[must_use]
    pub fn dari(cara: Option<&str>) -> Self {
        match cara {
            Some("kios") => Self::Kios,
            Some("tautan") => Self::Tautan,
            _ => Self::Biasa,
        }
    }
}

#[derive(Template)]
#[template(path = "survei/terima_kasih.html")]
struct Halaman<'a> {
    h: &'a Kepala,
    sesudah: Sesudah,
}

impl Halaman<'_> {
    fn sini(&self) -> String {
        let cara = match self.sesudah {
            Sesudah::Biasa => "",
            Sesudah::Kios => "?cara=kios",
            Sesudah::Tautan => "?cara=tautan",
        };
        format!("{}/terima-kasih{cara}", self.h.dasar())
    }

    fn kios(&self) -> bool {
        self.sesudah == Sesudah::Kios
    }

    fn boleh_lagi(&self) -> bool {
        self.sesudah == Sesudah::Biasa
    }
}

/// # Errors
/// When the template fails, which is a fault of the program.
pub fn terima_kasih(h: &Kepala, sesudah: Sesudah) -> askama::Result<String> {
    Halaman { h, sesudah }.render()
}

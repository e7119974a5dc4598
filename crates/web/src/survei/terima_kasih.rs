//! `/skm/{token}/terima-kasih`: the answer is stored. Nothing on it can be joined to a person.

use askama::Template;

use super::kepala::Kepala;

#[derive(Template)]
#[template(path = "survei/terima_kasih.html")]
struct Halaman<'a> {
    h: &'a Kepala,
    kios: bool,
}

impl Halaman<'_> {
    fn sini(&self) -> String {
        format!("{}/terima-kasih", self.h.dasar())
    }
}

/// `kios`: the answer came from the screen at the counter (`?cara=kios`), which then goes back to its start.
///
/// # Errors
/// When the template fails, which is a fault of the program.
pub fn terima_kasih(h: &Kepala, kios: bool) -> askama::Result<String> {
    Halaman { h, kios }.render()
}

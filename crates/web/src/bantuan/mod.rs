//! The user guide (docs/panduan), served at /bantuan: contents, chapters, search, pictures, and the way from each page's
//! anchor to its own place. The text is Markdown compiled into the program; nothing about it is written here.

mod bab;
pub mod buku;
mod cari;
mod daftar;
mod gambar;
mod ke;
mod olah;

use crate::rute::Daftar;

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    daftar::rute(d);
    cari::rute(d);
    gambar::rute(d);
    ke::rute(d);
    bab::rute(d);
}

//! Electronic signatures (BSrE) on minutes, beside the three of the program: the page, one call by one person, and the settling of
//! a call whose end is unknown.

mod halaman;
mod putusan;
mod tanda;

use crate::rute::Daftar;

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    halaman::rute(d);
    tanda::rute(d);
    putusan::rute(d);
}

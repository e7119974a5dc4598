//! The report of a round as PDF and workbook, in versions; the plan and the announcement as sheets of their own.

mod daftar;
pub mod isi;
pub mod lembar;
mod tabel;

use crate::rute::Daftar;

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    daftar::rute(d);
    lembar::rute(d);
}

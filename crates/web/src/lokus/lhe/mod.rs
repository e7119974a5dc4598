//! LHE: the report of a frozen result as PDF and workbook, in versions.

mod daftar;
mod isi;
mod unduhan;

use crate::rute::Daftar;

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    daftar::rute(d);
    unduhan::rute(d);
}

//! LHE: the report of a frozen result as PDF and workbook, in versions.

mod buat;
mod daftar;
mod isi;
pub(crate) mod massal;
mod unduhan;

use crate::rute::Daftar;

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    daftar::rute(d);
    unduhan::rute(d);
}

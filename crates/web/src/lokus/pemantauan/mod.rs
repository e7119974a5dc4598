//! The check of last period's recommendations (`/lokus/{lokus}/pemantauan`), for a lokus of the scheme pemantauan: each
//! recommendation of the earlier lokus with what the unit did, and the evaluator's finding.

mod daftar;
mod satu;

use crate::rute::Daftar;

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    daftar::rute(d);
    satu::rute(d);
}

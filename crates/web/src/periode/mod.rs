//! A period: opening, phase dates, unit lokus, evaluators and their decree, closing and reopening a phase.

mod penerbitan;
mod peringkat;

use crate::rute::Daftar;

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    peringkat::rute(d);
    penerbitan::rute(d);
}

//! Hak jawab of one unit lokus: the draft scores that the unit was shown, its objections, and the answers to them. What may
//! be done and until when is the store's matter (`store::sanggah`); scores are changed on the pages of F02.

pub mod jawaban;
mod muatan;
pub mod ringkasan;
pub mod sanggahan;

use crate::rute::Daftar;

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    ringkasan::rute(d);
    sanggahan::rute(d);
    jawaban::rute(d);
}

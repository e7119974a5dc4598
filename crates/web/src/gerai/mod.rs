//! A gerai for those who serve there (`/gerai/{gerai}/…`).

pub mod antrean;

use crate::rute::Daftar;

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    antrean::rute(d);
}

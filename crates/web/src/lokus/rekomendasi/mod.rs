//! The recommendations of a lokus (`/lokus/{lokus}/rekomendasi`): from F02, from the organiser, from the period before;
//! with sentences of the library to begin from.

mod daftar;
mod satu;

use crate::rute::Daftar;

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    daftar::rute(d);
    satu::rute(d);
}

//! Editions of the instrument: the list, one edition as its forms, importing, deriving, comparing, issuing and ending.
//! What an edition means is `pekppp::edisi`, the register is `store::edisi`.

mod banding;
mod daftar;
mod impor;
pub(crate) mod kata;
mod naskah;
mod penetapan;
mod satu;
mod turunan;

use crate::rute::Daftar;

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    daftar::rute(d);
    impor::rute(d);
    satu::rute(d);
    penetapan::rute(d);
    banding::rute(d);
    turunan::rute(d);
}

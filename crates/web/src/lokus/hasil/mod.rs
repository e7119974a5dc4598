//! The result of one unit lokus: IPP, aspects, category, derivation, freezing. Who sees what is decided in [`muat`].

pub(crate) mod benturan;
pub mod bundel;
pub mod cetak;
pub mod muat;
pub mod peningkatan;
pub mod ringkasan;
pub mod turunan;

use crate::rute::Daftar;

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    ringkasan::rute(d);
    turunan::rute(d);
    bundel::rute(d);
    peningkatan::rute(d);
}

//! Minutes of the evaluation, with their three signatures. What may be made and signed when is decided by the store.

mod baru;
mod daftar;
mod dokumen;
mod elektronik;
mod hak_jawab;
pub(crate) mod massal;
mod perangkat;
pub mod rincian;
mod unduhan;
mod usulan;

use crate::rute::Daftar;

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    daftar::rute(d);
    baru::rute(d);
    perangkat::rute(d);
    rincian::rute(d);
    unduhan::rute(d);
    elektronik::rute(d);
}

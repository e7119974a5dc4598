//! What anyone may read: results, instansi, rankings. Nothing unpublished may be reached from here.

pub mod hasil;
pub mod instansi;
pub mod peringkat;

use crate::rute::Daftar;

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    hasil::rute(d);
    instansi::rute(d);
    peringkat::rute(d);
}

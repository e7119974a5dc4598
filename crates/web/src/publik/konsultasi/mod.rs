//! Consultations for citizens without an account: asking (`/konsultasi`), and the thread for whoever holds the code.

mod baru;
mod lacak;

pub(crate) use baru::{di_luar, waktu};

use crate::rute::Daftar;

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    baru::rute(d);
    lacak::rute(d);
}

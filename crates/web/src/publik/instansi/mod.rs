//! The page of an instansi: its units and its history over the years, for anyone.

use crate::rute::Daftar;

/// The routes of this area.
pub fn rute(_d: &mut Daftar) {}

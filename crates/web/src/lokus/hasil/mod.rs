//! The result of one unit lokus: IPP, aspects, category, derivation.

use crate::rute::Daftar;

/// The routes of this area.
pub fn rute(_d: &mut Daftar) {}

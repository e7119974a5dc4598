//! Minutes of one unit lokus: making, reading, signing, the PDF.

use crate::rute::Daftar;

/// The routes of this area.
pub fn rute(_d: &mut Daftar) {}

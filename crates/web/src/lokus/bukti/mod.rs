//! Evidence of one unit lokus: upload whole or in pieces, list, download, removal.

use crate::rute::Daftar;

/// The routes of this area.
pub fn rute(_d: &mut Daftar) {}

//! The user guide (docs/panduan), served at /bantuan with an anchor for each page.

use crate::rute::Daftar;

/// The routes of this area.
pub fn rute(_d: &mut Daftar) {}

//! Units and accounts from XLSX or CSV, with a dry run first.

use crate::rute::Daftar;

/// The routes of this area.
pub fn rute(_d: &mut Daftar) {}

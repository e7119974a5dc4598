//! The report of one unit lokus: PDF and XLSX.

use crate::rute::Daftar;

/// The routes of this area.
pub fn rute(_d: &mut Daftar) {}

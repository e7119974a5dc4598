//! F03 of one unit lokus as the office sees it: link and QR, count, paper answers with their scan, rejection.

use crate::rute::Daftar;

/// The routes of this area.
pub fn rute(_d: &mut Daftar) {}

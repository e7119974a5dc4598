//! The public survey F03: one page behind a link or QR code, without account and without JavaScript.

use crate::rute::Daftar;

/// The routes of this area.
pub fn rute(_d: &mut Daftar) {}

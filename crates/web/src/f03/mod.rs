//! The public survey F03: one page behind a link or QR code, without account and without JavaScript.

pub mod isian;
pub mod terima_kasih;

use crate::rute::Daftar;

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    isian::rute(d);
    terima_kasih::rute(d);
}

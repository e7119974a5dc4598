//! The page behind the QR code of a document: does it come from here, is it unchanged, what does it say.

use crate::rute::Daftar;

/// The routes of this area.
pub fn rute(_d: &mut Daftar) {}

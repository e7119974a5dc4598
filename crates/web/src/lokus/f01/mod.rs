//! F01 of one unit lokus: the form generated from the instrument, autosave, approval, submission, withdrawal.

use crate::rute::Daftar;

/// The routes of this area.
pub fn rute(_d: &mut Daftar) {}

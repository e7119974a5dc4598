//! The audit log: search, one event, the state of the sealed chain.

use crate::rute::Daftar;

/// The routes of this area.
pub fn rute(_d: &mut Daftar) {}

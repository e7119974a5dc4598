//! Accounts and their roles: list, new, change, disable, one-time password link.

use crate::rute::Daftar;

/// The routes of this area.
pub fn rute(_d: &mut Daftar) {}

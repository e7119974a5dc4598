//! A period: opening, phase dates, unit lokus, evaluators and their decree, closing and reopening a phase.

use crate::rute::Daftar;

/// The routes of this area.
pub fn rute(_d: &mut Daftar) {}

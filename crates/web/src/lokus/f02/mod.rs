//! F02 of one unit lokus: the sheet of each evaluator, proposals of the rubric engine, consensus, right of reply.

use crate::rute::Daftar;

/// The routes of this area.
pub fn rute(_d: &mut Daftar) {}

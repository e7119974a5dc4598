//! Pra-evaluasi of one unit lokus: the team checks the submitted F01 with remarks per indicator, accepts it or returns it
//! with a deadline, and sees what the resubmission changed. The rules are `store::pra`; scores do not belong here.

pub mod aspek;
pub mod beda;
pub mod catatan;
pub mod muatan;
pub mod ringkasan;

use crate::rute::Daftar;

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    ringkasan::rute(d);
    catatan::rute(d);
    aspek::rute(d);
}

//! The follow-up plan of a round (`/survei/{ronde}/tindak-lanjut`): activities for the weakest unsur, with an owner, a last
//! day and a proof; and what became of the plan before it.

mod butir;
mod daftar;
mod isian;
pub mod sajian;
mod selesai;

use crate::rute::Daftar;

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    daftar::rute(d);
    butir::rute(d);
    selesai::rute(d);
}

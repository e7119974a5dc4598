//! Pra-evaluasi: the check of a submitted F01 before the evaluation. Remarks per indicator, then the submission is accepted
//! or returned with a deadline in working days; what was resubmitted is compared with what was returned.
//!
//! Whether it is done at all is the team's choice: F02 does not wait for it, because the regulation names no such step. A
//! provisional score belongs to [`crate::kondisi`], never here.

mod baca;
mod beda;
mod catatan;
mod ingat;
mod putusan;

pub use baca::{Catatan, Keadaan, Putusan, UbahCatatan, catatan, keadaan, putusan_semua, riwayat_catatan};
pub use beda::{BedaIndikator, beda};
pub use catatan::{TulisCatatan, simpan_catatan};
pub use ingat::ingatkan;
pub use putusan::{kembalikan, terima};

/// The longest remark, in characters.
pub const CATATAN_MAKS: usize = 2000;

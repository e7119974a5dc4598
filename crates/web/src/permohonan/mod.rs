//! Cases for officers: lists (`/berkas`, `/gerai/{gerai}/permohonan`), one case (`/berkas/{permohonan}`) with its steps and its letter,
//! and the form of a service (`/layanan/{layanan}/formulir`). What the applicant sees is `crate::publik::permohonan`.

mod daftar;
mod formulir;
pub(crate) mod kata;
mod langkah;
mod rinci;
mod surat;

use store::peran::Peran;

use crate::rute::{Akses, Daftar};

/// Who may handle cases at all.
const PETUGAS: Akses = Akses::Peran(&[Peran::Pelaksana, Peran::MppDepan, Peran::MppKepala, Peran::UnitKepala]);
/// Who designs forms.
const PERANCANG: Akses = Akses::Peran(&[Peran::UnitOperator, Peran::UnitKepala, Peran::MppDepan, Peran::MppKepala]);

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    daftar::rute(d);
    formulir::rute(d);
    rinci::rute(d);
    langkah::rute(d);
    surat::rute(d);
}

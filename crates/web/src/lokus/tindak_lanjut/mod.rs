//! The follow-up of a lokus (`/lokus/{lokus}/tindak-lanjut`): plan, progress with proof, verification, the report.

mod daftar;
pub mod isi;
pub mod kemajuan;
mod laporan;
mod satu;
mod verifikasi;

use crate::rute::Daftar;

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    daftar::rute(d);
    laporan::rute(d);
    satu::rute(d);
    kemajuan::rute(d);
    verifikasi::rute(d);
}

//! `/mpp/{mpp}/laporan` and `/mal/{kode}/kinerja`: the performance report of a mall, for those who run it and for anyone. The
//! figures and what they mean come from `sajian`, so that page, PDF and XLSX say the same.

mod berkas;
mod kurun;
mod lihat;
mod publik;
pub(crate) mod sajian;
mod survei;
mod tabel;

use crate::rute::Daftar;

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    lihat::rute(d);
    berkas::rute(d);
    publik::rute(d);
}

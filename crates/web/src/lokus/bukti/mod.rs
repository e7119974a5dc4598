//! Evidence of one unit lokus: upload whole or in pieces, list, caption, download, removal.
//!
//! What a file is, and whether it is safe, is decided by `store::berkas`; here it is only carried and shown.

pub mod baris;
pub mod formulir;
pub mod kecil;
pub mod keterangan;
pub mod lama;
pub mod penghapusan;
pub mod tambah;
pub mod tautan;
pub mod unduhan;
pub mod unggahan;

use crate::rute::Daftar;

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    tambah::rute(d);
    tautan::rute(d);
    lama::rute(d);
    unggahan::rute(d);
    unduhan::rute(d);
    kecil::rute(d);
    keterangan::rute(d);
    penghapusan::rute(d);
}

//! The page behind the QR code of a document: does it come from here, is it unchanged, what does it say.

mod cari;
mod dokumen;
mod nasional;
mod permohonan;
mod piagam;
mod skm;
pub(crate) mod turunan;

use crate::rute::Daftar;

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    cari::rute(d);
    dokumen::rute(d);
    turunan::rute(d);
}

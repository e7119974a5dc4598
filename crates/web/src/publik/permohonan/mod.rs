//! Cases for citizens, without an account: sending one (`/permohonan/baru/{layanan}`), following it by its code
//! (`/permohonan/{kode}`), correcting, cancelling, downloading, paying. The code is the secret of its holder.

pub(crate) mod baru;
mod bayar;
mod isian;
mod kiriman;
mod lacak;
mod perbaikan;
pub mod surel;

use crate::rute::Daftar;

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    surel::rute(d);
    baru::rute(d);
    lacak::rute(d);
    perbaikan::rute(d);
    bayar::rute(d);
}

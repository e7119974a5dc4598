//! Booking a time at a gerai (`/pesan/{penempatan}`), and the booking in its holder's hand (`/pesanan/{kode}`). Nobody signs in, no name
//! is asked for; who knows the code is its holder. Walking in needs none of this.

mod bagian;
mod nomor;
pub(crate) mod pilih;
mod pindah;
mod rinci;
pub mod surel;

use crate::rute::Daftar;

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    pilih::rute(d);
    rinci::rute(d);
    pindah::rute(d);
}

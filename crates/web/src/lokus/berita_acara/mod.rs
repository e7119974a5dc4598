//! Minutes of the evaluation, with their three signatures. What may be made and signed when is decided by the store.

mod baru;
mod daftar;
mod dokumen;
mod elektronik;
mod hak_jawab;
pub(crate) mod massal;
mod perangkat;
pub mod rincian;
mod unduhan;
mod usulan;

use jiff::{ToSpan as _, civil::Date};

use crate::rute::Daftar;

/// Minutes bear the day of a meeting that was held or is near: more than 31 days ahead the year was mistyped.
pub(crate) fn terlalu_depan(tanggal: Date, hari_ini: Date) -> bool {
    tanggal > hari_ini.saturating_add(31.days())
}

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    daftar::rute(d);
    baru::rute(d);
    perangkat::rute(d);
    rincian::rute(d);
    unduhan::rute(d);
    elektronik::rute(d);
}

//! What anyone may read: results, instansi, rankings. Nothing unpublished may be reached from here: own results come only
//! through `store::penerbitan::Terbitan`, and values that others published never share a ranking or a line with them.

pub mod cetak;
pub mod data_pribadi;
pub mod hasil;
pub mod instansi;
pub(crate) mod kapan;
pub mod konsultasi;
pub mod kunci;
pub mod mal;
pub mod nasional;
pub mod pelayanan;
pub mod pengaduan;
pub mod periksa;
pub mod peringkat;
pub mod permohonan;
pub mod pesan;
pub mod serahan;
pub mod skm;
pub mod terbitan;

use crate::rute::Daftar;

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    data_pribadi::rute(d);
    hasil::rute(d);
    instansi::rute(d);
    kunci::rute(d);
    mal::rute(d);
    nasional::rute(d);
    pelayanan::rute(d);
    pengaduan::rute(d);
    konsultasi::rute(d);
    peringkat::rute(d);
    periksa::rute(d);
    pesan::rute(d);
    serahan::rute(d);
    permohonan::rute(d);
    skm::rute(d);
    terbitan::rute(d);
}

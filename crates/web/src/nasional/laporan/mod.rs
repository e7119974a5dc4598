//! `/nasional/laporan`: the national report to the minister: composed from figures and own words, made once, submitted, received.
//! Only the role nasional; whoever holds the document checks it at `/verifikasi`.

mod berkas;
mod daftar;
mod edisi;
mod isi;
mod konsep;
mod rinci;

use store::{nasional::laporan::Laporan, peran::Peran};

use crate::{
    komponen::Nada,
    rute::{Akses, Daftar},
};

pub(super) const NASIONAL: Akses = Akses::Peran(&[Peran::Nasional]);

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    daftar::rute(d);
    konsep::rute(d);
    rinci::rute(d);
    berkas::rute(d);
}

/// How far a report has come.
pub(crate) fn keadaan(l: &Laporan) -> (Nada, &'static str) {
    match (&l.terima_tanggal, &l.kirim_tanggal, l.diganti) {
        (_, _, Some(_)) => (Nada::Perhatian, "lapnas-keadaan-diganti"),
        (Some(_), ..) => (Nada::Baik, "lapnas-keadaan-diterima"),
        (None, Some(_), None) => (Nada::Info, "lapnas-keadaan-disampaikan"),
        (None, None, None) => (Nada::Netral, "lapnas-keadaan-ditetapkan"),
    }
}

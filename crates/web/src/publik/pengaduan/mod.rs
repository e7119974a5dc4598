//! Reports of citizens without an account (`/pengaduan`): to whom, what, and the page that whoever holds the code follows it on.
//! What officers see is `crate::aduan`.

mod baru;
mod berkas;
pub(crate) mod jaga;
mod lacak;
mod muka;
pub(crate) mod tujuan;

pub(crate) use baru::{jenis, saklar, urai};
pub(crate) use muka::batas;

use crate::{konteks::Konteks, rute::Daftar};

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    muka::rute(d);
    baru::rute(d);
    lacak::rute(d);
    berkas::rute(d);
}

fn konteks(k: Konteks, ilustrasi: bool, zona: &str) -> Konteks {
    k.ilustrasi(ilustrasi).zona(zona).bantuan("pengaduan")
}

//! What administrators do, one folder per thing.

pub mod audit;
pub mod berkas;
pub mod data_pribadi;
pub mod gerbang;
pub mod impor;
pub mod insiden;
pub mod instansi;
pub mod kait;
pub mod keamanan;
pub mod kunci;
pub mod pengguna;
pub mod riwayat;
pub mod sso;
pub mod surat;
pub mod token;
pub mod unit;

use store::peran::Peran;

use crate::{
    error::Hasil,
    rute::{Akses, Daftar},
    tampil::Alih,
};

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    d.get("/admin", Akses::Peran(&[Peran::Admin]), awal);
    pengguna::rute(d);
    unit::rute(d);
    instansi::rute(d);
    impor::rute(d);
    riwayat::rute(d);
    audit::rute(d);
    berkas::rute(d);
    sso::rute(d);
    surat::rute(d);
    keamanan::rute(d);
    kunci::rute(d);
    token::rute(d);
    kait::rute(d);
    gerbang::rute(d);
    data_pribadi::rute(d);
    insiden::rute(d);
}

/// What an administrator can do stands on his start page.
async fn awal() -> Hasil {
    Alih::ke("/").into()
}

//! A person's own things: profile, password, sessions, language. Other people's accounts are in `admin::pengguna`.

pub mod bahasa;
mod data_pribadi;
mod dua_langkah;
mod kunci_sandi;
mod pemberitahuan;
mod profil;
mod sandi;
mod sesi;

use crate::rute::Daftar;

pub fn rute(d: &mut Daftar) {
    bahasa::rute(d);
    data_pribadi::rute(d);
    dua_langkah::rute(d);
    kunci_sandi::rute(d);
    pemberitahuan::rute(d);
    profil::rute(d);
    sandi::rute(d);
    sesi::rute(d);
}

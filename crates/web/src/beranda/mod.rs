//! The start page: for a signed-in person what waits for each of his roles, for anyone else what Prima is and the way in.

pub mod menu;

use askama::Template;

use crate::{
    error::Hasil,
    konteks::Konteks,
    rute::{Akses, Daftar},
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.get("/", Akses::Publik, beranda);
}

#[derive(Template)]
#[template(path = "beranda/umum.html")]
struct Umum<'a> {
    k: &'a Konteks,
}

async fn beranda(k: Konteks) -> Hasil {
    tampil(&Umum { k: &k })
}

//! `/bantuan`: the contents of the guide. Each named place is also listed here with its anchor as id, so that a link
//! `/bantuan#f01` arrives at the entry that leads on.

use askama::Template;

use super::buku::{Buku, buku};
use crate::{
    error::Hasil,
    konteks::Konteks,
    rute::{Akses, Daftar},
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.get("/bantuan", Akses::Publik, lihat);
}

#[derive(Template)]
#[template(path = "bantuan/daftar.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    buku: &'static Buku,
    q: &'static str,
}

async fn lihat(k: Konteks) -> Hasil {
    tampil(&Halaman { k: &k, buku: buku(), q: "" })
}

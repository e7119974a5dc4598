//! `/bantuan/{bab}`: one chapter of the guide with its own contents beside it.

use askama::Template;

use super::buku::{Bab, Buku, buku};
use crate::{
    Error,
    error::Hasil,
    jalur::Jalur,
    konteks::Konteks,
    rute::{Akses, Daftar},
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.get("/bantuan/{bab}", Akses::Publik, lihat);
}

#[derive(Template)]
#[template(path = "bantuan/bab.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    buku: &'static Buku,
    bab: &'static Bab,
    sebelum: Option<&'static Bab>,
    sesudah: Option<&'static Bab>,
    q: &'static str,
}

async fn lihat(k: Konteks, Jalur(kunci): Jalur<String>) -> Hasil {
    let buku = buku();
    let bab = buku.bab(&kunci).ok_or(Error::TidakAda)?;
    let (sebelum, sesudah) = buku.tetangga(bab.kunci);
    tampil(&Halaman { k: &k, buku, bab, sebelum, sesudah, q: "" })
}

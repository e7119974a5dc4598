//! Malls for citizens (`/mal`): where they are and how far, a page of each with gerai and services, and the published forums.
//! What is not approved yet is not shown (`store::perjalanan::publik`).

mod daftar;
mod forum;
mod gambar;
mod poster;
mod rinci;
mod tempat;

pub(crate) use rinci::buka;

use std::sync::LazyLock;

use crate::{konteks::Konteks, rute::Daftar};

pub fn rute(d: &mut Daftar) {
    daftar::rute(d);
    forum::rute(d);
    rinci::rute(d);
    poster::rute(d);
}

fn konteks(k: Konteks, ilustrasi: bool, zona: &str) -> Konteks {
    k.ilustrasi(ilustrasi).zona(zona).bantuan("mpp")
}

/// Whether the program has a page of this form: links are only drawn to pages that are there.
fn ada(pola: &str) -> bool {
    static POLA: LazyLock<Vec<&'static str>> = LazyLock::new(|| crate::daftar().tabel().iter().map(|b| b.jalur).collect());
    POLA.contains(&pola)
}

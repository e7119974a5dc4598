//! SKM rounds: who may do what, opening and changing, closing, links, lists.

pub mod bangun;
mod daftar;
mod ekspor;
mod hak;
mod isi;
mod laporan;
mod masuk;
mod rtl;
mod sebaran;
mod tautan;
mod tempo;
mod terbit;

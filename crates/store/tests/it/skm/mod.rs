//! SKM rounds: who may do what, opening and changing, closing, links, lists.

mod bangun;
mod daftar;
mod hak;
mod isi;
mod masuk;
mod tautan;

//! The bell, the list, the settings, the signed link.

mod bangun;
mod daftar;
mod henti;
mod surel;

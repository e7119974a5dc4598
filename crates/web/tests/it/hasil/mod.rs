//! Result, derivation, minutes, report, verification: one chain, each page in each of its states.

pub mod bangun;
mod benturan;
mod berita_acara;
mod elektronik;
mod kabar;
mod lhe;
mod macet;
mod ringkasan;
mod tanpa_sandi;

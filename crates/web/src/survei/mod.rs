//! The public survey, F03 and SKM alike: what a citizen sees. View models rendered to strings; routing and the taking of
//! answers are in `cepat` and `terima`. Nothing here needs a session.

pub mod bahasa;
pub mod halaman;
pub mod isian;
pub mod kepala;
pub mod kios;
pub mod kuesioner;
pub mod pekerja;
#[cfg(debug_assertions)]
pub mod pratinjau;
pub mod tautan;
pub mod terima_kasih;
pub mod tertutup;

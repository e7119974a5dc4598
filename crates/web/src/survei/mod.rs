//! The public survey, F03 and SKM alike: what a citizen sees. View models rendered to strings; routing and the taking of
//! answers are in `cepat` and `terima`. Nothing here needs a session.

pub mod bahasa;
pub mod cepat;
pub mod galat;
pub mod halaman;
pub mod isian;
pub mod kepala;
pub mod kios;
pub mod kuesioner;
pub mod kuesioner_skm;
pub mod laju;
pub mod pekerja;
pub mod pow;
pub mod serangan;
pub mod stempel;
pub mod tanda;
pub mod tautan;
pub mod terima;
pub mod terima_kasih;
pub mod tertutup;
pub mod urai;

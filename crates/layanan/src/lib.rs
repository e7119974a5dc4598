//! Rules of services (DESIGN section 3), pure: no I/O, no async, no clock.
//!
//! Here: the working-day calendar of an office and deadlines counted by it ([`Kalender`], [`Batas`]); the queue
//! ([`antrean`]) and bookings ([`slot`]); complaints ([`pengaduan`]) and consultations ([`konsultasi`]); cases ([`permohonan`]); Standar
//! Pelayanan ([`standar`]); the life of an MPP ([`mpp`]); the search over services ([`cari`]); QRIS payloads ([`qris`]) and proof of payment
//! ([`bayar`]); performance figures ([`kinerja`]). Every rule says where it comes from ([`Sumber`]).
//! Where things are stored and who may change them is the store's matter; sentences for people are the pages'.

pub mod antrean;
mod batas;
pub mod bayar;
pub mod cari;
mod kalender;
pub mod kinerja;
pub mod konsultasi;
mod kunci;
mod libur;
pub mod mpp;
pub mod pengaduan;
pub mod permohonan;
pub mod qris;
pub mod slot;
pub mod standar;
mod sumber;
mod tenggat;

pub use batas::{Batas, Satuan};
pub use kalender::{AkhirPekan, Alasan, JenisHari, Kalender, SalahKalender};
pub use libur::{BarisLibur, Kepastian, SalahDaftar, baca_daftar, nasional, tahun_bawaan};
pub use sumber::{KepastianSumber, Sumber};
pub use tenggat::{HARI_MAKS, SalahTenggat, Tenggat, hari_kerja_antara, tambah_hari, tambah_hari_kerja};

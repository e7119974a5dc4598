//! Rules of services (DESIGN section 3), pure: no I/O, no async, no clock.
//!
//! Here: the working-day calendar of an office and deadlines counted by it; the search over services ([`cari`]). Where a calendar is stored and who may
//! change it is the store's matter; sentences for people are the pages'.

pub mod cari;
mod kalender;
mod libur;
mod tenggat;

pub use kalender::{AkhirPekan, Alasan, JenisHari, Kalender, SalahKalender};
pub use libur::{BarisLibur, Kepastian, SalahDaftar, baca_daftar, nasional, tahun_bawaan};
pub use tenggat::{HARI_MAKS, SalahTenggat, Tenggat, hari_kerja_antara, tambah_hari, tambah_hari_kerja};

//! Standar Pelayanan: 14 components (PermenPANRB 15/2014), versions by decree with the dates they hold, completeness,
//! freshness and reviews that are due; and the maklumat.
//!
//! ```
//! use jiff::civil::date;
//! use layanan::{Batas, Kalender, standar::{Isi, Komponen, Riwayat, Versi}};
//!
//! let isi = Isi::dari(Komponen::penyampaian().map(|k| (k, "…")));
//! let versi = Versi::baru("SK 12/2025", date(2025, 1, 2), date(2025, 2, 1), isi);
//! let riwayat = Riwayat::baru(vec![versi])?;
//! assert!(riwayat.berlaku(date(2025, 1, 31)).is_none());
//! let v = riwayat.berlaku(date(2026, 11, 22)).unwrap();
//! // What must be published is there; the eight internal components are missing.
//! assert!(v.isi.siap_terbit() && v.isi.kurang().len() == 8);
//! assert_eq!(v.tinjauan_jatuh(Batas::bulan(12), &Kalender::bawaan())?.jatuh, date(2026, 1, 2));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod isi;
mod komponen;
mod segar;
mod versi;

pub use isi::Isi;
pub use komponen::{Bagian, Komponen, SUMBER_PENYAMPAIAN, UnsurSkm};
pub use segar::{BATAS_IRAMA, Irama, SEDIKITNYA, irama, umur_hari};
pub use versi::{Maklumat, Riwayat, SalahRiwayat, Versi};

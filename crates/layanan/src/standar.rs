//! Standar Pelayanan: its 14 components (PermenPANRB 15/2014) and the rhythm in which news of a service appears. Which version is in force, its
//! decree, its reviews and the maklumat are rows of `store::layanan`.
//!
//! ```
//! use layanan::standar::{Bagian, Komponen};
//!
//! // What must be published, and what binds the office within.
//! assert_eq!(Komponen::penyampaian().count(), 6);
//! assert_eq!(Komponen::SEMUA.iter().filter(|k| k.bagian() == Bagian::Pengelolaan).count(), 8);
//! ```

mod biaya;
mod komponen;
mod segar;

pub use biaya::tarif_cocok;
pub use komponen::{Bagian, Komponen, SUMBER_PENYAMPAIAN};
pub use segar::{BATAS_IRAMA, Irama, SEDIKITNYA, irama};

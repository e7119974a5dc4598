//! What the pages of the queue share: the line of each gerai kept ready for everybody who watches, streams, words, and how many
//! numbers one source may take. The pages are `crate::antre` (phones), `crate::tiket`, `crate::papan`, `crate::kios`,
//! `crate::gerai` (officers) and `crate::mpp::hari_ini`.

pub mod aliran;
pub mod kata;
pub mod muka;
pub mod pilihan;
pub mod siaran;
pub mod slip;
pub mod susun;

use siaran::Siaran;

use crate::{middleware::laju::Laju, papan::gambar::Gambar};

/// What the queue of this process keeps in memory; none of it is needed after a restart.
pub struct Antrean {
    pub siaran: Siaran,
    pub gambar: Gambar,
    /// A hall with its own Wi-Fi is one source, so the limit is generous; a browser that holds a number for a service is led back to
    /// it; the front desk and a kiosk it signed in are not limited.
    pub laju: Laju,
}

impl Antrean {
    /// `tiket_per_jam`: numbers that one source may take; 0: no limit.
    #[must_use]
    pub fn baru(tiket_per_jam: u32) -> Self {
        Self { siaran: Siaran::default(), gambar: Gambar::default(), laju: Laju::per_jam(tiket_per_jam) }
    }
}

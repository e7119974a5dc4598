//! What the pages of the queue share: the line of each gerai kept ready for everybody who watches, streams, words, and how many
//! numbers one source may take. The pages are `crate::antre` (phones), `crate::tiket`, `crate::papan`, `crate::kios`,
//! `crate::gerai` (officers) and `crate::mpp::hari_ini`.

pub mod aliran;
pub mod kata;
pub mod laju;
pub mod pilihan;
pub mod siaran;

use laju::LajuTiket;
use siaran::Siaran;

/// What the queue of this process keeps in memory; none of it is needed after a restart.
pub struct Antrean {
    pub siaran: Siaran,
    pub laju: LajuTiket,
}

impl Antrean {
    #[must_use]
    pub fn baru(tiket_per_jam: u32) -> Self {
        Self { siaran: Siaran::default(), laju: LajuTiket::baru(tiket_per_jam) }
    }
}

//! Where a rule comes from and how sure that is. Every limit, document and component in this crate carries it.
//!
//! A rule that was not read in an official text says so here, so that a page can say it too.

use crate::kunci::berkunci;

berkunci! {
    /// How sure a fact about a regulation is. The letters are those of the domain notes.
    pub enum KepastianSumber {
        /// H: read in two or more independent places, or computed again.
        Kuat = "kuat",
        /// M: read in one place.
        SatuSumber = "satu-sumber",
        /// L: read in one weak place.
        Lemah = "lemah",
        /// R: general knowledge, the official text was not read.
        Ingatan = "ingatan",
        /// No rule at all: a proposal of this program, to be decided by the office.
        Usulan = "usulan",
    }
}

/// A regulation or text with clause, and how sure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sumber {
    pub teks: &'static str,
    pub kepastian: KepastianSumber,
}

impl Sumber {
    #[must_use]
    pub const fn baru(teks: &'static str, kepastian: KepastianSumber) -> Self {
        Self { teks, kepastian }
    }
}

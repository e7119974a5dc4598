//! Berita acara: minutes of the evaluation (`pelaksanaan`) and of the frozen result (`hasil`), signed by three parties.
//!
//! The PDF is made once and never changes; its SHA-256 is what everybody signs. Any order of signing will do; when the
//! last one is in, the installation seals the minutes in the same transaction (DESIGN section 5, PermenPANRB 29/2022).
//! Layout belongs to `dokumen`; what it was made from is kept as opaque JSON beside the list of those who must sign.

mod baca;
mod belum;
mod calon;
pub mod elektronik;
mod hadir;
mod hak_kini;
mod macet;
mod sisa;
mod tanda;
mod tulis;

pub use baca::{BeritaAcara, Keadaan, TandaTangan, agen_bersama, daftar, dari_id, tanda_tangan};
pub(crate) use baca::{PILIH, dari_kode};
pub use belum::{Belum, Halangan, belum};
pub use calon::{Calon, Orang, calon};
pub use hadir::{Hadir, hadir};
pub(crate) use macet::menunggu;
pub use macet::{Macet, UnitMacet, macet, macet_periode};
pub use sisa::belum_beberapa;
pub use tanda::{Penanda, tandatangani};
pub use tulis::{Baru, Pembuat, batalkan, kode_baru, tambah};
pub(crate) use tulis::{Sidik, tulis_batal};

use crate::{StoreError, id::AkunId};
use serde::{Deserialize, Serialize};
use std::str::FromStr;

/// What the minutes are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Jenis {
    /// Presence, F01 and its documents; may be signed before observation and F02.
    Pelaksanaan,
    /// Bound to a frozen result.
    Hasil,
}

impl Jenis {
    /// In the order in which they are made.
    pub const SEMUA: [Self; 2] = [Self::Pelaksanaan, Self::Hasil];

    #[must_use]
    pub fn kunci(self) -> &'static str {
        match self {
            Self::Pelaksanaan => "pelaksanaan",
            Self::Hasil => "hasil",
        }
    }
}

impl FromStr for Jenis {
    type Err = StoreError;
    fn from_str(s: &str) -> Result<Self, StoreError> {
        Self::SEMUA.into_iter().find(|j| j.kunci() == s).ok_or_else(|| StoreError::Rusak(format!("unknown kind of minutes {s}")))
    }
}

/// The three parties.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Pihak {
    Evaluator,
    Unit,
    Penanggungjawab,
}

impl Pihak {
    pub const SEMUA: [Self; 3] = [Self::Evaluator, Self::Unit, Self::Penanggungjawab];

    #[must_use]
    pub fn kunci(self) -> &'static str {
        match self {
            Self::Evaluator => "evaluator",
            Self::Unit => "unit",
            Self::Penanggungjawab => "penanggungjawab",
        }
    }
}

/// Somebody whose name is printed on the minutes and who must sign them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HarusTanda {
    pub pihak: Pihak,
    pub akun: AkunId,
    pub nama: String,
    pub jabatan: String,
}

/// The live topic of one lokus' minutes (see [`crate::peristiwa`]).
#[must_use]
pub fn topik(lokus: crate::id::LokusId) -> String {
    format!("lokus/{lokus}/berita-acara")
}

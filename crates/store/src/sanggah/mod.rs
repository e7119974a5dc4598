//! Hak jawab: after F02 the unit sees the draft scores and may object per indicator; each objection is answered before the
//! result freezes (issue 4). That a unit is heard is our design; no regulation that we could read sets its form or length.
//!
//! A score is changed by the ordinary write of F02 or the consensus, never here: an answer only states what became of it.

mod ajukan;
mod aturan;
mod baca;
mod buka;
mod ingat;
mod jawab;
mod ringkas;
mod syarat;

pub use ajukan::{BuktiBaru, Penyanggah, Sanggah, ajukan, nyatakan_selesai, tarik};
pub(crate) use aturan::awal as aturan_awal;
pub use aturan::{Aturan, atur, aturan};
pub use baca::{Buka, BuktiSanggahan, Jawaban, Sanggahan, beberapa, berkas, bukaan, kini, milik_bukaan};
pub use buka::{Draf, NilaiDraf, buka};
pub use ingat::ingatkan;
pub use jawab::{Jawab, Putusan, jawab};
pub use ringkas::{Ringkas, ringkas};
pub use syarat::Tahap;
pub(crate) use syarat::kurang;

/// The longest reason, in characters.
pub const ALASAN_MAKS: usize = 3000;

/// The live topic of one lokus' right of reply (see [`crate::peristiwa`]).
#[must_use]
pub fn topik(lokus: crate::id::LokusId) -> String {
    format!("lokus/{lokus}/sanggah")
}

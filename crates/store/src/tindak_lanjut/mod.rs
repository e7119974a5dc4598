//! Tindak lanjut: what a unit does about its recommendations: plan, progress with proof, verification, deadline.
//!
//! State is derived from rows ([`Status`]); nothing is overwritten but the plan, which has a version. A period of the
//! scheme pemantauan checks the recommendations of an earlier lokus of the unit ([`asal()`]), and an ordinary one begins
//! with what was left ([`sisa`]). Reminders are [`ingatkan`]; the texts of recommendations are [`crate::rekomendasi`].

mod asal;
mod baca;
mod batas;
mod ingat;
mod kemajuan;
mod lewat;
mod papan;
mod rencana;
mod status;
mod verifikasi;

pub(crate) use asal::ASAL;
pub use asal::{Sisa, asal, belum_diperiksa, dilanjutkan, sisa};
pub use baca::{Butir, Kemajuan, Rencana, Verifikasi, berkas, daftar, satu};
pub use batas::{batas, batas_sejak};
pub use ingat::{ingatkan, ingatkan_bertahap};
pub use kemajuan::{Laporan, catat};
pub use lewat::{Lewat, lewat};
pub use papan::{BarisPapan, papan};
pub use rencana::{RencanaIsi, TEKS_MAKS, simpan};
pub use status::{Hitungan, Status, Tenggat, hitung};
pub use verifikasi::{Putusan, verifikasi};

/// The live topic of one lokus' recommendations and follow-up (see [`crate::peristiwa`]).
#[must_use]
pub fn topik(lokus: crate::id::LokusId) -> String {
    format!("lokus/{lokus}/tindak-lanjut")
}

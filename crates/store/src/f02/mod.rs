//! F02: the sheet of each evaluator, its history, and the consensus over the indicators on which sheets differ.
//!
//! Writes take `EvaluatorLokus` and run in one transaction; who may *see* scores is decided by [`pandangan()`] and nowhere
//! else. [`lembar_semua`], [`kesepakatan`] and [`catatan`] are for computing and reports: they show everything and must
//! not be called for a page without asking `pandangan` first. No arithmetic of scores here.

mod baca;
mod diganti;
mod isian;
mod kemajuan;
mod kemas;
mod kesiapan;
mod menunggu;
mod pandangan;
mod periksa;
mod riwayat;
mod selesai;
mod sepakat;
mod sumber;
mod syarat;

pub(crate) use baca::DIHITUNG;
pub use baca::{Catatan, Isian, Lembar, catatan, isian_satu, isian_sendiri, lembar_beberapa, lembar_semua, lembar_terlihat};
pub use diganti::{Diganti, Ditinggalkan, berakhir_sendiri, catatan_oleh, diganti, ditinggalkan};
pub use isian::{Tersimpan, Tulis, simpan, simpan_dari};
pub use kemajuan::{Kemajuan, kemajuan};
pub(crate) use kemas::buka as buka_kemasan;
pub use kesiapan::{Kesiapan, kesiapan};
pub use menunggu::{MenungguSepakat, menunggu_sepakat};
pub use pandangan::{Pandangan, pandangan};
pub use periksa::{Temuan, periksa};
pub use riwayat::{Isi, Perubahan, riwayat, riwayat_sepakat};
pub use selesai::{buka_kembali, tandai_selesai};
pub use sepakat::{Sepakat, TulisSepakat, kesepakatan, sepakat_berlaku, sepakat_tersimpan, sepakati};
pub use sumber::{Cara, Sumber};
pub(crate) use syarat::lembar_terbuka;
pub use syarat::{Keterbukaan, keterbukaan};

/// The live topic of one lokus' F02 (see [`crate::peristiwa`]).
#[must_use]
pub fn topik(lokus: crate::id::LokusId) -> String {
    format!("lokus/{lokus}/f02")
}

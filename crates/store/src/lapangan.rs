//! Field work of an evaluator: photos, voice and position beside a score, the checklists of presentation, interview and
//! observation, and what came back too late to count.
//!
//! Scores themselves are written by [`crate::f02`], also those that were typed without a line. Every write is idempotent by the
//! id that the device made. Nothing here changes a score.

mod catatan;
mod periksa;
mod titipan;

pub use catatan::{Baru, Catatan, JenisCatatan, KETERANGAN_MAKS, Lampiran, MAKS_CATATAN, Posisi, dari_id, hapus, milik_lokus, tambah};
pub use periksa::{CATATAN_MAKS, Daftar, JenisPeriksa, Tulis, butir, daftar, daftar_semua, simpan};
pub use titipan::{ISI_MAKS, Titipan, titipan, titipkan};

//! Rekomendasi: what a unit should do, one row a recommendation, per indicator.
//!
//! They come from F02 when the result freezes (`dari_hasil`), from the organiser, and from what the period before left.
//! They may be edited until the report is delivered; the follow-up of them is [`crate::tindak_lanjut`]. The library of
//! sentences is `pekppp::pustaka`.

mod baca;
mod beku;
mod saran;
mod tulis;

pub use baca::{Asal, Rekomendasi, Versi, daftar, dari_id, riwayat, tersampaikan};
pub(crate) use baca::{daftar_periode, daftar_unit};
pub(crate) use beku::dari_hasil;
pub use saran::{berlaku, saran};
pub use tulis::{ISI_MAKS, hapus, tambah, ubah};

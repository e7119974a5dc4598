//! Publications of other installations that were handed in: checked with registered keys only, kept as received, their results
//! "received, not validated" until the ministry says valid, or returns them with a reason. A corrected one is a new version.
//!
//! These figures were computed elsewhere and are proved, not made, here. Once the ministry said valid, the national board counts them
//! beside its own (`diterima/papan.rs`), until it takes that back (`diterima/tarik.rs`, `docs/decisions/revoked-keys.md`).

mod angka;
mod baca;
pub(crate) mod bukti;
mod edisi;
pub(crate) mod kecuali;
mod lama;
pub(crate) mod papan;
mod singgah;
mod tarik;
pub mod telusur;
mod tulis;
mod umum;
pub mod unit;

pub use angka::angka;
pub use baca::{Diterima, HasilDiterima, berkas, daftar, dicabut, hasil, keadaan, menunggu, satu};
pub use bukti::putusan_sah;
pub use edisi::{EdisiTerima, edisi};
pub use lama::lengkapi;
pub(crate) use singgah::Singgahan;
pub use tarik::tarik;
pub use tulis::{Gagal, Penyerah, Putusan, putuskan, terima};
pub use umum::{Pengganti, berkas_umum, hasil_umum, pengganti, umum};

//! Publications of other installations that were handed in: checked with registered keys only, kept as received, their results
//! "received, not validated" until the ministry says valid, or returns them with a reason. A corrected one is a new version.
//!
//! These figures were computed elsewhere and are proved, not made, here. Once the ministry said valid, the national board counts them
//! beside its own (`diterima/papan.rs`), until it takes that back (`diterima/tarik.rs`, `docs/decisions/revoked-keys.md`).
//! A decision that is not what was decided counts for nothing (`diterima/bukti.rs`) and is decided anew (`diterima/gugur.rs`).

mod angka;
mod baca;
pub(crate) mod bukti;
mod edisi;
mod gugur;
pub(crate) mod gugur_isi;
pub(crate) mod kecuali;
mod lama;
pub(crate) mod papan;
mod pendahulu;
mod singgah;
mod tarik;
pub mod telusur;
mod tulis;
mod umum;
pub mod unit;

pub use angka::{Angka, angka};
pub use baca::{Diterima, HasilDiterima, berkas, daftar, dicabut, hasil, keadaan, menunggu, satu};
pub use bukti::{kunci_sah, putusan_sah, tak_terbukti};
pub use edisi::{EdisiTerima, IsiTerima, isi};
pub use gugur::{PutusanGugur, gugur};
pub use lama::lengkapi;
pub use pendahulu::{Pendahulu, didahului, pendahulu};
pub(crate) use singgah::Singgahan;
pub use tarik::{penarikan, tarik};
pub use tulis::{Gagal, Penyerah, Putusan, putuskan, terima};
pub use umum::{Pengganti, berkas_umum, hasil_umum, memuat, pengganti, umum};

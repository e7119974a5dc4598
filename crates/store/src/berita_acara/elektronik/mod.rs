//! Electronic signatures (tanda tangan elektronik, BSrE) beside the three signatures that the program keeps itself.
//!
//! A call is a row before it is made, and the row is never called again: what happened to a call without an answer is
//! unknown until somebody asked the service and says so here. Signatures are appended one after the other, so one call at a
//! time runs on one minutes. How the service is spoken to is not known here; NIK and passphrase never reach this crate's tables.

mod baca;
mod tulis;

pub use baca::{Keadaan, Tte, berkas, daftar};
pub use tulis::{Akhir, Panggilan, Permintaan, Putusan, akhiri, mulai, putuskan};

/// Seconds after the limit of a call from which its missing end counts as unknown: the program may have been stopped.
const LONGGAR: i64 = 30;

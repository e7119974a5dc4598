//! Publications of other installations that were handed in: checked with registered keys only, kept as received, their results
//! "received, not validated" until the ministry says valid, or returns them with a reason. A corrected one is a new version.
//!
//! Nothing here counts among our own results: these figures were computed elsewhere and are proved, not made, here.

mod baca;
mod edisi;
mod tulis;

pub use baca::{Diterima, HasilDiterima, berkas, daftar, hasil, keadaan, menunggu, satu};
pub use edisi::{EdisiTerima, edisi};
pub use tulis::{Gagal, Penyerah, Putusan, putuskan, terima};

//! A case ("berkas", in the program's pages "permohonan"): what is asked for, the steps it takes, the clock of its promise.
//!
//! The form of a service is data ([`Formulir`]); a case is folded from its steps in order ([`Permohonan`]); the last day follows
//! from the promised working days, the office's calendar and the days on which the office waited for the applicant ([`Jam`]).
//! Letters are plain texts with places to fill ([`surat`]). Who may take which step, and where it is stored, is the store's matter.
//!
//! ```
//! use jiff::civil::date;
//! use layanan::{Kalender, permohonan::{Bayar, Jam, Langkah, Permohonan, Peristiwa}};
//!
//! let mut p = Permohonan::terima(date(2026, 3, 2), Some(3));
//! for (hari, langkah) in [(2, Langkah::Periksa), (3, Langkah::MintaPerbaikan), (9, Langkah::Perbaiki)] {
//!     p.terapkan(Peristiwa { tanggal: date(2026, 3, hari), langkah }, Bayar::Tidak)?;
//! }
//! // One working day went by before the question (3 March); 4 to 9 March were the applicant's.
//! let Jam::Berjalan(t) = p.jam(&Kalender::bawaan())? else { panic!("it runs again") };
//! assert_eq!(t.jatuh, date(2026, 3, 11));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod alur;
mod formulir;
mod jam;
mod jawaban;
mod langkah;
pub mod surat;

pub use alur::{Bayar, Permohonan, SalahLangkah};
pub use formulir::{BERKAS_MAKS, Formulir, JenisMedan, MEDAN_MAKS, Medan, SalahFormulir, kunci_dari};
pub use jam::Jam;
pub use jawaban::{Jawaban, SalahJawaban, TEKS_MAKS};
pub use langkah::{Keadaan, Langkah, Oleh, Peristiwa};

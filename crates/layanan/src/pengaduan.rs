//! Complaints, aspirations and requests for information: classes with limits, the steps of a report, what is measured.
//!
//! SP4N-LAPOR! is the compulsory application (KepmenPANRB 680/2020); an office's own list records, forwards or imports.
//! Limits are data ([`Aturan`]) with source and certainty; no limit stands in the code of a step.
//!
//! ```
//! use jiff::civil::date;
//! use layanan::{Kalender, pengaduan::{Aturan, Kelas, Langkah, Laporan, Peristiwa, UnitId}};
//!
//! let (aturan, kalender) = (Aturan::bawaan(), Kalender::bawaan());
//! let mut l = Laporan::terima(date(2026, 3, 13));
//! for (hari, langkah) in [
//!     (13, Langkah::Verifikasi { kelas: Kelas::TidakBerkadar }),
//!     (13, Langkah::Teruskan { unit: UnitId(1) }),
//!     (16, Langkah::Teruskan { unit: UnitId(2) }),
//! ] {
//!     l.terapkan(Peristiwa { tanggal: date(2026, 3, hari), langkah }, &aturan, &kalender)?;
//! }
//! // 14 working days from receipt, past Nyepi and Idul Fitri; handing on did not restart them.
//! assert_eq!(l.tenggat(&aturan, &kalender)?.unwrap().jatuh, date(2026, 4, 10));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod aturan;
mod laporan;
mod peristiwa;
mod samaran;
mod ukuran;

pub use aturan::{Aturan, AturanKelas, BATAS_KELAS, BATAS_LAIN, BatasLain, BatasLangkah, ESKALASI_ATAS, Kelas, MulaiHitung, SalahBatas};
pub use laporan::{Giliran, Keadaan, Laporan, Putaran, SebabPutaran};
pub use peristiwa::{AlasanTolak, JenisLangkah, Langkah, LaporanId, OlehEskalasi, Peristiwa, SalahLangkah, UnitId};
pub use samaran::{Pembaca, Samaran, Terlihat};
pub use ukuran::{Ukuran, ukur, ukur_masing};

//! The life of a Mal Pelayanan Publik by PermenPANRB 92/2021 (as summarised in the domain notes 2.2): 13 stages with
//! documents, limits and actors as data; the forum konsultasi publik; the six electronic features of a tenant.
//!
//! The annexes (study, verification forms, agreements) were not available: documents carry that, and no form is invented.
//!
//! ```
//! use jiff::civil::date;
//! use layanan::{Kalender, mpp::{JenisDokumen as D, Langkah, Pelaku, Peristiwa, Perjalanan, SalahLangkah, Tahap}};
//!
//! let mut p = Perjalanan::mulai(date(2026, 1, 5));
//! let maju = |hari, ke, oleh| Peristiwa { tanggal: date(2026, 1, hari), oleh, langkah: Langkah::Maju { ke } };
//! let tanpa = p.terapkan(maju(6, Tahap::UsulanDiajukan, Pelaku::KepalaDaerah)).unwrap_err();
//! assert_eq!(tanpa, SalahLangkah::DokumenKurang(vec![D::Kajian, D::BeritaAcaraForum]));
//! for jenis in [D::Kajian, D::BeritaAcaraForum] {
//!     p.terapkan(Peristiwa { tanggal: date(2026, 1, 7), oleh: Pelaku::Pemda, langkah: Langkah::Dokumen { jenis } })?;
//! }
//! p.terapkan(maju(8, Tahap::UsulanDiajukan, Pelaku::KepalaDaerah))?;
//! assert_eq!((p.tahap().nomor(), p.tenggat(&Kalender::bawaan())?), (2, None));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod dokumen;
mod fitur;
mod forum;
pub mod lapor;
mod perjalanan;
mod tahap;
pub mod templat;

pub use dokumen::{DOKUMEN, Dokumen, FormatDokumen, JenisDokumen, Keharusan};
pub use fitur::{Fitur, Tingkat, tingkat};
pub use forum::{Forum, Kelompok, KurangForum, Masukan, TahapForum};
pub use perjalanan::{Keputusan, Langkah, Peristiwa, Perjalanan, SalahLangkah};
pub use tahap::{BatasTahap, MulaiBatas, PANAH, Panah, Pelaku, Tahap, Uraian};

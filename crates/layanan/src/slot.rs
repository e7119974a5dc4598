//! Slots that can be booked: from opening hours, roster, holidays and capacity; and the bookings of them.
//!
//! Walk-in always works and needs no slot. Days and times are local to the hall; `kini` comes in as local time.
//!
//! ```
//! use jiff::civil::{Weekday, date, time};
//! use layanan::{Kalender, slot::{AturanSlot, Buku, JamBuka, Jadwal, Kehadiran, PemesanId, Permintaan, PesananId, Tugas}};
//!
//! let jam = vec![JamBuka { hari: Weekday::Monday, mulai: time(8, 0, 0, 0), selesai: time(12, 0, 0, 0) }];
//! let aturan = AturanSlot { lama_menit: 30, per_petugas: 1, untuk_datang_langsung: 50, jeda_menit: 60, paling_jauh_hari: 30 };
//! let jadwal = Jadwal::baru(jam, aturan, Kehadiran::Jadwal)?;
//! let (senin, delapan) = (date(2026, 11, 23), time(8, 0, 0, 0));
//! let tugas: Vec<_> = [1, 2].map(|p| Tugas { petugas: p, tanggal: senin, mulai: delapan, selesai: time(12, 0, 0, 0) }).into();
//! let slot = jadwal.slot(senin, &tugas, &Kalender::bawaan())?;
//! assert_eq!((slot.len(), slot[0].kapasitas), (8, 1)); // two officers, half of the places kept for walk-ins
//!
//! let mut buku = Buku::default();
//! let minta = |id| Permintaan { id: PesananId(id), pemesan: PemesanId(id), tanggal: senin, mulai: delapan };
//! let kini = date(2026, 11, 22).at(9, 0, 0, 0);
//! buku.pesan(minta(1), &jadwal, &tugas, &Kalender::bawaan(), kini)?;
//! assert!(buku.pesan(minta(2), &jadwal, &tugas, &Kalender::bawaan(), kini).is_err()); // full
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod bersama;
mod buku;
mod jadwal;
mod terdampak;

pub use bersama::{Bersama, PesananLain};
pub use buku::{Buku, PemesanId, Permintaan, Pesanan, PesananId, SalahPesan};
pub use jadwal::{AlasanTutup, AturanSlot, Jadwal, JamBuka, Kehadiran, SalahJadwal, Slot, Tugas};
pub use terdampak::{Sebab, TAWARAN_MAKS, Terdampak};

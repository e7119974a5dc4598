//! QRIS payloads (EMVCo merchant-presented mode): reading, writing, checking. The format: domain notes 5.5.
//!
//! A payload says what should be paid and to whom. It is **never** proof that something was paid: nothing here leads from
//! a payload to a [`crate::bayar::BuktiBayar`], which only a cashier's word or a verified callback can make.
//!
//! ```
//! use layanan::qris::{Muatan, Nominal};
//!
//! let statis = Muatan::baca(concat!(
//!     "00020101021126530016ID.CO.CONTOH.WWW0118936000000000000000020700000015144",
//!     "0014ID.CO.QRIS.WWW0215ID00000000000000303UME52049399",
//!     "53033605802ID5910MPP CONTOH6006CONTOH610512345630499B2",
//! ))?;
//! let tagihan = statis.untuk_tagihan(Nominal::baru(25_000)?, "INV001")?;
//! assert_eq!(tagihan.nominal().map(Nominal::rupiah), Some(25_000));
//! assert_eq!(Muatan::baca(&tagihan.tulis())?, tagihan);
//! # Ok::<(), layanan::qris::SalahQris>(())
//! ```
//!
//! No way from a payload to a payment:
//!
//! ```compile_fail
//! # fn coba(m: layanan::qris::Muatan) {
//! let lunas: layanan::bayar::BuktiBayar = m.into();
//! # }
//! ```

mod crc;
mod muatan;
mod nilai;
mod periksa;
mod salah;
mod tlv;

pub use crc::crc16;
pub use muatan::{Jenis, Muatan, Pedagang, Tip};
pub use nilai::{Nominal, RUPIAH_MAKS};
pub use salah::SalahQris;
pub use tlv::{Butir, PANJANG_MAKS, baca_butir};

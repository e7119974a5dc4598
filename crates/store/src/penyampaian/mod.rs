//! Penyampaian: what was sent to whom, when and by whom, and its receipt: schedule, LHE, follow-up report
//! (PermenPANRB 29/2022: the result goes to the Unit Lokus and the Penanggungjawab, and so does the follow-up).
//!
//! A sending is a row a recipient; a receipt is a row of its own: opened, confirmed, or handed over in a meeting with
//! place and day. Nothing here makes a document.

mod baca;
mod tulis;

pub(crate) use baca::dari_kode;
pub use baca::{Penyampaian, Terima, daftar, dari_id};
pub use tulis::{Berkas, Dokumen, Kiriman, Penerima, Pengirim, Rapat, buka, konfirmasi, sampaikan, serahkan};

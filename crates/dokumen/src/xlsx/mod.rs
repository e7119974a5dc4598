//! Workbooks. Figures are real numbers with formats, texts are always written as strings, so no text of a user can
//! become a formula; the only formulas are ours.

mod aliran;
mod buku;
mod gaya;
mod laporan_nasional;
mod laporan_skm;
mod lhe;
mod peringkat;
mod tabel;

pub use aliran::{AliranXlsx, BarisAliran, SelRingkas};
pub use buku::{LembarTabel, buku_xlsx};
pub use laporan_nasional::laporan_nasional;
pub use laporan_skm::{laporan_skm, rencana_skm};
pub use lhe::lhe;
pub use peringkat::peringkat;
pub use tabel::{Kolom, Sel, tabel_xlsx};

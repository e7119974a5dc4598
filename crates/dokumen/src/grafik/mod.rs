//! Charts as SVG: one drawing serves page, print and PDF.
//!
//! Every drawing has `<title>` and `<desc>`, carries class names for the page's style sheet and presentation attributes
//! as fallback (no `style`, no script: a strict CSP passes). Text is escaped. Coordinates are the only floats.

mod batang;
mod garis;
mod garis_rentang;
mod luwes;
mod petak;
mod pita;
mod radar;
mod rentang;
mod svg;
mod tumpuk;

pub(crate) use svg::aman;

pub use batang::{Batang, batang};
pub use garis::{GarisTahun, garis_tahun};
pub use garis_rentang::{TitikRentang, garis_rentang};
pub use luwes::{Lebar, Skala};
pub use petak::petak;
pub use pita::pita;
pub use radar::{Sumbu, radar};
pub use rentang::{BatangRentang, batang_rentang};
pub use tumpuk::{Tumpuk, tumpuk};

/// What makes a drawing readable without seeing it.
#[derive(Debug, Clone, Copy)]
pub struct Bingkai<'a> {
    /// Unique on the page: the ids of title and description derive from it. Letters, digits and `-`.
    pub id: &'a str,
    pub judul: &'a str,
    /// The figures in words; the page still needs a table twin.
    pub deskripsi: &'a str,
}

/// Top of the scale of PEKPPP scores (`batang`, `garis_tahun`, `radar`): they run from 0 to 5.
pub const SKALA: f64 = 5.0;

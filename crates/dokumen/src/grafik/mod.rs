//! Charts as SVG: one drawing serves page, print and PDF.
//!
//! Every drawing has `<title>` and `<desc>`, carries class names for the page's style sheet and presentation attributes
//! as fallback (no `style`, no script: a strict CSP passes). Text is escaped. Coordinates are the only floats.

mod batang;
mod garis;
mod radar;
mod svg;

pub(crate) use svg::aman;

pub use batang::{Batang, batang};
pub use garis::{GarisTahun, garis_tahun};
pub use radar::{Sumbu, radar};

/// What makes a drawing readable without seeing it.
#[derive(Debug, Clone, Copy)]
pub struct Bingkai<'a> {
    /// Unique on the page: the ids of title and description derive from it. Letters, digits and `-`.
    pub id: &'a str,
    pub judul: &'a str,
    /// The figures in words; the page still needs a table twin.
    pub deskripsi: &'a str,
}

/// Top of every scale here: PEKPPP scores run from 0 to 5.
pub const SKALA: f64 = 5.0;

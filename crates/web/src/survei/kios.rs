//! `/skm/{token}/kios`: the same questionnaire for a screen at the counter. With JavaScript one question a screen, back to
//! the start after 45 seconds without a touch; without it the whole page.

use super::{
    halaman,
    isian::{Cara, Isian},
    kuesioner::Kuesioner,
};

/// The page with the markers of [`halaman`].
///
/// # Errors
/// When the template fails, which is a fault of the program.
pub fn kios(q: &Kuesioner) -> askama::Result<String> {
    halaman::halaman(q, &Isian { cara: Cara::Kios, ..Isian::default() })
}

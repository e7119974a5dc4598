//! A small bar inside a table cell. It only repeats the number beside it, so it is hidden from readers of the page.

use super::luwes::persen;

/// `bagian` of `dari`, as long as its share.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "a share is drawn to a hundredth of a per cent")]
pub fn pita(bagian: u64, dari: u64) -> String {
    let porsi = if dari == 0 { 0.0 } else { (bagian as f64 / dari as f64).min(1.0) };
    format!(
        "<svg class=\"grafik-pita\" width=\"100%\" height=\"8\" aria-hidden=\"true\" focusable=\"false\">\
         <rect class=\"alas\" width=\"100%\" height=\"8\" rx=\"4\" fill=\"#e5e7eb\"/>\
         <rect class=\"batang\" width=\"{}\" height=\"8\" rx=\"4\" fill=\"#06264d\"/></svg>",
        persen(porsi)
    )
}

//! Handing in the results of a mandiri period: to the Penanggungjawab, who confirms it, and to the ministry, which
//! validates it or returns it with a reason. Until then its figures are provisional.
//!
//! A hand-in names frozen results one by one, so a result that was frozen afterwards is provisional again. A corrected
//! hand-in is a new row. Which scheme needs this is `pekppp::skema`.

mod baca;
mod tulis;

pub use baca::{Antrean, Serah, Terakhir, Terutang, UnitSerah, antrean, divalidasi, riwayat, satu, terakhir, terutang, unit};
pub use tulis::{Putusan, putuskan, serahkan, terima};

/// The condition that the result `h` stands in a hand-in that the ministry validated.
pub(crate) const TERVALIDASI: &str =
    "EXISTS (SELECT 1 FROM serah_mandiri_hasil sh JOIN serah_mandiri_putusan sp ON sp.serah_id = sh.serah_id
    WHERE sh.hasil_id = h.id AND sp.jenis = 'valid')";

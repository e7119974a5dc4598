//! Handing in the results of a mandiri period: to the Penanggungjawab, who confirms it, and to the ministry, which
//! validates it or returns it with a reason. Until then its figures are provisional.
//!
//! A hand-in names frozen results one by one, so a result that was frozen afterwards is provisional again. A corrected
//! hand-in is a new row. Which scheme needs this is `pekppp::skema`.
//!
//! Where nobody of the ministry works in this installation its decision comes by letter, and the organiser enters it (`surat`): rows of
//! their own, so that it always shows on whose word a result is valid.

mod baca;
mod ditarik;
mod surat;
mod tulis;

pub use baca::{
    Antrean, Serah, Terakhir, Terutang, UnitSerah, ada_baru, antrean, divalidasi, riwayat, satu, terakhir, terbit_semua, terutang, unit,
};
pub use ditarik::{SuratDitarik, ditarik as surat_ditarik};
pub use surat::{
    Dasar, SuratBaru, berkas as berkas_surat, catat as catat_surat, dasar as dasar_surat, kementerian_di_sini, tarik as tarik_surat,
};
pub use tulis::{Putusan, putuskan, serahkan, terima};

/// The condition that a result (the column that holds its id) stands in a hand-in that the ministry validated, here or by a letter that holds.
macro_rules! tervalidasi {
    ($hasil:literal) => {
        concat!(
            "(EXISTS (SELECT 1 FROM serah_mandiri_hasil sh JOIN serah_mandiri_putusan sp ON sp.serah_id = sh.serah_id
              WHERE sh.hasil_id = ",
            $hasil,
            " AND sp.jenis = 'valid')
            OR EXISTS (SELECT 1 FROM serah_mandiri_hasil sh JOIN serah_mandiri_surat sr ON sr.serah_id = sh.serah_id
              WHERE sh.hasil_id = ",
            $hasil,
            " AND sr.jenis = 'valid' AND NOT EXISTS (SELECT 1 FROM serah_mandiri_surat_tarik st WHERE st.surat_id = sr.id)))"
        )
    };
}
pub(crate) use tervalidasi;

/// The same of the result `h`.
pub(crate) const TERVALIDASI: &str = tervalidasi!("h.id");

/// Joins to the hand-in `s` what was decided on it: here (`p`), or by a letter that holds (`u`); one of them at most.
const PUTUSAN: &str = "LEFT JOIN serah_mandiri_putusan p ON p.serah_id = s.id LEFT JOIN serah_mandiri_surat u ON u.serah_id = s.id
    AND NOT EXISTS (SELECT 1 FROM serah_mandiri_surat_tarik w WHERE w.surat_id = u.id)";

/// How many decisions there are, and letters taken back: another number may change a ranking or a board.
pub(crate) const JUMLAH_PUTUSAN: &str = "((SELECT COUNT(*) FROM serah_mandiri_putusan) + (SELECT COUNT(*) FROM serah_mandiri_surat)
    + (SELECT COUNT(*) FROM serah_mandiri_surat_tarik))";

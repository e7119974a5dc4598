//! What is told at the field of the files.

use store::berkas::HALAMAN_MAKS;

use super::MEDAN;
use crate::{formulir::Formulir, kiriman::tetap::tetap};

/// Values that the words of a fault of a file may name.
pub fn maks() -> Vec<(&'static str, String)> {
    vec![("halaman", HALAMAN_MAKS.to_string())]
}

/// The field that a refusal of the store belongs to: a file that is known as infected stands at the files, all else at `lain`.
pub fn medan<'a>(kunci: &str, lain: &'a str) -> &'a str {
    if kunci == "berkas-terinfeksi" { MEDAN } else { lain }
}

/// A form that comes back for another fault has lost its files: browsers do not keep them, but a page that is not left does.
pub fn ulang(f: &mut Formulir, ada: bool) {
    if ada && f.salah(MEDAN).is_none() && !tetap(f) {
        f.salahkan(MEDAN, "pengaduan-lampiran-ulang");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_that_keeps_its_files_is_not_asked_for_them_again() {
        let mut dikirim = Formulir::kosong();
        ulang(&mut dikirim, true);
        assert!(dikirim.salah(MEDAN).is_some());
        let mut tinggal = Formulir::isi([("_tetap", "ya".to_owned())]);
        ulang(&mut tinggal, true);
        assert!(tinggal.salah(MEDAN).is_none());
    }
}

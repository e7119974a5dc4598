//! The columns of a table of units or accounts, in any order. Reading the file is `crate::tabel`.

use store::impor::{BARIS_MAKS, Baris, Jenis};

pub use crate::tabel::Salah;
use crate::tabel::{self, Batas};

/// Rows among which the header is looked for.
const JUDUL_MAKS: usize = 10;

/// Columns that are looked at; the tables have at most seven.
const KOLOM_MAKS: usize = 64;

/// Rows with a header in one of the first; the columns may stand in any order.
pub fn baca(jenis: Jenis, isi: &[u8]) -> Result<Vec<Baris>, Salah> {
    let tabel = tabel::baca(isi, Batas { baris: BARIS_MAKS + 1 + JUDUL_MAKS, kolom: KOLOM_MAKS })?.baris;
    susun(jenis, tabel)
}

fn susun(jenis: Jenis, tabel: Vec<Vec<String>>) -> Result<Vec<Baris>, Salah> {
    let isi = |b: &[String]| b.iter().any(|s| !s.trim().is_empty());
    // A title may stand above the header, as in our own example file.
    let utama = |b: &[String]| b.iter().any(|s| s.trim().eq_ignore_ascii_case(jenis.kolom().first().copied().unwrap_or_default()));
    let kepala = tabel.iter().take(JUDUL_MAKS).position(|b| utama(b));
    let Some(k) = kepala.or_else(|| tabel.iter().position(|b| isi(b))) else { return Err(Salah("impor-kosong", String::new())) };
    let kepala: Vec<String> = tabel[k].iter().map(|s| s.trim().to_lowercase().replace(' ', "_")).collect();
    let kolom = jenis.kolom();
    let asing: Vec<&str> = kepala.iter().map(String::as_str).filter(|h| !h.is_empty() && !kolom.contains(h)).collect();
    if !asing.is_empty() {
        return Err(Salah("impor-salah-kolom-asing", asing.join(", ")));
    }
    let letak: Vec<Option<usize>> = kolom.iter().map(|n| kepala.iter().position(|h| h == n)).collect();
    let hilang: Vec<&str> = kolom.iter().zip(&letak).filter(|(_, l)| l.is_none()).map(|(n, _)| *n).collect();
    if !hilang.is_empty() {
        return Err(Salah("impor-salah-kolom-hilang", hilang.join(", ")));
    }
    let satu = |(i, b): (usize, &Vec<String>)| Baris {
        nomor: i + 1,
        sel: letak.iter().map(|l| l.and_then(|l| b.get(l)).map(|s| s.trim().replace('\0', "")).unwrap_or_default()).collect(),
    };
    Ok(tabel.iter().enumerate().skip(k + 1).filter(|(_, b)| isi(b)).map(satu).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dapat(isi: &[u8]) -> Vec<Baris> {
        baca(Jenis::Akun, isi).map_err(|s| s.0).unwrap()
    }

    #[test]
    fn separators_marks_and_line_ends() {
        let satu = dapat(b"surel,nama,jabatan,peran,lingkup\na@b.id,A,,evaluator,64\n");
        let dua = dapat(b"\xef\xbb\xbfNama;Surel;Peran;Lingkup;Jabatan\r\nA;a@b.id;evaluator;64;\r\n");
        assert_eq!(satu, dua);
        assert_eq!((satu[0].nomor, satu[0].sel[0].as_str()), (2, "a@b.id"));
    }

    #[test]
    fn a_formula_is_text_and_empty_lines_keep_the_numbers() {
        let b = dapat(b"surel,nama,jabatan,peran,lingkup\n\n\"x@b.id\",\"=1+1\",\"@SUM\",evaluator,64\n");
        assert_eq!((b[0].nomor, b[0].sel[1].as_str(), b[0].sel[2].as_str()), (3, "=1+1", "@SUM"));
    }

    #[test]
    fn a_wrong_header_or_another_file_is_named() {
        let kunci = |isi: &[u8]| baca(Jenis::Unit, isi).err().map(|s| (s.0, s.1));
        assert_eq!(kunci(b"kode,nama,sandi"), Some(("impor-salah-kolom-asing", "sandi".into())));
        assert_eq!(kunci(b"kode,nama,jenis,alamat"), Some(("impor-salah-kolom-hilang", "kode_instansi, kode_induk".into())));
        assert_eq!(kunci(b"\xff\xfe\x00k").map(|k| k.0), Some("impor-salah-utf8"));
        assert_eq!(kunci(b"PK\x03\x04rusak").map(|k| k.0), Some("impor-salah-xlsx"));
        assert_eq!(kunci(b"").map(|k| k.0), Some("impor-kosong"));
    }
}

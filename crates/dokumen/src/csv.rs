//! CSV for people who open it in a spreadsheet: RFC 4180 quoting, CRLF, and a guard against formula injection.

use std::borrow::Cow;

use crate::Error;

/// How the file is to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GayaCsv {
    /// `;` opens in columns where the decimal sign is a comma (Indonesian spreadsheets), `,` elsewhere.
    pub pemisah: char,
    /// UTF-8 byte order mark, which Excel needs to read UTF-8.
    pub bom: bool,
}

impl Default for GayaCsv {
    fn default() -> Self {
        Self { pemisah: ',', bom: false }
    }
}

/// Writes a header row and the rows. A text that a spreadsheet would take for a formula gets a leading apostrophe;
/// plain decimal numbers such as `-1.5` stay as they are.
///
/// # Errors
/// [`Error::BarisTidakCocok`] when a row's length differs from the header's.
pub fn tabel_csv(kolom: &[&str], baris: &[Vec<String>], gaya: GayaCsv) -> Result<Vec<u8>, Error> {
    let mut keluar = String::new();
    if gaya.bom {
        keluar.push('\u{feff}');
    }
    satu_baris(&mut keluar, kolom.iter().copied(), gaya.pemisah);
    for (i, satu) in baris.iter().enumerate() {
        if satu.len() != kolom.len() {
            return Err(Error::BarisTidakCocok { kolom: kolom.len(), baris: i + 1, ada: satu.len() });
        }
        satu_baris(&mut keluar, satu.iter().map(String::as_str), gaya.pemisah);
    }
    Ok(keluar.into_bytes())
}

/// Appends one row, for files that are written while they are read from the database. See [`tabel_csv`] for the guard.
pub fn satu_baris<'a>(keluar: &mut String, sel: impl Iterator<Item = &'a str>, pemisah: char) {
    for (i, isi) in sel.enumerate() {
        if i > 0 {
            keluar.push(pemisah);
        }
        satu_sel(keluar, isi, pemisah);
    }
    keluar.push_str("\r\n");
}

/// Appends one cell, guarded and quoted where it must be; the caller puts the separators.
pub fn satu_sel(keluar: &mut String, isi: &str, pemisah: char) {
    let isi = jinakkan(isi);
    let isi = isi.as_ref();
    if isi.contains([pemisah, ',', ';', '"', '\n', '\r', '\t']) {
        keluar.push('"');
        keluar.push_str(&isi.replace('"', "\"\""));
        keluar.push('"');
    } else {
        keluar.push_str(isi);
    }
}

/// Puts an apostrophe before what a spreadsheet would run as a formula (`=`, `+`, `-`, `@`, tab, carriage return,
/// line feed and their full-width twins), unless it is a plain decimal number.
fn jinakkan(isi: &str) -> Cow<'_, str> {
    let bahaya = isi.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if bahaya && !desimal(isi) { Cow::Owned(format!("'{isi}")) } else { Cow::Borrowed(isi) }
}

fn desimal(isi: &str) -> bool {
    let tanpa_tanda = isi.strip_prefix(['-', '+']).unwrap_or(isi);
    let (utuh, pecahan) = tanpa_tanda.split_once(['.', ',']).unwrap_or((tanpa_tanda, "0"));
    [utuh, pecahan].iter().all(|bagian| !bagian.is_empty() && bagian.bytes().all(|huruf| huruf.is_ascii_digit()))
}

#[cfg(test)]
mod tests;

//! XLSX and DOCX: a real package of Office Open XML, unpacked once into nothing to see that it is whole.
//!
//! Unpacking is bounded, so a bomb costs no memory and little time. Macros and ActiveX are refused.

use super::{SalahBerkas, Tipe};
use std::io::{self, Cursor, Read};
use zip::{ZipArchive, result::ZipError};

const ENTRI_MAKS: usize = 5_000;
/// All parts together, unpacked. Ordinary workbooks unpack to ten times their size; 20 MB of text stays below this.
const MENGEMBANG_MAKS: u64 = 256 * 1024 * 1024;
const JENIS_ISI: &str = "[Content_Types].xml";

pub(super) fn periksa(isi: &[u8]) -> Result<Tipe, SalahBerkas> {
    // Without the directory at its end a package was cut off.
    let mut zip = ZipArchive::new(Cursor::new(isi)).map_err(|_| SalahBerkas::Terpotong)?;
    if zip.len() > ENTRI_MAKS {
        return Err(SalahBerkas::TerlaluMengembang);
    }
    let tipe = jenis(&zip)?;
    let mut sisa = MENGEMBANG_MAKS;
    for i in 0..zip.len() {
        let mut entri = zip.by_index(i).map_err(salah_zip)?;
        if entri.size() > sisa {
            return Err(SalahBerkas::TerlaluMengembang);
        }
        // The size in the header may lie, so what comes out is counted; the last read compares the checksum.
        let mut terbatas = entri.by_ref().take(sisa + 1);
        let n = io::copy(&mut terbatas, &mut io::sink()).map_err(|_| SalahBerkas::Rusak)?;
        sisa = sisa.checked_sub(n).ok_or(SalahBerkas::TerlaluMengembang)?;
    }
    if jenis_isi(&mut zip)?.contains("macroenabled") {
        return Err(SalahBerkas::Makro);
    }
    Ok(tipe)
}

/// What the package is, by the parts it names.
fn jenis(zip: &ZipArchive<Cursor<&[u8]>>) -> Result<Tipe, SalahBerkas> {
    let nama: Vec<String> = zip.file_names().map(|n| n.map(|n| n.to_lowercase())).collect::<Result<_, _>>().map_err(salah_zip)?;
    if nama.iter().any(|n| n.starts_with('/') || n.contains('\\') || n.split('/').any(|b| b == "..")) {
        return Err(SalahBerkas::Rusak);
    }
    if nama.iter().any(|n| n.ends_with("vbaproject.bin") || n.contains("/activex/") || n.contains("/macrosheets/")) {
        return Err(SalahBerkas::Makro);
    }
    let ada = |cari: &str| nama.iter().any(|n| n == cari);
    if !ada(&JENIS_ISI.to_lowercase()) {
        return Err(SalahBerkas::TipeTakDiterima);
    }
    match (ada("xl/workbook.xml"), ada("word/document.xml")) {
        (true, false) => Ok(Tipe::Xlsx),
        (false, true) => Ok(Tipe::Docx),
        _ => Err(SalahBerkas::TipeTakDiterima),
    }
}

fn jenis_isi(zip: &mut ZipArchive<Cursor<&[u8]>>) -> Result<String, SalahBerkas> {
    let mut teks = Vec::new();
    zip.by_name(JENIS_ISI).map_err(salah_zip)?.take(1024 * 1024).read_to_end(&mut teks).map_err(|_| SalahBerkas::Rusak)?;
    Ok(String::from_utf8_lossy(&teks).to_lowercase())
}

fn salah_zip(e: ZipError) -> SalahBerkas {
    match e {
        ZipError::UnsupportedArchive(_) => SalahBerkas::KantorLama,
        _ => SalahBerkas::Rusak,
    }
}

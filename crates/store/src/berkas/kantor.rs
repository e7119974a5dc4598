//! XLSX and DOCX: a real package of Office Open XML, unpacked once into nothing to see that it is whole.
//!
//! Unpacking is bounded, so a bomb costs no memory and little time. What runs or fetches something is refused: macros, `ActiveX`, DDE, a
//! template from elsewhere, programs packed inside, also in documents within the document.

use super::{SalahBerkas, Tipe};
use std::io::{self, Cursor, Read, Write};
use zip::{ZipArchive, read::ZipFile, result::ZipError};

const ENTRI_MAKS: usize = 5_000;
/// All parts together, unpacked. Ordinary workbooks unpack to ten times their size; 20 MB of text stays below this.
const MENGEMBANG_MAKS: u64 = 256 * 1024 * 1024;
/// One document within another; charts bring theirs. Deeper is no office work.
const DALAM_MAKS: usize = 2;
const JENIS_ISI: &str = "[Content_Types].xml";
/// In what the types of parts say, in small letters.
const JENIS_AKTIF: [&str; 4] = ["macroenabled", "vbaproject", "macrosheet", "activex"];

type Paket<'a> = ZipArchive<Cursor<&'a [u8]>>;

pub(super) fn periksa(isi: &[u8]) -> Result<Tipe, SalahBerkas> {
    let mut zip = buka(isi)?;
    let tipe = jenis(&nama(&zip)?)?;
    let mut sisa = MENGEMBANG_MAKS;
    pasif(&mut zip, &mut sisa, DALAM_MAKS)?;
    Ok(tipe)
}

fn buka(isi: &[u8]) -> Result<Paket<'_>, SalahBerkas> {
    // Without the directory at its end a package was cut off.
    let mut zip = ZipArchive::new(Cursor::new(isi)).map_err(|_| SalahBerkas::Terpotong)?;
    if zip.len() > ENTRI_MAKS {
        return Err(SalahBerkas::TerlaluMengembang);
    }
    // Parts that overlap would have the same bytes unpacked again and again, perhaps into nothing.
    let mut sisa = isi.len() as u64;
    for i in 0..zip.len() {
        let terbungkus = zip.by_index_raw(i).map_err(salah_zip)?.compressed_size();
        sisa = sisa.checked_sub(terbungkus).ok_or(SalahBerkas::TerlaluMengembang)?;
    }
    Ok(zip)
}

fn nama(zip: &Paket<'_>) -> Result<Vec<String>, SalahBerkas> {
    zip.file_names().map(|n| n.map(|n| n.to_lowercase())).collect::<Result<_, _>>().map_err(salah_zip)
}

/// What the package is, by the parts it names.
fn jenis(nama: &[String]) -> Result<Tipe, SalahBerkas> {
    if nama.iter().any(|n| n.starts_with('/') || n.contains('\\') || n.split('/').any(|b| b == "..")) {
        return Err(SalahBerkas::Rusak);
    }
    if nama.iter().any(|n| aktif(n)) {
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

/// Ending of a name in small letters.
fn akhiran(nama: &str) -> &str {
    nama.rsplit('.').next().unwrap_or_default()
}

/// A part that is named after what it does.
fn aktif(nama: &str) -> bool {
    nama.ends_with("vbaproject.bin") || nama.contains("/activex/") || nama.contains("/macrosheets/")
}

/// Unpacks every part, looks into those that may run something, and counts what comes out.
fn pasif(zip: &mut Paket<'_>, sisa: &mut u64, dalam: usize) -> Result<(), SalahBerkas> {
    if nama(zip)?.iter().any(|n| aktif(n)) {
        return Err(SalahBerkas::Makro);
    }
    for i in 0..zip.len() {
        let mut entri = zip.by_index(i).map_err(salah_zip)?;
        if entri.size() > *sisa {
            return Err(SalahBerkas::TerlaluMengembang);
        }
        let nama = entri.name().map_err(salah_zip)?.to_lowercase();
        if nama.contains("/embeddings/") || akhiran(&nama) == "bin" {
            benda(&salin(&mut entri, sisa)?, sisa, dalam)?;
        } else {
            let mut cari = Pencari::dalam(&nama);
            tuang(&mut entri, &mut cari, sisa)?;
            cari.putuskan(&nama)?;
        }
    }
    Ok(())
}

/// A file within the document: another package, an old container, or something that is drawn.
fn benda(isi: &[u8], sisa: &mut u64, dalam: usize) -> Result<(), SalahBerkas> {
    let lebar = |teks: &str| teks.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let memuat = |cari: &[u8]| isi.windows(cari.len()).any(|w| w == cari);
    if isi.starts_with(b"PK\x03\x04") {
        let dalam = dalam.checked_sub(1).ok_or(SalahBerkas::TerlaluMengembang)?;
        return pasif(&mut buka(isi)?, sisa, dalam);
    }
    // Streams of a container of before 2007: a macro project, or any file put in as it is.
    let wadah = isi.starts_with(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
    let berbahaya = wadah && (memuat(&lebar("_VBA_PROJECT")) || memuat(&lebar("Ole10Native")));
    if berbahaya || isi.starts_with(b"MZ") || isi.starts_with(b"\x7fELF") { Err(SalahBerkas::Makro) } else { Ok(()) }
}

/// The size in the header may lie, so what comes out is counted; the last read compares the checksum.
fn tuang<R: Read>(entri: &mut ZipFile<'_, R>, ke: &mut impl Write, sisa: &mut u64) -> Result<(), SalahBerkas> {
    let n = io::copy(&mut entri.by_ref().take(*sisa + 1), ke).map_err(|_| SalahBerkas::Rusak)?;
    *sisa = sisa.checked_sub(n).ok_or(SalahBerkas::TerlaluMengembang)?;
    Ok(())
}

/// A part that is kept in memory for a moment; as large as a file may be.
fn salin<R: Read>(entri: &mut ZipFile<'_, R>, sisa: &mut u64) -> Result<Vec<u8>, SalahBerkas> {
    let maks = u64::try_from(super::UKURAN_MAKS).unwrap_or(u64::MAX);
    if entri.size() > maks {
        return Err(SalahBerkas::TerlaluMengembang);
    }
    let mut batas = maks.min(*sisa);
    let (awal, mut isi) = (batas, Vec::new());
    tuang(entri, &mut isi, &mut batas)?;
    *sisa -= awal - batas;
    Ok(isi)
}

/// Bytes that are kept from piece to piece, so that a word on the border is found: longer than any that is looked for.
const EKOR: usize = 32;

/// Looks for words in what passes, in small letters, without keeping it. Of relations and types of parts the text is kept.
struct Pencari {
    cari: &'static [&'static str],
    ekor: Vec<u8>,
    ada: bool,
    /// `None`: not kept.
    teks: Option<Vec<u8>>,
}

/// Longest text of relations and types that is read.
const TEKS_MAKS: usize = 4 * 1024 * 1024;

impl Pencari {
    fn dalam(nama: &str) -> Self {
        let cari: &[&str] = match nama {
            n if n.contains("externallinks/") => &["ddelink"],
            n if n.starts_with("word/") && akhiran(n) == "xml" => &["ddeauto"],
            _ => &[],
        };
        let teks = (akhiran(nama) == "rels" || nama == "[content_types].xml").then(Vec::new);
        Self { cari, ekor: Vec::new(), ada: false, teks }
    }

    fn putuskan(&self, nama: &str) -> Result<(), SalahBerkas> {
        // Without the zeros of UTF-16 and without spaces, so that no way of writing hides a word.
        let padat = |t: &[u8]| t.iter().filter(|b| **b != 0 && !b.is_ascii_whitespace()).map(u8::to_ascii_lowercase).collect::<Vec<_>>();
        let teks = self.teks.as_deref().map(|t| String::from_utf8_lossy(&padat(t)).into_owned()).unwrap_or_default();
        let aktif = if akhiran(nama) == "rels" { ambil_dari_luar(&teks) } else { JENIS_AKTIF.iter().any(|j| teks.contains(j)) };
        if self.ada || aktif { Err(SalahBerkas::Makro) } else { Ok(()) }
    }
}

impl Write for Pencari {
    fn write(&mut self, isi: &[u8]) -> io::Result<usize> {
        if let Some(t) = &mut self.teks {
            if t.len() + isi.len() > TEKS_MAKS {
                return Err(io::ErrorKind::FileTooLarge.into());
            }
            t.extend_from_slice(isi);
        } else if !self.cari.is_empty() && !self.ada {
            self.ekor.extend(isi.iter().filter(|b| **b != 0).map(u8::to_ascii_lowercase));
            self.ada = self.cari.iter().any(|c| self.ekor.windows(c.len()).any(|w| w == c.as_bytes()));
            let buang = self.ekor.len().saturating_sub(EKOR);
            self.ekor.drain(..buang);
        }
        Ok(isi.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A template or an object that is fetched when the document is opened. Links that a person has to follow stay.
fn ambil_dari_luar(rels: &str) -> bool {
    // A mode written in signs of its own is no ordinary writer's.
    let luar = |r: &str| {
        r.split_once("targetmode=").is_some_and(|(_, m)| ["\"external", "'external", "\"&", "'&"].iter().any(|a| m.starts_with(a)))
    };
    rels.split('<').filter(|r| luar(r)).any(|r| ["attachedtemplate", "oleobject", "/frame", "subdocument"].iter().any(|j| r.contains(j)))
}

fn salah_zip(e: ZipError) -> SalahBerkas {
    match e {
        ZipError::UnsupportedArchive(_) => SalahBerkas::KantorLama,
        _ => SalahBerkas::Rusak,
    }
}

//! A table from XLSX or CSV as rows of text. A cell that looks like a formula is plain text; nothing is run. What the
//! columns mean is the reader's business.

use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};

/// Why a file cannot be read as a table; catalogue key and the names concerned.
#[derive(Debug)]
pub struct Salah(pub &'static str, pub String);

/// A workbook may not unpack to more than this: a small file can hold a very large sheet.
const URAI_MAKS: u64 = 100 * 1024 * 1024;

/// What is looked at; what lies beyond is left out and told.
#[derive(Debug, Clone, Copy)]
pub struct Batas {
    pub baris: usize,
    pub kolom: usize,
}

/// Empty rows above the table count, so that the numbers are those that the person sees.
#[derive(Debug, Default)]
pub struct Tabel {
    pub baris: Vec<Vec<String>>,
    /// Columns that the widest row has, also beyond the limit.
    pub kolom: usize,
    /// There were more rows than the limit.
    pub lebih: bool,
}

/// # Errors
/// When the file is no XLSX or CSV that can be read.
pub fn baca(isi: &[u8], batas: Batas) -> Result<Tabel, Salah> {
    if isi.starts_with(b"PK\x03\x04") { xlsx(isi, batas) } else { csv(isi, batas) }
}

fn xlsx(isi: &[u8], batas: Batas) -> Result<Tabel, Salah> {
    let rusak = || Salah("impor-salah-xlsx", String::new());
    let mut arsip = zip::ZipArchive::new(Cursor::new(isi)).map_err(|_| rusak())?;
    let besar: u64 = (0..arsip.len()).filter_map(|i| arsip.by_index_raw(i).ok().map(|f| f.size())).sum();
    if besar > URAI_MAKS {
        return Err(Salah("impor-salah-besar", String::new()));
    }
    let mut buku = Xlsx::new(Cursor::new(isi)).map_err(|_| rusak())?;
    let nama = buku.sheet_names().into_iter().next().ok_or_else(rusak)?;
    // Cell by cell: a sheet with one cell far away would be laid out whole, and take all memory there is.
    let mut pembaca = buku.worksheet_cells_reader(&nama).map_err(|_| rusak())?;
    let mut hasil = Tabel::default();
    while let Some(satu) = pembaca.next_cell().map_err(|_| rusak())? {
        let (baris, kolom) = satu.get_position();
        let (baris, kolom) = (usize::try_from(baris).unwrap_or(usize::MAX), usize::try_from(kolom).unwrap_or(usize::MAX));
        let isi = sel(&satu.get_value().clone().into());
        if isi.is_empty() {
            continue;
        }
        hasil.kolom = hasil.kolom.max(kolom + 1);
        hasil.lebih |= baris >= batas.baris;
        if baris >= batas.baris || kolom >= batas.kolom {
            continue;
        }
        hasil.baris.resize_with(hasil.baris.len().max(baris + 1), Vec::new);
        let tempat = &mut hasil.baris[baris];
        tempat.resize(tempat.len().max(kolom + 1), String::new());
        tempat[kolom] = isi;
    }
    Ok(hasil)
}

fn sel(d: &Data) -> String {
    match d {
        Data::Empty | Data::Error(_) => String::new(),
        Data::String(s) => s.clone(),
        lain => lain.to_string(),
    }
}

/// Separator `,` or `;`, whichever the header has more of; byte order mark and Windows line ends are fine.
fn csv(isi: &[u8], batas: Batas) -> Result<Tabel, Salah> {
    let isi = isi.strip_prefix(b"\xef\xbb\xbf").unwrap_or(isi);
    let teks = std::str::from_utf8(isi).map_err(|_| Salah("impor-salah-utf8", String::new()))?;
    if teks.contains('\0') {
        return Err(Salah("impor-salah-utf8", String::new()));
    }
    let kepala = teks.lines().find(|b| !b.trim().is_empty()).unwrap_or_default();
    let pemisah = if kepala.matches(';').count() > kepala.matches(',').count() { b';' } else { b',' };
    let mut pembaca = csv::ReaderBuilder::new().delimiter(pemisah).has_headers(false).flexible(true).from_reader(teks.as_bytes());
    let (mut hasil, mut baris) = (Tabel::default(), 0_usize);
    for r in pembaca.records() {
        let r = r.map_err(|_| Salah("impor-salah-csv", (baris + 1).to_string()))?;
        // A record's position is where the reader stood before it skipped empty lines; those count for the person.
        let (garis, byte) = r.position().map_or((1, 0), |p| (p.line(), p.byte()));
        let ekor = teks.get(usize::try_from(byte).unwrap_or(0)..).unwrap_or_default();
        let kosong = ekor.bytes().take_while(|b| matches!(b, b'\r' | b'\n')).filter(|b| *b == b'\n').count();
        let nomor = usize::try_from(garis).unwrap_or(1) + kosong;
        if nomor > batas.baris {
            hasil.lebih = true;
            break;
        }
        hasil.kolom = hasil.kolom.max(r.len());
        hasil.baris.resize_with(hasil.baris.len().max(nomor.saturating_sub(1)), Vec::new);
        hasil.baris.push(r.iter().take(batas.kolom).map(str::to_owned).collect());
        baris = nomor;
    }
    Ok(hasil)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 1.4 kB that once took the whole program down: laid out as a grid it has 17,000,000,000 cells.
    #[test]
    fn a_sheet_with_a_cell_far_away_takes_no_memory() {
        use std::io::Write as _;
        const OOXML: &str = "http://schemas.openxmlformats.org";
        let mut arsip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let buku = format!(
            "<workbook xmlns=\"{OOXML}/spreadsheetml/2006/main\" xmlns:r=\"{OOXML}/officeDocument/2006/relationships\">\
             <sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
        );
        let hubungan = format!(
            "<Relationships xmlns=\"{OOXML}/package/2006/relationships\"><Relationship Id=\"rId1\" \
             Type=\"{OOXML}/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
        );
        let lembar = format!(
            "<worksheet xmlns=\"{OOXML}/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>\
             <row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData></worksheet>"
        );
        let akar = hubungan.replace("/worksheet\"", "/officeDocument\"").replace("worksheets/sheet1.xml", "xl/workbook.xml");
        for (nama, isi) in [
            ("_rels/.rels", akar),
            ("xl/workbook.xml", buku),
            ("xl/_rels/workbook.xml.rels", hubungan),
            ("xl/worksheets/sheet1.xml", lembar),
        ] {
            arsip.start_file(nama, zip::write::SimpleFileOptions::default()).unwrap();
            arsip.write_all(isi.as_bytes()).unwrap();
        }
        let isi = arsip.finish().unwrap().into_inner();
        assert_eq!(baca(&isi, Batas { baris: 100, kolom: 64 }).map_err(|s| s.0).unwrap().baris, vec![vec!["1".to_owned()]]);
    }

    #[test]
    fn what_lies_beyond_the_limits_is_told() {
        let batas = Batas { baris: 2, kolom: 2 };
        let t = baca(b"a,b,c\n1,2,3\n4,5,6\n", batas).map_err(|s| s.0).unwrap();
        assert_eq!((t.baris.len(), t.baris[0].len(), t.kolom, t.lebih), (2, 2, 3, true));
    }
}

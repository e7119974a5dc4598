//! Reading a table from XLSX or CSV into rows of text. A cell that looks like a formula is plain text; nothing is run.

use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};
use store::impor::{BARIS_MAKS, Baris, Jenis};

/// Why a file cannot be read as a table; catalogue key and the names concerned.
pub struct Salah(pub &'static str, pub String);

/// A workbook may not unpack to more than this: a small file can hold a very large sheet.
const URAI_MAKS: u64 = 100 * 1024 * 1024;

/// Rows among which the header is looked for.
const JUDUL_MAKS: usize = 10;

/// Columns that are looked at; the tables have at most seven.
const KOLOM_MAKS: usize = 64;

/// Rows with a header in one of the first; the columns may stand in any order.
pub fn baca(jenis: Jenis, isi: &[u8]) -> Result<Vec<Baris>, Salah> {
    let tabel = if isi.starts_with(b"PK\x03\x04") { xlsx(isi)? } else { csv(isi)? };
    susun(jenis, tabel)
}

fn xlsx(isi: &[u8]) -> Result<Vec<Vec<String>>, Salah> {
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
    let mut hasil: Vec<Vec<String>> = Vec::new();
    while let Some(satu) = pembaca.next_cell().map_err(|_| rusak())? {
        let (baris, kolom) = satu.get_position();
        let (baris, kolom) = (usize::try_from(baris).unwrap_or(usize::MAX), usize::try_from(kolom).unwrap_or(usize::MAX));
        let isi = sel(&satu.get_value().clone().into());
        if baris >= BARIS_MAKS + 1 + JUDUL_MAKS || kolom >= KOLOM_MAKS || isi.is_empty() {
            continue;
        }
        // Empty rows above the table count, so that the numbers are those that the person sees.
        hasil.resize_with(hasil.len().max(baris + 1), Vec::new);
        let tempat = &mut hasil[baris];
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
fn csv(isi: &[u8]) -> Result<Vec<Vec<String>>, Salah> {
    let isi = isi.strip_prefix(b"\xef\xbb\xbf").unwrap_or(isi);
    let teks = std::str::from_utf8(isi).map_err(|_| Salah("impor-salah-utf8", String::new()))?;
    if teks.contains('\0') {
        return Err(Salah("impor-salah-utf8", String::new()));
    }
    let kepala = teks.lines().find(|b| !b.trim().is_empty()).unwrap_or_default();
    let pemisah = if kepala.matches(';').count() > kepala.matches(',').count() { b';' } else { b',' };
    let mut pembaca = csv::ReaderBuilder::new().delimiter(pemisah).has_headers(false).flexible(true).from_reader(teks.as_bytes());
    let (mut hasil, mut baris): (Vec<Vec<String>>, usize) = (Vec::new(), 0);
    for r in pembaca.records().take(BARIS_MAKS + 1 + JUDUL_MAKS) {
        let r = r.map_err(|_| Salah("impor-salah-csv", (baris + 1).to_string()))?;
        // A record's position is where the reader stood before it skipped empty lines; those count for the person.
        let (garis, byte) = r.position().map_or((1, 0), |p| (p.line(), p.byte()));
        let ekor = teks.get(usize::try_from(byte).unwrap_or(0)..).unwrap_or_default();
        let kosong = ekor.bytes().take_while(|b| matches!(b, b'\r' | b'\n')).filter(|b| *b == b'\n').count();
        let nomor = usize::try_from(garis).unwrap_or(1) + kosong;
        hasil.resize_with(hasil.len().max(nomor.saturating_sub(1)), Vec::new);
        hasil.push(r.iter().map(str::to_owned).collect());
        baris = nomor;
    }
    Ok(hasil)
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
        assert_eq!(xlsx(&isi).map_err(|s| s.0).unwrap(), vec![vec!["1".to_owned()]]);
    }
}

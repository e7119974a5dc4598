//! A table from XLSX or CSV as rows of text. A cell that looks like a formula is plain text; nothing is run. What the
//! columns mean is the reader's business.

use std::io::{self, Cursor, Read as _};

use calamine::{Data, DataRef, Reader as _, Xlsx};

/// Why a file cannot be read as a table; catalogue key and the names concerned.
#[derive(Debug)]
pub struct Salah(pub &'static str, pub String);

/// A workbook may not unpack to more than this: a small file can hold a very large sheet.
const URAI_MAKS: u64 = 100 * 1024 * 1024;

/// Text of all cells together, each counted as often as it stands.
const TEKS_MAKS: usize = 64 * 1024 * 1024;

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

/// The first sheet of a workbook as CSV, rows and columns where they were, for readers that know CSV only.
///
/// # Errors
/// As [`baca`]; `impor-salah-besar` beyond 100,000 rows.
pub fn sebagai_csv(isi: &[u8]) -> Result<String, Salah> {
    let t = baca(isi, Batas { baris: 100_001, kolom: 64 })?;
    if t.lebih {
        return Err(Salah("impor-salah-besar", String::new()));
    }
    let lebar = t.kolom.min(64);
    let mut w = csv::WriterBuilder::new().from_writer(Vec::new());
    let rusak = || Salah("impor-salah-xlsx", String::new());
    for mut b in t.baris {
        b.resize(lebar, String::new());
        w.write_record(&b).map_err(|_| rusak())?;
    }
    String::from_utf8(w.into_inner().map_err(|_| rusak())?).map_err(|_| rusak())
}

fn xlsx(isi: &[u8], batas: Batas) -> Result<Tabel, Salah> {
    let rusak = || Salah("impor-salah-xlsx", String::new());
    let mut arsip = zip::ZipArchive::new(Cursor::new(isi)).map_err(|_| rusak())?;
    let besar = || Salah("impor-salah-besar", String::new());
    if !muat(&mut arsip, isi.len()).ok_or_else(rusak)? {
        return Err(besar());
    }
    let mut buku = Xlsx::new(Cursor::new(isi)).map_err(|_| rusak())?;
    let nama = buku.sheet_names().into_iter().next().ok_or_else(rusak)?;
    // Cell by cell: a sheet with one cell far away would be laid out whole, and take all memory there is.
    let mut pembaca = buku.worksheet_cells_reader(&nama).map_err(|_| rusak())?;
    let (mut hasil, mut sisa) = (Tabel::default(), TEKS_MAKS);
    while let Some(satu) = pembaca.next_cell().map_err(|_| rusak())? {
        let (baris, kolom) = satu.get_position();
        let (baris, kolom) = (usize::try_from(baris).unwrap_or(usize::MAX), usize::try_from(kolom).unwrap_or(usize::MAX));
        // A long text may stand once in the file and in a million cells: counted before it is copied.
        if let DataRef::SharedString(teks) = satu.get_value() {
            sisa = sisa.checked_sub(teks.len()).ok_or_else(besar)?;
        }
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

/// Whether all of it unpacks to no more than [`URAI_MAKS`]; `None` when it cannot be unpacked. What the archive says of its
/// own sizes is anyone's word, so it is unpacked (to nowhere). Parts that together are longer than the file overlap: the same bytes would
/// be unpacked again and again, perhaps into nothing.
fn muat(arsip: &mut zip::ZipArchive<Cursor<&[u8]>>, panjang: usize) -> Option<bool> {
    let (mut sisa, mut terbungkus) = (URAI_MAKS, panjang as u64);
    for i in 0..arsip.len() {
        let mut berkas = arsip.by_index(i).ok()?;
        terbungkus = terbungkus.checked_sub(berkas.compressed_size())?;
        sisa -= io::copy(&mut (&mut berkas).take(sisa), &mut io::sink()).ok()?;
        if sisa == 0 {
            return Some(false);
        }
    }
    Some(true)
}

fn sel(d: &Data) -> String {
    match d {
        Data::Empty | Data::Error(_) => String::new(),
        Data::String(s) => s.clone(),
        lain => lain.to_string(),
    }
}

/// Separator `,`, `;` or a tab, whichever the header has most of; byte order mark and Windows line ends are fine.
fn csv(isi: &[u8], batas: Batas) -> Result<Tabel, Salah> {
    let isi = isi.strip_prefix(b"\xef\xbb\xbf").unwrap_or(isi);
    let teks = std::str::from_utf8(isi).map_err(|_| Salah("impor-salah-utf8", String::new()))?;
    if teks.contains('\0') {
        return Err(Salah("impor-salah-utf8", String::new()));
    }
    let kepala = teks.lines().find(|b| !b.trim().is_empty()).unwrap_or_default();
    // The last of equals wins: a comma where a head has none of them.
    let pemisah = [b'\t', b';', b','].into_iter().max_by_key(|p| kepala.bytes().filter(|b| b == p).count()).unwrap_or(b',');
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
    use std::io::Write as _;

    use super::*;

    /// A workbook of one sheet, with these rows and this text for cells to share.
    fn buku(baris: &str, teks: Option<&str>) -> Vec<u8> {
        buku_dengan("", baris, teks)
    }

    /// The same with this before the root of its parts.
    fn buku_dengan(awal: &str, baris: &str, teks: Option<&str>) -> Vec<u8> {
        const OOXML: &str = "http://schemas.openxmlformats.org";
        let satu = |jenis: &str, ke: &str, no: u8| {
            format!("<Relationship Id=\"rId{no}\" Type=\"{OOXML}/officeDocument/2006/relationships/{jenis}\" Target=\"{ke}\"/>")
        };
        let hubungan = |isi: String| format!("<Relationships xmlns=\"{OOXML}/package/2006/relationships\">{isi}</Relationships>");
        let utama = format!("xmlns=\"{OOXML}/spreadsheetml/2006/main\"");
        let mut arsip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let mut taruh = |nama: &str, isi: String| {
            arsip.start_file(nama, zip::write::SimpleFileOptions::default()).unwrap();
            arsip.write_all(isi.as_bytes()).unwrap();
        };
        taruh("_rels/.rels", hubungan(satu("officeDocument", "xl/workbook.xml", 1)));
        let lembar = "<sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"rId1\"/></sheets>";
        taruh("xl/workbook.xml", format!("<workbook {utama} xmlns:r=\"{OOXML}/officeDocument/2006/relationships\">{lembar}</workbook>"));
        let semua = satu("worksheet", "worksheets/sheet1.xml", 1) + &satu("sharedStrings", "sharedStrings.xml", 2);
        taruh("xl/_rels/workbook.xml.rels", hubungan(semua));
        if let Some(teks) = teks {
            taruh("xl/sharedStrings.xml", format!("{awal}<sst {utama}><si><t>{teks}</t></si></sst>"));
        }
        taruh("xl/worksheets/sheet1.xml", format!("{awal}<worksheet {utama}><sheetData>{baris}</sheetData></worksheet>"));
        arsip.finish().unwrap().into_inner()
    }

    /// Neither text of its own, nor a file of this machine, nor a text that doubles ten times over.
    #[test]
    fn an_entity_of_a_sheet_is_never_expanded() {
        let mut rahasia = tempfile::NamedTempFile::new().unwrap();
        rahasia.write_all(b"RAHASIA").unwrap();
        let tawa: Vec<_> = (1..=12).map(|n| format!("<!ENTITY t{n} \"{}\">", format!("&t{};", n - 1).repeat(10))).collect();
        let awal = format!(
            "<!DOCTYPE x [<!ENTITY satu \"KEMBANG\"><!ENTITY berkas SYSTEM \"file://{}\"><!ENTITY t0 \"KEMBANG\">{}]>",
            rahasia.path().display(),
            tawa.concat()
        );
        let batas = Batas { baris: 9, kolom: 9 };
        for entitas in ["&satu;", "&berkas;", "&t12;"] {
            let sel =
                format!("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>b{entitas}</t></is></c></row>");
            let isi = buku_dengan(&awal, &sel, Some(&format!("a{entitas}")));
            // Refused, or read without it.
            if let Ok(t) = baca(&isi, batas) {
                let teks = t.baris.concat().concat();
                assert!(!teks.contains("KEMBANG") && !teks.contains("RAHASIA") && teks.len() < 100, "{entitas}: {teks}");
            }
        }
        let sel = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>";
        let biasa = baca(&buku_dengan("", sel, Some("a&amp;b&#65;")), batas).map_err(|s| s.0).unwrap();
        assert_eq!(biasa.baris[0][0], "a&bA", "those that every file may use are read");
    }

    /// 1.4 kB that once took the whole program down: laid out as a grid it has 17,000,000,000 cells.
    #[test]
    fn a_sheet_with_a_cell_far_away_takes_no_memory() {
        let lembar = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>";
        let isi = buku(lembar, None);
        assert_eq!(baca(&isi, Batas { baris: 100, kolom: 64 }).map_err(|s| s.0).unwrap().baris, vec![vec!["1".to_owned()]]);
    }

    /// The same part of the file under a hundred names: it would be unpacked a hundred times, and nothing bounds a hundred.
    #[test]
    fn parts_that_overlap_are_refused() {
        let isi = buku("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", Some("teks"));
        let angka = |d: usize, n: usize| (0..n).rev().fold(0, |a, i| a << 8 | usize::from(isi[d + i]));
        // The end of the directory is the last 22 bytes; entries are 46 bytes and the name.
        let akhir = isi.len() - 22;
        let (mulai, panjang) = (angka(akhir + 16, 4), angka(akhir + 12, 4));
        let entri = &isi[mulai..mulai + 46 + angka(mulai + 28, 2)];
        let mut jahat = isi[..akhir].to_vec();
        for n in 0..100_u8 {
            jahat.extend_from_slice(&entri[..46]);
            jahat.push(b'0' + n / 10);
            jahat.push(b'0' + n % 10);
            jahat.extend_from_slice(&entri[48..]);
        }
        jahat.extend_from_slice(&isi[akhir..]);
        let (baru, banyak) = (jahat.len() - 22, u16::try_from(angka(akhir + 10, 2) + 100).unwrap().to_le_bytes());
        jahat[baru + 8..baru + 10].copy_from_slice(&banyak);
        jahat[baru + 10..baru + 12].copy_from_slice(&banyak);
        jahat[baru + 12..baru + 16].copy_from_slice(&u32::try_from(panjang + 100 * entri.len()).unwrap().to_le_bytes());
        assert_eq!(zip::ZipArchive::new(Cursor::new(&jahat)).unwrap().len(), usize::from(u16::from_le_bytes(banyak)));
        assert_eq!(baca(&isi, Batas { baris: 9, kolom: 9 }).map_err(|s| s.0).unwrap().baris.len(), 1);
        assert_eq!(baca(&jahat, Batas { baris: 9, kolom: 9 }).err().map(|s| s.0), Some("impor-salah-xlsx"));
    }

    /// A few kilobytes in which each of 2,000 cells shares one text of a megabyte: 2 GB when it is laid out.
    #[test]
    fn one_long_text_in_many_cells_is_refused() {
        let baris = (1..=2000).map(|n| format!("<row r=\"{n}\"><c r=\"A{n}\" t=\"s\"><v>0</v></c></row>")).collect::<Vec<_>>().concat();
        let batas = Batas { baris: 5000, kolom: 4 };
        assert_eq!(baca(&buku(&baris, Some("pendek")), batas).map_err(|s| s.0).unwrap().baris.len(), 2000);
        let isi = buku(&baris, Some(&"x".repeat(1 << 20)));
        assert!(isi.len() < 50_000, "{}", isi.len());
        assert_eq!(baca(&isi, batas).map_err(|s| s.0).err(), Some("impor-salah-besar"));
    }

    /// Unpacked it has more than it says.
    #[test]
    fn an_archive_that_lies_about_its_size_is_refused() {
        let panjang = usize::try_from(URAI_MAKS).unwrap() + 1000;
        let mut isi = buku("", Some(&" ".repeat(panjang)));
        // The size stands twice, in the local head and in the list at the end, as four bytes each.
        let benar = u32::try_from(
            panjang + "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t></t></si></sst>".len(),
        )
        .unwrap();
        let tempat: Vec<usize> = isi.windows(4).enumerate().filter(|(_, w)| *w == benar.to_le_bytes()).map(|(i, _)| i).collect();
        assert_eq!(tempat.len(), 2);
        for i in tempat {
            isi[i..i + 4].copy_from_slice(&1000_u32.to_le_bytes());
        }
        assert!(baca(&isi, Batas { baris: 100, kolom: 4 }).is_err_and(|s| s.0 == "impor-salah-besar" || s.0 == "impor-salah-xlsx"));
    }

    #[test]
    fn what_lies_beyond_the_limits_is_told() {
        let batas = Batas { baris: 2, kolom: 2 };
        let t = baca(b"a,b,c\n1,2,3\n4,5,6\n", batas).map_err(|s| s.0).unwrap();
        assert_eq!((t.baris.len(), t.baris[0].len(), t.kolom, t.lebih), (2, 2, 3, true));
    }

    #[test]
    fn a_workbook_reads_as_the_csv_of_the_same_cells() {
        let teks = |di: &str, isi: &str| format!("<c r=\"{di}\" t=\"inlineStr\"><is><t>{isi}</t></is></c>");
        let judul = format!("<row r=\"1\">{}{}</row>", teks("A1", "id"), teks("C1", "a, b"));
        let isi = buku(&format!("{judul}<row r=\"3\"><c r=\"B3\"><v>4.75</v></c></row>"), None);
        assert_eq!(sebagai_csv(&isi).map_err(|s| s.0).unwrap(), "id,,\"a, b\"\n,,\n,4.75,\n");
        assert!(sebagai_csv(b"PK\x03\x04rusak").is_err());
    }
}

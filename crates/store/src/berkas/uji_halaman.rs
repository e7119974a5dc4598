use super::{HALAMAN_MAKS, SalahBerkas as S, periksa_kiriman};
use flate2::{Compression, write::ZlibEncoder};
use std::{fmt::Write as _, io::Write};

fn tutup(mut t: String) -> Vec<u8> {
    t.push_str("startxref\n0\n%%EOF\n");
    t.into_bytes()
}

/// Catalogue, tree and pages as plain objects; `kids`: the tree's own list.
fn polos(n: usize, kids: &str) -> String {
    let mut t = format!(
        "%PDF-1.4\n%\u{e9}\u{e9}\n1 0 obj\n<</Type/Catalog /Pages 2 0 R>>\nendobj\n2 0 obj <</Kids [{kids}]/Type/Pages /Count {n}>> endobj\n"
    );
    for i in 0..n {
        writeln!(t, "{} 0 obj << /Type /Page /Parent 2 0 R /T (a ) \\( >> b) >> endobj", i + 3).unwrap();
    }
    t.push_str("trailer\n<</Size 9 /Root 1 0 R>>\n");
    t
}

fn pdf(n: usize) -> Vec<u8> {
    let kids: Vec<String> = (0..n).map(|i| format!("{} 0 R", i + 3)).collect();
    tutup(polos(n, &kids.join(" ")))
}

/// As writers since PDF 1.5 do it: all objects packed, the trailer in a stream.
fn terbungkus(n: usize, kunci: &str) -> Vec<u8> {
    let kids: Vec<String> = (0..n).map(|i| format!("{} 0 R", i + 3)).collect();
    let mut objek = vec!["<</Type/Catalog/Pages 2 0 R>>".to_owned(), format!("<</Type/Pages/Kids[{}]/Count {n}>>", kids.join(" "))];
    objek.extend((0..n).map(|_| "<</Type/Page/Parent 2 0 R>>".to_owned()));
    let (mut kepala, mut isi) = (String::new(), String::new());
    for (i, o) in objek.iter().enumerate() {
        write!(kepala, "{} {} ", i + 1, isi.len()).unwrap();
        write!(isi, "{o} ").unwrap();
    }
    let mut z = ZlibEncoder::new(Vec::new(), Compression::default());
    z.write_all(format!("{kepala}{isi}").as_bytes()).unwrap();
    let z = z.finish().unwrap();
    let mut b = format!(
        "%PDF-1.7\n9000 0 obj <</Type/ObjStm/N {}/First {}/Length {}/Filter/FlateDecode>> stream\r\n",
        objek.len(),
        kepala.len(),
        z.len()
    )
    .into_bytes();
    b.extend(z);
    b.extend(
        format!("\nendstream endobj\n9001 0 obj <</Type/XRef/Root 1 0 R/Size 9{kunci}/Length 4>> stream\nabcd\nendstream endobj\n").bytes(),
    );
    b.extend(tutup(String::new()));
    b
}

#[test]
fn pages_are_counted_from_the_tree() {
    for buat in [pdf as fn(usize) -> Vec<u8>, |n| terbungkus(n, "")] {
        for n in [1, 3, HALAMAN_MAKS] {
            assert!(periksa_kiriman(buat(n)).is_ok(), "{n}");
        }
        for n in [HALAMAN_MAKS + 1, 500] {
            assert_eq!(periksa_kiriman(buat(n)), Err(S::TerlaluBanyakHalaman), "{n}");
        }
    }
}

#[test]
fn a_later_version_of_a_file_counts() {
    // Pages taken out by a program that appends: the tree of the second part is the one that holds.
    let mut b = pdf(500);
    b.extend(b"2 0 obj <</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>> endobj\ntrailer <</Root 1 0 R>>\nstartxref\n0\n%%EOF\n");
    assert!(periksa_kiriman(b).is_ok());
}

#[test]
fn what_shows_no_page_is_refused_in_its_own_words() {
    let tanpa = ["", "trailer <</Root 1 0 R>>\n", "1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj trailer <</Root 1 0 R>>\n"];
    for t in tanpa.into_iter().map(str::to_owned).chain([polos(0, ""), polos(2, "2 0 R")]) {
        assert_eq!(periksa_kiriman(tutup(format!("%PDF-1.4\n{t}"))), Err(S::TakTerbaca), "{t}");
    }
    let mut terkunci = terbungkus(3, "/Encrypt 8 0 R");
    // Locked content does not unpack.
    let di = terkunci.windows(6).position(|w| w == b"stream").unwrap() + 9;
    for b in terkunci.iter_mut().skip(di).take(20) {
        *b ^= 0x5a;
    }
    assert_eq!(periksa_kiriman(terkunci), Err(S::Terkunci));
}

#[test]
fn hostile_files_end_soon() {
    let mulai = std::time::Instant::now();
    let ulang = |t: &str| tutup(format!("%PDF-1.4\n{}\n", t.repeat(2_000_000 / t.len())));
    for t in [
        "(",
        "<<",
        "[",
        "1 0 obj ",
        "1 0 obj <<",
        "trailer << /A [ ",
        "1 0 obj <</Length 0>> stream\n",
        "1 0 obj <</Length 9>> stream\n%",
        "% ",
        "/A ",
    ] {
        assert!(periksa_kiriman(ulang(t)).is_err(), "{t}");
    }
    // A tree in a circle, and a page that is its own child.
    let lingkar =
        "1 0 obj<</Pages 2 0 R>>endobj 2 0 obj<</Kids[3 0 R]>>endobj 3 0 obj<</Kids[2 0 R 3 0 R]>>endobj trailer<</Root 1 0 R>>\n";
    assert_eq!(periksa_kiriman(tutup(format!("%PDF-1.4\n{lingkar}"))), Err(S::TakTerbaca));
    // A hundred thousand nodes that all name the same long list.
    let mut t = "%PDF-1.4\n1 0 obj<</Pages 2 0 R>>endobj 2 0 obj<</Kids 3 0 R>>endobj 3 0 obj[".to_owned();
    (4..60_000).for_each(|i| write!(t, "{i} 0 R ").unwrap());
    t.push_str("]endobj ");
    (4..60_000).for_each(|i| write!(t, "{i} 0 obj<</Kids 3 0 R>>endobj ").unwrap());
    assert_eq!(periksa_kiriman(tutup(t + "trailer<</Root 1 0 R>>\n")), Err(S::TakTerbaca));
    // A list without one reference, named by as many: no child is counted, and yet it must not be read for each of them.
    let mut t = "%PDF-1.4\n1 0 obj<</Pages 2 0 R>>endobj 2 0 obj<</Kids[".to_owned();
    (4..20_000).for_each(|i| write!(t, "{i} 0 R ").unwrap());
    write!(t, "]>>endobj 3 0 obj[{}]endobj ", "1 ".repeat(200_000)).unwrap();
    (4..20_000).for_each(|i| write!(t, "{i} 0 obj<</Kids 3 0 R>>endobj ").unwrap());
    assert_eq!(periksa_kiriman(tutup(t + "trailer<</Root 1 0 R>>\n")), Err(S::TakTerbaca));
    assert!(mulai.elapsed().as_secs() < 20, "{:?}", mulai.elapsed());
}

#[test]
fn packed_objects_that_overlap_are_a_bomb() {
    let mut isi = String::new();
    for i in 0..4_000 {
        write!(isi, "{} {} ", i * 2, if i % 2 == 0 { 0 } else { 90_000 }).unwrap();
    }
    let awal = isi.len();
    isi.push_str(&" ".repeat(90_000));
    let b = format!("%PDF-1.7\n1 0 obj <</Type/ObjStm/First {awal}/Length {}>> stream\n{isi}\nendstream endobj\n", isi.len());
    assert_eq!(periksa_kiriman(tutup(b)), Err(S::TerlaluMengembang));
}

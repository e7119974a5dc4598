//! Texts to begin a document with: study, verification forms, agreements. The official annexes were not available, so all
//! of them are examples until an office replaces one by the annex and names its source.
//!
//! A text has one thing a line: `# ` a heading, `- ` an item, `? ` a hint for the writer, else a paragraph. `[[kata]]` is a place to fill.

use super::dokumen::JenisDokumen;

/// A text that ships with the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Templat {
    pub kunci: &'static str,
    pub nama: &'static str,
    /// The document that is made with it.
    pub jenis: JenisDokumen,
    pub isi: &'static str,
}

const fn t(kunci: &'static str, nama: &'static str, jenis: JenisDokumen, isi: &'static str) -> Templat {
    Templat { kunci, nama, jenis, isi }
}

use JenisDokumen as J;

/// All texts in the order of the stages.
pub const BAWAAN: [Templat; 6] = [
    t("kajian", "Kajian urgensi dan kelayakan", J::Kajian, include_str!("../../templat/kajian.txt")),
    t(
        "verifikasi-administratif",
        "Formulir verifikasi administratif",
        J::FormulirVerifikasi,
        include_str!("../../templat/verifikasi-administratif.txt"),
    ),
    t("verifikasi-faktual", "Formulir verifikasi faktual", J::FormulirVerifikasi, include_str!("../../templat/verifikasi-faktual.txt")),
    t("kesepakatan-bersama", "Kesepakatan bersama", J::KesepakatanBersama, include_str!("../../templat/kesepakatan-bersama.txt")),
    t("perjanjian-kerja-sama", "Perjanjian kerja sama", J::PerjanjianKerjaSama, include_str!("../../templat/perjanjian-kerja-sama.txt")),
    t("sinergi", "Sinergi dengan kementerian/lembaga", J::Sinergi, include_str!("../../templat/sinergi.txt")),
];

/// The shipped text of a key.
#[must_use]
pub fn cari(kunci: &str) -> Option<&'static Templat> {
    BAWAAN.iter().find(|t| t.kunci == kunci)
}

/// One line of a text by what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Baris<'a> {
    Judul(&'a str),
    Butir(&'a str),
    /// Says what belongs here; never printed.
    Petunjuk(&'a str),
    Alinea(&'a str),
}

/// How the hint began in drafts that were made before hints had a mark of their own.
const PETUNJUK_LAMA: &str = "Jelaskan layanan apa yang paling dibutuhkan warga ";

/// The lines that say something.
pub fn urai(teks: &str) -> impl Iterator<Item = Baris<'_>> {
    teks.lines().map(str::trim).filter(|b| !b.is_empty()).map(|b| match b.split_once(' ') {
        Some(("#", j)) => Baris::Judul(j.trim()),
        Some(("-", i)) => Baris::Butir(i.trim()),
        Some(("?", p)) => Baris::Petunjuk(p.trim()),
        _ if b.starts_with(PETUNJUK_LAMA) => Baris::Petunjuk(b),
        _ => Baris::Alinea(b),
    })
}

/// What is printed: the heading that the text begins with, which is its title, and the lines after it without hints.
#[must_use]
pub fn cetak(teks: &str) -> (Option<&str>, Vec<Baris<'_>>) {
    let mut baris = urai(teks).filter(|b| !matches!(b, Baris::Petunjuk(_))).peekable();
    let judul = match baris.peek() {
        Some(Baris::Judul(j)) => Some(*j),
        _ => None,
    };
    (judul, baris.skip(usize::from(judul.is_some())).collect())
}

/// Pieces of a text: as it stands, or the word of a place to fill.
fn pecah(teks: &str) -> Vec<Result<&str, &str>> {
    let (mut hasil, mut sisa) = (Vec::new(), teks);
    while let Some((awal, lanjut)) = sisa.split_once("[[") {
        let Some((kata, akhir)) = lanjut.split_once("]]").filter(|(k, _)| dikenal(k)) else {
            hasil.push(Ok(&sisa[..awal.len() + 2]));
            sisa = lanjut;
            continue;
        };
        hasil.extend([Ok(awal), Err(kata)]);
        sisa = akhir;
    }
    hasil.push(Ok(sisa));
    hasil
}

fn dikenal(kata: &str) -> bool {
    !kata.is_empty() && kata.len() <= 60 && kata.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// The places to fill, each once, in order.
#[must_use]
pub fn tempat(teks: &str) -> Vec<&str> {
    let mut semua: Vec<&str> = Vec::new();
    for kata in pecah(teks).into_iter().filter_map(Result::err) {
        if !semua.contains(&kata) {
            semua.push(kata);
        }
    }
    semua
}

/// The places that a proposal fills by itself.
pub const SENDIRI: [&str; 3] = ["nama", "instansi", "alamat"];

/// The text with the values that are known; the other places stay. A value is put in as it is and never read again.
#[must_use]
pub fn isi(teks: &str, nilai: &[(&str, &str)]) -> String {
    let satu = |p: Result<&str, &str>| match p {
        Ok(t) => t.to_owned(),
        Err(kata) => {
            let ada = nilai.iter().find(|(k, v)| *k == kata && !v.trim().is_empty());
            ada.map_or_else(|| format!("[[{kata}]]"), |(_, v)| (*v).to_owned())
        }
    };
    pecah(teks).into_iter().map(satu).collect()
}

//! The guide as a book: groups of chapters in the order of `SUMMARY.md`, each with its sections and its HTML. Read once,
//! at the first look. A chapter that the table of contents does not name does not exist.

use std::{collections::BTreeMap, sync::LazyLock};

use super::olah;

include!(concat!(env!("OUT_DIR"), "/panduan.rs"));

/// A picture of the guide, made by the browser tests.
pub struct Gambar {
    pub nama: &'static str,
    /// Twelve hexadecimal digits of its SHA-256; part of its address, so that browsers may keep it for ever.
    pub sidik: &'static str,
    pub isi: &'static [u8],
}

impl Gambar {
    #[must_use]
    pub fn cari(nama: &str) -> Option<&'static Self> {
        GAMBAR.iter().find(|g| g.nama == nama)
    }

    /// Width and height in pixels, from the header of the PNG file.
    #[must_use]
    pub fn ukuran(&self) -> (u32, u32) {
        let angka = |n: usize| self.isi.get(n..n + 4).and_then(|b| b.try_into().ok()).map_or(0, u32::from_be_bytes);
        (angka(16), angka(20))
    }
}

/// A heading and what stands below it, as plain text.
#[derive(Debug, Clone)]
pub struct Bagian {
    /// 1 is the title of the chapter.
    pub tingkat: u8,
    /// Fragment on the page of the chapter; that of level 1 is the anchor of the chapter itself.
    pub jangkar: String,
    /// Whether the text names the anchor (`{#f01}`), so that pages may lead to it.
    pub bernama: bool,
    pub judul: String,
    pub teks: String,
}

pub struct Bab {
    /// File name without `.md`, also its address under `/bantuan/`.
    pub kunci: &'static str,
    pub judul: String,
    pub html: String,
    pub bagian: Vec<Bagian>,
}

impl Bab {
    /// The named anchor of the chapter as a whole.
    #[must_use]
    pub fn jangkar(&self) -> Option<&str> {
        self.bagian.first().filter(|b| b.tingkat == 1 && b.bernama).map(|b| b.jangkar.as_str())
    }

    /// The sections that its own table of contents shows.
    pub fn isi(&self) -> impl Iterator<Item = &Bagian> {
        self.bagian.iter().filter(|b| b.tingkat == 2)
    }
}

pub struct Kelompok {
    pub judul: String,
    pub bab: Vec<Bab>,
}

pub struct Buku {
    pub kelompok: Vec<Kelompok>,
    /// Named anchor to the chapter that holds it.
    jangkar: BTreeMap<String, &'static str>,
}

static BUKU: LazyLock<Buku> = LazyLock::new(|| Buku::baca(ISI, BERKAS));

/// The guide.
#[must_use]
pub fn buku() -> &'static Buku {
    &BUKU
}

impl Buku {
    fn baca(isi: &'static str, berkas: &[(&'static str, &'static str)]) -> Self {
        let mut kelompok: Vec<Kelompok> = Vec::new();
        let mut jangkar = BTreeMap::new();
        for baris in isi.lines().map(str::trim) {
            if let Some(judul) = baris.strip_prefix("# ") {
                kelompok.push(Kelompok { judul: judul.to_owned(), bab: Vec::new() });
                continue;
            }
            let Some(kunci) = baris.split_once("](").and_then(|(_, sisa)| sisa.strip_suffix(".md)")) else { continue };
            let Some((kunci, teks)) = berkas.iter().find(|(nama, _)| *nama == kunci) else { continue };
            let bab = olah::bab(kunci, teks);
            for b in bab.bagian.iter().filter(|b| b.bernama) {
                jangkar.insert(b.jangkar.clone(), bab.kunci);
            }
            if let Some(k) = kelompok.last_mut() {
                k.bab.push(bab);
            }
        }
        kelompok.retain(|k| !k.bab.is_empty());
        Self { kelompok, jangkar }
    }

    pub fn semua(&self) -> impl Iterator<Item = &Bab> {
        self.kelompok.iter().flat_map(|k| &k.bab)
    }

    #[must_use]
    pub fn bab(&self, kunci: &str) -> Option<&Bab> {
        self.semua().find(|b| b.kunci == kunci)
    }

    /// The chapters before and after, for reading on.
    #[must_use]
    pub fn tetangga(&self, kunci: &str) -> (Option<&Bab>, Option<&Bab>) {
        let semua: Vec<_> = self.semua().collect();
        let letak = semua.iter().position(|b| b.kunci == kunci).unwrap_or(0);
        (letak.checked_sub(1).and_then(|n| semua.get(n)).copied(), semua.get(letak + 1).copied())
    }

    /// Where a named anchor is: `f01` gives `/bantuan/operator#f01`.
    #[must_use]
    pub fn alamat(&self, jangkar: &str) -> Option<String> {
        self.jangkar.get(jangkar).map(|bab| format!("/bantuan/{bab}#{jangkar}"))
    }

    /// All named anchors with their sections, in the order of the book.
    pub fn bernama(&self) -> impl Iterator<Item = (&Bab, &Bagian)> {
        self.semua().flat_map(|bab| bab.bagian.iter().filter(|b| b.bernama).map(move |b| (bab, b)))
    }
}

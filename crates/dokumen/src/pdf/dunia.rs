//! The closed world a template sees: our templates, our fonts, one `data.json`, and the drawings made for it.
//!
//! No file system, no network, no packages, no clock.

use std::collections::HashMap;
use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World};

use super::bahan::Bahan;
use crate::Error;

macro_rules! templat {
    ($($nama:literal),* $(,)?) => {
        [$(($nama, include_str!(concat!("../../templat/", $nama)))),*]
    };
}

/// Every template by its virtual name.
const TEMPLAT: &[(&str, &str)] = &templat![
    "dasar.typ",
    "tabel.typ",
    "berita-acara.typ",
    "lembar-tanda-tangan.typ",
    "lhe.typ",
    "lhe-isi.typ",
    "poster.typ",
    "poster-f03.typ",
    "poster-layanan.typ",
    "surat-layanan.typ",
    "naskah-mpp.typ",
    "poster-mal.typ",
    "poster-unit.typ",
    "poster-skm.typ",
    "lembar-tautan.typ",
    "lembar-warga.typ",
    "kuesioner-f03.typ",
    "kuesioner-skm.typ",
    "laporan-skm.typ",
    "laporan-skm-isi.typ",
    "lembaran.typ",
    "lembar-layanan.typ",
    "rencana-skm.typ",
    "sk.typ",
    "daftar-hadir.typ",
    "rtl-skm.typ",
    "lembar-skm.typ",
    "pengumuman.typ",
    "piagam.typ",
    "tindak-lanjut.typ",
    "laporan-nasional.typ",
    "laporan-nasional-isi.typ",
    "tanda-terima.typ",
];

macro_rules! huruf {
    ($($nama:literal),* $(,)?) => {
        [$(include_bytes!(concat!("../../fonts/", $nama)).as_slice()),*]
    };
}

/// Every face that is shipped, each under a permissive font licence (`fonts/LICENSE-*.txt`). The set of typst-assets is not
/// used: it holds a face under the GPL with exceptions.
const HURUF: [&[u8]; 11] = huruf![
    "Inter-Regular.otf",
    "Inter-Italic.otf",
    "Inter-SemiBold.otf",
    "LibertinusSerif-Regular.otf",
    "LibertinusSerif-Italic.otf",
    "LibertinusSerif-Semibold.otf",
    "LibertinusSerif-SemiboldItalic.otf",
    "LibertinusSerif-Bold.otf",
    "LibertinusSerif-BoldItalic.otf",
    "DejaVuSansMono.ttf",
    "DejaVuSansMono-Bold.ttf",
];

struct Tetap {
    pustaka: LazyHash<Library>,
    buku: LazyHash<FontBook>,
    huruf: Vec<Font>,
    sumber: HashMap<FileId, Source>,
}

static TETAP: LazyLock<Tetap> = LazyLock::new(|| {
    let huruf: Vec<Font> = HURUF.into_iter().flat_map(|data| Font::iter(Bytes::new(data))).collect();
    let sumber = TEMPLAT.iter().filter_map(|(nama, isi)| {
        let id = berkas(nama).ok()?;
        Some((id, Source::new(id, (*isi).to_owned())))
    });
    Tetap { pustaka: LazyHash::new(Library::default()), buku: LazyHash::new(FontBook::from_fonts(&huruf)), sumber: sumber.collect(), huruf }
});

/// Every face that a template can use.
pub fn huruf() -> &'static [Font] {
    &TETAP.huruf
}

fn berkas(nama: &str) -> Result<FileId, Error> {
    let jalur = VirtualPath::new(nama).map_err(|galat| Error::TataLetak(format!("{nama}: {galat:?}")))?;
    Ok(RootedPath::new(VirtualRoot::Project, jalur).intern())
}

pub struct Dunia {
    utama: FileId,
    berkas: HashMap<FileId, Bytes>,
}

impl Dunia {
    pub fn new(bahan: Bahan) -> Result<Self, Error> {
        let utama = berkas(bahan.templat)?;
        let isi = bahan.berkas.into_iter();
        let berkas = isi.map(|(nama, isi)| Ok((berkas(&nama)?, Bytes::new(isi)))).collect::<Result<_, Error>>()?;
        Ok(Self { utama, berkas })
    }
}

fn tidak_ada(id: FileId) -> FileError {
    FileError::NotFound(id.vpath().get_without_slash().into())
}

impl World for Dunia {
    fn library(&self) -> &LazyHash<Library> {
        &TETAP.pustaka
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &TETAP.buku
    }

    fn main(&self) -> FileId {
        self.utama
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        TETAP.sumber.get(&id).cloned().ok_or_else(|| tidak_ada(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.berkas.get(&id).cloned().ok_or_else(|| tidak_ada(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        TETAP.huruf.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

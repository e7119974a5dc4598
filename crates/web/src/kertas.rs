//! Typing answers from paper, for F03 and SKM alike: the multipart form with its scan, sheets as rows of cells, and the ids
//! that make saving twice one bundle. What a cell may hold and what a sheet becomes is the business of each page
//! (`lokus::f03::kertas`, `skm::kertas`).

use store::{
    berkas::{self, Berkas},
    id::BundelId,
    ronde,
};
use uuid::Uuid;

use crate::formulir::Formulir;

/// Bytes of a scan at most; a request holds somewhat more.
pub const BATAS: usize = 20 * 1024 * 1024;
pub const BATAS_KIRIMAN: usize = BATAS + 512 * 1024;
const BARIS_AWAL: usize = 10;
pub const BARIS_MAKS: usize = 50;

/// `?baris=30`: how many empty sheets the page offers.
#[derive(serde::Deserialize)]
pub struct Saring {
    baris: Option<usize>,
}

impl Saring {
    #[must_use]
    pub fn jumlah(&self) -> usize {
        self.baris.unwrap_or(BARIS_AWAL).clamp(1, BARIS_MAKS)
    }
}

/// One cell of the grid as it was typed.
pub struct Sel {
    pub medan: String,
    pub label: String,
    pub nilai: String,
    pub salah: bool,
}

impl Sel {
    #[must_use]
    pub fn baru(f: &Formulir, medan: String, label: String) -> Self {
        Self { nilai: f.nilai(&medan).to_owned(), salah: f.salah(&medan).is_some(), medan, label }
    }
}

/// Name of the cell for one question of one sheet, both from 0.
#[must_use]
pub fn nama_sel(baris: usize, pertanyaan: usize) -> String {
    format!("s{baris}-{pertanyaan}")
}

/// The form that came back because more sheets were asked for: as it was typed, with nothing said about what is still missing.
#[must_use]
pub fn minta_baris(f: &Formulir) -> Option<usize> {
    (f.aksi() == "tambah").then(|| lebih(jumlah(f)))
}

/// How many sheets the page offers when more are asked for.
#[must_use]
pub fn lebih(jumlah: usize) -> usize {
    (jumlah + BARIS_AWAL).min(BARIS_MAKS)
}

/// How many sheets a form that was sent holds, empty ones too.
#[must_use]
pub fn jumlah(f: &Formulir) -> usize {
    (0..BARIS_MAKS).take_while(|b| f.pasangan().iter().any(|(n, _)| *n == format!("id{b}"))).count().max(1)
}

/// Id of the sheet in a row, made when the page was first shown.
#[must_use]
pub fn id_lembar(f: &Formulir, baris: usize) -> Uuid {
    f.nilai(&format!("id{baris}")).parse().unwrap_or_else(|_| ronde::id_jawaban())
}

/// Id of the bundle, made when the page was first shown.
#[must_use]
pub fn id_bundel(f: &Formulir) -> BundelId {
    f.nilai("bundel").parse().unwrap_or_else(|_| BundelId::baru())
}

/// The number in a cell; `None` where nothing was typed. Anything that `urai` refuses is a fault at its place.
pub fn angka<T>(
    f: &mut Formulir,
    medan: &str,
    urai: impl FnOnce(&str) -> Option<T>,
    (kunci, args): (&'static str, Vec<(&'static str, String)>),
) -> Option<T> {
    let teks = f.nilai(medan).trim().to_owned();
    let nilai = urai(&teks);
    if nilai.is_none() && !teks.is_empty() {
        f.salahkan_dengan(medan, kunci, args);
    }
    nilai
}

/// Name and content of the scan once nothing in the form is wrong. Otherwise the form says so, and that the scan has to be
/// chosen again: browsers do not keep it.
pub fn pindaian(f: &mut Formulir, berkas: Option<(String, Vec<u8>)>) -> Option<(String, Berkas)> {
    f.batasi("keterangan", 500);
    let (nama, isi) = berkas.unzip();
    let isi = periksa(f, isi);
    if let (Some(nama), Some(isi), true) = (nama, isi, f.sah()) {
        return Some((nama, isi));
    }
    if !f.semua_salah().iter().any(|s| s.medan == "pindaian") {
        f.salahkan("pindaian", "f03-ketik-berkas-ulang");
    }
    None
}

/// The scan, checked by its content; images without their metadata.
fn periksa(f: &mut Formulir, isi: Option<Vec<u8>>) -> Option<Berkas> {
    let Some(isi) = isi else {
        f.salahkan("pindaian", "f03-ketik-berkas-wajib");
        return None;
    };
    let berkas = berkas::periksa(isi).ok().filter(|b| b.tipe().dapat_dilihat());
    if berkas.is_none() {
        f.salahkan("pindaian", "f03-ketik-berkas-jenis");
    }
    berkas
}

/// The page was kept and filled in for another bundle: the same form with ids of its own, so nothing typed is lost.
#[must_use]
pub fn bundel_lain(f: &Formulir) -> Formulir {
    let lama = |n: &str| n == "bundel" || n.strip_prefix("id").is_some_and(|s| s.parse::<usize>().is_ok());
    let mut baru = Formulir::isi(f.pasangan().iter().filter(|(n, _)| !lama(n)).cloned());
    baru.salahkan("pindaian", "f03-ketik-bundel-lain");
    baru
}

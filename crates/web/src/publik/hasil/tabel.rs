//! The ranking as tables: what the page of officers and the public page have in common.

use pekppp::{Ipp, Pecahan, peringkat::Peringkat};
use store::{
    lokus,
    nasional::SisiPeriode,
    peringkat::{self, PeringkatPeriode},
};

use crate::{konteks::Konteks, publik::nasional::gerak};

/// Rows of one group on a page; more come by page.
const SEHALAMAN: usize = 100;
/// Rows of each group while all groups are shown and there are many units.
const CUPLIKAN: usize = 10;
/// Up to so many units all groups are shown whole.
const SEMUA: usize = 150;
/// Means of instansi on a page; the search finds the others.
const INSTANSI: usize = 50;
/// Units without a value on a page.
pub const TERSISA: usize = 200;

/// What the tables are narrowed to, from the address.
#[derive(Debug, Default)]
pub struct Saring {
    pub kelompok: String,
    pub cari: String,
    pub hal: usize,
}

impl Saring {
    #[must_use]
    pub fn dari(q: &[(String, String)]) -> Self {
        let s = |nama: &str| q.iter().find(|(n, _)| n == nama).map(|(_, v)| v.trim().to_owned()).unwrap_or_default();
        Self { kelompok: s("kelompok"), cari: s("cari"), hal: s("hal").parse().unwrap_or(1).max(1) }
    }
}

pub struct Baris {
    pub peringkat: usize,
    /// Best and worst rank that the survey allows, where they differ.
    pub pita: Option<(usize, usize)>,
    /// How the rank moved since the year before.
    pub gerak: Option<String>,
    pub unit: String,
    pub instansi: String,
    pub tautan: String,
    pub ipp: String,
    /// All decimals, where two decimals do not tell two neighbours apart.
    pub eksak: Option<String>,
    pub kategori: String,
    pub f02: String,
    pub f03: String,
    /// That it was published without signed minutes, and why.
    pub catatan: Option<String>,
}

pub struct Kelompok {
    /// As it was typed; stands in addresses.
    pub nama: String,
    pub judul: String,
    /// Ranked units of the group, not only those shown.
    pub jumlah: usize,
    pub baris: Vec<Baris>,
    pub ada_sama: bool,
    pub hal: usize,
    pub hal_akhir: usize,
    /// Whether rows were left out because all groups stand on the page.
    pub terpotong: bool,
}

/// Means of instansi that the search leaves, highest first, and how many more there are.
pub fn instansi<'a>(p: &'a PeringkatPeriode, s: &Saring) -> (Vec<&'a peringkat::RataInstansi>, usize) {
    let cari = s.cari.to_lowercase();
    let semua: Vec<_> = p.instansi.iter().filter(|r| cari.is_empty() || r.nama.to_lowercase().contains(&cari)).collect();
    let sisa = semua.len().saturating_sub(INSTANSI);
    (semua.into_iter().take(INSTANSI).collect(), sisa)
}

/// Units without a value, as many as a page shows, and how many more there are.
pub fn tersisa(p: &PeringkatPeriode) -> (Vec<&peringkat::Baris>, usize) {
    let semua = p.tanpa_ipp.len() + p.belum.len();
    (p.tanpa_ipp.iter().chain(&p.belum).take(TERSISA).collect(), semua.saturating_sub(TERSISA))
}

/// The groups that the filter leaves, ranks untouched.
///
/// `sisi`: bands and earlier ranks, of a published period.
pub fn susun(
    k: &Konteks,
    p: &PeringkatPeriode,
    s: &Saring,
    sisi: &SisiPeriode,
    tautan: impl Fn(&peringkat::Baris) -> String,
) -> Vec<Kelompok> {
    let satu = !s.kelompok.is_empty();
    let penuh = satu || p.diperingkat() <= SEMUA;
    let cari = s.cari.to_lowercase();
    let cocok =
        |b: &peringkat::Baris| cari.is_empty() || b.unit.to_lowercase().contains(&cari) || b.instansi.to_lowercase().contains(&cari);
    let (mut hasil, mut sisa) = (Vec::new(), SEMUA);
    for (nama, judul) in nama_kelompok(p).into_iter().filter(|(nama, _)| !satu || *nama == s.kelompok) {
        let Some(isi) = p.kelompok.get(&nama) else { continue };
        let lolos: Vec<usize> = (0..isi.len()).filter(|n| cocok(&isi[*n].item)).collect();
        let (lewati, ambil) = match (satu, penuh || !cari.is_empty()) {
            (true, _) => ((s.hal - 1).saturating_mul(SEHALAMAN), SEHALAMAN),
            // All groups together: what is left is found by choosing the group.
            (false, true) => (0, sisa.max(CUPLIKAN)),
            (false, false) => (0, CUPLIKAN),
        };
        let baris =
            lolos.iter().skip(lewati).take(ambil).map(|n| baris(k, p, &isi[*n], kembar(isi, *n), sisi, &tautan)).collect::<Vec<_>>();
        sisa = sisa.saturating_sub(baris.len());
        hasil.push(Kelompok {
            nama,
            judul,
            jumlah: isi.len(),
            ada_sama: isi.windows(2).any(|w| w[0].peringkat == w[1].peringkat),
            hal: s.hal,
            hal_akhir: if satu { lolos.len().div_ceil(SEHALAMAN).max(1) } else { 1 },
            terpotong: !satu && baris.len() < lolos.len(),
            baris,
        });
    }
    hasil.retain(|x| !x.baris.is_empty() || satu);
    hasil
}

/// The groups in the order of people, each as it was typed and as a heading.
pub fn nama_kelompok(p: &PeringkatPeriode) -> Vec<(String, String)> {
    let mut semua: Vec<String> = p.kelompok.keys().cloned().collect();
    lokus::urutkan_kategori(&mut semua);
    let judul = |k: &String| lokus::judul_kategori(k, semua.iter().map(String::as_str));
    semua.iter().map(|k| (k.clone(), judul(k))).collect()
}

/// Whether a neighbour of row `n` with another value shows the same two decimals.
fn kembar(isi: &[Peringkat<peringkat::Baris>], n: usize) -> bool {
    let sama = |a: &Ipp, b: &Ipp| a != b && a.tampil() == b.tampil();
    n > 0 && sama(&isi[n].ipp, &isi[n - 1].ipp) || n + 1 < isi.len() && sama(&isi[n].ipp, &isi[n + 1].ipp)
}

fn baris(
    k: &Konteks,
    periode: &PeringkatPeriode,
    p: &Peringkat<peringkat::Baris>,
    kembar: bool,
    sisi: &SisiPeriode,
    tautan: &impl Fn(&peringkat::Baris) -> String,
) -> Baris {
    let b = &p.item;
    let s = sisi.unit.get(b.kode.as_ref());
    Baris {
        peringkat: p.peringkat,
        pita: s.and_then(|s| s.pita).filter(|(a, z)| a != z),
        gerak: s.zip(sisi.lalu).map(|(s, tahun)| gerak::sejak(k, s.lalu.as_ref(), &p.ipp, tahun)),
        unit: b.unit.to_string(),
        instansi: b.instansi.to_string(),
        tautan: tautan(b),
        ipp: k.angka(p.ipp.tampil()),
        eksak: kembar.then(|| k.angka(p.ipp.desimal())),
        kategori: b.kategori.as_deref().unwrap_or_default().to_owned(),
        f02: dua(k, b.f02.as_deref()),
        f03: dua(k, b.f03.as_deref()),
        catatan: tanpa_ba(k, periode, b),
    }
}

/// That a result was published without minutes signed by all three parties, and why.
pub fn tanpa_ba(k: &Konteks, p: &PeringkatPeriode, b: &peringkat::Baris) -> Option<String> {
    b.hasil.and_then(|h| p.tanpa_ba.get(&h)).map(|alasan| k.n("publik-tanpa-ba", "alasan", alasan))
}

/// An exact stored value with two decimals; a dash where there is none.
pub fn dua(k: &Konteks, nilai: Option<&str>) -> String {
    nilai.and_then(|t| t.parse::<Pecahan>().ok()).map_or_else(|| "–".to_owned(), |p| k.angka(p.tampil(2)))
}

/// How many units have each category, in the order of the edition.
pub fn sebaran(p: &PeringkatPeriode) -> Vec<(String, usize)> {
    let kategori = p.edisi.first().map(|e| e.kategori.iter().map(|x| x.kode.clone()).collect::<Vec<_>>()).unwrap_or_default();
    let hitung = |kode: &String| p.kelompok.values().flatten().filter(|x| x.item.kategori.as_deref() == Some(kode)).count();
    kategori.into_iter().map(|kode| (hitung(&kode), kode)).filter(|(n, _)| *n > 0).map(|(n, kode)| (kode, n)).collect()
}

//! `/peta-nasional`: regions as a grid of equal cells, 38 provinces and within one its kabupaten and kota; each cell the mean of the
//! units of that region's own government. The same figures stand as a table below.

use askama::Template;
use axum::extract::{Query, State};
use store::{
    nasional::{self, EdisiPapan},
    wilayah::{self, Wilayah},
};

use super::{
    Muatan,
    gambar::{self, Sel},
    muat,
    saring::Kueri,
};
use crate::{
    AppState, Error,
    error::Hasil,
    kata::kunci_skema,
    konteks::Konteks,
    rute::{Akses, Daftar},
    tampil::segar,
};

pub fn rute(d: &mut Daftar) {
    d.get("/peta-nasional", Akses::Publik, lihat);
}

const JALUR: &str = "/peta-nasional";
/// Years of the trend, this one too. Each is a board of its own.
const TAHUN: usize = 4;

/// A year of the trend.
struct Titik {
    tahun: i64,
    edisi: String,
    nilai: Option<(String, String, usize)>,
}

#[derive(Template)]
#[template(path = "publik/nasional/petak.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    q: &'a Kueri,
    m: &'a Muatan,
    edisi: Option<&'a EdisiPapan>,
    provinsi: Option<&'static Wilayah>,
    sel: Vec<Sel>,
    gambar: String,
    sebaran: Vec<(String, usize)>,
    gambar_sebaran: String,
    tren: Vec<Titik>,
    gambar_tren: String,
}

impl Halaman<'_> {
    fn ke(&self, nama: &str, nilai: impl std::fmt::Display) -> String {
        self.q.alamat(JALUR, &[(nama, &nilai.to_string())])
    }

    fn skema(&self, skema: &str) -> String {
        self.k.s(kunci_skema(skema))
    }

    fn edisi_pendek(&self, e: &EdisiPapan) -> String {
        e.sidik.chars().take(12).collect()
    }

    fn sementara(&self) -> Option<String> {
        self.k.sementara(&self.m.papan.skema, self.m.papan.divalidasi())
    }

    fn terisi(&self) -> usize {
        self.sel.iter().filter(|s| s.nilai.is_some()).count()
    }

    /// Cells with a figure, or with units of their parts: on a narrow screen they are listed before the picture, which is wider.
    fn ada(&self) -> Vec<&Sel> {
        self.sel.iter().filter(|s| s.nilai.is_some() || s.dalam.is_some()).collect()
    }

    /// Cells with nothing to show: folded, so that the ones with a figure are found.
    fn tanpa(&self) -> Vec<&Sel> {
        self.sel.iter().filter(|s| s.nilai.is_none() && s.dalam.is_none()).collect()
    }

    fn kata_terisi(&self) -> String {
        let terisi = self.k.a("nasional-petak-terisi", [("terisi", self.terisi().into()), ("jumlah", self.sel.len().into())]);
        match self.sel.iter().filter(|s| s.dalam.is_some()).count() {
            0 => terisi,
            n => format!("{terisi} {}", self.k.jumlah("nasional-petak-dalam-banyak", n)),
        }
    }

    fn tempat(&self) -> String {
        self.provinsi.map_or_else(|| self.k.s("nasional-indonesia"), |p| p.nama.to_owned())
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Query(q): Query<Vec<(String, String)>>) -> Hasil {
    let q = Kueri::dari(&q);
    let m = muat(&app, &q).await?;
    let k = k.ilustrasi(m.papan.ilustrasi()).bantuan("nasional");
    let n = m.papan.edisi_pilihan(&q.saring());
    let edisi = n.and_then(|n| m.papan.edisi.get(n));
    let provinsi = wilayah::cari(q.wilayah.split('.').next().unwrap_or_default());
    let daftar: Vec<&Wilayah> = provinsi.map_or_else(|| wilayah::provinsi().iter().collect(), |p| wilayah::dalam(p.kode).collect());
    let sel: Vec<Sel> = daftar.iter().map(|w| sel(&k, &q, &m, n, w)).collect();
    let gambar = if provinsi.is_none() { gambar::indonesia(&k, &sel) } else { gambar::berurut(&k, &sel) };
    let sebaran: Vec<(String, usize)> = edisi.map(|e| hitung(e, &sel)).unwrap_or_default();
    let gambar_sebaran = gambar::sebaran(&k, &sebaran);
    let tren = tren(&app, &k, &m, &q, provinsi).await?;
    let gambar_tren = gambar::tren(&k, &tren.iter().map(|t| (t.tahun, t.edisi.as_str(), t.nilai.as_ref())).collect::<Vec<_>>())?;
    let tren = tren.into_iter().map(|t| Titik { nilai: t.nilai.map(|(a, b, n)| (k.angka(a), b, n)), ..t }).collect();
    segar(&k, &Halaman { k: &k, q: &q, m: &m, edisi, provinsi, sel, gambar, sebaran, gambar_sebaran, tren, gambar_tren })
}

fn sel(k: &Konteks, q: &Kueri, m: &Muatan, edisi: Option<usize>, w: &Wilayah) -> Sel {
    let rata = edisi.and_then(|e| m.papan.rata_pemerintah(e, w.kode));
    let tautan = if w.kode.contains('.') {
        q.alamat("/peringkat-nasional", &[("wilayah", w.kode)])
    } else {
        q.alamat(JALUR, &[("wilayah", w.kode)])
    };
    let nilai = rata.map(|r| (k.angka(&r.hasil.hasil.tampil), r.hasil.hasil.kategori.clone(), r.hasil.unit));
    let provinsi = nilai.is_none() && !w.kode.contains('.');
    let dalam = edisi.filter(|_| provinsi).and_then(|e| m.papan.rata_wilayah(e, Some(w.kode))).map(|r| r.unit);
    Sel { kode: w.kode, nama: w.nama, tautan, nilai, dalam }
}

fn hitung(e: &EdisiPapan, sel: &[Sel]) -> Vec<(String, usize)> {
    let banyak = |kode: &String| sel.iter().filter(|s| s.nilai.as_ref().is_some_and(|n| n.1 == *kode)).count();
    e.kategori.iter().map(|kode| (kode.clone(), banyak(kode))).collect()
}

/// Means of all units of the place, year by year of the same scheme, oldest first. A year is shown by the edition that most of its
/// units used.
async fn tren(app: &AppState, k: &Konteks, m: &Muatan, q: &Kueri, provinsi: Option<&Wilayah>) -> Result<Vec<Titik>, Error> {
    let mut hasil = Vec::new();
    for p in m.pilihan.iter().filter(|p| p.skema == m.papan.skema && p.tahun <= m.papan.tahun).take(TAHUN) {
        let papan = nasional::papan(&app.store, p.tahun, &p.skema).await?;
        let Some(n) = papan.edisi_pilihan(&q.saring()) else { continue };
        let rata = papan.rata_wilayah(n, provinsi.map(|p| p.kode));
        let nilai = rata.map(|r| (r.hasil.tampil.clone(), r.hasil.kategori.clone(), r.unit));
        let edisi = papan.edisi.get(n).map_or_else(|| k.s("nasional-edisi-tak-dikenal"), |e| e.nama.clone());
        hasil.push(Titik { tahun: p.tahun, edisi, nilai });
    }
    hasil.reverse();
    Ok(hasil)
}

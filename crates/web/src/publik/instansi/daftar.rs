//! `/instansi`: all instansi by name, with search and group; also those that only handed in validated files.

use askama::Template;
use axum::extract::{Query, State};

use super::{Entri, semua, serahan};
use crate::{
    AppState,
    error::Hasil,
    kata::kunci_kelompok,
    konteks::Konteks,
    rute::{Akses, Daftar},
    tampil::segar,
};

pub fn rute(d: &mut Daftar) {
    d.get("/instansi", Akses::Publik, lihat);
}

const SEHALAMAN: usize = 60;

#[derive(Template)]
#[template(path = "publik/instansi/daftar.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    cari: String,
    kelompok: String,
    /// Groups with how many instansi each has under the search.
    pilihan: Vec<(&'static str, usize)>,
    semua: usize,
    entri: Vec<Entri>,
    hal: usize,
    hal_akhir: usize,
}

impl Halaman<'_> {
    fn nama(&self, kelompok: &str) -> String {
        self.k.s(kunci_kelompok(kelompok))
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Query(q): Query<Vec<(String, String)>>) -> Hasil {
    let mut k = k.bantuan("riwayat");
    // Only names and years stand here.
    k.ilustrasi = false;
    let isi = |nama: &str| q.iter().find(|(n, _)| n == nama).map(|(_, v)| v.trim().to_owned()).unwrap_or_default();
    let (cari, kelompok, hal) = (isi("cari"), isi("kelompok"), isi("hal").parse::<usize>().unwrap_or(1).max(1));
    let kecil = cari.to_lowercase();
    let mut entri = semua(&app.store).await?;
    let luar = serahan::entri(&app.store, &entri).await?;
    entri.extend(luar);
    entri.sort_by(|a, b| a.nama.cmp(&b.nama).then_with(|| a.kode.cmp(&b.kode)));
    entri.retain(|e| e.nama.to_lowercase().contains(&kecil));
    let hitung = |g: &str| entri.iter().filter(|e| e.kelompok == g).count();
    let pilihan = ["kl", "provinsi", "kota", "kabupaten", "lain"].map(|g| (g, hitung(g))).into_iter().filter(|(_, n)| *n > 0).collect();
    let semua = entri.len();
    entri.retain(|e| kelompok.is_empty() || e.kelompok == kelompok);
    let hal_akhir = entri.len().div_ceil(SEHALAMAN).max(1);
    let entri = entri.into_iter().skip((hal - 1).saturating_mul(SEHALAMAN)).take(SEHALAMAN).collect();
    segar(&k, &Halaman { k: &k, cari, kelompok, pilihan, semua, entri, hal, hal_akhir })
}

//! `/mal`: all malls by region and how far they are: a map of cells, and the same as a table.

use askama::Template;
use axum::extract::{Query, State};
use layanan::mpp::Tahap;
use store::{
    perjalanan::{
        self, Jalan, MalPublik,
        forum::{self, Forum},
    },
    wilayah::{self, Wilayah},
};

use super::{
    gambar::{self, Sel},
    konteks,
};
use crate::{
    AppState,
    error::Hasil,
    konteks::Konteks,
    mpp::usulan::kunci_tahap,
    rute::{Akses, Daftar},
    tampil::segar,
};

/// Published forums on the page.
const FORUM: i64 = 50;

pub fn rute(d: &mut Daftar) {
    d.get("/mal", Akses::Publik, lihat);
}

#[derive(serde::Deserialize)]
struct Kueri {
    #[serde(default)]
    provinsi: String,
}

#[derive(Template)]
#[template(path = "publik/mal/daftar.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    provinsi: Option<&'static Wilayah>,
    gambar: String,
    sel: Vec<Sel>,
    daftar: Vec<MalPublik>,
    beroperasi: usize,
    disiapkan: usize,
    /// Forums of the public that were published, the newest first.
    forum: Vec<(Jalan, Forum)>,
}

impl Halaman<'_> {
    fn hitung(&self) -> String {
        self.k.a("mal-hitung", [("buka", self.beroperasi.into()), ("siap", self.disiapkan.into())])
    }

    fn tahap(&self, m: &MalPublik) -> String {
        // One that takes up more services is in operation all the same.
        if beroperasi(m) {
            return self.k.s(kunci_tahap(Tahap::Beroperasi));
        }
        self.k.n("mal-daftar-disiapkan", "tahap", self.k.s(kunci_tahap(m.tahap)))
    }

    fn hari(&self, iso: &str) -> String {
        self.k.hari(iso)
    }

    fn wilayah(&self, m: &MalPublik) -> String {
        let provinsi = m.wilayah.as_deref().and_then(|w| w.split('.').next()).and_then(wilayah::cari);
        provinsi.map_or_else(String::new, |p| p.nama.to_owned())
    }
}

fn beroperasi(m: &MalPublik) -> bool {
    m.tahap >= Tahap::Beroperasi
}

/// `luas` holds `sempit`.
fn di_dalam(luas: &str, sempit: Option<&str>) -> bool {
    sempit.is_some_and(|w| w == luas || w.strip_prefix(luas).is_some_and(|s| s.starts_with('.')))
}

async fn lihat(State(app): State<AppState>, k: Konteks, Query(q): Query<Kueri>) -> Hasil {
    let semua = perjalanan::mal_publik(&app.store).await?;
    let k = konteks(k, semua.iter().any(|m| m.ilustrasi), app.konfig.zona.nama());
    let provinsi = wilayah::cari(&q.provinsi).filter(|w| !w.kode.contains('.'));
    let tempat: Vec<&'static Wilayah> = provinsi.map_or_else(|| wilayah::provinsi().iter().collect(), |p| wilayah::dalam(p.kode).collect());
    let satu = |w: &'static Wilayah| {
        let di: Vec<&MalPublik> = semua.iter().filter(|m| di_dalam(w.kode, m.wilayah.as_deref())).collect();
        let buka = di.iter().filter(|m| beroperasi(m)).count();
        let tautan = match di.as_slice() {
            _ if provinsi.is_none() => format!("/mal?provinsi={}", w.kode),
            [m] if m.kode.is_some() => format!("/mal/{}", m.kode.as_deref().unwrap_or_default()),
            _ => format!("/mal?provinsi={}#daftar", w.provinsi()),
        };
        Sel { kode: w.kode, nama: w.nama, tautan, beroperasi: buka, disiapkan: di.len() - buka }
    };
    let sel: Vec<Sel> = tempat.into_iter().map(satu).collect();
    let gambar = if provinsi.is_some() { gambar::provinsi(&k, &sel) } else { gambar::indonesia(&k, &sel) };
    let daftar: Vec<MalPublik> = match provinsi {
        Some(p) => semua.into_iter().filter(|m| di_dalam(p.kode, m.wilayah.as_deref())).collect(),
        None => semua,
    };
    let buka = daftar.iter().filter(|m| beroperasi(m)).count();
    let disiapkan = daftar.len() - buka;
    let mut forum = forum::terbit_semua(&app.store, FORUM).await?;
    if let Some(p) = provinsi {
        forum.retain(|(j, _)| di_dalam(p.kode, j.wilayah.as_deref()));
    }
    segar(&k, &Halaman { k: &k, provinsi, gambar, sel, daftar, beroperasi: buka, disiapkan, forum })
}

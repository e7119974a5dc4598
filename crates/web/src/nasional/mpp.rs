//! `/nasional/mpp`: the ministry's board of all malls on their way: how many in each stage, and whose limit is over.

use askama::Template;
use axum::extract::{Query, State};
use jiff::civil::Date;
use layanan::mpp::Tahap;
use store::{
    peran::Peran,
    perjalanan::{self, Jalan, Saring},
};

use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    komponen::{Nada, Opsi},
    konteks::Konteks,
    lembar::{BATAS, Lembar, lewati, persen},
    mpp::usulan::kunci_tahap,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.get("/nasional/mpp", Akses::Peran(&[Peran::Nasional]), lihat);
}

#[derive(serde::Deserialize)]
struct Kueri {
    h: Option<i64>,
    #[serde(default)]
    cari: String,
    #[serde(default)]
    tahap: String,
    #[serde(default)]
    lewat: String,
}

#[derive(Template)]
#[template(path = "nasional/mpp.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    daftar: Vec<Jalan>,
    lembar: Lembar,
    tahap: Vec<Opsi>,
    /// How many stand in each stage.
    banyak: Vec<(&'static str, &'static str, i64)>,
    terlambat: i64,
    tersaring: bool,
    kini: Date,
}

impl Halaman<'_> {
    fn tahap(&self, j: &Jalan) -> &'static str {
        j.tahap().map_or("mpp-tahap-belum", kunci_tahap)
    }

    fn tenggat(&self, j: &Jalan) -> Option<(String, bool)> {
        j.tenggat.as_ref().map(|t| (self.k.hari(t), j.lewat(self.kini)))
    }

    fn hari(&self, iso: &str) -> String {
        self.k.hari(iso)
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Query(q): Query<Kueri>) -> Hasil {
    let hak = pelaku.nasional()?;
    let kini = app.store.sekarang().hari("WIB");
    let lewat = !q.lewat.is_empty();
    let saring = Saring { cari: q.cari.trim().to_owned(), tahap: Tahap::dari_kunci(&q.tahap), lewat: lewat.then_some(kini) };
    let (daftar, n) = perjalanan::daftar(&app.store, &hak, &saring, lewati(q.h), BATAS).await?;
    let hitung = perjalanan::banyak(&app.store, &hak, kini).await?;
    let banyak = Tahap::SEMUA.iter().map(|t| (t.kunci(), kunci_tahap(*t), hitung.tahap.get(t).copied().unwrap_or(0))).collect();
    let k = k.ilustrasi(daftar.iter().any(|j| j.ilustrasi == 1)).bantuan("mpp");
    let kueri = format!("&cari={}&tahap={}&lewat={}", persen(&q.cari), persen(&q.tahap), persen(&q.lewat));
    let lembar = k.lembar(q.h, daftar.len(), n, &kueri);
    let tahap = Tahap::SEMUA.iter().map(|t| Opsi::baru(t.kunci(), k.s(kunci_tahap(*t)))).collect();
    let tersaring = saring.tahap.is_some() || lewat || !saring.cari.is_empty();
    let f = Formulir::isi([("cari", q.cari), ("tahap", q.tahap), ("lewat", q.lewat)]);
    tampil(&Halaman { k: &k, f, daftar, lembar, tahap, banyak, terlambat: hitung.lewat, tersaring, kini })
}

//! `/hasil-skm`: published rounds, newest period first, with the search for a unit or an instansi.

use askama::Template;
use axum::extract::{Query, State};
use store::skm::terbit::{self, SaringTerbit, Temuan};

use super::kurun;
use crate::{
    AppState,
    error::Hasil,
    konteks::Konteks,
    lembar::{self, BATAS, Lembar},
    rute::{Akses, Daftar},
    tampil::segar,
};

pub fn rute(d: &mut Daftar) {
    d.get("/hasil-skm", Akses::Publik, lihat);
}

#[derive(serde::Deserialize)]
struct Kueri {
    cari: Option<String>,
    instansi: Option<String>,
    h: Option<i64>,
}

#[derive(Template)]
#[template(path = "publik/skm/daftar.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    cari: &'a str,
    daftar: Vec<Temuan>,
    tersaring: bool,
    lembar: Lembar,
}

impl Halaman<'_> {
    fn kurun(&self, t: &Temuan) -> String {
        kurun(self.k, &t.isi)
    }

    fn ikm(&self, t: &Temuan) -> String {
        self.k.angka(t.isi.hasil.ikm.tampil(2))
    }

    fn n(&self, t: &Temuan) -> String {
        self.k.n("hasilskm-n", "n", self.k.angka(t.isi.hasil.n.to_string()))
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Query(q): Query<Kueri>) -> Hasil {
    let k = k.bantuan("survei");
    let (cari, instansi) = (q.cari.unwrap_or_default().trim().to_owned(), q.instansi.unwrap_or_default());
    let s = SaringTerbit { cari: &cari, instansi: &instansi, unit_kode: "" };
    let (daftar, n) = terbit::cari(&app.store, &s, lembar::lewati(q.h), BATAS).await?;
    let k = k.ilustrasi(daftar.iter().any(|t| t.isi.ilustrasi));
    let kueri = lembar::kueri([("cari", cari.as_str()), ("instansi", &instansi)]);
    let lembar = k.lembar(q.h, daftar.len(), n, &kueri);
    segar(&k, &Halaman { k: &k, cari: &cari, tersaring: !kueri.is_empty(), daftar, lembar })
}

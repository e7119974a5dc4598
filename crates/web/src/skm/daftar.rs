//! `/survei`: the rounds that the person may read.

use askama::Template;
use axum::extract::{Query, State};
use store::skm::{self, BarisRonde, KeadaanRonde, SaringRonde};

use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    komponen::{Nada, Opsi},
    konteks::Konteks,
    lembar::{BATAS, Lembar, lewati, persen},
    pelaku::Orang,
    rute::Daftar,
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.get("/survei", super::PEMBACA, lihat);
}

#[derive(serde::Deserialize)]
struct Kueri {
    h: Option<i64>,
    #[serde(default)]
    cari: String,
    #[serde(default)]
    keadaan: String,
    #[serde(default)]
    tahun: String,
}

#[derive(Template)]
#[template(path = "skm/daftar.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    keadaan: Vec<Opsi>,
    daftar: Vec<BarisRonde>,
    lembar: Lembar,
    boleh_buka: bool,
    tersaring: bool,
}

impl Halaman<'_> {
    fn lencana(&self, b: &BarisRonde) -> (Nada, &'static str) {
        super::lencana(b.keadaan)
    }

    fn kurun(&self, b: &BarisRonde) -> String {
        super::kurun(self.k, &b.ronde)
    }

    fn target(&self, b: &BarisRonde) -> String {
        self.k.a("skm-n-dari-target", [("n", b.n.to_string().into()), ("target", b.ronde.target.to_string().into())])
    }

    fn cukup(&self, b: &BarisRonde) -> bool {
        b.n >= b.ronde.target
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Query(q): Query<Kueri>) -> Hasil {
    let saring = SaringRonde {
        cari: q.cari.clone(),
        keadaan: KeadaanRonde::dari_kunci(&q.keadaan),
        tahun: q.tahun.trim().parse().ok(),
        terbit: None,
    };
    let (daftar, n) = skm::milik(&app.store, &pelaku, &saring, lewati(q.h), BATAS).await?;
    let boleh_buka = !skm::unit_saya(&app.store, &pelaku).await?.is_empty();
    let k = k.ilustrasi(daftar.iter().any(|b| b.ronde.ilustrasi)).bantuan("survei");
    let kueri = format!("&cari={}&keadaan={}&tahun={}", persen(&q.cari), persen(&q.keadaan), persen(&q.tahun));
    let lembar = k.lembar(q.h, daftar.len(), n, &kueri);
    let keadaan = KeadaanRonde::SEMUA.map(|x| Opsi::baru(x.kunci(), k.s(super::lencana(x).1))).into();
    let tersaring = !q.cari.trim().is_empty() || saring.keadaan.is_some() || saring.tahun.is_some();
    let f = Formulir::isi([("cari", q.cari), ("keadaan", q.keadaan), ("tahun", q.tahun)]);
    tampil(&Halaman { k: &k, f, keadaan, daftar, lembar, boleh_buka, tersaring })
}

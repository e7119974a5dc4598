//! `/penyerahan`: what regions handed in, for the ministry: those that wait first. Deciding is done on the page of the period.

use askama::Template;
use axum::extract::{Query, State};
use serde::Deserialize;
use store::{
    peran::Peran,
    serah::{self, Antrean},
};

use crate::{
    AppState,
    error::Hasil,
    komponen::Nada,
    konteks::Konteks,
    lembar::{BATAS, Lembar, lewati},
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.get("/penyerahan", Akses::Peran(&[Peran::Nasional]), lihat);
}

#[derive(Deserialize)]
struct Kueri {
    h: Option<i64>,
}

#[derive(Template)]
#[template(path = "penyerahan.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    baris: Vec<Antrean>,
    menunggu: i64,
    lembar: Lembar,
}

impl Halaman<'_> {
    fn keadaan(&self, a: &Antrean) -> (Nada, &'static str) {
        crate::periode::penyerahan::keadaan(a.putusan.as_deref(), a.digantikan == 1)
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Query(q): Query<Kueri>) -> Hasil {
    let hak = pelaku.nasional()?;
    let k = k.bantuan("penyerahan");
    let (baris, menunggu, semua) = serah::antrean(&app.store, &hak, lewati(q.h), BATAS).await?;
    let lembar = k.lembar(q.h, baris.len(), semua, "");
    tampil(&Halaman { k: &k, baris, menunggu, lembar })
}

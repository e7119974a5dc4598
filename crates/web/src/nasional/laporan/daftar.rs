//! `/nasional/laporan`: the reports that were made, and the years and schemes of which one can be composed.

use askama::Template;
use axum::extract::State;
use store::nasional::{
    laporan::{self, Laporan},
    rekap::{self, Tahun},
};

use super::{NASIONAL, keadaan};
use crate::{AppState, error::Hasil, kata::kunci_skema, konteks::Konteks, pelaku::Orang, rute::Daftar, tampil::tampil};

pub fn rute(d: &mut Daftar) {
    d.get("/nasional/laporan", NASIONAL, lihat);
}

#[derive(Template)]
#[template(path = "nasional/laporan/daftar.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    tahun: Vec<Tahun>,
    semua: Vec<Laporan>,
}

impl Halaman<'_> {
    fn skema(&self, skema: &str) -> String {
        self.k.s(kunci_skema(skema))
    }

    /// The version that stands for a year and scheme.
    fn kini(&self, t: &Tahun) -> Option<&Laporan> {
        self.semua.iter().find(|l| l.tahun == t.tahun && l.skema == t.skema && l.diganti.is_none())
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang) -> Hasil {
    let hak = rekap::nasional(&pelaku)?;
    let (tahun, semua) = (rekap::dapat_dilaporkan(&app.store, &hak).await?, laporan::daftar(&app.store, &hak).await?);
    let k = k.bantuan("laporan-nasional");
    tampil(&Halaman { k: &k, tahun, semua })
}

//! `/mpp/usulan`: the journeys in the person's scope.

use askama::Template;
use axum::extract::State;
use jiff::civil::Date;
use store::{
    peran::Peran,
    perjalanan::{self, Jalan},
};

use super::kunci_tahap;
use crate::{AppState, error::Hasil, komponen::Nada, konteks::Konteks, pelaku::Orang, rute::Daftar, tampil::tampil};

pub fn rute(d: &mut Daftar) {
    d.get("/mpp/usulan", super::PEMBACA, lihat);
}

#[derive(Template)]
#[template(path = "mpp/usulan/daftar.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    daftar: Vec<Jalan>,
    pengusul: bool,
    kini: Date,
}

impl Halaman<'_> {
    fn tahap(&self, j: &Jalan) -> &'static str {
        j.tahap().map_or("mpp-tahap-belum", kunci_tahap)
    }

    fn tenggat(&self, j: &Jalan) -> Option<(String, bool)> {
        j.tenggat.as_ref().map(|t| (self.k.hari(t), j.lewat(self.kini)))
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang) -> Hasil {
    let daftar = perjalanan::saya(&app.store, &pelaku).await?;
    let k = k.ilustrasi(daftar.iter().any(|j| j.ilustrasi == 1)).bantuan("mpp");
    let kini = app.store.sekarang().hari(k.zona.nama());
    let pengusul = pelaku.punya(Peran::Penyelenggara) || pelaku.punya(Peran::Penanggungjawab);
    tampil(&Halaman { k: &k, daftar, pengusul, kini })
}

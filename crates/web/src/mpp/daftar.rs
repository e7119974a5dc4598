//! `/mpp`: the malls in the person's scope, and how one begins.

use askama::Template;
use axum::extract::State;
use store::{
    mpp::{self, Mpp},
    peran::Peran,
    perjalanan,
};

use crate::{AppState, error::Hasil, konteks::Konteks, pelaku::Orang, rute::Daftar, tampil::tampil};

pub fn rute(d: &mut Daftar) {
    d.get("/mpp", super::PEMBACA, lihat);
}

#[derive(Template)]
#[template(path = "mpp/daftar.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    daftar: Vec<Mpp>,
    /// Journeys in scope that are not over.
    usulan: usize,
    pengusul: bool,
    /// Registers a mall.
    pendaftar: bool,
    pusat: bool,
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang) -> Hasil {
    let daftar = mpp::milik(&app.store, &pelaku).await?;
    let usulan = perjalanan::saya(&app.store, &pelaku).await?.into_iter().filter(|j| j.akhir.is_none()).count();
    let k = k.ilustrasi(daftar.iter().any(|m| m.ilustrasi == 1)).bantuan("mpp");
    let pengusul = pelaku.punya(Peran::Penyelenggara) || pelaku.punya(Peran::Penanggungjawab);
    tampil(&Halaman {
        k: &k,
        daftar,
        usulan,
        pengusul,
        pendaftar: pelaku.punya(Peran::Penyelenggara),
        pusat: pelaku.punya(Peran::Nasional),
    })
}

//! `/mpp`: the malls in the person's scope.

use askama::Template;
use axum::extract::State;
use store::mpp::{self, Mpp};

use crate::{AppState, error::Hasil, konteks::Konteks, pelaku::Orang, rute::Daftar, tampil::tampil};

pub fn rute(d: &mut Daftar) {
    d.get("/mpp", super::PEMBACA, lihat);
}

#[derive(Template)]
#[template(path = "mpp/daftar.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    daftar: Vec<Mpp>,
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang) -> Hasil {
    let daftar = mpp::milik(&app.store, &pelaku).await?;
    let k = k.ilustrasi(daftar.iter().any(|m| m.ilustrasi == 1)).bantuan("mpp");
    tampil(&Halaman { k: &k, daftar })
}

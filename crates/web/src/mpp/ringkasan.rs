//! `/mpp/{mpp}`: one mall at a glance: its gerai and what each of them gives.

use askama::Template;
use axum::extract::State;
use store::{
    id::UnitId,
    mpp::{self, Gerai, Mpp, Penempatan},
};

use super::rangka::Tab;
use crate::{AppState, error::Hasil, jalur::Jalur, konteks::Konteks, pelaku::Orang, rute::Daftar, tampil::tampil};

pub fn rute(d: &mut Daftar) {
    d.get("/mpp/{mpp}", super::PEMBACA, lihat);
}

#[derive(Template)]
#[template(path = "mpp/ringkasan.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    m: &'a Mpp,
    tab: Tab<'a>,
    gerai: Vec<Gerai>,
    penempatan: Vec<Penempatan>,
}

impl Halaman<'_> {
    fn di<'b>(&'b self, g: &'b Gerai) -> impl Iterator<Item = &'b Penempatan> {
        self.penempatan.iter().filter(|p| p.gerai_id == g.id)
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<UnitId>) -> Hasil {
    let (akses, k) = super::buka(&app, k, &pelaku, id).await?;
    akses.pembaca()?;
    let c = app.store.baca();
    let (gerai, penempatan) = (mpp::gerai_mpp(c, id).await?, mpp::penempatan_mpp(c, id).await?);
    tampil(&Halaman { k: &k, m: &akses.mpp, tab: Tab::baru(&k, &akses, "ringkasan"), gerai, penempatan })
}

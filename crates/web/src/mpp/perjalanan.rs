//! `/mpp/{mpp}/perjalanan`: the journey of a mall inside its tabs; without one, how to record it. The page itself and all its
//! forms are those of `usulan`.

use askama::Template;
use axum::extract::State;
use store::{hak, id::UnitId, mpp::Mpp, perjalanan};

use super::{rangka::Tab, usulan::rinci::halaman};
use crate::{AppState, error::Hasil, jalur::Jalur, konteks::Konteks, pelaku::Orang, rute::Daftar, tampil::tampil};

pub fn rute(d: &mut Daftar) {
    d.get("/mpp/{mpp}/perjalanan", super::PEMBACA, lihat);
}

#[derive(Template)]
#[template(path = "mpp/perjalanan.html")]
struct Kosong<'a> {
    k: &'a Konteks,
    m: &'a Mpp,
    tab: Tab<'a>,
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<UnitId>) -> Hasil {
    let (akses, k) = super::buka(&app, k, &pelaku, id).await?;
    akses.pembaca()?;
    let tab = Tab::baru(&k, &akses, "perjalanan");
    match perjalanan::cari_mpp(app.store.baca(), id).await? {
        Some(j) => {
            let jalan = hak::jalan(&app.store, &pelaku, j.id).await?;
            tampil(&halaman(&app, &k, &jalan, Some(tab), None).await?)
        }
        None => tampil(&Kosong { k: &k, m: &akses.mpp, tab }),
    }
}

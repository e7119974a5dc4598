//! `/kios/{mpp}`: a screen in the hall on which people take a number: large, one question a screen, back to the start by itself.
//! Where the front desk signed in on it, it is not limited in how many numbers it gives.

mod ambil;
mod survei;
mod tiket;

use askama::Template;
use axum::extract::{Query, State};
use store::{antrean::buka, hak, mpp::Mpp};

use crate::{
    AppState,
    antrean::{
        kata,
        susun::{Susunan, Tanya},
    },
    error::Hasil,
    jalur::Jalur,
    konteks::Konteks,
    rute::{Akses, Daftar},
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.get("/kios/{mpp}", Akses::Publik, lihat);
    ambil::rute(d);
    survei::rute(d);
    tiket::rute(d);
}

#[derive(Template)]
#[template(path = "kios/lihat.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    m: &'a Mpp,
    s: Susunan,
    tutup: Option<(String, String)>,
    /// A number was asked for a service that ended meanwhile.
    berhenti: bool,
}

/// Whether the front desk of this hall is signed in here.
async fn milik_depan(app: &AppState, k: &Konteks, m: &Mpp) -> bool {
    let Some(p) = &k.pelaku else { return false };
    hak::mpp(&app.store, p, m.unit_id).await.is_ok_and(|a| a.depan().is_ok())
}

async fn lihat(State(app): State<AppState>, k: Konteks, Jalur(kode): Jalur<String>, Query(q): Query<Tanya>) -> Hasil {
    let (m, k) = crate::antre::buka(&app, k, &kode).await?;
    let pintu = buka::keadaan(app.store.baca(), &m, app.store.sekarang()).await?;
    let s = Susunan::baru(&app.store, &m, &q).await?;
    tampil(&Halaman { k: &k, m: &m, s, tutup: kata::tutup(&k, &pintu), berhenti: !q.berhenti.is_empty() })
}

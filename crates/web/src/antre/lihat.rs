//! The services of the hall, how many wait at each gerai, and the numbers this phone already holds.

use askama::Template;
use axum::{
    extract::{Query, State},
    http::HeaderMap,
};
use store::{
    antrean::{Tiket, buka},
    mpp::Mpp,
};

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
    d.get("/antre/{mpp}", Akses::Publik, lihat);
}

#[derive(Template)]
#[template(path = "antre/lihat.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    m: &'a Mpp,
    s: Susunan,
    tutup: Option<(String, String)>,
    /// A number was asked for a service that ended meanwhile.
    berhenti: bool,
    pegang: Vec<Tiket>,
}

impl Halaman<'_> {
    fn keadaan(&self, t: &Tiket) -> &'static str {
        kata::keadaan(t)
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Jalur(kode): Jalur<String>, Query(q): Query<Tanya>, headers: HeaderMap) -> Hasil {
    let (m, k) = super::buka(&app, k, &kode).await?;
    let pintu = buka::keadaan(app.store.baca(), &m, app.store.sekarang()).await?;
    let s = Susunan::baru(&app.store, &m, &q).await?;
    let pegang = super::dipegang(&app, &headers, &m).await?;
    tampil(&Halaman { k: &k, m: &m, s, tutup: kata::tutup(&k, &pintu), berhenti: !q.berhenti.is_empty(), pegang })
}

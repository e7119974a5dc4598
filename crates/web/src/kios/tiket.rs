//! `/kios/{mpp}/nomor/{kode}`: the number just taken: large, with a QR code that a phone can follow, and a slip to print.

use askama::Template;
use axum::extract::State;
use store::{antrean, mpp::Mpp};

use crate::{
    AppState, Error,
    antrean::slip::Slip,
    error::Hasil,
    jalur::Jalur,
    konteks::Konteks,
    rute::{Akses, Daftar},
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.get("/kios/{mpp}/nomor/{kode}", Akses::Publik, lihat);
}

#[derive(Template)]
#[template(path = "kios/tiket.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    m: &'a Mpp,
    slip: Slip<'a>,
}

async fn lihat(State(app): State<AppState>, k: Konteks, Jalur((mpp_kode, tiket)): Jalur<(String, String)>) -> Hasil {
    let (m, k) = crate::antre::buka(&app, k, &mpp_kode).await?;
    let t = antrean::dari_kode(app.store.baca(), &tiket).await?;
    if t.mpp_id != m.unit_id {
        return Err(Error::TidakAda);
    }
    tampil(&Halaman { k: &k, m: &m, slip: Slip::baru(&app, &k, &t).await? })
}

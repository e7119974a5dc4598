//! `/f03/{token}/terima-kasih`: the answer is stored. Nothing on it can be joined to a person.

use askama::Template;
use axum::extract::State;
use store::ronde::{self, Ronde};

use crate::{
    AppState,
    error::Hasil,
    jalur::Jalur,
    konteks::Konteks,
    rute::{Akses, Daftar},
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.get("/f03/{token}/terima-kasih", Akses::Publik, lihat);
}

#[derive(Template)]
#[template(path = "f03/terima_kasih.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    ronde: &'a Ronde,
}

async fn lihat(State(app): State<AppState>, k: Konteks, Jalur(token): Jalur<String>) -> Hasil {
    let ronde = ronde::dari_token(app.store.baca(), &token).await?;
    let k = k.ilustrasi(ronde.ilustrasi == 1).bantuan("warga");
    tampil(&Halaman { k: &k, ronde: &ronde })
}

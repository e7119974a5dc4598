//! `/pengumuman`: what units tell citizens today.

use askama::Template;
use axum::extract::State;
use store::layanan::pengumuman::{self, Pengumuman};

use super::konteks;
use crate::{
    AppState,
    error::Hasil,
    konteks::Konteks,
    rute::{Akses, Daftar},
    tampil::segar,
};

/// On the page at most.
const BATAS: i64 = 50;

pub fn rute(d: &mut Daftar) {
    d.get("/pengumuman", Akses::Publik, lihat);
}

#[derive(Template)]
#[template(path = "publik/pelayanan/pengumuman.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    pengumuman: Vec<Pengumuman>,
}

async fn lihat(State(app): State<AppState>, k: Konteks) -> Hasil {
    let pengumuman = pengumuman::kini(&app.store, None, BATAS).await?;
    let k = konteks(k, pengumuman.iter().any(|p| p.ilustrasi == 1), app.konfig.zona.nama());
    segar(&k, &Halaman { k: &k, pengumuman })
}

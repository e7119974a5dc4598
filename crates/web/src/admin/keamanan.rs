//! `/admin/keamanan`: which roles may be used only with a second step of signing in, and how many accounts have none yet.

use askama::Template;
use axum::extract::State;
use std::str::FromStr as _;
use store::{
    faktor::wajib::{self, PeranWajib},
    peran::Peran,
};

use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    konteks::Konteks,
    masuk,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil},
};

const ADMIN: Akses = Akses::Peran(&[Peran::Admin]);

pub fn rute(d: &mut Daftar) {
    d.get("/admin/keamanan", ADMIN, lihat);
    d.post("/admin/keamanan", ADMIN, simpan);
}

#[derive(Template)]
#[template(path = "admin/keamanan.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    peran: Vec<PeranWajib>,
}

impl Halaman<'_> {
    fn nama(&self, p: &PeranWajib) -> String {
        self.k.peran(p.peran)
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang) -> Hasil {
    let peran = wajib::daftar(&app.store, &pelaku.admin()?).await?;
    let k = k.bantuan("keamanan-masuk");
    tampil(&Halaman { k: &k, peran })
}

async fn simpan(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, f: Formulir) -> Hasil {
    let hak = pelaku.admin()?;
    let peran: Vec<Peran> = f.semua("peran").map(Peran::from_str).collect::<Result<_, _>>().map_err(|_| Error::TidakAda)?;
    if !pelaku.segar(app.store.sekarang()) {
        return masuk::ulang::minta(&app, &k, &f).await;
    }
    wajib::tetapkan(&app.store, &hak, &peran).await?;
    Alih::ke("/admin/keamanan").pesan("langkah-peran-tersimpan").into()
}

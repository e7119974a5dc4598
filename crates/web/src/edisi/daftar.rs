//! `/edisi`: editions that were registered here with their state, and those that come with the program.

use askama::Template;
use axum::extract::State;
use pekppp::Edisi;
use store::{
    edisi::daftar::{self, EdisiTerdaftar},
    peran::Peran,
};

use super::kata;
use crate::{
    AppState,
    error::Hasil,
    komponen::Nada,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.get("/edisi", Akses::Masuk, lihat);
}

#[derive(Template)]
#[template(path = "edisi/daftar.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    terdaftar: Vec<EdisiTerdaftar>,
    bawaan: Vec<&'static Edisi>,
    hari: jiff::civil::Date,
    mengunggah: bool,
    menurunkan: bool,
}

impl Halaman<'_> {
    fn keadaan(&self, e: &EdisiTerdaftar) -> (Nada, &'static str) {
        kata::keadaan(e.keadaan(self.hari))
    }

    fn berlaku(&self, e: &EdisiTerdaftar) -> String {
        kata::berlaku(self.k, e)
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang) -> Hasil {
    let k = k.bantuan("edisi");
    tampil(&Halaman {
        terdaftar: daftar::semua(&app.store, &pelaku).await?,
        bawaan: pekppp::semua_bawaan().collect(),
        hari: app.store.sekarang().hari(k.zona.nama()),
        mengunggah: pelaku.punya(Peran::Nasional),
        menurunkan: pelaku.punya(Peran::Penyelenggara),
        k: &k,
    })
}

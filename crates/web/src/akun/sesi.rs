//! `/akun/sesi`: where this account is signed in, and ending a session that is not wanted.

use askama::Template;
use axum::extract::State;
use store::{
    id::SesiId,
    sesi::{self, Sesi},
};

use crate::{
    AppState,
    error::Hasil,
    jalur::Jalur,
    komponen::Nada,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil},
};

pub fn rute(d: &mut Daftar) {
    d.get("/akun/sesi", Akses::Masuk, lihat);
    // The only thing that can be done with a session is to end it, so the POST needs no `_aksi`.
    d.post("/akun/sesi/{sesi}", Akses::Masuk, cabut);
    d.delete("/akun/sesi/{sesi}", Akses::Masuk, cabut);
}

#[derive(Template)]
#[template(path = "akun/sesi.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    sesi: Vec<Sesi>,
    ini: Option<SesiId>,
}

impl Halaman<'_> {
    fn ini(&self, id: &SesiId) -> bool {
        self.ini == Some(*id)
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang) -> Hasil {
    let sesi = sesi::milik(&app.store, pelaku.akun).await?;
    tampil(&Halaman { k: &k, sesi, ini: pelaku.sesi })
}

async fn cabut(State(app): State<AppState>, Orang(pelaku): Orang, Jalur(id): Jalur<SesiId>) -> Hasil {
    if !sesi::milik(&app.store, pelaku.akun).await?.iter().any(|s| s.id == id) {
        return Err(crate::Error::TidakAda);
    }
    sesi::cabut(&app.store, &pelaku, id).await?;
    Alih::ke("/akun/sesi").pesan("akun-sesi-dicabut").into()
}

//! `/akun/data-pribadi`: what is held about the holder of this account: a copy, and what he may ask. The page is `publik::data_pribadi`'s.

use axum::extract::State;
use store::pdp::Subjek;

use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    konteks::Konteks,
    pelaku::Orang,
    publik::data_pribadi::{halaman, kerjakan},
    rute::{Akses, Daftar},
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.get("/akun/data-pribadi", Akses::Masuk, lihat);
    d.post("/akun/data-pribadi", Akses::Masuk, minta);
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang) -> Hasil {
    tampil(&halaman(&app, &k.bantuan("hak-data"), &Subjek::akun(pelaku.akun), Formulir::kosong()).await?)
}

async fn minta(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, f: Formulir) -> Hasil {
    kerjakan(&app, &k.bantuan("hak-data"), &Subjek::akun(pelaku.akun), "/akun/data-pribadi", f).await
}

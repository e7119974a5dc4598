//! `POST /tiket/{kode}/survei`: the one-use survey link of a finished number, made now and kept nowhere.

use axum::extract::State;
use store::antrean;

use crate::{
    AppState,
    error::Hasil,
    jalur::Jalur,
    rute::{Akses, Daftar},
    tampil::Alih,
};

pub fn rute(d: &mut Daftar) {
    d.post("/tiket/{kode}/survei", Akses::Publik, kirim);
}

async fn kirim(State(app): State<AppState>, Jalur(kode): Jalur<String>) -> Hasil {
    Alih::ke(antrean::survei_tiket(&app.store, &kode).await?).into()
}

//! `POST /gerai/{gerai}/antrean/panggilan`: calls the next one; with `tiket` somebody who was skipped or held.

use axum::extract::State;
use store::{
    antrean::panggil,
    id::{GeraiId, TiketId},
};

use crate::{AppState, Error, error::Hasil, formulir::Formulir, jalur::Jalur, konteks::Konteks, pelaku::Orang, rute::Daftar};

pub fn rute(d: &mut Daftar) {
    d.post("/gerai/{gerai}/antrean/panggilan", super::TULIS, kirim);
}

async fn kirim(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<GeraiId>, f: Formulir) -> Hasil {
    let (akses, k) = super::buka(&app, k, &pelaku, id).await?;
    let (hak, op) = (akses.pelaksana()?, super::operasi(&f)?);
    let hasil = if f.nilai("tiket").is_empty() {
        panggil::berikut(&app.store, &hak, op).await
    } else {
        let tiket: TiketId = f.nilai("tiket").parse().map_err(|_| Error::TidakAda)?;
        panggil::lagi(&app.store, &hak, op, tiket).await.map(Some)
    };
    super::halaman::jawab(&app, &k, &akses, hasil).await
}

//! `POST /gerai/{gerai}/antrean/loket`: sits down at a counter; with `_aksi=tutup` leaves it.

use axum::extract::State;
use store::{
    antrean::loket,
    id::{GeraiId, LoketId},
};

use crate::{AppState, Error, error::Hasil, formulir::Formulir, jalur::Jalur, konteks::Konteks, pelaku::Orang, rute::Daftar};

pub fn rute(d: &mut Daftar) {
    d.post("/gerai/{gerai}/antrean/loket", super::TULIS, kirim);
}

async fn kirim(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<GeraiId>, f: Formulir) -> Hasil {
    let (akses, k) = super::buka(&app, k, &pelaku, id).await?;
    let hak = akses.pelaksana()?;
    let hasil = if f.aksi() == "tutup" {
        loket::tutup(&app.store, &hak).await
    } else {
        let loket: LoketId = f.nilai("loket").parse().map_err(|_| Error::Rusak("no counter named".into()))?;
        loket::buka(&app.store, &hak, loket).await
    };
    super::halaman::jawab(&app, &k, &akses, hasil).await
}

//! `POST /gerai/{gerai}/antrean/tiket`: a number for somebody who stands at the gerai.

use axum::extract::State;
use store::{
    antrean::{self, Minta},
    id::{GeraiId, PenempatanId},
    mpp,
};

use crate::{
    AppState, Error, antre::OpsiPrioritas, error::Hasil, formulir::Formulir, jalur::Jalur, konteks::Konteks, pelaku::Orang, rute::Daftar,
};

pub fn rute(d: &mut Daftar) {
    d.post("/gerai/{gerai}/antrean/tiket", super::TULIS, kirim);
}

async fn kirim(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<GeraiId>, f: Formulir) -> Hasil {
    let (akses, k) = super::buka(&app, k, &pelaku, id).await?;
    let (hak, op) = (akses.pelaksana()?, super::operasi(&f)?);
    let p: PenempatanId = f.nilai("penempatan").parse().map_err(|_| Error::TidakAda)?;
    let p = mpp::penempatan_satu(app.store.baca(), p).await?;
    let minta = Minta { op, prioritas: OpsiPrioritas::baca(&f) };
    let hasil = antrean::terbit_petugas(&app.store, &hak, &p, minta).await;
    super::halaman::jawab(&app, &k, &akses, hasil).await
}

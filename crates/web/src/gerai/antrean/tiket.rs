//! `POST /gerai/{gerai}/antrean/tiket`: a number for somebody who stands at the gerai; the screen then says which. Its slip
//! (`GET …/tiket/{tiket}`) has code and QR, to be printed.

use axum::extract::State;
use store::{
    StoreError,
    antrean::{self, Minta, Saluran, Tiket},
    id::{GeraiId, PenempatanId, TiketId},
    mpp,
};

use crate::{
    AppState, Error, antre::OpsiPrioritas, antrean::slip, error::Hasil, formulir::Formulir, jalur::Jalur, konteks::Konteks, pelaku::Orang,
    rute::Daftar, tampil::Alih,
};

pub fn rute(d: &mut Daftar) {
    d.post("/gerai/{gerai}/antrean/tiket", super::TULIS, kirim);
    d.get("/gerai/{gerai}/antrean/tiket/{tiket}", super::TULIS, lihat);
}

async fn kirim(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<GeraiId>, f: Formulir) -> Hasil {
    let (akses, k) = super::buka(&app, k, &pelaku, id).await?;
    let (hak, op) = (akses.pelaksana()?, super::operasi(&f)?);
    let p: PenempatanId = f.nilai("penempatan").parse().map_err(|_| Error::TidakAda)?;
    let p = mpp::penempatan_satu(app.store.baca(), p).await?;
    let minta = Minta { op, prioritas: OpsiPrioritas::baca(&f) };
    match antrean::terbit_petugas(&app.store, &hak, &p, minta).await {
        Ok(t) => Alih::ke(format!("{}?terbit={}#terbit", super::alamat(id), t.id)).into(),
        Err(e) => super::halaman::jawab(&app, &k, &akses, Err::<Tiket, StoreError>(e)).await,
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((id, tiket)): Jalur<(GeraiId, TiketId)>) -> Hasil {
    let (akses, k) = super::buka(&app, k, &pelaku, id).await?;
    akses.pelaksana()?;
    let t = antrean::dari_id(app.store.baca(), tiket).await?;
    // Codes of numbers that others gave out are for those who hold them.
    if t.asal_gerai != id || !terbit_di_sini(&t) {
        return Err(Error::TidakAda);
    }
    let nama = format!("{} {}", akses.gerai.kode, akses.gerai.nama);
    slip::halaman(&app, &k, &t, (&super::alamat(id), &nama, "antrean-ke-layar")).await
}

/// Issued by an officer of the gerai.
pub(super) fn terbit_di_sini(t: &Tiket) -> bool {
    t.saluran == Saluran::Petugas.kunci()
}

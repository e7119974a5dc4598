//! `POST /tiket/{kode}/pembatalan`: its holder gives the number up.

use axum::extract::State;
use store::{antrean, id::OperasiId};

use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    rute::{Akses, Daftar},
    tampil::Alih,
};

pub fn rute(d: &mut Daftar) {
    d.post("/tiket/{kode}/pembatalan", Akses::Publik, kirim);
}

async fn kirim(State(app): State<AppState>, Jalur(kode): Jalur<String>, f: Formulir) -> Hasil {
    let op: OperasiId = f.nilai("op").parse().unwrap_or_else(|_| OperasiId::baru());
    let t = antrean::warga::batal(&app.store, &kode, op).await?;
    Alih::ke(format!("/tiket/{}", t.kode)).pesan("antrean-dibatalkan").into()
}

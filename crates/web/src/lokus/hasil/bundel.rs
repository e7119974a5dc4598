//! `/lokus/{lokus}/hasil/bundel`: the signed bundle of the frozen result, to be checked with `prima verify`.

use axum::{extract::State, response::Response};
use store::{
    StoreError,
    hasil::{self, HasilBeku},
    id::LokusId,
};

use crate::{
    AppState,
    error::Hasil,
    jalur::Jalur,
    pelaku::Orang,
    rute::{Akses, Daftar},
    unduhan,
};

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/hasil/bundel", Akses::Masuk, unduh);
}

async fn unduh(State(app): State<AppState>, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>) -> Hasil {
    let akses = store::hak::lokus(&app.store, &pelaku, id).await?;
    let beku = hasil::hidup(app.store.baca(), id).await?.ok_or(StoreError::TidakDitemukan)?;
    kirim(&app, &beku, &akses.lokus.kode).await
}

/// The bundle under a file name that says which result it is.
pub async fn kirim(app: &AppState, beku: &HasilBeku, kode: &str) -> Hasil<Response> {
    Ok(unduhan::kirim(unduhan::JSON, &format!("hasil-{kode}-{}.json", beku.nomor), beku.berkas(&app.store).await?))
}

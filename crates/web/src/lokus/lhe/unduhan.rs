//! `/lokus/{lokus}/lhe/{lhe}/pdf` and `/xlsx`: a version as it was made.

use axum::{extract::State, response::Response};
use store::{
    id::{LheId, LokusId},
    lhe, objek,
};

use crate::{
    AppState,
    error::Hasil,
    jalur::Jalur,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil, unduhan,
};

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/lhe/{lhe}/pdf", Akses::Masuk, pdf);
    d.get("/lokus/{lokus}/lhe/{lhe}/xlsx", Akses::Masuk, xlsx);
}

async fn pdf(State(app): State<AppState>, Orang(pelaku): Orang, Jalur((id, versi)): Jalur<(LokusId, LheId)>) -> Hasil {
    let lokus = store::hak::lokus(&app.store, &pelaku, id).await?.lokus;
    let e = lhe::dari_id(app.store.baca(), id, versi).await?;
    Ok(tampil::pdf(objek::baca(&app.store, &e.pdf)?, &format!("lhe-{}.pdf", lokus.kode)))
}

async fn xlsx(State(app): State<AppState>, Orang(pelaku): Orang, Jalur((id, versi)): Jalur<(LokusId, LheId)>) -> Hasil<Response> {
    let lokus = store::hak::lokus(&app.store, &pelaku, id).await?.lokus;
    let e = lhe::dari_id(app.store.baca(), id, versi).await?;
    Ok(unduhan::kirim(unduhan::XLSX, &format!("lhe-{}.xlsx", lokus.kode), objek::baca(&app.store, &e.xlsx)?))
}
